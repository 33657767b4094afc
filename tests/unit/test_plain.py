"""Facts of plain text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.plain import from_markup, from_utf_8, one_line, visible


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("peme\u00adrintah\u200b", "pemerintah"),
        ("  dua\u00a0\u202f\n baris ", "dua baris"),
        ("Cafe\u0301", "Café"),
        ("\u202eterbalik\u2066", "terbalik"),
        ("nol\x00 \x07", "nol"),
        ("\x93kutip\x94", "“kutip”"),
        ("👩\u200d🦯", "👩\u200d🦯"),
        ("men\u200dgubah", "mengubah"),
        ("می\u200cروم", "می\u200cروم"),
        ("\ufdd0sel\ufdd1\ufffc", "sel"),
        ("\ud800x", "x"),
    ],
)
def test_what_cannot_be_seen_is_gone(text: str, line: str) -> None:
    """
    Search, speech and screen agree on what a word is.
    """
    assert line == one_line(text)


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("A &amp; B", "A & B"),
        ("A &amp;amp; B", "A & B"),
        ("<b>A</b>B<br>C", "AB C"),
        ("<p>A</p><p>B</p>", "A B"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("<script>x</script>A", "A"),
        ("&lt;b&gt;A&lt;/b&gt;", "A"),
        ("<!-- x -->A", "A"),
    ],
)
def test_markup_becomes_what_it_shows(markup: str, line: str) -> None:
    """
    No tag and no entity is read aloud.
    """
    assert line == from_markup(markup)


@given(st.text())
def test_a_line_is_one_line_and_stays_as_it_is(text: str) -> None:
    """
    Tidying twice changes nothing, and every line can be stored.
    """
    line = one_line(text)

    assert line == one_line(line) == visible(line)
    assert unicodedata.is_normalized("NFC", line)
    assert line == " ".join(line.split())
    line.encode()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"caf\xe9 \x93dua\x94", "café “dua”"),
        ("café ".encode() + b"\x93dua\x94", "café “dua”"),
        ("café ".encode() + b"\xe2\x80 dua", "café  dua"),
        (b"Harga naik \xe2\x80", "Harga naik "),
        (b"a\xed\xa0\xbd\xed\xb8\x80b", "a😀b"),
        (b"a\xed\xa0\x80b", "ab"),
        ("é".encode()[:1], ""),
    ],
)
def test_what_says_it_is_utf_8_is_read_as_far_as_it_is(body: bytes, text: str) -> None:
    """
    A word pasted from Word, a letter cut in two and half a smiley each cost themselves at most.
    """
    assert text == from_utf_8(body)
