"""Choose how the reading bar is arranged: the first of eight ways that fits. Pure geometry: numbers in, boxes out, no Qt."""

from __future__ import annotations

from typing import Literal

import msgspec

Part = Literal["place", "previous", "play", "next", "stop", "slower", "speed", "faster", "more"]
Box = tuple[int, int, int, int]  # x, y, width, height of a frame, px


class BarSizes(msgspec.Struct, frozen=True):
    """What the arrangement depends on, px. Widths are of frames, without the room for rings.

    ``gap`` lies between buttons, ``group`` between groups of them, ``place_gap`` after the place, ``edge`` at the
    window's sides, ``pad`` above, between and below rows. ``height_most`` and ``page_room`` limit ways of two rows;
    None = no limit.
    """

    width: int
    widths: dict[Part, int]
    short_place: int
    stacked: int
    play: int
    place: int
    gap: int
    group: int
    place_gap: int
    edge: int
    pad: int
    top: int
    list_left: int
    page_left: int | None
    height_most: int | None
    page_room: int | None


class BarPlan(msgspec.Struct, frozen=True):
    """The way chosen, 0 (widest) to 7, its height, and the boxes of what is shown; what has no box is hidden."""

    way: int
    height: int
    boxes: dict[Part, Box]
    is_place_short: bool = False


def plan_bar(sizes: BarSizes) -> BarPlan:
    """Return the first arrangement that fits.

    A way of two rows must also be low enough; the ways of one row are always low enough, since nothing is lower.
    Play and Henti are in every way. The boxes of one plan never overlap and lie inside the width, unless even the
    last way is too wide for the window.
    """
    ways = (_full, _short, _own_row, _no_place, _no_speed, _stretched, _one_row)
    for number, way in enumerate(ways):
        plan = way(sizes, number)
        if plan is not None:
            return plan
    return _least(sizes, len(ways))


def _controls(sizes: BarSizes) -> int:
    return _sum(sizes, ("previous", "play", "next", "stop"))


def _speed(sizes: BarSizes) -> int:
    return _sum(sizes, ("slower", "speed", "faster"))


def _sum(sizes: BarSizes, parts: tuple[Part, ...]) -> int:
    return sum(sizes.widths[part] for part in parts) + sizes.gap * (len(parts) - 1)


def _full(sizes: BarSizes, way: int) -> BarPlan | None:
    return _beside_place(sizes, way, sizes.widths["place"], is_short=False)


def _short(sizes: BarSizes, way: int) -> BarPlan | None:
    return _beside_place(sizes, way, sizes.short_place, is_short=True)


