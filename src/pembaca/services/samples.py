"""The articles that come with the program: the guide and one real article. Never part of the library."""

from __future__ import annotations

from functools import cache
from pathlib import Path, PurePath

from pembaca import i18n
from pembaca.document import Document, decode
from pembaca.model import Sample
from pembaca.resources import resource

ARTICLE, GUIDE = -1, -2


def samples() -> tuple[Sample, ...]:
    """Return the article, then the guide in the language in use."""
    guide = "panduan.en.json" if i18n.current() == "en" else "panduan.json"
    return Sample(ARTICLE, _read("artikel.json"), "Kementerian Hukum"), Sample(GUIDE, _read(guide), "Pembaca")


def sample_media(name: str) -> Path:
    """Return the picture *name* of a sample; only its last part counts, so that it never leads elsewhere."""
    return resource("samples") / PurePath(name).name


@cache
def _read(name: str) -> Document:
    return decode((resource("samples") / name).read_bytes())
