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
import pandas as pd

from metrics.figure_error import figure_error
from metrics.results import Results
from metrics.tree import Node

SPAN = 5  # years back from the newest figure, at most
FAST = 0.75  # the quantile of the peers' yearly changes that counts as fast, and can be asked of a region
_CLEARLY = 1.645  # standard deviations: what lies further out is seen in 5 of 100 cases without any change


@dataclass(frozen=True)
class Stretch:
    """Two figures of a region that compare, in natural units: `first` of `start`, `last` of `end`.

    `clear` says whether the difference is larger than what the errors of the two figures explain, as far as the
    indicator states them: it lies outside 90 percent of the differences seen where nothing changes.
    """

    start: int
    first: float
    end: int
    last: float
    clear: bool = True

    @property
    def yearly(self) -> float:
        """The change a year, in natural units."""
        return (self.last - self.first) / (self.end - self.start)


def paces(results: Results, year: int, regions: Sequence[str]) -> dict[str, dict[str, Stretch]]:
    """The newest stretch of every indicator and region: by node id, then by region.

    Every indicator that is not wanted is there; a region without two figures that compare is left out of it.
    """
    figures = results.table(
        """
        SELECT node, region, year, value FROM imputed
        WHERE origin = 'figure' AND region IN (SELECT unnest(?)) ORDER BY node, region, year
        """,
        [list(regions)],
    )
    by_node = {str(node): rows for node, rows in figures.groupby("node")}
    leaves = [node for node in results.nodes if node.is_leaf and node.status != "wanted"]
    return {leaf.id: _stretches(leaf, by_node[leaf.id], year) if leaf.id in by_node else {} for leaf in leaves}


def pace(results: Results, year: int, node: str, regions: Sequence[str]) -> dict[str, Stretch]:
    """The newest stretch of one indicator by region. Raises KeyError for what is no indicator with figures."""
    return paces(results, year, regions)[node]


def fast(node: Node, stretches: Mapping[str, Stretch]) -> float | None:
    """The 75th percentile of yearly changes for the better, in natural units a year; above 0 is better.

    Linear between two changes, as everywhere. None where there is no stretch at all.
    """
    better = [node.sign * stretch.yearly for stretch in stretches.values()]
    return float(np.quantile(better, FAST)) if better else None


def _stretches(node: Node, figures: pd.DataFrame, year: int) -> dict[str, Stretch]:
    """By region; `figures` are those of one indicator, ascending by year within a region."""
    start = max((at for at in node.breaks if at <= year), default=figures["year"].min())
    end = min((at for at in node.breaks if at > year), default=figures["year"].max() + 1)
    kept = figures[figures["year"].between(start, end, inclusive="left")]
    newest = kept.groupby("region")["year"].transform("max")
    kept = kept[kept["year"] >= newest - SPAN]
    ends = kept.groupby("region", sort=False).agg(
        start=("year", "first"), first=("value", "first"), end=("year", "last"), last=("value", "last")
    )
    ends = ends[ends["start"] < ends["end"]]
    first, last = (ends[side].to_numpy(dtype=np.float64) for side in ("first", "last"))
    clear = abs(last - first) > _CLEARLY * np.hypot(figure_error(node, first), figure_error(node, last))
    found = zip(ends.index, ends["start"], first, ends["end"], last, clear, strict=True)
    return {
        str(region): Stretch(int(begin), float(a), int(until), float(b), bool(told))
        for region, begin, a, until, b, told in found
    }
