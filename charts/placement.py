"""Where names stand beside their marks, so that none covers another name or another mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin
from typing import Literal

Point = tuple[float, float]
# Which end of a name is at its place: it runs to the left of it, to the right, or both ways.
Side = Literal["left", "center", "right"]

_GAP = 8.0  # pixels between the middle of a mark and its name
_STEP = 8.0  # how much further away each next try is
_FURTHEST = 18  # tries
_MARK = 10.0  # pixels that a mark takes
_NEAR = 60.0  # pixels within which marks are neighbours
# Degrees, counter-clockwise from the right: where a reader looks for a name first.
_DIRECTIONS = (0, 180, 90, 270, 30, 330, 150, 210, 60, 300, 120, 240, 15, 345, 165, 195, 45, 315, 135, 225)


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels; y runs upward."""

    left: float
    right: float
    bottom: float
    top: float

    @classmethod
    def around(cls, middle: Point, width: float, height: float) -> Box:
        """The box of a size around its middle."""
        x, y = middle
        return cls(x - width / 2, x + width / 2, y - height / 2, y + height / 2)

    def meets(self, other: Box) -> bool:
        """Whether the two share any room."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def holds(self, other: Box) -> bool:
        """Whether the other lies within this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.bottom <= other.bottom and other.top <= self.top


@dataclass(frozen=True)
class Place:
    """Where a name stands: a point, and to which side of it the name runs.

    `leader` is where a line from the mark ends; None where the name is so near that it needs none.
    """

    at: Point
    side: Side
    leader: Point | None

    def box(self, width: float, height: float) -> Box:
        """What a name of this size covers."""
        shift = {"left": -width / 2, "center": 0.0, "right": width / 2}[self.side]
        return Box.around((self.at[0] + shift, self.at[1]), width, height)


def find_places(
    marks: Sequence[Point], widths: Sequence[float], height: float, taken: Sequence[Box], within: Box
) -> list[Place | None]:
    """A place for each mark's name, as near to the mark as there is room; None where there is none.

    `widths` and `height` are those of the names; `taken` is what no name may cover, beside the marks themselves.
    The same input always gives the same places.
    """
    # Who chooses first decides for whom there is room: those with most neighbours, or from one side to the other.
    orders = (lambda at: -_neighbours(marks, at), lambda at: -marks[at][1], lambda at: -marks[at][0])
    found = [_place(sorted(range(len(marks)), key=order), marks, widths, height, taken, within) for order in orders]
    return max(found, key=lambda places: len(places) - places.count(None))


def _place(
    order: Sequence[int],
    marks: Sequence[Point],
    widths: Sequence[float],
    height: float,
    taken: Sequence[Box],
    within: Box,
) -> list[Place | None]:
    # A thin line may pass a mark, a name may not.
    dots, occupied = [Box.around(mark, _MARK, _MARK) for mark in marks], list(taken)
    places: list[Place | None] = [None] * len(marks)
    for at in order:
        for place in _tries(marks[at], height):
            name = place.box(widths[at], height)
            covered = [name, *(_way(marks[at], place.leader) if place.leader else ())]
            free = not any(part.meets(box) for part in covered for box in occupied)
            if within.holds(name) and free and not any(name.meets(dot) for dot in dots):
                places[at] = place
                occupied += covered
                break
    return places


def _neighbours(marks: Sequence[Point], at: int) -> int:
    x, y = marks[at]
    return sum(hypot(other[0] - x, other[1] - y) < _NEAR for other in marks)


def _tries(mark: Point, height: float) -> Iterator[Place]:
    """The places around a mark, the nearest first."""
    for step in range(_FURTHEST):
        away = _GAP + step * _STEP
        for degrees in _DIRECTIONS:
            across, up = cos(radians(degrees)), sin(radians(degrees))
            side: Side = "center" if abs(across) < 0.1 else "right" if across > 0 else "left"
            # Above and below its mark a name begins where it ends beside it: half a line further away.
            further = up * height / 2 if side == "center" else 0.0
            x, y = mark[0] + across * away, mark[1] + up * away
            yield Place((x, y + further), side, (x, y) if step else None)


def _way(mark: Point, end: Point) -> Iterator[Box]:
    """The way from a mark to its name in small steps, without the mark."""
    length = hypot(end[0] - mark[0], end[1] - mark[1])
    for way in range(int(_GAP), int(length), 4):
        share = way / length
        yield Box.around((mark[0] + share * (end[0] - mark[0]), mark[1] + share * (end[1] - mark[1])), 2, 2)
