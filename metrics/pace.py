"""How fast an indicator moves: its yearly change over the newest stretch of figures that compare.

A stretch is two published figures of one region: the newest one, and the oldest of the five years before it, both
on the side of the declared breaks that the year in question is on. What lies between them moves nothing, carried
figures are no figures of their own, and estimates are none at all. The yearly change is the difference of the two
ends over the years between, in natural units: anyone can check it with the two figures and a pencil.

The newest figures are taken even when they are younger than the year that is shown: how fast others move is
evidence of what can be done, not a standing of that year. So a stretch always tells its years.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from metrics.figure_error import clearly_apart
from metrics.results import Results
from metrics.tree import Node

SPAN = 5  # years back from the newest figure, at most
FAST = 0.75  # the quantile of the peers' yearly changes that counts as fast, and can be asked of a region
_SAME = 1e-9  # what is slower by less is as fast
_EVER = 1000  # years: no series is as long


@dataclass(frozen=True)
class Stretch:
    """Two figures of a region that compare, in natural units: `first` of `start`, `last` of `end`.

    `clear` says whether the difference is larger than what the errors of the two figures explain, as far as the
    indicator states them: it lies outside 90 percent of the differences seen where nothing changes. Where it states
    none, every difference is.
    """

    start: int
    first: float
    end: int
    last: float
    clear: bool = True

    @property
    def yearly(self) -> float:
        """The change a year, in natural units."""
        return round((self.last - self.first) / (self.end - self.start), 9)


@dataclass(frozen=True)
class Evidence:
    """What a pace rests on: how many stretches, and how many of them are clear.

    within_error   whether no stretch as fast as the pace is clear: then figures that stood still may look as fast
    single_year    where every stretch is of one and the same year, the year that it ends in; else None
    """

    stretches: int
    clear: int
    within_error: bool
    single_year: int | None


def paces(results: Results, year: int, regions: Sequence[str]) -> dict[str, dict[str, Stretch]]:
    """The newest stretch of every indicator and region: by node id, then by region in ascending order of codes.

    Every indicator that is not wanted is there; a region without two figures that compare is left out of it.
    """
    leaves = {node.id: node for node in results.nodes if node.is_leaf and node.status != "wanted"}
    sides = [_side(leaf, year) for leaf in leaves.values()]
    ends = results.table(
        """
        WITH side AS (SELECT unnest(?) AS node, unnest(?) AS start, unnest(?) AS stop),
        comparable AS (
            SELECT i.node AS node, i.region AS region, i.year AS year, i.value AS value,
                   max(i.year) OVER (PARTITION BY i.node, i.region) AS newest
            FROM imputed i JOIN side s ON s.node = i.node AND i.year >= s.start AND i.year < s.stop
            WHERE i.origin = 'figure' AND i.region IN (SELECT unnest(?))
        )
        SELECT node, region, min(year) AS start, arg_min(value, year) AS first, max(year) AS stop,
               arg_max(value, year) AS last
        FROM comparable WHERE year >= newest - ? GROUP BY node, region HAVING min(year) < max(year)
        ORDER BY node, region
        """,
        [list(leaves), *map(list, zip(*sides, strict=True)), list(regions), SPAN],
    )
    found: dict[str, dict[str, Stretch]] = {leaf: {} for leaf in leaves}
    for node, region, start, first, stop, last in zip(*(ends[column] for column in ends), strict=True):
        clear = clearly_apart(leaves[node], first, last)
        found[node][region] = Stretch(int(start), float(first), int(stop), float(last), clear)
    return found


def pace(results: Results, year: int, node: str, regions: Sequence[str]) -> dict[str, Stretch]:
    """The newest stretch of one indicator by region. Raises KeyError for what is no indicator with figures."""
    return paces(results, year, regions)[node]


def fast(node: Node, stretches: Mapping[str, Stretch]) -> float | None:
    """The 75th percentile of yearly changes for the better, in natural units a year; above 0 is better.

    Linear between two changes, as everywhere. None where there is no stretch at all.
    """
    return _quantile(node, stretches, FAST)


def evidence(node: Node, stretches: Mapping[str, Stretch]) -> Evidence | None:
    """What the pace of `fast` rests on; None where there is none."""
    pace = fast(node, stretches)
    if pace is None:
        return None
    found = list(stretches.values())
    as_fast = [one for one in found if node.sign * one.yearly >= pace - _SAME * max(1.0, abs(pace))]
    spans = {(one.start, one.end) for one in found}
    start, end = min(spans)
    return Evidence(
        stretches=len(found),
        clear=sum(one.clear for one in found),
        within_error=not any(one.clear for one in as_fast),
        single_year=end if len(spans) == 1 and end == start + 1 else None,
    )


def usual(node: Node, stretches: Mapping[str, Stretch]) -> float | None:
    """The median of the same."""
    return _quantile(node, stretches, 0.5)


def _quantile(node: Node, stretches: Mapping[str, Stretch], share: float) -> float | None:
    better = [node.sign * stretch.yearly for stretch in stretches.values()]
    return float(np.quantile(better, share)) if better else None


def _side(node: Node, year: int) -> tuple[int, int]:
    """The first year that compares with `year`, and the first one after it that no longer does."""
    return (
        max((at for at in node.breaks if at <= year), default=year - _EVER),
        min((at for at in node.breaks if at > year), default=year + _EVER),
    )
