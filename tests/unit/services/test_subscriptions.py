"""Facts of typed addresses."""

from __future__ import annotations

import pytest

from pembaca.services.subscriptions import address, is_fetchable


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("https://www.kemenkum.go.id/berita?format=feed", "https://www.kemenkum.go.id/berita?format=feed"),
        (" HTTPS://setkab.go.id/feed/ \n", "https://setkab.go.id/feed/"),
        ("setkab.go.id/feed", "https://setkab.go.id/feed"),
        ("//setkab.go.id/feed", "https://setkab.go.id/feed"),
        ("localhost:8000/feed", "https://localhost:8000/feed"),
        ("127.0.0.1:8000", "https://127.0.0.1:8000"),
        ("http://127.0.0.1:8000/feed", "http://127.0.0.1:8000/feed"),
        ("feed://setkab.go.id/feed", "https://setkab.go.id/feed"),
        ("feed:http://setkab.go.id/feed", "http://setkab.go.id/feed"),
        ("java\nscript:alert(1)", "javascript:alert(1)"),
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("", ""),
    ],
)
def test_address_is_read_as_it_was_meant(typed: str, expected: str) -> None:
    """
    An address copied from a letter carries blanks and lacks its scheme; what is no web address stays recognisable.
    """
    assert expected == address(typed)


@pytest.mark.parametrize(
    "url",
    [
        "https://contoh.go.id/feed",
        "http://localhost:8000/",
        "http://127.0.0.1:65535/",
        "http://127.1/",
        "http://[::1]:80/",
        "http://[fe80::1%25eth0]/",
        "https://contoh_baru.go.id./",
        "https://büro.example/",
        "https://ani:rahasia@contoh.go.id/",
        "https://3.contoh.go.id/",
    ],
)
def test_possible_addresses_are_taken(url: str) -> None:
    """
    Whatever a network may know, from the office's server to a name with letters of another language.
    """
    assert is_fetchable(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://contoh.go.id/",
        "https://",
        "http:///feed",
        "http://127.0.0.1:99999/",
        "http://contoh.go.id:0/",
        "http://contoh.go.id:http/",
        "http://\ufffd/",
        "http://contoh..go.id/",
        "http://-/",
        "http://1.2.3.999/",
        "http://[::1/",
        "http://[xyz]/",
        "http://<contoh>/",
        f"http://{'a' * 64}.id/",
        f"http://{'a.' * 200}id/",
    ],
)
def test_impossible_addresses_are_not(url: str) -> None:
    """
    What can never work is told at once and not at every refresh for years.
    """
    assert not is_fetchable(url)
