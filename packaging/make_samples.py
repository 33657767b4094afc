"""Build the sample article from the saved page, with the program's own pipeline. Run it from the checkout: it needs no network.

PYTHONPATH=src python packaging/make_samples.py
"""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import msgspec

from pembaca.content.article import from_page
from pembaca.content.images import reencode
from pembaca.document import Document, Image, encode
from pembaca.feeds.parse import parse

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "tests" / "data" / "seed"
SAMPLES = ROOT / "resources" / "samples"


def main() -> None:
    """Write ``artikel.json`` and its pictures, and put the guides into their stable serial form."""
    (entry,) = parse((SITE / "feed.xml").read_bytes(), "https://www.kemenkumham.go.id/", "application/rss+xml").entries
    page = (SITE / "article.html").read_bytes()
    document = from_page(
        page, entry.url, "text/html; charset=utf-8", title=entry.title, published=entry.published, byline=entry.byline
    )
    write("artikel.json", with_pictures(document))
    for name in ("panduan.json", "panduan.en.json"):
        write(name, msgspec.json.decode((SAMPLES / name).read_bytes(), type=Document))


def with_pictures(document: Document) -> Document:
    """Store the pictures beside the sample, small enough for a package."""
    blocks = []
    for block in document.blocks:
        if isinstance(block, Image):
            picture = reencode((SITE / unquote(urlsplit(block.url).path).lstrip("/")).read_bytes(), block.url)
            media = f"artikel-{sum(isinstance(done, Image) for done in blocks) + 1}.{picture.extension}"
            (SAMPLES / media).write_bytes(picture.body)
            block = msgspec.structs.replace(block, media=media, width=picture.width, height=picture.height)
        blocks.append(block)
    return msgspec.structs.replace(document, blocks=tuple(blocks))


def write(name: str, document: Document) -> None:
    """Write the serial form, indented so that a change can be read."""
    text = json.dumps(json.loads(encode(document)), ensure_ascii=False, indent=1)
    (SAMPLES / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
