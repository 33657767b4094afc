"""Facts of decoding: the right letters from honest and dishonest pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.content.decode import decode

TEXT = "“Café” – Rp1.000…"


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
        (TEXT.encode("utf-16"), "text/html; charset=utf-8"),
        (TEXT.encode("windows-1252"), None),
        (TEXT.encode("windows-1252"), "text/html; charset=ISO-8859-1"),
        (TEXT.encode("windows-1252"), "text/html; charset=utf-8"),
        (TEXT.encode(), "text/html; charset=latin1"),
        (TEXT.encode(), "text/html; charset=tidak-ada"),
        (TEXT.encode(), "text/html; charset=windows-1251"),
        (TEXT.encode(), "text/html; charset=hex"),
    ],
)
def test_the_letters_are_right_whatever_the_header_says(body: bytes, header: str | None) -> None:
    """
    A wrong charset turns every quotation mark into noise that is read aloud.
    """
    assert TEXT == decode(body, header)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "UTF8", "utf-16"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_the_letters_are_right_whatever_the_meta_says(charset: str, encoding: str) -> None:
    """
    Templates declare one thing, editors paste another.
    """
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">{TEXT}'

    assert page == decode(page.encode(encoding))


def test_both_kinds_in_one_page_are_read() -> None:
    """
    One paragraph pasted from Word does not spoil the rest.
    """
    assert "“satu” “dua”" == decode("“satu” ".encode() + "“dua”".encode("windows-1252"), "text/html; charset=utf-8")


def test_a_letter_cut_in_two_leaves_nothing() -> None:
    """
    Site systems cut an introduction by bytes; "â€" is no word of any language.
    """
    assert "“satu”…  dua" == decode("“satu”… ".encode() + b"\xe2\x80 dua", "text/html; charset=utf-8")


def test_other_declared_charsets_are_obeyed() -> None:
    """
    Not every page is Western.
    """
    assert "Привет" == decode("Привет".encode("koi8-r"), "text/html; charset=koi8-r")


def test_a_cut_last_character_leaves_nothing() -> None:
    """
    A page cut off at the limit ends with a whole letter.
    """
    assert "caf" == decode("café".encode()[:-1])


def test_utf_16_without_a_mark_is_seen() -> None:
    """
    Zeros at every other byte say enough.
    """
    assert "<html>halo" == decode("<html>halo".encode("utf-16-le"))


@given(st.binary(max_size=200), st.sampled_from([None, "text/html; charset=utf-8", "x; charset=latin1", "charset=utf-16"]))
def test_any_bytes_give_text(body: bytes, header: str | None) -> None:
    """
    No page can stop the program with its bytes: what comes out can be stored, and no bad byte takes good letters with it.
    """
    text = decode(b"<p>Halo</p>" + body, header)

    assert text == text.encode("utf-8").decode("utf-8")
    if 0 not in body and header != "charset=utf-16":
        assert "<p>Halo</p>" == text[:11]
