"""What a region scored again has: scores, coverage, ranks and level, as `score` would write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from metrics.tree import Node


@dataclass(frozen=True)
class Rescored:
    """One region of a year with some of its figures set.

    values          what was set, by indicator
    scores          of every node that is not wanted, NaN where there is none
    coverages       of every node, 0 to 1
    ranks           of every node, None where it is not ranked
    ranked          how many regions have a rank at the root, this one included where it has one
    rank_in_kind, ranked_in_kind    the same among the regions of its kind; None where it has no rank
    maturity        "1" upward, "x" cannot be assessed, None without a scale
    """

    region: str
    year: int
    root: str
    values: Mapping[str, float]
    scores: Mapping[str, float]
    coverages: Mapping[str, float]
    ranks: Mapping[str, int | None]
    ranked: int
    rank_in_kind: int | None
    ranked_in_kind: int | None
    maturity: str | None

    @property
    def score(self) -> float:
        """That of the root, NaN where there is none."""
        return self.scores[self.root]

    @property
    def rank(self) -> int | None:
        """That of the root."""
        return self.ranks[self.root]

    @property
    def coverage(self) -> float:
        """That of the root."""
        return self.coverages[self.root]


def simulated_table(nodes: Iterable[Node], found: Rescored) -> pd.DataFrame:
    """Rows as `score` writes them for the region: year, region, node, level, score, rank, coverage, maturity."""
    rows = [
        {
            "year": found.year,
            "region": found.region,
            "node": node.id,
            "level": node.depth,
            "score": found.scores[node.id],
            "rank": found.ranks[node.id],
            "coverage": found.coverages[node.id],
            "maturity": found.maturity if node.id == found.root else None,
        }
        for node in nodes
    ]
    return pd.DataFrame(rows).astype({"rank": "Int64"})
