"""Facts of typed addresses."""

from __future__ import annotations

import pytest

from pembaca.services.subscriptions import address


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
