"""The articles that come with the program: an article of the ministry, and the spoken guide. They are never stored."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pembaca import i18n
from pembaca.document import Document, decode
from pembaca.resources import resource

_ARTICLE: Final = "artikel.json"
_GUIDES: Final = {"id": "panduan.json", "en": "panduan.en.json"}


def samples() -> tuple[Document, ...]:
    """Return the article and the guide in the language in use, in the order of the list."""
    return tuple(decode(_file(name).read_bytes()) for name in (_ARTICLE, _GUIDES[i18n.current()]))


def guide() -> Document:
    """Return the guide alone, for the help page."""
    return decode(_file(_GUIDES[i18n.current()]).read_bytes())


def sample_media(name: str) -> Path:
    """Return the file of a sample's picture, the ``media`` of its Image; which need not be there."""
    return _file(Path(name).name)


def _file(name: str) -> Path:
    return resource("samples") / name
