"""Facts of addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.content.addresses import image_address, link_address

BASE = "https://a.go.id/berita/satu"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("/x", "https://a.go.id/x"),
        ("dua?x=1#y", "https://a.go.id/berita/dua?x=1#y"),
        ("//cdn.go.id/x", "https://cdn.go.id/x"),
        ("https://host//images/x", "https://host/images/x"),
        (" /a b ", "https://a.go.id/a%20b"),
        ("/berita/é", "https://a.go.id/berita/%C3%A9"),
        ("mailto:a@b.id", "mailto:a@b.id"),
        ("HTTPS://A.go.id/x", "https://A.go.id/x"),
        ("#atas", ""),
        ("", ""),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("\x01javascript:alert(1)", ""),
        ("java\u200bscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("vbscript:x", ""),
        ("https://", ""),
        ("https://[::1", ""),
    ],
)
def test_only_harmless_addresses_come_through(written: str, address: str) -> None:
    """
    A link opens a page or a letter, nothing else.
    """
    assert address == link_address(written, BASE)


@given(st.text(max_size=60))
def test_any_text_gives_a_harmless_address_or_none(written: str) -> None:
    """
    No disguise gets through.
    """
    address = link_address(written, BASE)

    assert address == "" or address.startswith(("http://", "https://", "mailto:"))
    assert address.isascii() or address.partition("?")[0]
    assert not any(ord(char) <= 32 for char in address)


@pytest.mark.parametrize(
    ("attributes", "address"),
    [
        ({"src": "/a.jpg"}, "https://a.go.id/a.jpg"),
        ({"src": "data:image/gif;base64,AA", "data-src": "/a.jpg"}, "https://a.go.id/a.jpg"),
        ({"src": "/placeholder.png", "srcset": "/a-300.jpg 300w, /a-1200.jpg 1200w"}, "https://a.go.id/a-1200.jpg"),
        ({"srcset": "/a.jpg 1x, /b.jpg 2x"}, "https://a.go.id/b.jpg"),
        ({"src": "images/x.jpg#joomlaImage://local-images/x.jpg?width=9"}, "https://a.go.id/berita/images/x.jpg"),
        ({"src": "/logo.svg?v=1"}, ""),
        ({"src": "data:image/png;base64,AA"}, ""),
        ({}, ""),
    ],
)
def test_the_real_picture_is_found(attributes: dict[str, str], address: str) -> None:
    """
    Lazy loading hides the picture from who has no script.
    """
    assert address == image_address(attributes, BASE)
