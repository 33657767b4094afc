"""The look tells its widgets of a change, and of nothing else."""

from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from pembaca.settings import Settings
from pembaca.ui.look import Look


@pytest.mark.parametrize("change", [{"article_px": 64}, {"theme": "gelap"}, {"typeface": "dejavu"}, {"line_spacing": "wide"}])
def test_every_change_of_the_look_is_told_once(qtbot: QtBot, change: dict[str, object]) -> None:
    """
    What was measured under another look is thrown away by its number.
    """
    look, told = Look(), list[int]()
    look.apply(Settings(theme="terang"))
    look.changed.connect(lambda: told.append(look.revision))
    before = look.revision
    look.apply(msgspec.structs.replace(Settings(theme="terang"), **change))

    assert [before + 1] == told


def test_settings_that_look_the_same_lay_nothing_out_anew(qtbot: QtBot) -> None:
    """
    A start, or a louder voice, must not draw the whole window twice.
    """
    look, told = Look(), list[int]()
    look.apply(Settings())
    look.changed.connect(lambda: told.append(look.revision))
    look.apply(Settings(volume=40, rate_wpm=300, last_article=7))

    assert [] == told
