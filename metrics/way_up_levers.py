"""What a region could move, and how far: the values that a way up chooses from, each with its share and its score.

A lever is an indicator of the headline that its region can act on directly (`lever: direct`), with a figure. Its
values go from today's in the good direction, in steps of the decimals that its figures are written with, as far as

- the best that a peer reached,
- so many years at the pace of the fast quarter of the peers (the 75th percentile of their yearly changes),
- the bounds of the indicator.

Steps are those decimals where the way has at most 1,000 of them, or 100 where all regions are scored for each; else the
finest power of ten that leaves as many, and then a smaller way may lie between (`Lever.full`). Where the framework does
not say how figures are written, that power of ten is the step.

The share of a change is how much of that pace it takes: 1 is the whole of it, over all the years.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from metrics.draws.cells import counted
from metrics.draws.indicators import normalised
from metrics.limits import Limit
from metrics.pace import Evidence
from metrics.problems import InputProblems
from metrics.simulation import Simulator
from metrics.tree import Node

Matrix = NDArray[np.float64]
# At most so many steps, as a power of ten: where each is scored on its own, and where all regions are scored for each.
_FINE, _COARSE = 3, 2
# The last digits of a division are no reason to lose a step.
_ROUNDING = 1e-9


@dataclass(frozen=True, eq=False)
class Lever:
    """One indicator that can be moved. Arrays ascend in share and in score; today's value is not in them.

    values, shares, scores   what it may become, in natural units; the share of the peers' pace; its normalised score
    best                     the best value that a peer reached
    between                  the last value is the limit itself, which lies between two steps
    evidence                 what the peers' pace rests on
    full                     whether the steps are as fine as its figures are written
    """

    node: Node
    today: float
    score: float
    values: Matrix
    shares: Matrix
    scores: Matrix
    best: float
    between: bool = False
    evidence: Evidence | None = None
    full: bool = True


@dataclass(frozen=True)
class Fixed:
    """An indicator of the headline that is not moved, and why.

    slow       it cannot be acted on directly (`lever: slow` or `none`)
    no_figure  there is nothing to start from
    shared     its figure is behind another indicator too
    unknown    no peer has two figures that compare
    ahead      no peer is better
    still      three quarters of the peers did not improve, or by less than a step in so many years
    flat       within its limits it would not score more
    """

    node: Node
    reason: str


def levers(
    simulator: Simulator, region: str, limits: Mapping[str, Limit], years: int
) -> tuple[tuple[Lever, ...], tuple[Fixed, ...]]:
    """What can be moved, as far as the limits, and what cannot; in file order.

    Raises KeyError for a region that is not there.
    """
    moved: list[Lever] = []
    fixed: list[Fixed] = []
    leaves = [node for node in counted(simulator.results.nodes) if node.is_leaf]
    for leaf in leaves:
        limit = limits.get(leaf.id)
        reason = _fixed(leaf, leaves, limit)
        if reason is not None or limit is None:
            fixed.append(Fixed(leaf, reason or "no_figure"))
            continue
        found = _lever(simulator, region, leaf, limit, years)
        if isinstance(found, Lever):
            moved.append(found)
        else:
            fixed.append(found)
    return tuple(moved), tuple(fixed)


def _fixed(leaf: Node, leaves: Sequence[Node], limit: Limit | None) -> str | None:
    """Why an indicator is not to be moved; None where it is."""
    if leaf.lever != "direct":
        return "slow"
    if limit is None:
        return "no_figure"
    if any(other is not leaf and leaf.variable in (other.variable, other.per) for other in leaves):
        return "shared"
    if limit.yearly_change_p75 is None or limit.best_of_peers is None:
        return "unknown"
    if leaf.sign * (limit.best_of_peers - limit.today) <= 0:
        return "ahead"
    return "still" if limit.yearly_change_p75 <= 0 else None


def on_steps(levers: Sequence[Lever]) -> tuple[Lever, ...]:
    """The same without limits that lie between two steps."""
    kept = [
        replace(one, values=one.values[:-1], shares=one.shares[:-1], scores=one.scores[:-1]) if one.between else one
        for one in levers
    ]
    return tuple(one for one in kept if len(one.values))


def at_limits(simulator: Simulator, region: str, limits: Mapping[str, Limit], years: int) -> dict[str, float]:
    """Every indicator that is not fixed at its limit, by node id."""
    leaves = [node for node in counted(simulator.results.nodes) if node.is_leaf]
    return {
        leaf.id: _end(simulator, region, leaf, limits[leaf.id], years)
        for leaf in leaves
        if _fixed(leaf, leaves, limits.get(leaf.id)) is None
    }


def _lever(simulator: Simulator, region: str, leaf: Node, limit: Limit, years: int) -> Lever | Fixed:
    """The lever, or why it moves nothing within its limits."""
    pace, best = limit.yearly_change_p75, limit.best_of_peers
    assert pace is not None and best is not None
    alone = leaf.normalise.using == "goalposts" and leaf.treat is None
    end = _end(simulator, region, leaf, limit, years)
    digits = _FINE if alone else _COARSE
    values = _steps(leaf, limit.today, end, limit.decimals, digits)
    if not len(values):
        return Fixed(leaf, "still")
    full = limit.decimals is None or limit.decimals <= _finest(abs(end - limit.today), digits)
    if bounds := simulator.limits(region, leaf.id):
        values = np.clip(values, *bounds)
    if off := bool(leaf.sign * (end - values[-1]) > _ROUNDING * abs(end)):
        values = np.append(values, end)
    before = simulator.published(region).scores[leaf.id]
    scores = _own_scores(leaf, values) if alone else _rescored(simulator, region, leaf, values)
    # More for less: what costs more without scoring more is never chosen.
    reached = np.fmax.accumulate(np.concatenate([[before], scores[:-1]]))
    better = np.asarray(scores > reached + 1e-12)
    if not better.any():
        return Fixed(leaf, "flat")
    shares = abs(values - limit.today) / (years * pace)
    between = off and bool(better[-1])
    found = (values[better], shares[better], scores[better])
    return Lever(leaf, limit.today, float(before), *found, best, between, limit.evidence, full)


def _end(simulator: Simulator, region: str, leaf: Node, limit: Limit, years: int) -> float:
    """The furthest value: by the pace, the best peer and the bounds."""
    pace, best = limit.yearly_change_p75, limit.best_of_peers
    assert pace is not None and best is not None
    ends = [leaf.sign * limit.today + years * pace, leaf.sign * best]
    if bounds := simulator.limits(region, leaf.id):
        ends.append(leaf.sign * bounds[1 if leaf.sign > 0 else 0])
    return leaf.sign * min(ends)


def _steps(leaf: Node, today: float, end: float, decimals: int | None, digits: int) -> Matrix:
    """Values after today's up to the end, as figures are written, at most 10 to the power of `digits` of them."""
    way = leaf.sign * (end - today)
    if way <= 0:
        return np.empty(0)
    finest = _finest(way, digits)
    places = finest if decimals is None else min(decimals, finest)
    scale = 10.0**places
    first, last = (math.floor(_up(leaf.sign * value * scale)) for value in (today, end))
    return np.asarray(np.round(leaf.sign * np.arange(first + 1, last + 1) / scale, max(places, 0)))


def _finest(way: float, digits: int) -> int:
    """The most decimals with which a way has at most 10 to the power of `digits` steps; below 0 for tens and more."""
    return digits - math.ceil(math.log10(way))


def _up(steps: float) -> float:
    return steps + _ROUNDING * max(1.0, abs(steps))


def _own_scores(leaf: Node, values: Matrix) -> Matrix:
    """Normalised scores of values on which nobody else's score hangs."""
    return normalised(replace(leaf, impute=None), values[:, None, None], {}, None)[:, 0, 0]


def _rescored(simulator: Simulator, region: str, leaf: Node, values: Matrix) -> Matrix:
    """Normalised scores of the region with each of the values; NaN where the chain would refuse one."""
    return np.array([_score(simulator, region, leaf, float(value)) for value in values])


def _score(simulator: Simulator, region: str, leaf: Node, value: float) -> float:
    try:
        return simulator.rescore(region, {leaf.id: value}).scores[leaf.id]
    except InputProblems:
        return math.nan
