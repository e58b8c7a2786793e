"""The country at a glance: how many regions stand at each level, and how each dimension is spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from metrics.tree import Node


@dataclass(frozen=True)
class Levels:
    """How many regions of a group stand at each level, the lowest first, and how many cannot be assessed.

    `group` is a kind or an island, None for all regions together.
    """

    group: str | None
    counts: tuple[int, ...]
    not_assessed: int

    @property
    def assessed(self) -> int:
        """How many regions have a level."""
        return sum(self.counts)

    @property
    def regions(self) -> int:
        """How many regions there are."""
        return self.assessed + self.not_assessed

    @property
    def usual(self) -> int:
        """The level at which most regions stand, counted from 1; the lower one of two that are even."""
        return self.counts.index(max(self.counts)) + 1

    @property
    def upper(self) -> int:
        """The level above the usual one; the highest where there is none above."""
        return min(self.usual + 1, len(self.counts))

    def at_least(self, level: int) -> int:
        """How many regions stand at `level` (counted from 1) or higher."""
        return sum(self.counts[level - 1 :])

    def higher(self, level: int) -> int:
        """How many regions stand higher than at `level`."""
        return sum(self.counts[level:])

    def lower(self, level: int) -> int:
        """How many regions stand lower than at `level`."""
        return sum(self.counts[: level - 1])

    def share_at_least(self, level: int) -> float:
        """The same as a share of the assessed ones; NaN where there are none."""
        return self.at_least(level) / self.assessed if self.assessed else float("nan")


@dataclass(frozen=True)
class Spread:
    """How the scores of a node are spread within a kind (None: all regions), by quantiles.

    `low` and `high` are the 5th and 95th percentile; `regions` counts those with a score, at least one.
    """

    node: Node
    kind: str | None
    regions: int
    low: float
    quarter: float
    median: float
    three_quarters: float
    high: float


def levels(ranking: pd.DataFrame, count: int, by: str) -> tuple[Levels, ...]:
    """All regions of `Results.ranking` first, then each value of the column `by`, the smaller group first.

    `count` is the number of levels of the framework.
    """
    groups = [_levels(str(group), rows, count) for group, rows in ranking.groupby(by)]
    return (_levels(None, ranking, count), *sorted(groups, key=lambda found: found.regions))


def leading(groups: Sequence[Levels], level: int) -> Levels | None:
    """The group with the largest share of regions at `level` or higher, None where no group is assessed."""
    assessed = [found for found in groups if found.assessed]
    return max(assessed, key=lambda found: found.share_at_least(level), default=None)


def spreads(ranking: pd.DataFrame, nodes: Sequence[Node]) -> tuple[Spread, ...]:
    """Each node that has scores in `Results.ranking`, within each kind, the kind with fewer regions first."""
    kinds = ranking["kind"].dropna().value_counts(ascending=True).index.tolist() or [None]
    found = []
    for node in nodes:
        for kind in kinds:
            rows = ranking if kind is None else ranking[ranking["kind"] == kind]
            scores = rows[node.id].dropna()
            if len(scores):
                low, quarter, median, three_quarters, high = scores.quantile([0.05, 0.25, 0.5, 0.75, 0.95]).tolist()
                found.append(Spread(node, kind, len(scores), low, quarter, median, three_quarters, high))
    return tuple(found)


def furthest_apart(found: Sequence[Spread]) -> tuple[Spread, Spread] | None:
    """The node on which the medians of two kinds are furthest apart, the higher one first; None without two kinds."""
    pairs = [(one, other) for one in found for other in found if one.node is other.node and one.median > other.median]
    return max(pairs, key=lambda pair: pair[0].median - pair[1].median, default=None)


def _levels(group: str | None, rows: pd.DataFrame, count: int) -> Levels:
    at = rows["maturity"].value_counts()
    counts = tuple(int(at.get(str(number), 0)) for number in range(1, count + 1))
    return Levels(group, counts, len(rows) - sum(counts))
