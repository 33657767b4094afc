"""Facts of JSON Feed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.errors import ParseError
from pembaca.feeds.parse import parse
from pembaca.model import ParsedFeed

URL = "https://a.go.id/feed.json"


def read(**fields: Any) -> ParsedFeed:
    return parse(json.dumps({"version": "https://jsonfeed.org/version/1.1", **fields}).encode(), URL, "application/feed+json")


def test_an_item_is_read_whole() -> None:
    """
    The newest of the formats gives what the old ones give.
    """
    feed = read(
        title="Berita",
        home_page_url="https://a.go.id/",
        language="id",
        items=[
            {
                "id": "1",
                "url": "/x",
                "title": "Judul & isi",
                "content_html": "<p>Isi.</p>",
                "date_published": "2026-06-05T09:30:00+07:00",
                "authors": [{"name": "Budi"}],
                "attachments": [{"url": "https://a.go.id/surat.pdf", "mime_type": "application/pdf", "title": "Surat"}],
            }
        ],
    )
    (entry,) = feed.entries

    assert ("Berita", "https://a.go.id/", "id") == (feed.title, feed.site_url, feed.language)
    assert ("1", "https://a.go.id/x", "Judul & isi", "Budi", True) == (
        entry.guid,
        entry.url,
        entry.title,
        entry.byline,
        entry.is_full,
    )
    assert '<p>Isi.</p><p><a href="https://a.go.id/surat.pdf">Surat</a></p>' == entry.html
    assert entry.published is not None
    assert "2026-06-05T09:30:00+07:00" == entry.published.isoformat()


def test_version_1_and_plain_text_are_read() -> None:
    """
    Plain text stays plain: its signs are signs, its blank lines part paragraphs.
    """
    feed = read(
        version="https://jsonfeed.org/version/1", author={"name": "Redaksi"}, items=[{"id": 7, "content_text": "a < b\n\n<c>"}]
    )

    assert ("7", "<p>a &lt; b</p><p>&lt;c&gt;</p>", "Redaksi") == (
        feed.entries[0].guid,
        feed.entries[0].html,
        feed.entries[0].byline,
    )


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"items": []}', "not_a_feed"),
        (b"{", "not_a_feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "malformed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": 3}', "not_a_feed"),
        (b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 100_000, "malformed"),
    ],
)
def test_other_json_is_no_feed(body: bytes, code: str) -> None:
    """
    An error message in JSON is told as what it is.
    """
    with pytest.raises(ParseError) as caught:
        parse(body, URL, None)

    assert code == caught.value.code


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "url", "title", "items", "authors", "author", "name", "content_html", "summary", "attachments"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@given(st.lists(JSON, max_size=4))
def test_wrong_types_are_left_out(items: list[object]) -> None:
    """
    A careless program's feed costs its odd items at most.
    """
    assert len(read(items=items).entries) <= len(items)


def test_the_items_before_a_fault_are_read_with_their_letters() -> None:
    """
    A comma too many, a letter of windows-1252 or a broken line costs what stands behind it, and not the list.
    """
    head = b'{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": ['
    first, second = b'{"id": "1", "title": "Caf\xe9 \x93satu\x94"}', b'{"id": "2", "title": "Dua"}'
    for rest in (b", , " + second + b"]}", b", " + second[:12], b"," + second[:-1] + b', "x": tidak}]}'):
        feed = parse(head + first + rest, "https://a.go.id/feed.json", None)

        assert ("T", "damaged") == (feed.title, feed.warnings[0])
        assert "Café “satu”" == feed.entries[0].title
