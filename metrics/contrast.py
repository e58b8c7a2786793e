"""Digital-government capability against results for residents: the two parts of the score, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd

from metrics.aggregate import aggregate
from metrics.results import Results
from metrics.tree import Node

# The dimension that stands for capability. A framework without it has nothing to contrast.
CAPABILITY = "governance"

Quadrant = Literal["both", "capability", "results", "neither"]
QUADRANTS: tuple[Quadrant, ...] = ("both", "capability", "results", "neither")


@dataclass(frozen=True)
class Contrast:
    """Where the assessed regions stand in both parts.

    `regions` has the columns of `Results.ranking` with `capability`, `results` and `quadrant`: in which part
    the region reaches the median of all assessed regions. `parts` are the dimensions behind `results`.
    `correlation` is Spearman's, NaN for fewer than two regions.
    """

    capability: Node
    parts: tuple[Node, ...]
    regions: pd.DataFrame
    median_capability: float
    median_results: float
    correlation: float

    @property
    def same_side(self) -> int:
        """How many regions reach both medians or neither."""
        return self.count("both") + self.count("neither")

    def within(self, province: str) -> Contrast:
        """The regions of one province; medians and correlation stay those of the whole country."""
        return replace(self, regions=self.regions[self.regions["province"] == province])

    def count(self, quadrant: Quadrant, kind: str | None = None) -> int:
        """How many regions stand in a quadrant, of one kind or of all."""
        inside = self.regions["quadrant"] == quadrant
        return int(inside.sum() if kind is None else (inside & (self.regions["kind"] == kind)).sum())


def contrast(results: Results, ranking: pd.DataFrame) -> Contrast | None:
    """The contrast within `Results.ranking` of a year; None where the framework has no such two parts.

    Results for residents are the arithmetic mean, by weight, of the other dimensions that count in the score.
    Its `regions` are empty where no region has both parts that year.
    """
    weighed = [node for node in results.children(results.root.id) if node.counts]
    capability = next((node for node in weighed if node.id == CAPABILITY), None)
    parts = tuple(node for node in weighed if node.id != CAPABILITY)
    if capability is None or not parts:
        return None
    mean = replace(results.root, aggregate="arithmetic", minimum_coverage=1.0)
    scores = ranking[[node.id for node in parts]].to_numpy(dtype=np.float64)
    both = ranking.assign(
        capability=ranking[CAPABILITY],
        results=aggregate(mean, scores, np.array([node.weight for node in parts])),
    )
    regions = both[both["score"].notna()].dropna(subset=["capability", "results"])
    x, y = regions["capability"], regions["results"]
    regions = regions.assign(quadrant=_quadrants(x >= x.median(), y >= y.median()))
    # Spearman's coefficient is Pearson's of the ranks.
    correlation = float(x.rank().corr(y.rank())) if len(regions) > 1 else float("nan")
    return Contrast(capability, parts, regions, float(x.median()), float(y.median()), correlation)


def _quadrants(capable: pd.Series[bool], served: pd.Series[bool]) -> list[Quadrant]:
    names: dict[tuple[bool, bool], Quadrant] = {
        (True, True): "both",
        (True, False): "capability",
        (False, True): "results",
        (False, False): "neither",
    }
    return [names[bool(one), bool(other)] for one, other in zip(capable, served, strict=True)]
