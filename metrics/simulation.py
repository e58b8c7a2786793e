"""What if: a region scored again with some of its figures set, as the chain would score it, quick enough for a slider.

Everything of a year is read once. A set value is a figure of the year (coverage 1, not carried); what hangs on it is
done again: where it moves the range of an indicator, what is imputed, or a duel, the others' scores move too.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from metrics.aggregate import aggregate
from metrics.banded import cuts
from metrics.draws.cells import counted, read_cells
from metrics.draws.indicators import normalised, refusal
from metrics.draws.one_region import Altered, Drawn, draw_year
from metrics.problems import InputProblems, Problem
from metrics.rescored import Rescored
from metrics.results import Results
from metrics.robustness import DRAWS, SEED
from metrics.simulated_band import SimulatedBand, altered_leaf, simulated_band
from metrics.simulated_figures import Figures, check_settings, limits, read_figures, set_figures
from metrics.tree import Node

__all__ = ["Rescored", "Simulator", "simulator"]

Matrix = NDArray[np.float64]
_NEED_POSITIVE = ("geometric", "harmonic", "power")
# Regions whose figures are kept at hand.
_AT_HAND = 64


@dataclass(frozen=True)
class _Family:
    """A composite with the children that count in it, and their weights."""

    node: Node
    children: tuple[str, ...]
    weights: Matrix


class Simulator:
    """One year of results, ready to be scored again for any region. Safe to share between threads and visitors.

    Of values that are set nothing is kept: they may be a visitor's own, and what is quickly there confirms a guess.
    """

    def __init__(self, results: Results, year: int) -> None:
        """Raises ValueError for a year not scored."""
        self.results, self.year = results, year
        self.nodes: tuple[Node, ...] = tuple(node for node in results.nodes if node.status != "wanted")
        self.leaves: tuple[Node, ...] = tuple(node for node in self.nodes if node.is_leaf)
        self.counted = frozenset(node.id for node in counted(results.nodes))
        beside = [leaf for leaf in self.leaves if leaf.id not in self.counted]
        self._cells = read_cells(results, year, [self.nodes], beside)
        self.regions = self._cells.regions
        self._place = {code: i for i, code in enumerate(self.regions)}
        self._row = {node.id: i for i, node in enumerate(self.nodes)}
        self._scores, self._coverages = self._published(results)
        self._families = _families(self.nodes)
        self._contested = {family.node.id for family in self._families if family.node.aggregate == "copeland"}
        self._figures = lru_cache(maxsize=_AT_HAND)(lambda region: read_figures(results, region))

    def _published(self, results: Results) -> tuple[Matrix, Matrix]:
        """Scores and coverages, nodes x regions."""
        rows = results.table("SELECT region, node, score, coverage FROM score WHERE year = ?", [self.year])
        at = [self._row[node] for node in rows["node"]], [self._place[region] for region in rows["region"]]
        scores, coverages = np.full((2, len(self.nodes), len(self.regions)), np.nan)
        scores[at], coverages[at] = rows["score"], rows["coverage"]
        return scores, coverages

    def current(self, region: str) -> Mapping[str, float]:
        """The value behind the year by indicator, in natural units; an indicator without a figure is not in it."""
        at, now = self._place[region], self._cells.now
        found = {leaf.id: float(self._cells.columns[leaf.id].values[now, at]) for leaf in self.leaves}
        return {name: value for name, value in found.items() if not np.isnan(value)}

    def figure_years(self, region: str) -> Mapping[str, int]:
        """The years that these figures are from; older than the year where they are carried."""
        at, now = self._place[region], self._cells.now
        return {name: self.year - int(self._cells.columns[name].age[now, at]) for name in self.current(region)}

    def values(self, leaf: str) -> Matrix:
        """The values of all regions behind the year that have one, in natural units."""
        found = self._cells.columns[leaf].values[self._cells.now]
        return np.asarray(found[~np.isnan(found)])

    def limits(self, region: str, leaf: str) -> tuple[float, float] | None:
        """The lowest and the highest value that the bounds of an indicator leave; None where it has none."""
        return limits(self._figures(region), self.leaves, self.nodes[self._row[leaf]], self.year)

    def published(self, region: str) -> Rescored:
        """The region as it is published."""
        at = self._place[region]
        return self._rescored(region, {}, self._scores[:, at], self._coverages[:, at], self._scores)

    def rescore(self, region: str, values: Mapping[str, float], carried: Collection[str] = ()) -> Rescored:
        """The region with these values by indicator, in the units in which they are shown.

        Those of `carried` are of an older year: they and whatever else reads their variables count 0 in coverage.

        Raises KeyError for a region that is not there; InputProblems where a value cannot be set, and where the
        chain would refuse it.
        """
        at = self._place[region]
        if not values:
            return self.published(region)
        figures = self._figures(region)
        check_settings(figures, self.results.nodes, self.year, values)
        changed, readers = set_figures(figures, self.leaves, self.year, values)
        old = {leaf.variable for leaf in self.leaves if leaf.id in carried}
        coverages = self._coverages[:, at].copy()
        moved: dict[str, Matrix] = {}
        for leaf in readers:
            scores, covered = self._leaf(leaf, at, figures, changed, values.get(leaf.id))
            moved[leaf.id], coverages[self._row[leaf.id]] = scores, 0.0 if leaf.variable in old else covered
        alone = not self._contested and all(self._only(leaf, scores, at) for leaf, scores in moved.items())
        places = np.array([at]) if alone else np.arange(len(self.regions))
        scores = self._scores[:, places].copy()
        for name, found in moved.items():
            scores[self._row[name]] = found[places]
        self._aggregate(set(moved), scores, coverages, places)
        if alone:
            return self._rescored(region, values, scores[:, 0], coverages, self._scores)
        return self._rescored(region, values, scores[:, at], coverages, scores)

    def band(self, region: str, values: Mapping[str, float]) -> SimulatedBand | None:
        """How sure rank and score would be; None where the region would have no score.

        Raises InputProblems as `rescore` does, and where the default run of draws cannot be made.
        """
        figures = self._figures(region)
        check_settings(figures, self.results.nodes, self.year, values)
        changed, readers = set_figures(figures, self.leaves, self.year, values)
        then: dict[str, Altered] = {}
        for leaf in readers:
            found = changed.value(leaf, self.year)
            value = values.get(leaf.id, math.nan if found is None else found[0])
            if leaf.id in self.counted:
                then[leaf.id] = altered_leaf(self._drawn, leaf, self._place[region], value)
        return simulated_band(self._drawn, self._place[region], then)

    @cached_property
    def _drawn(self) -> Drawn:
        return draw_year(self.results, self.year, DRAWS, SEED)

    def _leaf(self, leaf: Node, at: int, before: Figures, after: Figures, value: float | None) -> tuple[Matrix, float]:
        """The normalised scores of an indicator over regions, and whether it covers the region in question."""
        column, cells = self._cells.columns[leaf.id], self._cells
        values = column.values.copy()
        covered = float(self._coverages[self._row[leaf.id], at])
        for i, year in enumerate(cells.years):
            found = after.value(leaf, year)
            if found != before.value(leaf, year):
                values[i, at] = np.nan if found is None else found[0]
                if i == cells.now:
                    covered = float(found is not None and found[1] == year)
        if value is not None:
            values[cells.now, at], covered = value, 1.0
        if _stands_alone(leaf):
            scores = self._scores[self._row[leaf.id]].copy()
            value = float(values[cells.now, at])
            if leaf.log and value <= 0:
                self._refuse("log-not-positive", leaf, at, value)
            scores[at] = _own_score(leaf, value)
            return scores, covered
        self._check(leaf, values[None], at)
        named = leaf.normalise.reference
        scores = normalised(leaf, values[None], cells.groups, self._place.get(named or ""))[0, cells.now]
        return scores, covered

    def _check(self, leaf: Node, values: Matrix, at: int) -> None:
        """Raises InputProblems where the chain would refuse the values, 1 x years x regions."""
        if (code := refusal(leaf, values, self._cells.groups)) is not None:
            self._refuse(code, leaf, at, float(values[0, self._cells.now, at]))

    def _refuse(self, code: str, leaf: Node, at: int, value: float) -> None:
        details = {"key": leaf.id, "region": self.regions[at], "year": self.year, "value": value}
        raise InputProblems([Problem(code, details=details)])

    def _only(self, leaf: str, scores: Matrix, at: int) -> bool:
        """Whether nobody else's score of an indicator has moved."""
        before = self._scores[self._row[leaf]]
        differs = (abs(scores - before) > 1e-12) | (np.isnan(scores) != np.isnan(before))
        differs[at] = False
        return not differs.any()

    def _aggregate(self, moved: set[str], scores: Matrix, coverages: Matrix, places: NDArray[np.intp]) -> None:
        """Do every composite again that something moved in: `scores` are nodes x places, `coverages` those of one."""
        for family in self._families:
            if moved.isdisjoint(family.children):
                continue
            node, rows = family.node, [self._row[child] for child in family.children]
            children = scores[rows].T
            self._check_mean(family, children, places)
            scores[self._row[node.id]] = aggregate(node, children, family.weights)
            covered = float(family.weights @ coverages[rows] / family.weights.sum())
            coverages[self._row[node.id]] = np.round(covered, 12)
            moved.add(node.id)

    def _check_mean(self, family: _Family, children: Matrix, places: NDArray[np.intp]) -> None:
        """Raises InputProblems where a mean meets a value it cannot take."""
        node = family.node
        if node.aggregate not in _NEED_POSITIVE:
            return
        bad = children < 0 if node.aggregate == "power" and (node.p or 1) > 0 else children <= 0
        if bad.any():
            place, child = (int(found[0]) for found in np.nonzero(bad))
            details = {
                "key": node.id, "aggregate": node.aggregate, "child": family.children[child],
                "region": self.regions[places[place]], "year": self.year, "value": float(children[place, child]),
            }  # fmt: skip
            raise InputProblems([Problem("mean-not-positive", details=details)])

    def _rescored(
        self, region: str, values: Mapping[str, float], mine: Matrix, coverages: Matrix, others: Matrix
    ) -> Rescored:
        """Ranked among the others; `mine` and `coverages` are those of the region, `others` nodes x regions."""
        at, maturity = self._place[region], self.results.framework.maturity
        assessed = not np.isnan(mine[0])
        placed = ~np.isnan(others[0])
        if maturity is not None:
            assessed &= bool(coverages[0] >= maturity.minimum_coverage - 1e-9)
            placed &= self._coverages[0] >= maturity.minimum_coverage - 1e-9
        placed[at] = assessed
        mine_rounded = np.round(mine, 9)
        ahead = np.round(others, 9) > mine_rounded[:, None]
        ahead[:, at] = False
        ahead[0] &= placed
        places = 1 + ahead.sum(axis=1)
        has_rank = ~np.isnan(mine)
        has_rank[0] = assessed
        kin = np.array(self._cells.kinds) == self._cells.kinds[at]
        level = None
        if maturity is not None:
            level = str(1 + bisect_right(cuts(maturity), float(mine_rounded[0]))) if assessed else "x"
        names = self._row
        return Rescored(
            region=region,
            year=self.year,
            root=self.nodes[0].id,
            values=MappingProxyType(dict(values)),
            scores=dict(zip(names, mine.tolist(), strict=True)),
            coverages=dict(zip(names, coverages.tolist(), strict=True)),
            ranks={name: int(places[i]) if has_rank[i] else None for name, i in names.items()},
            ranked=int(placed.sum()),
            rank_in_kind=1 + int((ahead[0] & kin).sum()) if assessed else None,
            ranked_in_kind=int((placed & kin).sum()) if assessed else None,
            maturity=level,
        )


def simulator(results: Results, year: int) -> Simulator:
    """Everything that scoring one region of a year again takes. Raises ValueError for a year not scored."""
    return Simulator(results, year)


def _stands_alone(leaf: Node) -> bool:
    """Whether nobody else's score hangs on a figure of an indicator."""
    return leaf.normalise.using == "goalposts" and leaf.treat is None and leaf.impute is None


def _own_score(leaf: Node, value: float) -> float:
    """The normalised score of a value of an indicator that stands alone."""
    return float(normalised(leaf, np.array([[[value]]]), {}, None)[0, 0, 0])


def _families(nodes: tuple[Node, ...]) -> tuple[_Family, ...]:
    """Every composite that is scored, from the bottom up."""
    found = []
    for node in reversed(nodes):
        children = [child for child in nodes if child.parent == node.id and child.counts]
        if not node.is_leaf:
            weights = np.array([child.weight for child in children])
            found.append(_Family(node, tuple(child.id for child in children), weights))
    return tuple(found)
