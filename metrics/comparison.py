"""Two ways to score the same regions, side by side: who moves, and by what.

Spearman, C. (1904), "The proof and measurement of association between two things"; Kendall, M. G. (1945), "The
treatment of ties in ranking problems" (tau-b). Regions are ranked again among those that both ways rank.

Why a region moves: a score is taken apart into its indicators, each with its share of the weight times the score
there, held against the average region and told in standard deviations of the whole, since two ways may have other
units. The difference of an indicator between both ways is its part in the move; the parts, and one for the way of
averaging (what a weighted arithmetic mean of the indicators does not give), add up to the region's move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import kendalltau, spearmanr

from metrics.aggregate import aggregate
from metrics.draws.assumptions import declared_range
from metrics.draws.cells import counted
from metrics.draws.places import ranks
from metrics.results import Results
from metrics.tree import Node
from metrics.weighting.benefit_of_the_doubt import Benefit

Matrix = NDArray[np.float64]


# A reason beside the first is worth telling when it is more than this share of it.
_WORTH = 0.2
# The name of what the way of averaging adds to a move.
AVERAGING = "averaging"


@dataclass(frozen=True)
class Reason:
    """A part of a region's move: an indicator by its variable, a group of them or `AVERAGING`.

    `part` is in standard deviations of the score, below 0 where it pulls down; then its share of the weight in
    both ways.
    """

    name: str
    part: float
    share_one: float
    share_other: float


@dataclass(frozen=True, eq=False)
class Side:
    """One way to score.

    scores   of the root by region, NaN where a region is not ranked
    parts    by region, a column for each indicator by its variable: its share of the weight times its score
    shares   the share of each indicator in the weight of the root, by its variable
    """

    scores: pd.Series
    parts: pd.DataFrame
    shares: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Comparison:
    """What two ways say of the same regions. `one` and `other` are of the regions that both rank.

    `regions`, by region: rank_one and rank_other among these, moved (places gained: above 0 is better in the
    other way), the largest move first. `spearman` and `kendall` are NaN where a side has no two different scores.
    `reasons` has a column for each variable of either side and "averaging" last: the parts of each move.
    """

    regions: pd.DataFrame
    spearman: float
    kendall: float
    reasons: pd.DataFrame
    one: Side
    other: Side

    @property
    def ranked(self) -> int:
        """How many regions both ways rank."""
        return len(self.regions)

    @cached_property
    def leaders(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who is first in each; several where they share the place."""
        first = {column: self.regions[column] == 1 for column in ("rank_one", "rank_other")}
        return tuple(self.regions.index[first["rank_one"]]), tuple(self.regions.index[first["rank_other"]])

    def staying(self, first: int) -> int:
        """How many of the first so many of one way are among as many in the other."""
        return int(((self.regions["rank_one"] <= first) & (self.regions["rank_other"] <= first)).sum())

    def still(self) -> int:
        """How many regions keep their rank."""
        return int((self.regions["moved"] == 0).sum())

    def why(self, region: str, first: int = 2, groups: Mapping[str, str] = MappingProxyType({})) -> list[Reason]:
        """What moves a region most in the direction in which it moves; indicators of one group are told as one.

        What is small beside the first reason is left out.

        Raises KeyError for a region that is not ranked by both.
        """
        row = self.reasons.index.get_loc(region)
        found: dict[str, float] = {}
        for name, part in zip(map(str, self.reasons), self.reasons.to_numpy()[row], strict=True):
            found[groups.get(name, name)] = found.get(groups.get(name, name), 0.0) + float(part)
        direction = np.sign(float(self.regions["moved"][region]) or sum(found.values()))
        along = sorted(found.items(), key=lambda part: -part[1] * direction)
        shares = [_grouped(of.shares, groups) for of in (self.one, self.other)]
        return [
            Reason(name, part, shares[0].get(name, 0.0), shares[1].get(name, 0.0))
            for name, part in along[:first]
            if part * direction > max(1e-9, _WORTH * along[0][1] * direction)
        ]


def compare(one: Side, other: Side) -> Comparison:
    """The comparison over the regions that both rank, in file order of the first."""
    both = one.scores.dropna().index.intersection(other.scores.dropna().index, sort=False)
    sides = [replace(side, scores=side.scores[both], parts=side.parts.loc[both]) for side in (one, other)]
    places = [ranks(side.scores.to_numpy()[None])[0] for side in sides]
    table = pd.DataFrame({"rank_one": places[0], "rank_other": places[1]}, index=both)
    table["moved"] = table["rank_one"] - table["rank_other"]
    order = table["moved"].abs().sort_values(ascending=False, kind="stable").index
    spearman, kendall = float("nan"), float("nan")
    rounded = [side.scores.round(9) for side in sides]
    if len(both) > 1 and all(scores.nunique() > 1 for scores in rounded):
        spearman = float(spearmanr(*rounded).statistic)
        kendall = float(kendalltau(*rounded).statistic)
    return Comparison(table.loc[order], spearman, kendall, _reasons(*sides).loc[order], *sides)


def side(results: Results, year: int) -> Side:
    """A framework as it is."""
    return _side(results, year, results.nodes, _ranked(results, year)["score"].astype(float))