def _beside_place(sizes: BarSizes, way: int, place: int, *, is_short: bool) -> BarPlan | None:
    least_left = sizes.list_left + place + sizes.place_gap
    speed_left = sizes.width - sizes.edge - _speed(sizes)
    most_left = speed_left - sizes.group - _controls(sizes)
    if most_left < least_left:
        return None
    wished = sizes.page_left if sizes.page_left is not None else least_left
    left = max(least_left, min(wished, most_left))
    boxes = _row(sizes, ("previous", "play", "next", "stop"), left, sizes.top + sizes.pad)
    boxes |= _row(sizes, ("slower", "speed", "faster"), speed_left, sizes.top + sizes.pad)
    row = sizes.top + sizes.pad
    boxes["place"] = (sizes.list_left, row + (sizes.stacked - sizes.place) // 2, place, sizes.place)
    return BarPlan(way, _height(sizes, 1), boxes, is_short)


def _own_row(sizes: BarSizes, way: int) -> BarPlan | None:
    height = _height(sizes, 1) + sizes.place + sizes.pad
    row = _between_edges(sizes, sizes.top + sizes.pad + sizes.place + sizes.pad)
    too_wide = sizes.list_left + sizes.widths["place"] + sizes.edge > sizes.width
    if row is None or too_wide or not _is_low(sizes, height):
        return None
    row["place"] = (sizes.list_left, sizes.top + sizes.pad, sizes.width - sizes.list_left - sizes.edge, sizes.place)
    return BarPlan(way, height, row)


def _no_place(sizes: BarSizes, way: int) -> BarPlan | None:
    row = _between_edges(sizes, sizes.top + sizes.pad)
    return BarPlan(way, _height(sizes, 1), row) if row is not None else None


def _between_edges(sizes: BarSizes, top: int) -> dict[Part, Box] | None:
    """Put the controls at the left edge (the text's line, if there is room) and the speed at the right edge."""
    speed_left = sizes.width - sizes.edge - _speed(sizes)
    most_left = speed_left - sizes.group - _controls(sizes)
    if most_left < sizes.edge:
        return None
    left = min(max(sizes.edge, sizes.page_left if sizes.page_left is not None else sizes.edge), most_left)
    boxes = _row(sizes, ("previous", "play", "next", "stop"), left, top)
    return boxes | _row(sizes, ("slower", "speed", "faster"), speed_left, top)


def _no_speed(sizes: BarSizes, way: int) -> BarPlan | None:
    more_left = sizes.width - sizes.edge - sizes.widths["more"]
    most_left = more_left - sizes.gap - _controls(sizes)
    if most_left < sizes.edge:
        return None
    left = min(max(sizes.edge, sizes.page_left if sizes.page_left is not None else sizes.edge), most_left)
    boxes = _row(sizes, ("previous", "play", "next", "stop"), left, sizes.top + sizes.pad)
    boxes |= _row(sizes, ("more",), more_left, sizes.top + sizes.pad)
    return BarPlan(way, _height(sizes, 1), boxes)


def _stretched(sizes: BarSizes, way: int) -> BarPlan | None:
    inner, height = sizes.width - 2 * sizes.edge, _height(sizes, 2)
    below: tuple[Part, ...] = ("previous", "next", "more")
    is_wide = _sum(sizes, ("play", "stop")) <= inner and _sum(sizes, below) <= inner
    if not is_wide or not _is_low(sizes, height):
        return None
    top = sizes.top + sizes.pad
    stop = sizes.widths["stop"]
    boxes = _stretched_play(sizes, top, inner - stop - sizes.gap)
    boxes["stop"] = (sizes.width - sizes.edge - stop, top, stop, sizes.stacked)
    boxes |= _spread(sizes, below, top + sizes.stacked + sizes.pad)
    return BarPlan(way, height, boxes)


def _one_row(sizes: BarSizes, way: int) -> BarPlan | None:
    inner = sizes.width - 2 * sizes.edge
    if _sum(sizes, ("play", "stop", "more")) > inner:
        return None
    rest = _sum(sizes, ("stop", "more"))
    boxes = _stretched_play(sizes, sizes.top + sizes.pad, inner - rest - sizes.gap)
    boxes |= _row(sizes, ("stop", "more"), sizes.width - sizes.edge - rest, sizes.top + sizes.pad)
    return BarPlan(way, _height(sizes, 1), boxes)


def _least(sizes: BarSizes, way: int) -> BarPlan:
    top = sizes.top + sizes.pad
    boxes = _stretched_play(sizes, top, sizes.width - 2 * sizes.edge, sizes.play)
    boxes |= _spread(sizes, ("stop", "more"), top + sizes.play + sizes.pad)
    return BarPlan(way, sizes.top + sizes.pad * 2 + sizes.play + sizes.pad + sizes.stacked, boxes)


def _stretched_play(sizes: BarSizes, top: int, width: int, row: int | None = None) -> dict[Part, Box]:
    lift = ((row if row is not None else sizes.stacked) - sizes.play) // 2
    return {"play": (sizes.edge, top + lift, width, sizes.play)}


def _row(sizes: BarSizes, parts: tuple[Part, ...], left: int, top: int) -> dict[Part, Box]:
    boxes: dict[Part, Box] = {}
    for part in parts:
        height = sizes.play if part == "play" else sizes.stacked
        boxes[part] = (left, top + (sizes.stacked - height) // 2, sizes.widths[part], height)
        left += sizes.widths[part] + sizes.gap
    return boxes


def _spread(sizes: BarSizes, parts: tuple[Part, ...], top: int) -> dict[Part, Box]:
    """Give each part its width and an equal share of what is left, so that the row reaches from edge to edge."""
    inner = sizes.width - 2 * sizes.edge
    more = max(0, inner - _sum(sizes, parts)) / len(parts)
    boxes: dict[Part, Box] = {}
    left = float(sizes.edge)
    for part in parts:
        width = sizes.widths[part] + more
        boxes[part] = (round(left), top, round(left + width) - round(left), sizes.stacked)
        left += width + sizes.gap
    return boxes


def _height(sizes: BarSizes, rows: int) -> int:
    return sizes.top + 2 * sizes.pad + rows * sizes.stacked + (rows - 1) * sizes.pad


def _is_low(sizes: BarSizes, height: int) -> bool:
    is_low = sizes.height_most is None or height <= sizes.height_most
    return is_low and (sizes.page_room is None or height <= sizes.page_room)
