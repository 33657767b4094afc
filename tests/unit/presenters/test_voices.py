"""pembaca.presenters.voices: loudness, speed and voice, changed while it speaks, shown everywhere, and kept."""

from __future__ import annotations

import pytest
from tests.unit.presenters.parts import Desk, store

from pembaca.settings import SettingsStore
from pembaca.viewmodel import VoiceItem
from pembaca.voice import protocol


def test_the_bar_shows_the_speed_from_the_start(desk: Desk) -> None:
    """
    A speed of last time is not a surprise.
    """
    assert ["1,0 kali"] == desk.views.of("set_speed_text")


def test_speed_goes_by_tenths_and_is_shown_said_sent_and_kept(desk: Desk) -> None:
    """
    Bar and panel never say different speeds.
    """
    desk.voices.change_rate(1)

    assert 220 == desk.settings.current.rate_wpm == SettingsStore(desk.settings._path).current.rate_wpm
    assert "1,1 kali" == desk.views.of("set_speed_text")[-1] == desk.views.of("show_speed")[-1]
    assert "Kecepatan 1,1 kali" == desk.views.of("say")[-1]


@pytest.mark.parametrize(("wpm", "steps", "expected"), [(590, 1, 600), (600, 5, 600), (90, -1, 80), (80, -3, 80)])
def test_speed_stays_within_what_the_voice_can_do(desk: Desk, wpm: int, steps: int, expected: int) -> None:
    """
    A key held down does not lead into nonsense.
    """
    desk.settings.change(rate_wpm=wpm)
    desk.voices.change_rate(steps)

    assert expected == desk.settings.current.rate_wpm


@pytest.mark.parametrize(("volume", "steps", "expected"), [(100, 1, 100), (100, -1, 90), (5, -1, 0), (0, 1, 10)])
def test_loudness_goes_by_tens_between_nothing_and_all(desk: Desk, volume: int, steps: int, expected: int) -> None:
    """
    It is the application's own loudness: the screen reader keeps its own.
    """
    desk.settings.change(volume=volume)
    desk.voices.change_volume(steps)

    assert expected == desk.settings.current.volume
    assert protocol.SetVolume(expected) == desk.voice.sent[-1]
    assert f"Volume {expected} dari 100" == desk.views.of("say")[-1]


def test_the_panel_offers_the_best_voice_and_those_of_the_language(desk: Desk) -> None:
    """
    Without a choice each language gets its best voice; voices of other languages are not offered.
    """
    voices = (protocol.Voice("id", "Bahasa Indonesia", "id"), protocol.Voice("fr", "Français", "fr"))
    desk.reading.handle(protocol.Voices(voices))
    desk.voices.show()
    best = "Suara terbaik untuk setiap bahasa"
    assert (VoiceItem("", best, True), VoiceItem("id", "Bahasa Indonesia", False)) == desk.views.of("show_voices")[-1]

    desk.voices.choose("id")

    assert (VoiceItem("", best, False), VoiceItem("id", "Bahasa Indonesia", True)) == desk.views.of("show_voices")[-1]
    assert "id" == desk.settings.current.voice


def test_the_voice_can_be_tried_without_an_article(desk: Desk) -> None:
    """
    A sentence of the program's own is said, and no reading place moves.
    """
    desk.voices.try_out()

    loads = [request for request in desk.voice.sent if isinstance(request, protocol.Load)]
    assert loads
    assert desk.voice.is_playing


def test_trying_the_voice_keeps_the_place_in_the_article(desk: Desk) -> None:
    """
    Who tests a voice in the middle of an article reads on from there.
    """
    store(desk.library, "Satu")
    desk.articles.start()
    desk.jobs.work()
    before = desk.reader.place
    desk.voices.try_out()

    assert before == desk.reader.place


def test_the_panel_shows_what_is_said_and_a_change_is_kept(desk: Desk) -> None:
    """
    What is said beside the sentences is the person's choice, from the sentence at hand on.
    """
    desk.voices.show()
    before = {item.id: item.is_on for item in desk.views.of("show_told")[-1]}
    desk.voices.tell("tables", False)
    desk.voices.tell("links", True)
    after = {item.id: item.is_on for item in desk.views.of("show_told")[-1]}

    assert {**before, "tables": False, "links": True} == after
    assert ("lists", "quotes", "images", "links") == SettingsStore(desk.settings._path).current.told


def test_an_article_that_is_read_goes_on_when_what_is_said_changes(desk: Desk) -> None:
    """
    The change is heard at once, and the place in the article stays.
    """
    store(desk.library, "Satu")
    desk.reader.open(desk.library.articles()[0].id)
    desk.jobs.work()
    desk.reader.toggle()
    desk.reading.next_sentence()
    offset = desk.reading.state.offset
    desk.voices.tell("tables", False)
    desk.jobs.work()

    assert ("playing", offset) == (desk.reading.state.kind, desk.reading.state.offset)
