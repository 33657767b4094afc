"""What the person has set, in one typed place."""

from __future__ import annotations

import codecs
import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import msgspec

from pembaca.errors import SettingsError, SettingsUnwritable

Typeface = Literal["atkinson", "dejavu", "system"]
LineSpacing = Literal["normal", "wide", "wider"]
Told = Literal["headings", "lists", "quotes", "images", "tables", "links", "credits"]
"""What is printed beside plain sentences, and said or passed over as the person wishes."""

TOLD: tuple[Told, ...] = ("headings", "lists", "quotes", "images", "tables", "links", "credits")

MIN_RATE_WPM, DEFAULT_RATE_WPM, MAX_RATE_WPM = 80, 200, 600
NEVER, AT_START = -1, 0  # as refresh_minutes
_SIZES_PX = range(8, 401)  # wider than what can be chosen
_FARTHEST_PX = 100_000  # of a window's edge
_LONGEST_MINUTES = 7 * 24 * 60


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """Settings of one library; every field has the built-in value as its default."""

    theme: str = "sistem"
    article_px: int = 28
    typeface: Typeface = "atkinson"
    line_spacing: LineSpacing = "normal"
    rate_wpm: int = DEFAULT_RATE_WPM
    volume: int = 100
    voice: str = ""
    told: tuple[Told, ...] = ("lists", "quotes", "images", "tables")
    language: str = ""
    last_article: int | None = None
    last_feed: str = ""
    window: tuple[int, int, int, int] | None = None
    is_maximized: bool = False
    media_mb: int = 2000
    refresh_minutes: int = 60  # between two refreshes that nobody asks for; 0 and -1: AT_START, NEVER


class SettingsStore:
    """Keeps the settings in one JSON file, written whole or not at all. Main thread only.

    ``warning`` is set when the file, or some fields of it, could not be read: the built-in values are then in force for what
    was lost, and the old file has been set aside beside it, as ``settings.json.rusak``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._listeners: list[Callable[[Settings], None]] = []
        self.warning: SettingsError | None = None
        self.current = self._load()

    def change(self, **fields: Any) -> Settings:
        """Change some fields, write the file, tell the listeners.

        Raises:
            SettingsUnwritable: the file could not be written; the change holds until the program ends.
        """
        changed = msgspec.structs.replace(self.current, **fields)
        if changed == self.current:
            return changed
        self.current = changed
        for listener in tuple(self._listeners):
            listener(changed)
        self._save()
        return changed

    def listen(self, listener: Callable[[Settings], None]) -> None:
        """Call *listener* after every change."""
        self._listeners.append(listener)

    def _load(self) -> Settings:
        try:
            written = self._path.read_bytes().removeprefix(codecs.BOM_UTF8)  # as Windows editors put it there
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            self.warning = SettingsError(str(self._path), str(error))
            return Settings()
        try:
            return _possible(msgspec.json.decode(written, type=Settings))
        except msgspec.DecodeError as error:
            found, dropped = _salvaged(written)
            self.warning = SettingsError(str(self._path), str(error), aside=self._set_aside(), dropped=dropped)
        self.current = _possible(found)
        if self.warning.aside and dropped:
            with contextlib.suppress(SettingsUnwritable):  # then the same is told at the next start
                self._save()
        return self.current

    def _set_aside(self) -> str:
        """Rename the file, over none that is there, and return its new name; "" if it cannot be renamed."""
        aside, number = self._path.with_name(f"{self._path.name}.rusak"), 1
        while aside.exists():
            number += 1
            aside = self._path.with_name(f"{self._path.name}.rusak-{number}")
        try:
            self._path.rename(aside)
        except OSError:
            return ""
        return str(aside)

    def _save(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(msgspec.json.format(msgspec.json.encode(self.current)))
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise SettingsUnwritable(str(self._path), str(error)) from error


def _salvaged(written: bytes) -> tuple[Settings, tuple[str, ...]]:
    """Return what can be read of a file that cannot be read as a whole, and the names of the fields that are lost.

    Nothing can be read of what is no JSON object: then no field is named.
    """
    try:
        fields = msgspec.json.decode(written, type=dict[str, msgspec.Raw])
    except msgspec.DecodeError:
        return Settings(), ()
    found, dropped = Settings(), []
    for field in msgspec.structs.fields(Settings):
        if field.name not in fields:
            continue
        try:
            value = msgspec.json.decode(fields[field.name], type=field.type)
        except msgspec.DecodeError:
            dropped.append(field.name)
        else:
            found = msgspec.structs.replace(found, **{field.name: value})
    return found, tuple(dropped)


def _possible(settings: Settings) -> Settings:
    """Return *settings* with values that no window could be drawn with, or no voice speak with, replaced by possible ones."""
    box = settings.window
    is_box = box is not None and all(abs(edge) <= _FARTHEST_PX for edge in box) and min(box[2:]) > 0
    return msgspec.structs.replace(
        settings,
        article_px=settings.article_px if settings.article_px in _SIZES_PX else Settings().article_px,
        rate_wpm=max(MIN_RATE_WPM, min(MAX_RATE_WPM, settings.rate_wpm)),
        volume=max(0, min(100, settings.volume)),
        refresh_minutes=max(-1, min(_LONGEST_MINUTES, settings.refresh_minutes)),
        window=box if is_box else None,
    )
