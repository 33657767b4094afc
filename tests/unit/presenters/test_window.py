"""pembaca.presenters.window: each command has its deed, Escape goes back one step, and the place can be asked for."""

from __future__ import annotations

import pytest
from tests.unit.presenters.parts import Desk, store

from pembaca.presenters.commands import CommandId


def test_every_command_can_be_carried_out(desk: Desk) -> None:
    """
    A command in the menu that leads nowhere would be found by a person.
    """
    store(desk.library, "Satu", "Dua")
    desk.articles.start()
    desk.jobs.work()
    idle = []
    for command in CommandId:
        before = (len(desk.views.told), len(desk.voice.sent), desk.views.current)
        desk.window.do(command)
        desk.jobs.work()
        if before == (len(desk.views.told), len(desk.voice.sent), desk.views.current):
            idle.append(command)

    assert [] == idle


@pytest.mark.parametrize(
    ("command", "order", "argument"),
    [
        (CommandId.FIND, "open_find", None),
        (CommandId.SEARCH, "focus_search", None),
        (CommandId.NEXT_PANE, "focus_pane", 1),
        (CommandId.PREVIOUS_PANE, "focus_pane", -1),
        (CommandId.APPEARANCE, "open_panel", "appearance"),
        (CommandId.FEEDS, "open_panel", "feeds"),
        (CommandId.VOICE, "open_panel", "voice"),
        (CommandId.LANGUAGE, "change_language", None),
        (CommandId.QUIT, "quit", None),
    ],
)
def test_what_only_the_window_can_do_is_handed_to_it(desk: Desk, command: CommandId, order: str, argument: object) -> None:
    """
    Panels, the focus and the end belong to the window.
    """
    desk.window.do(command)

    assert (order, argument) in desk.views.told


def test_a_panel_is_filled_before_it_is_shown(desk: Desk) -> None:
    """
    Who opens the sources hears their names, not an empty panel.
    """
    store(desk.library, "Satu")
    desk.window.do(CommandId.FEEDS)
    orders = [name for name, _ in desk.views.told]

    assert orders.index("show_feeds") < orders.index("open_panel")


_STEPS = ("close_find", "close_panel", "close_fault", "leave_search", "go_back")


@pytest.mark.parametrize("open_step", _STEPS)
def test_escape_ends_one_thing_and_leaves_the_rest(desk: Desk, open_step: str) -> None:
    """
    Find, panel, notice, search field, page: the first that is open is ended, and nothing after it is asked.
    """
    desk.views.answers = {open_step: True}
    desk.views.told.clear()
    desk.window.do(CommandId.STOP)

    asked = [name for name, _ in desk.views.told if name in _STEPS]
    assert list(_STEPS[: _STEPS.index(open_step) + 1]) == asked


def test_escape_silences_before_it_goes_anywhere(desk: Desk) -> None:
    """
    Whatever is open: the first Escape is for the ears.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.jobs.work()
    desk.reader.toggle()
    desk.views.told.clear()
    desk.window.do(CommandId.STOP)

    assert not desk.voice.is_playing
    assert [] == [name for name, _ in desk.views.told if name in _STEPS]
    assert ["Berhenti"] == desk.views.of("say")


def test_escape_leaves_a_search(desk: Desk) -> None:
    """
    The list comes back as it was, and says its name.
    """
    store(desk.library, "Satu", "Dua", text="Isi pendek.")
    desk.articles.start()
    desk.articles.search("Dua")
    assert ["Dua"] == [item.title for item in desk.views.items]
    desk.window.do(CommandId.STOP)

    assert ["Satu", "Dua"] == [item.title for item in desk.views.items]
    assert "Berita" == desk.views.of("say")[-1]


def test_where_am_i_names_article_sentence_and_part(desk: Desk) -> None:
    """
    One key tells what a glance at the reading bar tells.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.jobs.work()
    desk.window.do(CommandId.WHERE_AM_I)
    assert "Satu, kalimat 1 dari 4, 25 persen, tidak sedang dibacakan" == desk.views.of("say")[-1]

    desk.reader.toggle()
    desk.window.do(CommandId.WHERE_AM_I)

    assert desk.views.of("say")[-1].endswith(", sedang dibacakan")


def test_where_am_i_before_the_sentences_are_known_names_the_article(desk: Desk) -> None:
    """
    The key never stays without an answer.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.window.do(CommandId.WHERE_AM_I)

    assert "Satu, tidak sedang dibacakan" == desk.views.of("say")[-1]


def test_where_am_i_without_an_article_says_so(desk: Desk) -> None:
    """
    A library may be empty.
    """
    desk.window.do(CommandId.WHERE_AM_I)

    assert "Belum ada artikel yang terbuka" == desk.views.of("say")[-1]
