"""Facts of text with links in it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pembaca.content.rich import RichText, joined
from pembaca.document import Link


@st.composite
def riches(draw: st.DrawFn) -> RichText:
    text = draw(st.text("ab \u0301e\n", max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return RichText(text, tuple(Link(start, end, f"https://{start % 2}/") for start, end in pairs))


def check(rich: RichText) -> None:
    at = 0
    for link in rich.links:
        assert at <= link.start < link.end <= len(rich.text)
        at = link.end


@given(riches())
def test_tidying_keeps_the_words_and_the_links_on_them(rich: RichText) -> None:
    """
    Nothing but space is lost, and a link stands on the words it stood on.
    """
    tidy = rich.tidy()

    check(tidy)
    assert tidy.text == " ".join(RichText(rich.text).tidy().text.split())
    assert tidy == tidy.tidy()
    for link in tidy.links:
        assert tidy.text[link.start : link.end].strip() == tidy.text[link.start : link.end]


@given(riches(), st.integers(0, 30))
def test_parts_make_the_whole(rich: RichText, cut: int) -> None:
    """
    Cutting in two and joining again loses no letter and keeps links in order.
    """
    cut = min(cut, len(rich.text))
    whole = joined((rich.part(0, cut), rich.part(cut, len(rich.text))))

    check(whole)
    assert rich.text == whole.text
    assert sum(link.end - link.start for link in rich.links) == sum(link.end - link.start for link in whole.links)


@given(riches())
def test_what_is_cut_out_is_gone(rich: RichText) -> None:
    """
    A code in the middle of a link leaves the link on what is left of it.
    """
    left = rich.without(re.compile("b+"))

    check(left)
    assert "b" not in left.text
