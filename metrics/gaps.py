"""Where a region stands behind its peers, what closing each gap would add to its score, and how long that takes.

The goal of an indicator is the median of the peers' values of the year, or the value that the best quarter of them
reach. What reaching it adds is found by scoring the region again with that one figure set, the others as they are:
so the weights, the shape of the scale and every mean on the way up have their say, and the ranks are those among
all other regions as they stand. Several gaps closed at once may add up to more or less than their sum.

Only what compares is compared: figures of the year or carried into it, never estimates; paces never across a break.
Where figures of the region are missing, so that it has no score, they are taken to be the peers' medians before and
after; `Gaps.assumed` says so. What no administrative area has a figure of is not assumed of one: then there is no
score, and the gaps are told in natural units only. A goal lies within what the bounds of its figure leave the region.
Where indicators rest on the same figure, one of them is set and the others follow.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from metrics.draws.cells import counted
from metrics.figure_error import CLEARLY, figure_error
from metrics.pace import Stretch, fast, paces, usual
from metrics.problems import InputProblems, Problem
from metrics.province import administrative
from metrics.simulation import Rescored, Simulator
from metrics.tree import Node

Goal = Literal["median", "quarter"]
# The quantile of the peers' values, from the worst to the best, that is the goal.
GOALS: Mapping[Goal, float] = {"median": 0.5, "quarter": 0.75}
_NOTHING = 1e-9  # points
_DRAWS, _SEED = 500, 1  # of the errors of the peers' figures
State = Literal["behind", "level", "ahead", "missing", "alone"]
Prospect = Literal["passed", "closes", "stands", "widens", "unclear", "unknown"]


@dataclass(frozen=True)
class Gap:
    """One indicator of a region beside its peers; values in natural units.

    today, figure_year  the region's value and the year it is from; None without a figure
    goal, compared      what is aimed at, and how many peers have a value; None where none of them has
    distance            how far the goal is ahead of today; below 0 today is ahead of the goal
    clear               whether the distance is larger than what the errors of its figure and the peers' explain
    step                what reaching the goal adds to the score of the indicator itself
    gain                points that it adds to the score of the region; None where the indicator is outside of it, and
                        where there is none
    then                the region with the goal reached; None where there is nothing to reach, and where the method
                        refuses the goal: then `refused` says why
    own, usual, fast    its own stretch; the median and the 75th percentile of the peers' yearly changes for the better
    moved               how many peers these two are of
    """

    node: Node
    today: float | None
    figure_year: int | None
    goal: float | None
    compared: int
    clear: bool
    step: float | None
    gain: float | None
    then: Rescored | None
    own: Stretch | None
    usual: float | None
    fast: float | None
    moved: int
    refused: tuple[Problem, ...] = ()

    @property
    def distance(self) -> float | None:
        """Natural units between today and the goal, above 0 where the region is behind."""
        return None if self.today is None or self.goal is None else self.node.sign * (self.goal - self.today)

    @property
    def state(self) -> State:
        """Whether the region is behind; `missing`: no figure of its own, `alone`: no peer has one."""
        if self.today is None:
            return "missing"
        if self.distance is None:
            return "alone"
        return "behind" if self.distance > 0 else "ahead" if self.distance < 0 else "level"

    @property
    def better(self) -> float | None:
        """The region's own yearly change, above 0 where it is for the better."""
        return None if self.own is None else self.node.sign * self.own.yearly

    @property
    def newest(self) -> tuple[int, float] | None:
        """The year and the value of the region's newest figure that compares, be it younger than the year shown."""
        if self.own is not None and (self.figure_year is None or self.own.end > self.figure_year):
            return self.own.end, self.own.last
        return None if self.figure_year is None or self.today is None else (self.figure_year, self.today)

    @property
    def left(self) -> float | None:
        """Natural units from the newest figure to the goal, 0 where it is reached since."""
        if self.newest is None or self.goal is None:
            return None
        return max(self.node.sign * (self.goal - self.newest[1]), 0.0)

    @property
    def prospect(self) -> Prospect:
        """What becomes of the gap at the region's own pace, if the goal stays where it is.

        It was passed by a younger figure, it closes, it stands (no change at all), it widens (a change for the
        worse), or nobody can say: the change is within the error of the figures, or no two figures compare.
        """
        if self.state == "behind" and self.left == 0:
            return "passed"
        if self.own is None or self.better is None:
            return "unknown"
        if not self.own.clear:
            return "unclear"
        return "closes" if self.better > 0 else "widens" if self.better < 0 else "stands"

    @property
    def outpaced(self) -> bool:
        """Whether it moves for the better, and half of its peers move faster: then the gap grows all the same."""
        moves = self.prospect == "closes" and self.better is not None
        return moves and self.usual is not None and self.usual > (self.better or 0.0)

    @property
    def years(self) -> float | None:
        """Years from the newest figure to the goal at the region's own pace; None where it is not `behind`, and where
        it does not close."""
        if self.state != "behind" or self.prospect != "closes" or not self.better or self.left is None:
            return None
        return self.left / self.better


