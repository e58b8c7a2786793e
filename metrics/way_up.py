"""A way up: the smallest set of changes that lifts a region to a target score within so many years.

Smallest is the fewest indicators, then the least sum of shares. A share is how much of its peers' pace a change takes:
|change| / (years x the 75th percentile of the peers' yearly changes for the better), at most 1. Each value lies
between today's and the best that a peer reached, within bounds, and is written as figures of its indicator are
(metrics.way_up_levers). Everything else stays as it is: the other indicators, and the other regions.

Exact in the steps of the levers: where scores add up in straight lines by mixed-integer programming
(metrics.way_up_linear), elsewhere by a search with bounds that proves its answer (metrics.way_up_search). Whatever is
found is scored again by the simulator before it is shown.

Finding what to change in an outcome, at least cost and within what can be acted on, is the inverse of scoring:
Ustun, Spangher and Liu (2019), "Actionable recourse in linear classification". Best practice among peers as the
measure of what is within reach is the idea of data envelopment analysis: Charnes, Cooper and Rhodes (1978).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
import pandas as pd

from metrics.aggregate import aggregate_tree
from metrics.draws.cells import counted
from metrics.limits import Limit
from metrics.pace import Evidence
from metrics.simulation import Rescored, Simulator
from metrics.tree import Node
from metrics.way_up_levers import Fixed, Lever, Matrix, at_limits, levers, on_steps
from metrics.way_up_linear import TOLERANCE, Choice, Line, line, smallest_sum
from metrics.way_up_search import MOST, Found, Steps, monotone, smallest_found

# How far ahead it is worth asking when a target could be reached.
FURTHEST_YEARS = 25
# Choices that are scored before the search for ways gives up where each is a score of every region: under a minute.
MOST_RESCORED = 600
# Scores are compared as the chain compares them, rounded to nine decimals.
_HALF = 5e-10


@dataclass(frozen=True)
class Step:
    """One change: from today's value to another, in natural units, and its share of the peers' pace.

    `best` is the best value that a peer reached, `evidence` what their pace rests on.
    """

    node: Node
    today: float
    value: float
    share: float
    best: float
    evidence: Evidence | None = None

    @property
    def way(self) -> float:
        """How much of the way to the best peer's value it goes, 0 to 1."""
        return (self.value - self.today) / (self.best - self.today)

    def made_by(self, figure: float) -> bool:
        """Whether a figure is as good as the proposed one."""
        return self.node.sign * figure >= self.node.sign * self.value


@dataclass(frozen=True)
class WayUp:
    """Changes in file order, and the region as the simulator scores it with them.

    `proven` says whether there is no smaller one (beside those named before it) in figures as they are written. It is
    not where a search was cut off, and not where a lever has more steps than are tried (metrics.way_up_levers).
    """

    steps: tuple[Step, ...]
    rescored: Rescored
    proven: bool = True

    @property
    def values(self) -> dict[str, float]:
        """The values to be set, by indicator."""
        return {step.node.id: step.value for step in self.steps}

    @property
    def share(self) -> float:
        """The sum of the shares."""
        return sum(step.share for step in self.steps)


@dataclass(frozen=True)
class WaysUp:
    """What leads a region to a target within so many years.

    score          today's score of the root; None where the region cannot be assessed, and then nothing can be said
    ways           the smallest change first, then others that hold none of the sets before them; none where the
                   target is reached already, and where it is not to be reached
    furthest       every lever at its limit: how far one could get; None where nothing can be moved
    needed_years   the fewest years in which the target could be reached; None: not within `FURTHEST_YEARS` at the
                   pace of the peers, or it lies beyond what any of them reached
    fixed          what is not moved, and why
    """

    region: str
    target: float
    years: int
    score: float | None
    ways: tuple[WayUp, ...]
    furthest: WayUp | None
    needed_years: int | None
    fixed: tuple[Fixed, ...]

    @property
    def reached(self) -> bool:
        """Whether the region is there already."""
        return self.score is not None and _reaches(self.score, self.target)

    def table(self) -> pd.DataFrame:
        """A row a step: way (1 is the smallest), node, today, value, share; what the pace in that share rests on
        (`Evidence`); then what the whole way leads to: years, score, rank, maturity. No row where there is no way."""
        rests = [part.name for part in fields(Evidence)]
        columns = ["way", "node", "today", "value", "share", *rests, "years", "score", "rank", "maturity"]
        rows = []
        for place, way in enumerate(self.ways, start=1):
            then = (self.years, way.rescored.score, way.rescored.rank, way.rescored.maturity)
            for step in way.steps:
                told = [getattr(step.evidence, part, None) for part in rests]
                rows.append((place, step.node.id, step.today, step.value, step.share, *told, *then))
        whole = dict.fromkeys(("stretches", "clear", "single_year", "rank"), "Int64")
        return pd.DataFrame(rows, columns=columns).astype(whole)


def ways_up(
    simulator: Simulator, region: str, target: float, limits: Mapping[str, Limit], years: int, alternatives: int = 3
) -> WaysUp:
    """At most so many ways to a score of `target`, the smallest first.

    Raises KeyError for a region that is not there, and ValueError for less than a year or no alternative.
    """
    if years < 1 or alternatives < 1:
        raise ValueError("at least one year, and at least one way")
    published = simulator.published(region)
    now = published.score
    moved, fixed = levers(simulator, region, limits, years)
    if np.isnan(now) or published.maturity == "x":
        return WaysUp(region, target, years, None, (), None, None, fixed)
    furthest = _furthest(simulator, region, moved)
    if _reaches(now, target):
        return WaysUp(region, target, years, now, (), furthest, None, fixed)
    if furthest is None or not _reaches(furthest.rescored.score, target):
        needed = _needed_years(simulator, region, limits, target, years)
        return WaysUp(region, target, years, now, (), furthest, needed, fixed)
    problem = _Problem(simulator, region, target, on_steps(moved))
    if not problem.reachable(np.array([[len(lever.values) for lever in problem.levers]])):
        problem = _Problem(simulator, region, target, moved)  # it lies between the last steps and the limits
    return WaysUp(region, target, years, now, problem.ways(alternatives), furthest, years, fixed)


