"""Facts of lists of feeds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.errors import ParseError
from pembaca.feeds.opml import Outline, read_opml, write_opml
from pembaca.plain import one_line

NAMES = st.text(
    st.characters(blacklist_categories=["Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Mn", "Cn", "Co"]), min_size=1, max_size=8
).filter(lambda name: one_line(name) == name)


def opml(body: str, head: str = '<?xml version="1.0"?>') -> bytes:
    return f"{head}<opml version='1.0'><head><title>x</title></head><body>{body}</body></opml>".encode()


def test_nested_lists_keep_titles_and_folders() -> None:
    """
    Somebody who comes from another reader brings all feeds, however they were sorted.
    """
    body = opml(
        '<outline text="Berita"><outline text="Pusat"><outline type="rss" title="Setkab" text="x" xmlUrl="https://setkab.go.id/feed/"/>'
        '</outline><outline type="rss" text="DPR" xmlurl="https://dpr.go.id/rss"/></outline><outline text="A" XMLURL="http://a/"/>'
    )

    assert (
        Outline("Setkab", "https://setkab.go.id/feed/", ("Berita", "Pusat")),
        Outline("DPR", "https://dpr.go.id/rss", ("Berita",)),
        Outline("A", "http://a/", ()),
    ) == read_opml(body, "x.opml")


@pytest.mark.parametrize(
    "body",
    [
        opml('<outline text="é" xmlUrl="https://a.go.id/?a=1&b=2"/>'),
        opml('<outline text="é" xmlUrl="https://a.go.id/?a=1&amp;b=2"/>').decode().encode("windows-1252"),
        opml('<outline text="é" xmlUrl="https://a.go.id/?a=1&amp;b=2"/>', "").decode().encode("utf-16"),
        opml('<outline text="é" xmlUrl="https://a.go.id/?a=1&amp;b=2"/>', '<?xml version="1.0" encoding="utf-9"?>'),
        b"\xef\xbb\xbf" + opml('<outline text="&#233;" xmlUrl=" https://a.go.id/?a=1&amp;b=2 "/>'),
    ],
)
def test_faulty_but_readable_lists_are_read(body: bytes) -> None:
    """
    Bare ampersands and wrong charsets are what real programs write.
    """
    assert (Outline("é", "https://a.go.id/?a=1&b=2"),) == read_opml(body, "x.opml")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"<html></html>", "not_a_feed"),
        (b"bukan xml", "not_a_feed"),
        (opml("<outline"), "malformed"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]>' + opml('<outline text="&a;" xmlUrl="http://a/"/>', ""), "malformed"),
        (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + opml('<outline text="&a;"/>', ""), "malformed"),
        (opml("<outline>" * 200_000), "malformed"),
        (b" " * 10_000_001, "too_large"),
    ],
)
def test_what_is_no_list_has_its_own_name(body: bytes, code: str) -> None:
    """
    The wrong file is told as such, and a hostile one harms nothing.
    """
    with pytest.raises(ParseError) as caught:
        read_opml(body, "x.opml")

    assert code == caught.value.code


@given(
    st.lists(
        st.builds(Outline, NAMES, NAMES.map("https://a.go.id/".__add__), st.lists(NAMES, max_size=3).map(tuple)),
        unique_by=lambda o: o.url,
    )
)
def test_what_is_written_can_be_read(outlines: list[Outline]) -> None:
    """
    A list given away comes back whole.
    """
    assert set(outlines) == set(read_opml(write_opml(outlines, "Sumber & <lain>"), "x.opml"))