@dataclass(frozen=True)
class Gaps:
    """All indicators with figures of a region beside its peers, what adds most to its score first.

    `now` is the region as it is, or with the figures `assumed` for those that are missing; `together` is what it
    would be with the gaps closed that count in the score: all of them that can be set beside one another.
    """

    region: str
    year: int
    peers: tuple[str, ...]
    goal: Goal
    now: Rescored
    assumed: tuple[Node, ...]
    together: Rescored
    gaps: tuple[Gap, ...]

    def of_state(self, *states: State) -> tuple[Gap, ...]:
        """Those that are so."""
        return tuple(gap for gap in self.gaps if gap.state in states)

    @property
    def behind(self) -> tuple[Gap, ...]:
        """The gaps whose closing adds to the score, the largest gain first."""
        return tuple(gap for gap in self.of_state("behind") if (gap.gain or 0.0) > _NOTHING)

    @property
    def beside(self) -> tuple[Gap, ...]:
        """The gaps outside the score, and all of them where there is no score, that add to the indicator's own."""
        return tuple(gap for gap in self.of_state("behind") if gap.gain is None and (gap.step or 0.0) > _NOTHING)

    @property
    def largest(self) -> Gap | None:
        """The gap that adds most of those that are clear and that no younger figure has passed.

        Where there is none, of those that are not passed; where all are, of all of them.
        """
        listed = self.behind or self.beside
        open_ = [gap for gap in listed if gap.prospect != "passed"]
        return next(iter([*(gap for gap in open_ if gap.clear), *open_, *listed]), None)

    @property
    def idle(self) -> tuple[Gap, ...]:
        """The gaps whose closing adds nothing, because both ends lie beyond the end of the scale."""
        told = (*self.behind, *self.beside, *self.refused)
        return tuple(gap for gap in self.of_state("behind") if gap not in told)

    @property
    def refused(self) -> tuple[Gap, ...]:
        """The gaps whose goal the method refuses."""
        return tuple(gap for gap in self.of_state("behind") if gap.refused)

    @property
    def closed(self) -> tuple[Gap, ...]:
        """The gaps `behind` that are set in `together`."""
        return tuple(gap for gap in self.behind if gap.node.id in self.together.values)


def gaps(simulator: Simulator, region: str, peers: Sequence[str], goal: Goal = "median") -> Gaps:
    """The gaps of a region to its peers in the year of the simulator.

    The region itself is never among its peers. Raises KeyError for a region that is not there.
    """
    others = sorted(set(peers) - {region})
    values = {one: simulator.current(one) for one in (region, *others)}
    theirs = {leaf.id: [values[one][leaf.id] for one in others if leaf.id in values[one]] for leaf in simulator.leaves}
    goals = {leaf.id: _goal(simulator, region, leaf, theirs[leaf.id], GOALS[goal]) for leaf in simulator.leaves}
    counting = {node.id for node in counted(simulator.nodes)}
    assumed = _assumed(simulator, region, theirs, counting)
    now = simulator.rescore(region, assumed)
    moved = paces(simulator.results, simulator.year, [region, *others])
    found = []
    for leaf in simulator.leaves:
        own = moved[leaf.id].get(region)
        stretches = {one: stretch for one, stretch in moved[leaf.id].items() if one != region}
        today, aim = values[region].get(leaf.id), goals[leaf.id]
        then: Rescored | None = None
        refused: tuple[Problem, ...] = ()
        if today is not None and aim is not None:
            then, refused = _reached(simulator, region, assumed, {leaf.id: aim})
        scored = then is not None and leaf.id in counting and not math.isnan(now.score)
        found.append(
            Gap(
                node=leaf,
                today=today,
                figure_year=simulator.figure_years(region).get(leaf.id),
                goal=aim,
                compared=len(theirs[leaf.id]),
                clear=_is_clear(leaf, today, aim, theirs[leaf.id], GOALS[goal]),
                step=then.scores[leaf.id] - now.scores[leaf.id] if then else None,
                gain=then.score - now.score if then and scored else None,
                then=then,
                own=own,
                usual=usual(leaf, stretches),
                fast=fast(leaf, stretches),
                moved=len(stretches),
                refused=refused,
            )
        )
    found.sort(key=_weight, reverse=True)
    together = _together(simulator, region, assumed, found) or now
    nodes = tuple(leaf for leaf in simulator.leaves if leaf.id in assumed)
    return Gaps(region, simulator.year, tuple(others), goal, now, nodes, together, tuple(found))