def _furthest(simulator: Simulator, region: str, moved: Sequence[Lever]) -> WayUp | None:
    """Every lever at its limit; None where there is none."""
    steps = tuple(_step(lever, len(lever.values)) for lever in moved)
    if not steps:
        return None
    return WayUp(steps, simulator.rescore(region, {step.node.id: step.value for step in steps}))


def _needed_years(
    simulator: Simulator, region: str, limits: Mapping[str, Limit], target: float, years: int
) -> int | None:
    """The fewest years, more than `years`, in which everything at its limit reaches the target."""

    def reached(within: int) -> bool:
        return _reaches(simulator.rescore(region, at_limits(simulator, region, limits, within)).score, target)

    longer = range(years + 1, FURTHEST_YEARS + 1)
    first = bisect_left(longer, True, key=reached)
    return longer[first] if first < len(longer) else None


class _Problem:
    """A region, its levers and a target: the choice of values that solves it."""

    def __init__(self, simulator: Simulator, region: str, target: float, moved: Sequence[Lever]) -> None:
        self.simulator, self.region, self.target, self.levers = simulator, region, target, moved
        self.nodes = counted(simulator.results.nodes)
        self.scores = np.zeros((len(moved), max((len(lever.values) for lever in moved), default=0) + 1))
        for row, lever in zip(self.scores, moved, strict=True):
            row[0], row[1 : len(lever.scores) + 1] = lever.score, lever.scores
        self.published = simulator.published(region).scores
        self.contested = any(node.aggregate == "copeland" for node in self.nodes)  # duels are with every region
        self.duels: dict[Choice, float] = {}

    def gauge(self, choices: Steps) -> Matrix:
        """The root's score of each choice."""
        if self.contested:
            rows = [tuple(row) for row in choices.tolist()]
            self.duels |= {row: self._rescored(row).score for row in set(rows) - set(self.duels)}
            return np.array([self.duels[row] for row in rows])
        leaves = {leaf.id: np.full(len(choices), self.published[leaf.id]) for leaf in self.nodes if leaf.is_leaf}
        found = self.scores[np.arange(len(self.levers)), choices]
        leaves |= {lever.node.id: found[:, i] for i, lever in enumerate(self.levers)}
        return aggregate_tree(self.nodes, leaves)[self.nodes[0].id]

    def reachable(self, choices: Steps) -> bool:
        """Whether one of the choices reaches the target."""
        return bool(_reaches(float(self.gauge(choices).max()), self.target))

    def ways(self, count: int) -> tuple[WayUp, ...]:
        """The smallest change, then others."""
        ways: list[WayUp] = []
        banned: list[frozenset[int]] = []
        proven = all(lever.full for lever in self.levers)
        while len(ways) < count:
            found = self._smallest(banned, MOST_RESCORED // count if self.contested else MOST)
            if found.choice is None:
                break
            proven = proven and found.proven
            held = frozenset(i for i, step in enumerate(found.choice) if step)
            rescored = self._rescored(found.choice)
            banned.append(held)
            steps = tuple(_step(self.levers[i], found.choice[i]) for i in sorted(held))
            ways.append(WayUp(steps, rescored, proven))
        return tuple(ways)

    def _smallest(self, banned: Sequence[frozenset[int]], most: int) -> Found:
        if self._lines is not None:
            # Asked for as much less as the solver's tolerance is: a way that is found there and reaches is the least.
            # One that does not reach says nothing of those that do, so they are searched.
            needed = self.target - self.published[self.nodes[0].id]
            choice = smallest_sum(self.levers, self._lines, needed - TOLERANCE, banned)
            if choice is None or self.reachable(np.array([choice])):
                return Found(choice, True)
        found = smallest_found(self.levers, self.gauge, self.target - _HALF, banned, most)
        return Found(found.choice, found.proven and monotone(self.nodes))

    @cached_property
    def _lines(self) -> tuple[Line, ...] | None:
        """What each lever adds to the root's score; None where scores do not add up in straight lines."""
        if any(not node.is_leaf and node.aggregate != "arithmetic" for node in self.nodes):
            return None
        alone = np.diag([len(lever.values) for lever in self.levers])
        gains = self.gauge(alone) - self.published[self.nodes[0].id]
        found = [line(lever, float(gain)) for lever, gain in zip(self.levers, gains, strict=True)]
        return None if None in found else tuple(drawn for drawn in found if drawn is not None)

    def _rescored(self, choice: Choice) -> Rescored:
        values = {
            lever.node.id: float(lever.values[at - 1]) for lever, at in zip(self.levers, choice, strict=True) if at
        }
        return self.simulator.rescore(self.region, values)


def _step(lever: Lever, at: int) -> Step:
    return Step(
        lever.node, lever.today, float(lever.values[at - 1]), float(lever.shares[at - 1]), lever.best, lever.evidence
    )


def _reaches(score: float, target: float) -> bool:
    return bool(score >= target - _HALF)
