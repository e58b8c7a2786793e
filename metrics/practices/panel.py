"""The published figures of an indicator, regions by years, and the years before and after something began.

Only figures of a year itself are there: none that is carried, none that is estimated. A year in which few regions
have a figure is left out, since nobody could be held against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.indicator import TYPICAL_SHARE
from metrics.results import Results
from metrics.tree import Node

SPAN = 5  # years on either side of the start, at most
NEAREST = 3  # figures on either side, at most

Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Panel:
    """`values` is regions x years, NaN without a figure: natural units, their logarithms where the scale is one.

    regions   codes, ascending, as in metrics.peers.Structure
    years     those in which at least half as many regions have a figure as in the fullest year, ascending
    """

    node: Node
    regions: tuple[str, ...]
    years: tuple[int, ...]
    values: Matrix

    def of(self, years: tuple[int, ...]) -> Matrix:
        """The columns of these years."""
        return self.values[:, [self.years.index(year) for year in years]]


@dataclass(frozen=True)
class Windows:
    """The years whose figures are held against each other: the nearest before and after the start, ascending."""

    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """All of them; the year of the start is in neither window."""
        return (*self.before, *self.after)


@dataclass(frozen=True)
class Shortage:
    """Why there are no windows.

    missing   which side has no figure: before, after or both; both too where a break lies between those there are
    years     the years, first and last, of which a figure is needed; from the earlier window to the later for both
    at        the year of that break; None where figures are missing
    """

    missing: Literal["before", "after", "both"]
    years: tuple[int, int]
    at: int | None = None


def read_panel(results: Results, node: Node) -> Panel:
    """The panel of an indicator. One that is a ratio needs both figures of the same year."""
    if node.per is None:
        query = "SELECT f.region AS region, f.year AS year, f.value AS value FROM figure f WHERE f.variable = ?"
    else:
        query = """
            SELECT f.region AS region, f.year AS year, f.value / d.value AS value
            FROM figure f JOIN figure d ON d.region = f.region AND d.year = f.year
            WHERE f.variable = ? AND d.variable = ? AND d.value > 0
            """
    rows = results.table(query, [node.variable, *([] if node.per is None else [node.per])])
    regions = tuple(sorted(results.regions()["region"]))
    wide = rows.pivot(index="region", columns="year", values="value").reindex(regions)
    counts = wide.notna().sum()
    wide = wide.loc[:, counts >= TYPICAL_SHARE * counts.max()]
    values = wide.to_numpy(dtype=np.float64) * node.times
    if node.log:
        with np.errstate(invalid="ignore", divide="ignore"):
            values = np.where(values > 0, np.log(values), np.nan)
    return Panel(node, regions, tuple(int(year) for year in wide.columns), values)


def windows(panel: Panel, region: str, start: int, end: int | None = None) -> Windows | Shortage:
    """The windows of a region around a start year; `end` is the last year that counts as after.

    On either side the three nearest figures of the five nearest years, all on the side of the declared breaks that
    the start is on. Raises ValueError for an unknown region.
    """
    breaks = panel.node.breaks
    since = max((at for at in breaks if at <= start), default=start - SPAN)
    until = min((at for at in breaks if at > start), default=start + SPAN + 1)
    own = panel.values[panel.regions.index(region)]
    there = [year for year, value in zip(panel.years, own, strict=True) if np.isfinite(value)]
    last = last_year(start, end)
    early = [year for year in there if start - SPAN <= year < start]
    late = [year for year in there if start < year <= last]
    before = [year for year in early if year >= since][-NEAREST:]
    after = [year for year in late if year < until][:NEAREST]
    if before and after:
        return Windows(tuple(before), tuple(after))
    if early and late:
        return Shortage("both", (start - SPAN, last), until if before else since)
    if early:
        return Shortage("after", (start + 1, last))
    if late:
        return Shortage("before", (start - SPAN, start - 1))
    return Shortage("both", (start - SPAN, last))


def last_year(start: int, end: int | None) -> int:
    """The last year that counts as after; what ended in the year of its start is followed like what went on."""
    return start + SPAN if end is None or end <= start else min(start + SPAN, end)
