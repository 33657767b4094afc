"""Every pair of colours that can meet on screen is told apart easily, in every theme."""

from __future__ import annotations

import json
import re
from itertools import product
from typing import Any

import pytest

from pembaca.resources import resource

_RAW: dict[str, Any] = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
_THEMES = [theme for theme in _RAW["themes"] if "roles" in theme]
_TEXT, _SHAPE, _STEP = 7.0, 3.0, 1.5  # WCAG 2.2: 1.4.6 AAA for words, 1.4.11 for shapes; the step between fills is our own
_PLAIN = ("background", "surface", "surface_raised")
_UNDER = (*_PLAIN, "accent_soft")  # accent_soft: chosen row, touched button, changed words
_ROLES = {
    "background", "surface", "surface_raised", "text", "text_secondary", "border", "accent", "on_accent", "accent_soft", "focus",
    "highlight_sentence", "on_highlight_sentence", "highlight_sentence_edge", "highlight_word", "on_highlight_word", "selection",
    "on_selection", "link", "unread_mark", "success", "warning", "danger", "disabled_text",
}  # fmt: skip
# what it is, least contrast, colours in front, colours behind: each in front is tried on each behind
_RULES = (
    ("text", _TEXT, ("text", "text_secondary", "link"), _UNDER),
    ("status words and icons", _TEXT, ("success", "warning", "danger"), _UNDER),
    ("text in the lit sentence", _TEXT, ("on_highlight_sentence", "text", "link"), ("highlight_sentence",)),
    ("text in the lit word", _TEXT, ("on_highlight_word",), ("highlight_word",)),
    ("selected text", _TEXT, ("on_selection",), ("selection",)),
    ("text on accent", _TEXT, ("on_accent",), ("accent",)),
    ("control border", _SHAPE, ("border",), _UNDER),
    ("accent as fill, bar, icon, line under changed words", _SHAPE, ("accent",), (*_UNDER, "highlight_sentence")),
    ("focus ring", _SHAPE, ("focus",), _UNDER),
    ("unread mark", _SHAPE, ("unread_mark",), _UNDER),
    ("edge of the lit sentence", _SHAPE, ("highlight_sentence_edge",), ("surface", "highlight_sentence", "accent_soft")),
    ("selection against page", _SHAPE, ("selection",), ("surface", "highlight_sentence", "accent_soft")),
    ("disabled words", _SHAPE, ("disabled_text",), _UNDER),
)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_the_one_of_wcag() -> None:
    """
    A wrong formula would pass every theme.
    """
    assert 21.0 == pytest.approx(_contrast("#000000", "#FFFFFF"))
    assert 4.48 == pytest.approx(_contrast("#777777", "#FFFFFF"), abs=0.01)


def test_there_are_eight_themes_and_one_follows_the_system() -> None:
    """
    The panel Tampilan offers seven themes and the system's own choice.
    """
    known = {theme["id"] for theme in _RAW["themes"]}
    follow = next(theme["derived"] for theme in _RAW["themes"] if "derived" in theme)

    assert 8 == len(known)
    assert 7 == len(_THEMES)
    assert {"light", "dark", "high_contrast_light", "high_contrast_dark"} == set(follow) - {"source"}
    assert known >= {value for name, value in follow.items() if name != "source"}


@pytest.mark.parametrize("theme", _THEMES, ids=lambda theme: theme["id"])
def test_theme_names_every_role_as_a_colour(theme: dict[str, Any]) -> None:
    """
    A missing colour would come out as black, perhaps on black.
    """
    assert theme["roles"].keys() == _ROLES
    assert [] == [role for role, value in theme["roles"].items() if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value)]


@pytest.mark.parametrize("theme", _THEMES, ids=lambda theme: theme["id"])
@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule[0])
def test_colours_that_meet_can_be_told_apart(
    theme: dict[str, Any], rule: tuple[str, float, tuple[str, ...], tuple[str, ...]]
) -> None:
    """
    Words need 7:1 and shapes 3:1 for people with low vision.
    """
    _label, least, fronts, backs = rule
    roles = theme["roles"]

    weak = {(front, back): _contrast(roles[front], roles[back]) for front, back in product(fronts, backs)}

    assert {} == {pair: round(ratio, 2) for pair, ratio in weak.items() if ratio < least}


@pytest.mark.parametrize("theme", _THEMES, ids=lambda theme: theme["id"])
def test_lit_word_stands_out_from_its_sentence(theme: dict[str, Any]) -> None:
    """
    The word being heard is found at once: by its fill, or by a line under it that is seen against both.
    """
    word, sentence = theme["roles"]["highlight_word"], theme["roles"]["highlight_sentence"]
    edge = theme["roles"]["highlight_sentence_edge"]

    has_step = _contrast(word, sentence) >= _STEP
    has_line = min(_contrast(edge, word), _contrast(edge, sentence)) >= _SHAPE

    assert has_step or has_line