def _together(simulator: Simulator, region: str, assumed: Mapping[str, float], found: Sequence[Gap]) -> Rescored | None:
    """The region with the gaps closed that count, the largest gain first: one of each figure, and where the method
    refuses all of them at once, without those that it refuses beside the ones before. None where nothing is left."""
    closed: dict[str, tuple[str, float]] = {}
    for gap in found:
        if gap.state == "behind" and gap.gain is not None and gap.goal is not None:
            closed.setdefault(gap.node.variable, (gap.node.id, gap.goal))
    then, refused = _reached(simulator, region, assumed, dict(closed.values()))
    if not refused:
        return then
    goals: dict[str, float] = {}
    for name, aim in closed.values():
        more, refused = _reached(simulator, region, assumed, goals | {name: aim})
        if not refused:
            then, goals = more, goals | {name: aim}
    return then


def _reached(
    simulator: Simulator, region: str, assumed: Mapping[str, float], goals: Mapping[str, float]
) -> tuple[Rescored | None, tuple[Problem, ...]]:
    """The region with these goals, or why the method refuses them. What is assumed of the same figures gives way."""
    variables = {leaf.id: leaf.variable for leaf in simulator.leaves}
    set_ = {variables[name] for name in goals}
    beside = {name: value for name, value in assumed.items() if variables[name] not in set_}
    try:
        return simulator.rescore(region, beside | dict(goals)), ()
    except InputProblems as refused:
        return None, refused.problems


def _goal(simulator: Simulator, region: str, leaf: Node, values: Sequence[float], share: float) -> float | None:
    """The quantile of the peers, within what the bounds of its figure leave the region."""
    aim, bounds = _quantile(leaf, values, share), simulator.limits(region, leaf.id)
    return aim if aim is None or bounds is None else min(max(aim, bounds[0]), bounds[1])


def _quantile(leaf: Node, values: Sequence[float], share: float) -> float | None:
    """Counted from the worst to the best, linear between two values."""
    return leaf.sign * float(np.quantile([leaf.sign * value for value in values], share)) if values else None


def _assumed(
    simulator: Simulator, region: str, theirs: Mapping[str, Sequence[float]], counting: set[str]
) -> dict[str, float]:
    """The peers' medians for what the region has no figure of, where it has no score."""
    current = simulator.current(region)
    if not math.isnan(simulator.published(region).score):
        return {}
    areas = administrative(simulator.results)
    if region in areas:
        counting = counting & {name for area in areas for name in simulator.current(area)}
    medians: dict[str, tuple[str, float]] = {}  # by figure: one indicator of each, the others follow it
    for leaf in simulator.leaves:
        if leaf.id in counting and leaf.id not in current:
            middle = _goal(simulator, region, leaf, theirs[leaf.id], GOALS["median"])
            if middle is not None:
                medians.setdefault(leaf.variable, (leaf.id, middle))
    return dict(medians.values())


def _weight(gap: Gap) -> tuple[float, float]:
    """What adds most to the score, and outside of it what adds most to its own."""
    gain, step = (-math.inf if points is None else round(points, 9) for points in (gap.gain, gap.step))
    return gain, step


def _is_clear(leaf: Node, today: float | None, goal: float | None, theirs: Sequence[float], share: float) -> bool:
    """Whether today and goal are clearly apart (metrics.figure_error).

    A goal is surer than a single figure, for the errors of several peers are in it: how sure, draws of them tell.
    """
    if today is None or goal is None or leaf.error is None:
        return today is not None and goal is not None
    figures = np.array(theirs)
    noise = np.random.default_rng(_SEED).standard_normal((_DRAWS, len(figures)))
    drawn = leaf.sign * (figures + figure_error(leaf, figures) * noise)
    error = np.hypot(np.quantile(drawn, share, axis=1).std(), figure_error(leaf, np.array([today]))[0])
    return bool(abs(goal - today) > CLEARLY * error)
