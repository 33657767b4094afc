"""pembaca.presenters.automatic: how often news come by themselves, as one choice."""

from __future__ import annotations

import pytest
from tests.unit.presenters.parts import Desk

from pembaca.presenters.automatic import how_often


def _shown(desk: Desk) -> list[tuple[str, bool]]:
    return [(item.name, item.is_current) for item in desk.views.of("show_choices")[-1]]


def test_the_usual_intervals_are_offered_and_the_one_in_force_is_marked(desk: Desk) -> None:
    """
    One press sets it; nobody has to write a number.
    """
    desk.sources.automatic.show()

    names = ["Tidak", "Saat dibuka", "Tiap 15 menit", "Tiap 30 menit", "Tiap jam", "Tiap 3 jam"]
    assert [(name, name == "Tiap jam") for name in names] == _shown(desk)


@pytest.mark.parametrize(("chosen", "minutes"), [("-1", -1), ("0", 0), ("15", 15), ("180", 180)])
def test_what_is_chosen_is_kept(desk: Desk, chosen: str, minutes: int) -> None:
    """
    It holds after the next start.
    """
    desk.sources.automatic.choose(chosen)

    assert minutes == desk.settings.current.refresh_minutes
    assert minutes == desk.again().settings.current.refresh_minutes


def test_an_odd_interval_of_the_settings_file_is_shown_and_left_alone(desk: Desk) -> None:
    """
    An administrator wrote 45; looking at the panel must not change it, and one can go back to it.
    """
    desk.settings.change(refresh_minutes=45)
    desk.sources.automatic.show()
    assert ("Tiap 45 menit", True) in _shown(desk)
    assert 45 == desk.settings.current.refresh_minutes

    desk.sources.automatic.choose("60")

    assert [("Tiap 45 menit", False), ("Tiap jam", True)] == _shown(desk)[4:6]


@pytest.mark.parametrize(
    ("minutes", "words"), [(1, "Tiap 1 menit"), (90, "Tiap 90 menit"), (120, "Tiap 2 jam"), (60, "Tiap jam")]
)
def test_intervals_in_words(minutes: int, words: str) -> None:
    """
    Whole hours are said as hours.
    """
    assert words == how_often(minutes)
