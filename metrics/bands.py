"""What many draws say about each region: bands of rank and score, chances, and who cannot be told apart.

Bands run from the 5 to the 95 percent quantile (linear interpolation). Two regions cannot be told apart when
each outranks the other in more than 5 percent of the draws. OECD/JRC Handbook (2008), step 8.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.draws.places import ranks

Matrix = NDArray[np.float64]
Ranks = NDArray[np.int32]
LOW, HIGH = 0.05, 0.95
# Two regions are told apart when one of them outranks the other in at most this share of the draws.
_APART = 0.05


@dataclass(frozen=True, eq=False)
class Bands:
    """Scores and ranks of many draws; draw 0 is the framework as it is, the nominal one.

    regions         codes in file order, with their kinds beside them ("" where there is none)
    scores          draws x regions on the range of the framework as it is, NaN where there is no score
    ranks           draws x regions, 0 where there is none
    ranks_in_kind   the same among the regions of the same kind
    """

    regions: tuple[str, ...]
    kinds: tuple[str, ...]
    scores: Matrix
    ranks: Ranks
    ranks_in_kind: Ranks

    def table(self) -> pd.DataFrame:
        """One row a region in file order: region, rank, rank_mean, rank_median, rank_p5, rank_p95, the same of
        rank_in_kind, score_p5, score_p95, and `ranked`, the share of draws in which the region has a rank.

        `rank` and `rank_in_kind` are nominal; missing where there is none.
        """
        table = pd.DataFrame({"region": self.regions})
        for name, found in (("rank", self.ranks), ("rank_in_kind", self.ranks_in_kind)):
            values = np.where(found > 0, found, np.nan)
            low, middle, high = quantiles(values, (LOW, 0.5, HIGH))
            table[name] = values[0]
            table[f"{name}_mean"], table[f"{name}_median"] = _mean(values), middle
            table[f"{name}_p5"], table[f"{name}_p95"] = low, high
        table["score_p5"], table["score_p95"] = quantiles(self.scores, (LOW, HIGH))
        table["ranked"] = (self.ranks > 0).mean(axis=0)
        return table

    @cached_property
    def whole(self) -> pd.DataFrame:
        """The table for people, by region: rank_low, rank_high, rank_in_kind_low, rank_in_kind_high (whole
        numbers, rounded outward), score_low, score_high. Only regions with a nominal rank."""
        table = self.table().set_index("region").dropna(subset="rank")
        found = pd.DataFrame(index=table.index)
        for name in ("rank", "rank_in_kind"):
            found[f"{name}_low"] = np.floor(table[f"{name}_p5"].round(9)).astype(int)
            found[f"{name}_high"] = np.ceil(table[f"{name}_p95"].round(9)).astype(int)
        found["score_low"], found["score_high"] = table["score_p5"], table["score_p95"]
        return found

    def chances_of_levels(self, cuts: Sequence[float]) -> pd.DataFrame:
        """By region, the share of the draws with a score that end at each level: columns 1 upward.

        `cuts` are the scores from which the levels up from the second start, ascending.
        """
        level = np.searchsorted(np.asarray(cuts, dtype=np.float64), np.round(self.scores, 9), side="right") + 1
        known = ~np.isnan(self.scores)
        count = known.sum(axis=0)
        shares = {
            number: np.where(count > 0, ((level == number) & known).sum(axis=0) / np.maximum(count, 1), np.nan)
            for number in range(1, len(cuts) + 2)
        }
        return pd.DataFrame(shares, index=pd.Index(self.regions, name="region"))

    def chance_of_top(self, n: int, in_kind: bool = False) -> pd.Series:
        """By region, the share of the draws in which it is among the first `n`, of all or of its kind."""
        found = self.ranks_in_kind if in_kind else self.ranks
        return pd.Series(((found > 0) & (found <= n)).mean(axis=0), index=pd.Index(self.regions, name="region"))

    def alike(self, region: str, in_kind: bool = False) -> tuple[str, ...]:
        """The regions that cannot be told apart from this one, best nominal rank first. Raises ValueError."""
        at = self.regions.index(region)
        both = (self.ranks > 0) & (self.ranks[:, [at]] > 0)
        draws = np.maximum(both.sum(axis=0), 1)
        above = ((self.ranks < self.ranks[:, [at]]) & both).sum(axis=0) / draws
        below = ((self.ranks > self.ranks[:, [at]]) & both).sum(axis=0) / draws
        near = (above > _APART) & (below > _APART) & (self.ranks[0] > 0) & (self.ranks[0, at] > 0)
        if in_kind:
            near &= np.array(self.kinds) == self.kinds[at]
        order = np.argsort(self.ranks[0], kind="stable")
        return tuple(self.regions[i] for i in order if near[i] and i != at)


def bands_of(regions: tuple[str, ...], kinds: tuple[str, ...], scores: Matrix) -> Bands:
    """The bands of scores: draws x regions."""
    in_kind = np.zeros(scores.shape, dtype=np.int32)
    kind_of = np.array(kinds)
    for kind in set(kinds):
        in_kind[:, kind_of == kind] = ranks(scores[:, kind_of == kind])
    return Bands(regions, kinds, scores, ranks(scores), in_kind)


def quantiles(values: Matrix, shares: tuple[float, ...]) -> list[Matrix]:
    """Quantiles of each column by linear interpolation over what is not missing; NaN where nothing is."""
    ordered = np.sort(values, axis=0)  # missing ones come last
    count = np.count_nonzero(~np.isnan(values), axis=0)
    columns = np.arange(values.shape[1])
    found = []
    for share in shares:
        at = share * np.maximum(count - 1, 0)
        below = np.floor(at).astype(np.intp)
        above = np.minimum(below + 1, np.maximum(count - 1, 0))
        low, high = ordered[below, columns], ordered[above, columns]
        found.append(low + (at - below) * (high - low))
    return found


def _mean(values: Matrix) -> Matrix:
    count = np.count_nonzero(~np.isnan(values), axis=0)
    return np.asarray(np.nansum(values, axis=0) / np.where(count > 0, count, np.nan))
