"""The pure parts of the page: places, stops, finding."""

from __future__ import annotations

from pembaca.document import TextSpan
from pembaca.ui.page.finding import find_all, nearest
from pembaca.ui.page.place_map import PlaceMap
from pembaca.ui.page.stops import Stop, link_at, next_stop
from pembaca.ui.utf16 import Utf16


def test_furniture_belongs_to_the_text_after_it() -> None:
    """
    Reading begun on a caption goes on with the paragraph below it.
    """
    places = PlaceMap()
    places.add(0, 0, Utf16("Judul"))
    places.add(6, 20, Utf16("Isi 😀."))

    assert [0, 5, 6, 6, 6, 10, 12] == [places.offset_at(position) for position in (0, 5, 6, 19, 20, 24, 27)]
    assert [0, 5, 20, 24, 26, 27] == [places.position_of(offset) for offset in (0, 5, 6, 10, 11, 12)]


def test_places_of_an_empty_page_are_zero() -> None:
    """
    A page without text must not break the keys.
    """
    assert (0, 0) == (PlaceMap().position_of(4), PlaceMap().offset_at(4))


def test_next_stop_goes_both_ways() -> None:
    """
    H goes on, Shift+H goes back.
    """
    stops = (Stop("heading", 0, 5, "A", 1), Stop("link", 7, 9, "x", url="u"), Stop("heading", 10, 15, "B", 2))

    assert stops[2] == next_stop(stops, "heading", 0, forward=True)
    assert stops[0] == next_stop(stops, "heading", 10, forward=False)
    assert next_stop(stops, "image", 0, forward=True) is None


def test_link_is_found_only_inside_it() -> None:
    """
    Enter opens the link under the caret and no other.
    """
    stops = (Stop("link", 7, 9, "x", url="u"),)

    assert ["", "u", "u", ""] == [link_at(stops, caret) for caret in (6, 7, 8, 9)]


def test_finding_takes_any_case_and_any_white_space() -> None:
    """
    A person does not know where the page breaks its lines.
    """
    assert (TextSpan(0, 9), TextSpan(14, 22)) == find_all("Dua  Kata dan dua\nKATA.", "dua kata")
    assert () == find_all("apa pun", "  ")
    assert (TextSpan(1, 3),) == find_all("a.*b", ".*")


def test_finding_goes_round() -> None:
    """
    After the last place comes the first, so that nothing is missed.
    """
    spans = (TextSpan(2, 4), TextSpan(8, 9))

    assert [0, 1, 0] == [nearest(spans, at, at, forward=True) for at in (0, 5, 20)]
    assert [1, 0, 1] == [nearest(spans, at, at, forward=False) for at in (20, 5, 0)]
