"""How the score has moved: like with like, over the indicators that have figures of their own in both years.

The headline itself is a poor witness of change. A year may lack an indicator that another year has, a figure
may be carried forward from the year before, and a series may begin anew: each moves the headline while nothing
moves in the region. So both years, and the years between them, are scored again over one basket of indicators,
the same for every region, with the weights and the formulae of the framework:

* an indicator is compared when, in both years, at least half the regions have a figure of that very year, no
  break of the series is declared between them, and a score means the same in every year (statistics of all years
  together, no reference region);
* a region has a change only where it is ranked in the later year and has every figure of the basket;
* the base is the earliest of the five years before whose basket holds at least half the weight of the headline.

The change is a difference in points. The compound annual growth rate, common for single indicators, needs a true
zero, which a score does not have; a slope through so few years says no more than the two ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from metrics.aggregate import aggregate_tree
from metrics.anatomy import path, weight_shares
from metrics.results import Results
from metrics.tree import Node

SPAN = 5  # years back, at most
ENOUGH = 0.5  # of the regions for an indicator, of the weight for a basket


@dataclass(frozen=True)
class Trend:
    """The change of the score from `base` to `year`, over the indicators `compared` of the `indicators` it has.

    `regions` has one row a ranked region: region, change (points; missing without every figure in both years)
    and course (points against `base`, one a year of `years`, None where a figure is missing; missing like the
    change). `medians` are those of the change over the regions that have one, for the root and the dimensions.
    """

    base: int
    year: int
    years: tuple[int, ...]
    compared: tuple[Node, ...]
    indicators: int
    regions: pd.DataFrame
    medians: Mapping[str, float]

    @property
    def range(self) -> tuple[float, float]:
        """The lowest and the highest point of all courses: on this range their slopes can be held together."""
        points = [point for course in self.regions["course"].dropna() for point in course if point is not None]
        return min(points, default=0.0), max(points, default=0.0)


def trend(results: Results, year: int) -> Trend | None:
    """The change up to a scored year; None where too little can be compared, or no region is ranked."""
    ranking = results.ranking(year)
    ranked = ranking.loc[ranking["score"].notna(), "region"].tolist()
    weights = _headline_weights(results)
    # Copeland's score counts the regions that are beaten in a year, which another year cannot be held against.
    if not ranked or any(node.aggregate == "copeland" for node in _up_to_root(results, weights)):
        return None
    scores = _own_scores(results, year)
    for base in [y for y in results.years if year - SPAN <= y < year]:
        basket = _basket(results, scores, base, year) & weights.keys()
        if sum(weights[node] for node in basket) >= ENOUGH - 1e-9:
            years = tuple(y for y in results.years if base <= y <= year)
            tree = _up_to_root(results, basket)
            regions, medians = _changes(tree, scores, ranked, years)
            compared = tuple(node for node in tree if node.is_leaf)
            return Trend(base, year, years, compared, len(weights), regions, medians)
    return None


def _headline_weights(results: Results) -> dict[str, float]:
    """The weight of each indicator in the root, by node: those that count all the way up."""
    shares = weight_shares(results)
    leaves = [node.id for node in results.nodes if node.is_leaf and node.status == "active"]
    chains = {leaf: path(results, leaf) - {results.root.id} for leaf in leaves}
    counted = {leaf: chain for leaf, chain in chains.items() if chain <= shares.keys()}
    return {leaf: float(np.prod([shares[node] for node in chain])) for leaf, chain in counted.items()}


def _up_to_root(results: Results, leaves: Iterable[str]) -> list[Node]:
    """The nodes on the way from the leaves to the root, both included, in file order."""
    kept = frozenset[str]().union(*(path(results, leaf) for leaf in leaves))
    return [node for node in results.nodes if node.id in kept]


def _own_scores(results: Results, year: int) -> pd.DataFrame:
    """Region and year -> a column for each indicator, up to a year; only from figures of the year itself."""
    rows = results.table(
        """
        SELECT s.region AS region, s.year AS year, s.node AS node, s.score AS score
        FROM score s JOIN imputed i ON i.year = s.year AND i.region = s.region AND i.node = s.node
        WHERE i.origin = 'figure' AND s.score IS NOT NULL AND s.year BETWEEN ? AND ?
        """,
        [year - SPAN, year],
    )
    return rows.pivot(index=["region", "year"], columns="node", values="score")


def _basket(results: Results, scores: pd.DataFrame, base: int, year: int) -> set[str]:
    """The indicators that can be compared between the two years."""
    old, new = (scores[scores.index.get_level_values("year") == end].droplevel("year") for end in (base, year))
    in_both = (old.notna() & new.notna()).sum()
    enough = in_both[in_both >= ENOUGH * len(results.regions())].index
    return {node for node in enough if _means_the_same(results.node(node), base, year)}


def _means_the_same(node: Node, base: int, year: int) -> bool:
    """Whether a score of the indicator means the same in both years."""
    fixed = node.normalise.over == "all_years" and node.normalise.using != "distance_to_reference"
    return fixed and not any(base < at <= year for at in node.breaks)


def _changes(
    tree: list[Node], scores: pd.DataFrame, ranked: list[str], years: tuple[int, ...]
) -> tuple[pd.DataFrame, dict[str, float]]:
    """The fields `regions` and `medians` of a trend; the first node of `tree` is the root."""
    whole = [replace(node, minimum_coverage=1.0) for node in tree]
    leaves = {node.id: scores[node.id].to_numpy(dtype=np.float64) for node in tree if node.is_leaf}
    found = aggregate_tree(whole, leaves)

    def moved(node: str) -> pd.DataFrame:
        table = pd.Series(found[node], index=scores.index).unstack("year").reindex(index=ranked, columns=list(years))
        return table.sub(table[years[0]], axis="index").round(9)

    points = moved(tree[0].id)
    change = points[years[-1]]
    course = [
        None if np.isnan(row[-1]) else [None if np.isnan(x) else float(x) for x in row] for row in points.to_numpy()
    ]
    regions = pd.DataFrame({"region": ranked, "change": change.to_numpy(), "course": pd.Series(course, dtype="object")})
    told = change.notna()
    medians = {node.id: float(moved(node.id).loc[told, years[-1]].median()) for node in tree if node.depth < 2}
    return regions, medians
