"""What many draws say about each region: bands of rank and score, chances, and who cannot be told apart.

Bands run from the 5 to the 95 percent quantile (linear interpolation). Two regions cannot be told apart when
each outranks the other in more than 5 percent of the draws. OECD/JRC Handbook (2008), step 8.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from metrics.draws.places import ranks

Matrix = NDArray[np.float64]
Ranks = NDArray[np.int32]
LOW, HIGH = 0.05, 0.95
# Two regions are told apart when one of them outranks the other in at most this share of the draws.
APART = 0.05
# Regions at a time: so many that they stay in the cache of a processor.
_CHUNK = 64


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
            table[name] = np.where(found[0] > 0, found[0], np.nan)
            table[f"{name}_mean"], (low, middle, high) = summary_of_ranks(found, (LOW, 0.5, HIGH))
            table[f"{name}_median"], table[f"{name}_p5"], table[f"{name}_p95"] = middle, low, high
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
        near = (above > APART) & (below > APART) & (self.ranks[0] > 0) & (self.ranks[0, at] > 0)
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
    found = np.full((len(shares), values.shape[1]), np.nan)
    count = np.count_nonzero(~np.isnan(values), axis=0)
    for number in np.unique(count[count > 0]):
        columns = np.flatnonzero(count == number)
        for some in np.split(columns, range(_CHUNK, len(columns), _CHUNK)):
            few = values.T[some]
            for row, share in zip(found, shares, strict=True):
                below, part = _place(share, number)
                # In place, and quicker than putting all into order; missing ones come last.
                few.partition(below, axis=1)
                low = few[:, below].copy()
                high = few[:, below + 1 : number].min(axis=1, initial=np.inf) if part > 0 else low
                row[some] = low + part * (high - low)
    return list(found)


def summary_of_ranks(ranks: Ranks, shares: tuple[float, ...]) -> tuple[Matrix, list[Matrix]]:
    """Mean and quantiles of each column, draws x regions, over what is not 0; NaN where nothing is.

    Ranks are few whole numbers: counting how often each occurs is quicker than putting all into order.
    """
    regions = ranks.shape[1]
    width = int(ranks.max(initial=0)) + 1
    places = (ranks + width * np.arange(regions, dtype=np.int32)).reshape(-1)
    times = np.bincount(places, minlength=regions * width).reshape(regions, width)
    times[:, 0] = 0
    up_to = times.cumsum(axis=1)
    count = up_to[:, -1]
    with np.errstate(invalid="ignore"):
        mean = times @ np.arange(width) / count
    found = []
    for share in shares:
        below, part = _place(share, count)
        low, high = ((up_to <= at[:, None]).sum(axis=1) for at in (below, below + (part > 0)))
        found.append(np.where(count > 0, low + part * (high - low), np.nan))
    return mean, found


def _place(share: float, count: Any) -> tuple[Any, Any]:
    """Where a quantile lies among so many values in order: the place below it, and how far it is to the next one."""
    at = share * np.maximum(count - 1, 0)
    below = np.floor(at).astype(np.intp)
    return below, at - below
