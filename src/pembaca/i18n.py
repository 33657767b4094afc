"""Words for the person: Indonesian is the source language, other languages come from gettext catalogues."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pembaca.resources import resource

if TYPE_CHECKING:
    from gettext import NullTranslations

SOURCE, LANGUAGES = "id", ("id", "en")

_catalogue: NullTranslations | None = None  # none for the language of the source
_language = SOURCE


def use(language: str = "") -> str:
    """Speak *language* from now on ("" = the locale's; anything but English gives Indonesian) and return its code."""
    global _catalogue, _language
    _language = (language or _of_locale())[:2].lower()
    if _language not in LANGUAGES:
        _language = SOURCE
    if _language == SOURCE:
        _catalogue = None
    else:
        from gettext import translation

        _catalogue = translation("pembaca", resource("i18n"), [_language], fallback=True)
    return _language


def current() -> str:
    """Return the language in use, "id" or "en"."""
    return _language


def tr(message: str, **values: object) -> str:
    """Translate *message* (Indonesian) and fill in its {names}."""
    translated = _catalogue.gettext(message) if _catalogue is not None else message
    return translated.format(**values) if values else translated


def trn(one: str, many: str, n: int, **values: object) -> str:
    """Translate a counted message; ``{n}`` is filled in. Indonesian uses *one* for every number."""
    translated = _catalogue.ngettext(one, many, n) if _catalogue is not None else one
    return translated.format(n=n, **values)


def mark(message: str) -> str:
    """Return *message* as it is; says that it stands in a table and goes through ``tr`` later, so that it is collected."""
    return message


def _of_locale() -> str:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and value.split(".")[0] not in ("C", "POSIX"):
            return value
        if value:
            return SOURCE
    from locale import getlocale

    return getlocale()[0] or SOURCE
