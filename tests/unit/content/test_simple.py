"""Facts of reading plain paragraphs without a parser: exactly what the builder makes of them, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pembaca.content.build import build_blocks
from pembaca.content.simple import simple_paragraphs
from pembaca.content.tree import clean_tree

BASE = "https://a.go.id/berita/"
PIECES = st.sampled_from(
    [
        *("<p>", "</p>", '<p style="text-align: justify;">', "<b>", "</b>", "<em>", "</em>", "<i>", "</i>", "<span>", "</span>"),
        *('<a href="/x">', "<a href='https://b.go.id/y'>", '<a href="javascript:x">', '<a href="/surat.pdf">', "</a>", "<div>"),
        *("<br>", "<br />", " ", "\n", "\u00a0", "&nbsp;", "&amp;", "&lt;b&gt;", "&", "<", "\u200b", "\x00"),
        *("kata", "Dua kata.", "e\u0301", "“kutip”", "(a) satu", "- dua"),
    ]
)


def slow(markup: str) -> tuple[object, ...]:
    return build_blocks(clean_tree(markup, BASE), BASE)


@given(st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=8).map(lambda inner: f"<p>{''.join(inner)}</p>"))
@example('<p>satu<br>dua</p>\n<p><a href="/x">tiga</a> <b>empat</b></p>')
@example("teks saja &amp; lagi")
def test_it_reads_what_the_builder_reads(markup: str) -> None:
    """
    A faster way that read one letter differently would make the same article new again.
    """
    quick = simple_paragraphs(markup, BASE)

    assert quick is None or slow(markup) == quick


@pytest.mark.parametrize(
    "markup", ["<p class='x'>a</p>", "<p>a<img src=x></p>", "<p>a<b>b</p></b>", "a<p>b</p>", "<ul><li>a</li></ul>"]
)
def test_what_is_not_plain_is_left_to_the_parser(markup: str) -> None:
    """
    Menus, pictures and crossed tags need the parser's judgement.
    """
    assert simple_paragraphs(markup, BASE) is None
