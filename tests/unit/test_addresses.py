"""Facts of addresses as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.addresses import feed_name, masked, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://contoh.go.id/feed", "https://contoh.go.id/feed"),
        ("https://ani:rahasia@contoh.go.id/feed", "https://ani:•••@contoh.go.id/feed"),
        ("https://ani:r@h:a/x@contoh.go.id", "https://ani:•••@h:a/x@contoh.go.id"),
        ("https://ani:r@h:asia@contoh.go.id", "https://ani:•••@contoh.go.id"),
        ("https://:rahasia@[::1]:80/", "https://:•••@[::1]:80/"),
        ("https://ani@contoh.go.id/a:b@c", "https://ani@contoh.go.id/a:b@c"),
        ("https://contoh.go.id:8080/surat@x", "https://contoh.go.id:8080/surat@x"),
        ("timeout: http://a:b@c/d, http://e:f@g/h", "timeout: http://a:•••@c/d, http://e:•••@g/h"),
        ("tanpa alamat: a:b@c", "tanpa alamat: a:b@c"),
    ],
)
def test_a_password_is_not_shown(text: str, expected: str) -> None:
    """
    Whoever looks over one's shoulder, hears the screen reader or gets the log does not learn it.
    """
    assert expected == masked(text)


def test_a_long_address_is_cut_in_the_middle() -> None:
    """
    Nobody wants to hear three thousand letters; the site at its beginning and the end tell which one it is.
    """
    url = f"https://contoh.go.id/{'x' * 3000}/berita-akhir"

    assert shown(url).startswith("https://contoh.go.id/xxx") and shown(url).endswith("/berita-akhir")
    assert 111 == len(shown(url))
    assert "https://contoh.go.id/feed" == shown("https://contoh.go.id/feed")


def test_a_feed_without_a_title_is_called_by_its_address() -> None:
    """
    A name is never empty, and never a password.
    """
    assert "https://a:•••@b.id" == feed_name("", "https://a:b@b.id")
    assert "Berita" == feed_name("Berita", "https://a:b@b.id")


@given(st.text(alphabet="ab:/@?#• \n", max_size=40), st.text(alphabet="xyz!:", min_size=1, max_size=12))
def test_no_password_survives_whatever_follows(rest: str, password: str) -> None:
    """
    The rest of the address, or of the log's line, changes nothing about it.
    """
    assert f"u:{password}@" not in masked(f"http://u:{password}@h{rest}")
