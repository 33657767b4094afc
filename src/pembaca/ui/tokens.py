"""Read the design tokens: colours by role, sizes, spaces. Values only; nothing here draws."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from PySide6.QtGui import QColor

from pembaca.resources import resource


class Colours(msgspec.Struct, frozen=True):
    """The colours of one theme by role; no widget names a colour in any other way."""

    background: QColor
    surface: QColor
    surface_raised: QColor
    text: QColor
    text_secondary: QColor
    border: QColor
    accent: QColor
    on_accent: QColor
    accent_soft: QColor
    focus: QColor
    highlight_sentence: QColor
    on_highlight_sentence: QColor
    highlight_sentence_edge: QColor
    highlight_word: QColor
    on_highlight_word: QColor
    selection: QColor
    on_selection: QColor
    link: QColor
    unread_mark: QColor
    success: QColor
    warning: QColor
    danger: QColor
    disabled_text: QColor


class Theme(msgspec.Struct, frozen=True):
    """One theme. ``is_flat``: regions are divided by a line and every button is outlined."""

    id: str
    name: dict[str, str]
    is_dark: bool
    is_flat: bool
    roles: Colours


class LightShape(msgspec.Struct, frozen=True):
    """The box of a lit sentence or word, in em of the letters it lies under."""

    above_em: float
    below_em: float
    side_em: float
    radius_em: float
    line_end_em: float = 0.0
    snap_em: float = 0.0
    underline_below_contrast: float = 0.0


class Article(msgspec.Struct, frozen=True):
    """The type of the page, px at 96 dpi and factors of the article size."""

    default: int
    min: int
    max: int
    steps: tuple[int, ...]
    line_height: float
    paragraph_gap_em: float
    max_characters: int
    min_characters_two_columns: int
    title_factor: float
    title_cap: int
    title_line_height: float
    title_weight: int
    title_letter_em: float
    meta_factor: float
    caption_factor: float
    side_px_cap: int


class Chrome(msgspec.Struct, frozen=True):
    """The type around the page: base size, and factors of it."""

    base_factor: float
    base_min: int
    base_cap: int
    width_per_px: float
    never_under: int
    small: float
    label: float
    row_meta: float
    row_title: float
    play: float
    heading: float
    wordmark: float
    message_title: float
    line_height: float


class Tokens(msgspec.Struct, frozen=True):
    """All of ``tokens.json``. Numbers are px at 96 dpi and chrome base 20 unless their name says otherwise."""

    themes: tuple[Theme, ...]
    follow: dict[str, str]
    follow_name: dict[str, str]
    space: dict[str, int]
    radius: dict[str, int]
    sentence_light: LightShape
    word_light: LightShape
    stroke: dict[str, float]
    families: tuple[str, ...]
    article: Article
    chrome: Chrome
    icon: dict[str, int]
    control: dict[str, int]
    layout: dict[str, Any]
    motion: dict[str, dict[str, Any]]

    def theme(self, theme_id: str) -> Theme:
        """Return the theme of that id, or the first one."""
        return next((theme for theme in self.themes if theme.id == theme_id), self.themes[0])


@cache
def tokens() -> Tokens:
    """Read ``tokens.json`` once."""
    raw = msgspec.json.decode(resource("tokens.json").read_bytes())
    follow = next(theme for theme in raw["themes"] if "derived" in theme)
    return Tokens(
        themes=tuple(_theme(theme) for theme in raw["themes"] if "roles" in theme),
        follow=follow["derived"],
        follow_name=follow["name"],
        space=raw["space"],
        radius=raw["radius"],
        sentence_light=msgspec.convert(raw["light"]["sentence"], LightShape),
        word_light=msgspec.convert(raw["light"]["word"], LightShape),
        stroke=raw["stroke"],
        families=tuple(raw["type"]["family"]),
        article=msgspec.convert(raw["type"]["article"], Article),
        chrome=msgspec.convert(raw["type"]["chrome"], Chrome),
        icon=raw["icon"],
        control=raw["control"],
        layout=raw["layout"],
        motion=raw["motion"],
    )


def _theme(raw: dict[str, Any]) -> Theme:
    return Theme(
        id=raw["id"],
        name=raw["name"],
        is_dark=raw["dark"],
        is_flat=raw["flat"],
        roles=Colours(**{role: QColor(value) for role, value in raw["roles"].items()}),
    )
