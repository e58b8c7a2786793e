"""What leaving out one indicator does: to the ranks of all regions, and to that of each.

OECD/JRC Handbook (2008), step 8: inclusion and exclusion of individual indicators. The other weights of the same
parent fill the gap in proportion.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.bands import Bands
from metrics.draws.cells import counted
from metrics.draws.sampled import without_each
from metrics.results import Results
from metrics.robustness import scored

Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class LeaveOneOut:
    """The ranking without each active indicator of the headline.

    nodes   the indicators by id, in file order
    shifts  indicators x regions: the rank without the indicator less the rank with all of them, so that less than
            0 is further up; NaN where one of them is missing
    bands   draw 0 is the framework as it is, then one draw an indicator
    cuts    the scores from which the levels up from the second start
    """

    nodes: tuple[str, ...]
    shifts: Matrix
    bands: Bands
    cuts: tuple[float, ...]

    def table(self) -> pd.DataFrame:
        """One row an indicator, the largest mean shift first.

        node; mean, median and largest of the absolute shifts; moved, the region that moves most; levels, how many
        regions change level, of those with a score both ways.
        """
        size = np.abs(self.shifts)
        known = ~np.isnan(size).all(axis=1)
        mean, median, largest = (np.full(len(size), np.nan) for _ in range(3))
        mean[known], median[known] = np.nanmean(size[known], axis=1), np.nanmedian(size[known], axis=1)
        largest[known] = np.nanmax(size[known], axis=1)
        moved = np.where(known, np.array(self.bands.regions)[np.argmax(np.nan_to_num(size, nan=-1), axis=1)], None)
        table = pd.DataFrame(
            {"node": self.nodes, "mean": mean, "median": median, "largest": largest, "moved": moved}
        ).assign(levels=self._levels_changed())
        return table.sort_values("mean", ascending=False, kind="stable", ignore_index=True)

    def of_region(self, region: str) -> pd.DataFrame:
        """One row an indicator in file order: node, rank and ranked without it, shift, places (the shift without sign).

        Ranked is how many regions are. Rank, shift and places are missing where the region is not ranked.

        Raises ValueError for a region that there is not.
        """
        at = self.bands.regions.index(region)
        ranks = self.bands.ranks[1:, at]
        rank = np.where(ranks > 0, ranks, np.nan)
        shift = self.shifts[:, at]
        ranked = (self.bands.ranks[1:] > 0).sum(axis=1)
        return pd.DataFrame(
            {"node": self.nodes, "rank": rank, "ranked": ranked, "shift": shift, "places": np.abs(shift)}
        )

    def moved_most(self, node: str, count: int = 5) -> pd.DataFrame:
        """The regions whose rank moves most without an indicator: region, shift. Raises ValueError."""
        shift = pd.Series(self.shifts[self.nodes.index(node)], index=self.bands.regions).dropna()
        order = shift.abs().sort_values(ascending=False, kind="stable").index[:count]
        return shift[order].rename_axis("region").rename("shift").reset_index()

    def _levels_changed(self) -> NDArray[np.int64]:
        scores = np.round(self.bands.scores, 9)
        level = np.searchsorted(np.array(self.cuts), scores, side="right")
        both = ~np.isnan(scores[1:]) & ~np.isnan(scores[0])
        return np.asarray(((level[1:] != level[0]) & both).sum(axis=1))


def leave_one_out(results: Results, year: int) -> LeaveOneOut:
    """Score a year without each active indicator in turn. Without two of them there is nothing to leave out."""
    nodes = counted(results.nodes)
    parameters = without_each(nodes)
    found = scored(results, year, parameters)
    ranks = np.where(found.bands.ranks > 0, found.bands.ranks, np.nan)
    names = tuple(nodes[place].id for place in parameters.left_out[1:])
    return LeaveOneOut(names, ranks[1:] - ranks[0], found.bands, _cuts(results))


def _cuts(results: Results) -> tuple[float, ...]:
    maturity = results.framework.maturity
    levels: Sequence[float] = [level.from_ for level in maturity.levels[1:]] if maturity else []
    return tuple(levels)
