"""How far it is to a target, and whether the pace so far is enough.

A figure of the target's year decides whether it was reached, a published one or one of the region's own; without one
the newest figure is held against it, and what it takes a year to get from there to the target stands beside what it
has changed a year so far (metrics.pace). A series that begins anew in between cannot be
held against its target, and says so.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from metrics.figure_error import clearly_apart
from metrics.own.data import OwnData, OwnTarget
from metrics.pace import SPAN, Stretch
from metrics.results import Results
from metrics.time_series import time_series
from metrics.tree import Node

State = Literal["no figure", "broken", "reached", "missed", "no pace", "away", "behind", "enough"]


@dataclass(frozen=True)
class Newest:
    """A figure of an indicator: its year, its value in natural units, and whether it is the region's own."""

    year: int
    value: float
    own: bool


@dataclass(frozen=True)
class ToTarget:
    """A target of an indicator beside its newest figure and its pace so far, all in natural units.

    `newest` is None where there is no figure, `stretch` where there are no two that compare, `due` where there is
    none of the target's year.
    """

    node: Node
    target: OwnTarget
    newest: Newest | None
    stretch: Stretch | None
    due: Newest | None = None

    @property
    def held(self) -> Newest | None:
        """The figure that the target is held against: that of its year, else the newest."""
        return self.due or self.newest

    @property
    def distance(self) -> float | None:
        """What is still to be gained in the good direction, 0 or less where the target is reached."""
        return None if self.held is None else self.node.sign * (self.target.target - self.held.value)

    @property
    def broken(self) -> int | None:
        """The year in which the series begins anew between figure and target; None where it does not."""
        if self.held is None:
            return None
        low, high = sorted((self.held.year, self.target.year))
        return next((at for at in self.node.breaks if low < at <= high), None)

    @property
    def needed(self) -> float | None:
        """The yearly change that leads to the target in its year; None where that is no question any more."""
        newest = self.newest
        if newest is None or self.broken or newest.year >= self.target.year:
            return None
        return (self.target.target - newest.value) / (self.target.year - newest.year)

    @property
    def expected(self) -> float | None:
        """What the indicator would be in the target's year at the pace so far."""
        newest, stretch = self.newest, self.stretch
        if newest is None or stretch is None or self.needed is None:
            return None
        return newest.value + stretch.yearly * (self.target.year - newest.year)

    @property
    def arrival(self) -> int | None:
        """The year in which the target would be reached at the pace so far; None where it never would."""
        newest, stretch, distance = self.newest, self.stretch, self.distance
        if newest is None or stretch is None or distance is None or self.needed is None:
            return None
        if self.node.sign * stretch.yearly <= 0:
            return None
        return newest.year + max(math.ceil(distance / (self.node.sign * stretch.yearly) - 1e-9), 0)

    @property
    def state(self) -> State:
        """How it stands."""
        if self.distance is None:
            return "no figure"
        if self.broken:
            return "broken"
        if self.distance <= 0:
            return "reached"
        if self.needed is None:
            return "missed"
        if self.stretch is None:
            return "no pace"
        if self.node.sign * self.stretch.yearly <= 0:
            return "away"
        return "enough" if self.node.sign * (self.stretch.yearly - self.needed) >= -1e-9 else "behind"


def to_targets(results: Results, own: OwnData) -> tuple[ToTarget, ...]:
    """Every target of a region that is about an indicator with figures, in the order of the framework."""
    found = []
    for series in time_series(results, own.region):
        targets = own.targets_of(series.node.id)
        if not targets:
            continue
        figures = {point.year: Newest(point.year, point.value, False)
                   for segment in series.segments for point in segment}  # fmt: skip
        figures |= {figure.year: Newest(figure.year, figure.value, True) for figure in own.figures_of(series.node.id)}
        newest = figures[max(figures)] if figures else None
        stretch = _stretch(series.node, figures)
        found += [ToTarget(series.node, target, newest, stretch, figures.get(target.year)) for target in targets]
    return tuple(found)


def _stretch(node: Node, figures: Mapping[int, Newest]) -> Stretch | None:
    """The newest stretch over published and own figures together."""
    last = max(figures, default=0)
    start = max((at for at in node.breaks if at <= last), default=last - SPAN)
    first = min((year for year in figures if year >= max(start, last - SPAN)), default=last)
    if first == last:
        return None
    before, after = figures[first].value, figures[last].value
    return Stretch(first, before, last, after, clearly_apart(node, before, after))
