"""A score between two sides: some things as they were before, others as they are after.

A side is one year of one dataset under one framework. Between two sides five things can differ, and a state says
of each whether it is taken from before (0) or after (1):

own        the figures of the region in question
others     the figures of all other regions that are ranked on both sides, or on neither
weights    where an indicator stands in the tree, and what everything weighs
method     direction, goalposts, imputation, treatment, normalisation and means
coverage   which regions are there: those ranked on one side only bring their figures of that side; also
           attributes of regions, and how much of a composite must be there

Both ends, all 0 and all 1, are what `score` gives for the two sides with nothing but the indicators compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from metrics.draws.cells import Cells, counted, read_cells
from metrics.draws.indicators import normalised
from metrics.draws.tree import coverages, root_scores
from metrics.framework import Maturity
from metrics.results import Results
from metrics.tree import Node

Matrix = NDArray[np.float64]
Flags = NDArray[np.bool_]
FACTORS = ("own", "others", "weights", "method", "coverage")
MEASURES = ("score", "rank", "rank_in_kind")


@dataclass(frozen=True, eq=False)
class Side:
    """One year of a dataset under a framework: the nodes of its headline, and their figures."""

    year: int
    nodes: tuple[Node, ...]
    cells: Cells
    maturity: Maturity | None

    @cached_property
    def leaves(self) -> dict[str, Node]:
        """The indicators of the headline by id."""
        return {node.id: node for node in self.nodes if node.is_leaf}


@dataclass(frozen=True, eq=False)
class Pair:
    """Two sides laid one upon the other, before and after.

    regions, years    of both together
    values            by indicator, 2 x years x regions: figures in natural units, NaN where a side has none
    age               by indicator, 2 x regions: how old the figure of the side's own year is, -1 without one
    """

    sides: tuple[Side, Side]
    regions: tuple[str, ...]
    years: tuple[int, ...]
    values: Mapping[str, Matrix]
    age: Mapping[str, NDArray[np.int64]]

    @cached_property
    def now(self) -> tuple[int, int]:
        """The places of the two years in question among `years`."""
        before, after = self.sides
        return self.years.index(before.year), self.years.index(after.year)

    @cached_property
    def same_framework(self) -> bool:
        """Whether weights and method are the same on both sides."""
        return self.sides[0].nodes == self.sides[1].nodes

    @cached_property
    def kinds(self) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
        """The kinds of the regions on either side, "" where there is none."""
        before, after = (_spread(self, side, np.array(side.cells.kinds, dtype=object), "") for side in self.sides)
        return before, after

    @cached_property
    def groups(self) -> tuple[Mapping[str, NDArray[np.object_]], Mapping[str, NDArray[np.object_]]]:
        """Attributes of the regions on either side; one that a side does not have is taken from the other."""
        before, after = (
            {name: _spread(self, side, found, None) for name, found in side.cells.groups.items()} for side in self.sides
        )
        return {**after, **before}, {**before, **after}


@dataclass(frozen=True, eq=False)
class States:
    """All states of one region: `values` has an axis of two a factor, in their order, and one of the measures.

    `own` splits the step from own figures before to own figures after among the indicators: axes others, weights,
    method, coverage, then one place an indicator.
    """

    values: Matrix
    own: Matrix


def pair_of(before: tuple[Results, int], after: tuple[Results, int]) -> Pair:
    """Read both sides, results and year each. Raises ValueError for a year that is not scored."""
    trees = [counted(results.nodes) for results, _ in (before, after)]
    names: tuple[dict[str, str], dict[str, str]] = ({}, _same_measure(*trees))
    sides = [
        _side(results, year, nodes, read_cells(results, year, trees), called)
        for (results, year), nodes, called in zip((before, after), trees, names, strict=True)
    ]
    regions = tuple(dict.fromkeys((*sides[1].cells.regions, *sides[0].cells.regions)))
    years = tuple(sorted({*sides[0].cells.years, *sides[1].cells.years}))
    place = {code: i for i, code in enumerate(regions)}
    values, age = {}, {}
    for leaf in dict.fromkeys((*sides[0].leaves, *sides[1].leaves)):
        values[leaf] = np.full((2, len(years), len(regions)), np.nan)
        age[leaf] = np.full((2, len(regions)), -1, dtype=np.int64)
        for i, side in enumerate(sides):
            if (column := side.cells.columns.get(leaf)) is not None:
                at = [place[code] for code in side.cells.regions]
                values[leaf][i][np.ix_([years.index(year) for year in side.cells.years], at)] = column.values
                now = side.cells.now
                age[leaf][i, at] = np.where(np.isnan(column.values[now]), -1, column.age[now])
    return Pair((sides[0], sides[1]), regions, years, values, age)


def _same_measure(before: tuple[Node, ...], after: tuple[Node, ...]) -> dict[str, str]:
    """What an indicator of the later tree is called in the earlier one, where only its name is another."""
    old, new = ({node.id for node in nodes} for nodes in (before, after))
    found: dict[tuple[str, str | None, float], list[list[str]]] = {}
    for side, (nodes, others) in enumerate(((before, new), (after, old))):
        for node in nodes:
            if node.is_leaf and node.id not in others:
                found.setdefault((node.variable, node.per, node.times), [[], []])[side].append(node.id)
    return {theirs[0]: ours[0] for ours, theirs in found.values() if len(ours) == len(theirs) == 1}


def _side(results: Results, year: int, nodes: tuple[Node, ...], cells: Cells, called: Mapping[str, str]) -> Side:
    renamed = tuple(replace(node, id=called.get(node.id, node.id)) for node in nodes)
    columns = {called.get(name, name): column for name, column in cells.columns.items()}
    return Side(year, renamed, replace(cells, columns=columns), results.framework.maturity)


# Regions share their baskets, and so the ends and the trees that belong to these.
@lru_cache(maxsize=32)
def end(pair: Pair, side: int, leaves: tuple[str, ...]) -> Matrix:
    """The scores of one side over these indicators, by region: NaN where a region is not ranked. Not to be changed."""
    nodes = _tree(pair, leaves, side, side, side)
    all_there = np.full((1, len(pair.regions)), side, dtype=bool)
    scores = {leaf: _leaf(pair, leaf, side, all_there, side) for leaf in leaves}
    weights = _rows(nodes, 1)
    found = root_scores(nodes, scores, weights)[0]
    maturity = pair.sides[side].maturity
    if maturity is not None and maturity.minimum_coverage > 0:
        own = np.array([pair.age[node.id][side] == 0 for node in nodes if node.is_leaf], dtype=np.float64)
        found[coverages(nodes, own, weights)[0] < maturity.minimum_coverage - 1e-9] = np.nan
    return np.asarray(found)


def measured(pair: Pair, side: int, region: int, scores: Matrix, field: Flags) -> Matrix:
    """Score, rank and rank within the kind of one region: scores are states x regions, measures come last.

    `field` says which regions are ranked beside it.
    """
    rounded = np.round(scores, 9)
    ahead = (rounded > rounded[:, [region]]) & field
    kin = pair.kinds[side] == pair.kinds[side][region]
    found = np.column_stack([scores[:, region], 1.0 + ahead.sum(axis=1), 1.0 + (ahead & kin).sum(axis=1)])
    found[np.isnan(found[:, 0])] = np.nan
    return found


def states(pair: Pair, region: int, leaves: tuple[str, ...], fields: tuple[Flags, Flags]) -> States:
    """Every state of a region, by its place, over these indicators; `fields` are the regions ranked on either side."""
    values = np.empty((2,) * len(FACTORS) + (len(MEASURES),))
    own = np.empty((2,) * (len(FACTORS) - 1) + (len(leaves),))
    moving = fields[0] != fields[1]
    ways = (0,) if pair.same_framework else (0, 1)
    for coverage in (0, 1):
        # Own and others, before or after: four states at a time, each saying of every region which side it is on.
        side_of = np.array([[False], [True], [False], [True]]).repeat(len(pair.regions), axis=1)
        side_of[:, moving] = bool(coverage)
        side_of[:, region] = [False, False, True, True]
        field = fields[coverage]
        for method in ways:
            scores = {leaf: _leaf(pair, leaf, method, side_of, coverage) for leaf in leaves}
            for weights in ways:
                nodes = _tree(pair, leaves, weights, method, coverage)
                found = root_scores(nodes, scores, _rows(nodes, 4))
                w, m = (slice(None), slice(None)) if len(ways) == 1 else (weights, method)
                told = measured(pair, coverage, region, found, field).reshape(2, 2, 1, 1, len(MEASURES))
                values[:, :, w, m, coverage] = told if len(ways) == 1 else told[:, :, 0, 0]
                steps = _by_leaf(nodes, scores, region, leaves)
                own[:, w, m, coverage] = steps[:, None, None] if len(ways) == 1 else steps
    return States(values, own)


def _by_leaf(nodes: tuple[Node, ...], scores: Mapping[str, Matrix], region: int, leaves: tuple[str, ...]) -> Matrix:
    """What each own figure adds when they are replaced one after the other: others before and after x indicators.

    The mean of the order of the file and its reverse: Shapley's value as long as no three of them act together.
    """
    count = len(leaves)
    first = np.tri(count + 1, count, -1, dtype=bool)  # row i: the first i are replaced
    taken = np.concatenate([first, first[:, ::-1]])
    # Copeland's duels are with every region; other means need nobody else.
    duels = any(node.aggregate == "copeland" for node in nodes)
    at, place = (slice(None), region) if duels else (slice(region, region + 1), 0)
    mixed = {
        leaf: np.concatenate(
            [np.where(taken[:, [i]], scores[leaf][2 + others, at], scores[leaf][others, at]) for others in (0, 1)]
        )
        for i, leaf in enumerate(leaves)
    }
    found = root_scores(nodes, mixed, _rows(nodes, 2 * len(taken)))[:, place].reshape(2, 2, count + 1)
    forward, backward = np.diff(found[:, 0]), np.diff(found[:, 1])[:, ::-1]
    return np.asarray((forward + backward) / 2)


def _rows(nodes: tuple[Node, ...], states: int) -> Matrix:
    """The weights of a tree, the same for so many states."""
    return np.tile([node.weight for node in nodes], (states, 1))


def _leaf(pair: Pair, leaf: str, method: int, side_of: Flags, coverage: int) -> Matrix:
    """Normalised scores of an indicator, states x regions; `side_of` says whose figures each region has."""
    node, held = pair.sides[method].leaves[leaf], pair.values[leaf]
    named = node.normalise.reference
    reference = pair.regions.index(named) if named in pair.regions else None
    before, after = pair.now
    if node.normalise.over == "all_years" and (node.normalise.using != "goalposts" or node.treat is not None):
        found = normalised(node, np.where(side_of[:, None], held[1], held[0]), pair.groups[coverage], reference)
        return np.where(side_of, found[:, after], found[:, before])
    present = np.where(side_of, held[1, after], held[0, before])[:, None]
    return normalised(node, present, pair.groups[coverage], reference)[:, 0]


@lru_cache(maxsize=128)
def _tree(pair: Pair, leaves: tuple[str, ...], weights: int, method: int, coverage: int) -> tuple[Node, ...]:
    """The tree over these indicators: its branches from one side, its means and its requirements from others."""
    means, needs = (_composites(pair.sides[side]) for side in (method, coverage))
    kept: list[Node] = []
    wanted = set(leaves)
    for node in reversed(pair.sides[weights].nodes):
        if node.id not in wanted:
            continue
        if node.parent is not None:
            wanted.add(node.parent)
        if node.is_leaf:
            kept.append(replace(pair.sides[method].leaves[node.id], parent=node.parent, weight=node.weight))
        else:
            key = node.id if node.parent is not None else None
            mean, need = means.get(key, node), needs.get(key, node)
            kept.append(replace(node, aggregate=mean.aggregate, p=mean.p, minimum_coverage=need.minimum_coverage))
    return tuple(reversed(kept))


def _composites(side: Side) -> dict[str | None, Node]:
    """Composites by id, the root as None, whatever it is called."""
    return {node.id if node.parent is not None else None: node for node in side.nodes if not node.is_leaf}


def _spread(pair: Pair, side: Side, found: NDArray[np.object_], nothing: object) -> NDArray[np.object_]:
    """An array over the regions of a side, over those of both."""
    whole = np.full(len(pair.regions), nothing, dtype=object)
    place = {code: i for i, code in enumerate(pair.regions)}
    whole[[place[code] for code in side.cells.regions]] = found
    return whole
