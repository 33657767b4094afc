"""The arrangements of the reading bar: nothing overlaps, nothing leaves the window, Play and Henti are always there."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from pembaca.ui.bar_plan import BarPlan, BarSizes, Box, Part, plan_bar

_PARTS: tuple[Part, ...] = ("place", "previous", "play", "next", "stop", "slower", "speed", "faster", "more")
# px at chrome base 20, as measured in the window at 1440 px
_WIDTHS: dict[Part, int] = {
    "place": 206, "previous": 113, "play": 202, "next": 101, "stop": 80, "slower": 80, "speed": 86, "faster": 80, "more": 91,
}  # fmt: skip


def _sizes(
    width: int,
    *,
    page_left: int | None = None,
    height: int | None = 900,
    line: int = 42,
    widths: dict[Part, int] = _WIDTHS,
) -> BarSizes:
    return BarSizes(
        width=width,
        widths=widths,
        short_place=min(155, widths["place"]),
        stacked=76,
        play=68,
        place=52,
        gap=14,
        group=24,
        place_gap=12,
        edge=24,
        pad=12,
        top=6,
        list_left=28,
        page_left=page_left,
        height_most=int(0.34 * height) if height is not None else None,
        page_room=height - 84 - 5 * line if height is not None else None,
    )


def _overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _least_width(sizes: BarSizes) -> int:
    return 2 * sizes.edge + max(sizes.widths["play"], sizes.widths["stop"] + sizes.gap + sizes.widths["more"])


def test_wide_window_shows_everything_in_one_row_on_the_text_line() -> None:
    """
    Search field, text and the bar's first button share a line, which calms the eye.
    """
    plan = plan_bar(_sizes(1440, page_left=492))

    assert 0 == plan.way
    assert 492 == plan.boxes["previous"][0]
    assert set(_PARTS) - {"more"} == set(plan.boxes)
    assert 106 == plan.height


def test_buttons_move_left_before_anything_is_dropped() -> None:
    """
    What does not fit on the text's line moves left; it never overlaps and is not hidden for the sake of a line.
    """
    plan = plan_bar(_sizes(1440, page_left=900))

    assert 0 == plan.way
    assert 900 > plan.boxes["previous"][0]
    assert plan.boxes["stop"][0] + plan.boxes["stop"][2] + 24 <= plan.boxes["slower"][0]


def test_arrangements_follow_each_other_as_the_window_narrows() -> None:
    """
    The order in which things leave is fixed, so that a person always knows where to look.
    """
    ways = [plan_bar(_sizes(width, height=None)).way for width in range(1440, 200, -1)]

    assert sorted(ways) == ways
    assert {0, 1, 2, 4, 5, 7} <= set(ways)


def test_low_window_gives_the_place_up_before_lines_of_the_page() -> None:
    """
    At 128 px five lines do not fit beside a bar of two rows: the text matters more than the number of the sentence.
    """
    assert 2 == plan_bar(_sizes(960, height=900)).way
    assert 3 == plan_bar(_sizes(960, height=900, line=192)).way


def test_low_and_narrow_window_has_one_row_with_play_and_stop() -> None:
    """
    On a phone held sideways two rows would leave no text.
    """
    plan = plan_bar(_sizes(480, height=360))

    assert 6 == plan.way
    assert {"play", "stop", "more"} == set(plan.boxes)
    assert 106 == plan.height


@given(
    width=st.integers(200, 2600),
    height=st.one_of(st.none(), st.integers(300, 1600)),
    page_left=st.one_of(st.none(), st.integers(24, 900)),
    widths=st.fixed_dictionaries({part: st.integers(48, 420) for part in _PARTS}),
    line=st.integers(18, 300),
)
def test_nothing_overlaps_and_nothing_leaves_the_window(
    width: int, height: int | None, page_left: int | None, widths: dict[Part, int], line: int
) -> None:
    """
    Other languages and sizes have other widths: still no button lies on another, is narrower than its word, or is cut off.
    """
    sizes = _sizes(width, page_left=page_left, height=height, widths=widths, line=line)
    plan = plan_bar(sizes)

    assert {"play", "stop"} <= set(plan.boxes)
    assert [] == [(a, b) for (a, one), (b, other) in combinations(plan.boxes.items(), 2) if _overlap(one, other)]
    if width >= _least_width(sizes):
        _assert_inside(plan, sizes)


def _assert_inside(plan: BarPlan, sizes: BarSizes) -> None:
    for part, (x, y, wide, high) in plan.boxes.items():
        least = sizes.short_place if part == "place" and plan.is_place_short else sizes.widths[part]
        assert x >= 0
        assert x + wide <= sizes.width
        assert y >= sizes.top
        assert y + high <= plan.height
        assert wide >= least