def weighed(results: Results, year: int, node: str, weights: Mapping[str, float]) -> Side:
    """A framework with other weights of one composite's children, by their ids; those with the weight 0 are out.

    The regions are those that the framework as it is ranks.
    """
    nodes = [
        replace(child, weight=weights[child.id], counts=weights[child.id] > 0) if child.id in weights else child
        for child in results.nodes
    ]
    return _side(results, year, nodes, _root(results, year, nodes, node, {}))


def favoured(results: Results, year: int, node: str, found: Benefit) -> Side:
    """A framework with the benefit of the doubt in the place of one composite's mean; 1 is the top of the range.

    `found` is of `children_scores`. The weights behind the parts are the mean ones; what a region's own weights
    add is in the part for averaging. The regions are those that the framework as it is ranks.
    """
    children = [child.id for child in results.children(node) if child.counts]
    weights = dict(zip(children, found.weights, strict=True))
    nodes = [replace(child, weight=weights.get(child.id, child.weight)) for child in results.nodes]
    _, top = declared_range(counted(nodes)) or (0.0, 100.0)
    scores = pd.Series(found.scores * top, index=_table(results, year).index)
    return _side(results, year, nodes, _root(results, year, nodes, node, {node: scores}))


def children_scores(results: Results, year: int, node: str) -> pd.DataFrame:
    """The scores of the children that count in a composite: region -> a column each, for all regions in file order."""
    children = [child.id for child in results.children(node) if child.counts]
    return _table(results, year)[children]


def composites(results: Results) -> tuple[Node, ...]:
    """The composites of the headline that weigh at least two children, the root first."""
    nodes = counted(results.nodes)
    return tuple(node for node in nodes if sum(child.parent == node.id for child in nodes) > 1)


def _table(results: Results, year: int) -> pd.DataFrame:
    """All published scores of a year: region -> a column for each node that is not wanted."""
    wide = results.scores(year).pivot(index="region", columns="node", values="score").astype(float)
    return wide.reindex(
        index=results.regions()["region"], columns=[n.id for n in results.nodes if n.status != "wanted"]
    )


def _ranked(results: Results, year: int) -> pd.DataFrame:
    ranking = results.ranking(year).set_index("region").reindex(results.regions()["region"])
    return ranking.assign(score=ranking["score"].where(ranking["rank"].notna()))


def _root(
    results: Results, year: int, nodes: Sequence[Node], changed: str, scores: Mapping[str, pd.Series]
) -> pd.Series:
    """The root's scores when one composite has changed: it, unless `scores` has it, and all above it again."""
    table = _table(results, year)
    own = {node.id: node for node in nodes}
    at: str | None = changed
    while at is not None:
        children = [node for node in nodes if node.parent == at and node.counts]
        if at in scores:
            table[at] = scores[at].reindex(table.index)
        else:
            matrix = table[[child.id for child in children]].to_numpy(dtype=np.float64)
            table[at] = aggregate(own[at], matrix, np.array([child.weight for child in children]))
        at = own[at].parent
    return table[results.root.id].where(_ranked(results, year)["rank"].notna())


def _side(results: Results, year: int, nodes: Sequence[Node], scores: pd.Series) -> Side:
    leaves = [node for node in counted(nodes) if node.is_leaf]
    shares = _shares(counted(nodes))
    values = _table(results, year)[[leaf.id for leaf in leaves]]
    # Two leaves may read one variable, each in its own way.
    parts = (values * [shares[leaf.id] for leaf in leaves]).T.groupby([leaf.variable for leaf in leaves], sort=False)
    summed: dict[str, float] = {}
    for leaf in leaves:
        summed[leaf.variable] = summed.get(leaf.variable, 0.0) + shares[leaf.id]
    return Side(scores, parts.sum(min_count=1).T, summed)


def _shares(nodes: Sequence[Node]) -> dict[str, float]:
    """The share of each node in the weight of the root."""
    totals: dict[str | None, float] = {}
    for node in nodes:
        totals[node.parent] = totals.get(node.parent, 0.0) + node.weight
    shares: dict[str | None, float] = {None: 1.0}
    for node in nodes:
        shares[node.id] = shares[node.parent] * node.weight / totals[node.parent]
    return {str(name): share for name, share in shares.items()}


def _reasons(one: Side, other: Side) -> pd.DataFrame:
    sizes = [_standard(side) for side in (one, other)]
    variables = list(dict.fromkeys([*one.parts, *other.parts]))
    whole, parts = [], []
    for side_, sd in zip((one, other), sizes, strict=True):
        whole.append((side_.scores - side_.scores.mean()) / sd)
        apart = side_.parts - side_.parts.mean()
        parts.append((apart / sd).reindex(columns=variables).fillna(0.0))
    found = parts[1] - parts[0]
    found[AVERAGING] = whole[1] - whole[0] - found.sum(axis=1)
    return found


def _standard(of: Side) -> float:
    """The standard deviation of the scores; 1 where they do not differ."""
    sd = float(of.scores.std(ddof=0)) if len(of.scores) else 0.0
    return sd if sd > 0 else 1.0


def _grouped(shares: Mapping[str, float], groups: Mapping[str, str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, share in shares.items():
        found[groups.get(name, name)] = found.get(groups.get(name, name), 0.0) + share
    return found
