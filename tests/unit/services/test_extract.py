"""Facts of reading one page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.servers import SEED, serving

from pembaca.cancel import CancelToken
from pembaca.document import Image, Paragraph
from pembaca.errors import ContentError, FetchError
from pembaca.feeds.fetch import PAGE_LIMIT, Fetcher, Timeouts
from pembaca.services.extract import extract

EXPECTED = json.loads((SEED / "expected_article.json").read_bytes())


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(Timeouts(1, 1, 3)) as fetcher:
        yield fetcher


def test_a_saved_page_is_read(fetcher: Fetcher) -> None:
    """
    A page on a stick can be read without any network.
    """
    document = extract(str(SEED / "article.html"), EXPECTED["url"], fetcher, CancelToken())

    assert EXPECTED["paragraphs"] == [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert (EXPECTED["title"], EXPECTED["credit_text"], EXPECTED["url"]) == (document.title, document.credit, document.url)
    assert [image["url"] for image in EXPECTED["images"]] == [block.url for block in document.blocks if isinstance(block, Image)]


def test_an_address_is_read(fetcher: Fetcher) -> None:
    """
    One page can be read without subscribing to anything.
    """
    with serving(seed=SEED) as site:
        document = extract(site.url + "/a/ketika-birokrasi-kita-mendadak-digital", None, fetcher, CancelToken())

    assert (EXPECTED["title"], site.url + "/a/ketika-birokrasi-kita-mendadak-digital") == (document.title, document.url)


def test_a_text_file_is_read(fetcher: Fetcher, tmp_path: Path) -> None:
    """
    Plain text is an article too.
    """
    (tmp_path / "berita.txt").write_text("Judul\n\nIsi satu.\n\nIsi dua.", encoding="utf-8")

    assert "Judul\nIsi satu.\nIsi dua." == extract(str(tmp_path / "berita.txt"), None, fetcher, CancelToken()).text


@pytest.mark.parametrize(
    ("name", "size", "code"), [("tidak-ada.html", None, "no_file"), ("besar.html", PAGE_LIMIT + 1, "too_large")]
)
def test_a_file_that_cannot_be_read_has_its_own_name(
    fetcher: Fetcher, tmp_path: Path, name: str, size: int | None, code: str
) -> None:
    """
    The person is told what is wrong with the file.
    """
    if size:
        (tmp_path / name).write_bytes(b" " * size)

    with pytest.raises(ContentError) as caught:
        extract(str(tmp_path / name), None, fetcher, CancelToken())

    assert code == caught.value.code


def test_other_schemes_are_refused(fetcher: Fetcher) -> None:
    """
    An address is never taken for a file.
    """
    with pytest.raises(FetchError) as caught:
        extract("file:///etc/passwd", None, fetcher, CancelToken())

    assert "unsupported_scheme" == caught.value.code
