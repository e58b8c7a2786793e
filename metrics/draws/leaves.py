"""The normalised scores of every indicator in every draw: what stays the same whatever the weights are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.draws.assumptions import settled
from metrics.draws.cells import Cells
from metrics.draws.indicators import normalised
from metrics.draws.parameters import ERROR_BLOCK, Parameters
from metrics.draws.scored import perturbed
from metrics.tree import Node

Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Variant:
    """The draws that made the same choices.

    nodes   the tree under these choices, the root first
    draws   which draws they are
    scores  by indicator: draws x regions, or 1 x regions where all of them share it; NaN where there is none
    """

    nodes: tuple[Node, ...]
    draws: NDArray[np.intp]
    scores: Mapping[str, Matrix]


def leaf_scores(parameters: Parameters, nodes: Sequence[Node], cells: Cells) -> tuple[Variant, ...]:
    """The indicators of every draw. `nodes` are those that count; no choice may shorten what is carried forward."""
    errors = figure_errors(parameters, nodes, cells)
    found = []
    for places, chosen in parameters.assumptions.combinations():
        draws = np.flatnonzero((parameters.choices == places).all(axis=1))
        if len(draws):
            tree = settled(nodes, chosen)
            scores = {leaf.id: _scores(leaf, cells, errors.get(leaf.id), draws) for leaf in tree if leaf.is_leaf}
            found.append(Variant(tree, draws, scores))
    return tuple(found)


def covered_cells(nodes: Sequence[Node], cells: Cells) -> Matrix:
    """Indicators x regions: 1 where there is a figure of the year itself, else 0."""
    columns = [cells.columns[leaf.id] for leaf in nodes if leaf.is_leaf]
    own = [~np.isnan(column.values[cells.now]) & (column.age[cells.now] == 0) for column in columns]
    return np.array(own, dtype=np.float64)


def _scores(leaf: Node, cells: Cells, errors: Matrix | None, draws: NDArray[np.intp]) -> Matrix:
    """One indicator, some draws at a time: those with errors have figures of every year."""
    column, named = cells.columns[leaf.id], leaf.normalise.reference
    reference = cells.regions.index(named) if named in cells.regions else None
    if errors is None:
        return normalised(leaf, column.values[None], cells.groups, reference)[:, cells.now]
    parts = [
        normalised(leaf, perturbed(leaf, column, errors[some]), cells.groups, reference)[:, cells.now].copy()
        for some in np.array_split(draws, -(-len(draws) // ERROR_BLOCK))
    ]
    return np.concatenate(parts)


def figure_errors(parameters: Parameters, nodes: Sequence[Node], cells: Cells) -> dict[str, Matrix]:
    """How far off each figure is in each draw, by indicator that has errors: draws x figures."""
    noisy = [leaf.id for leaf in nodes if leaf.is_leaf and leaf.error] if parameters.assumptions.errors else []
    if not noisy:
        return {}
    figures = [cells.columns[name].figures for name in noisy]
    blocks = range(-(-len(parameters) // ERROR_BLOCK))
    drawn = np.concatenate([parameters.errors(block, sum(figures)) for block in blocks])
    return dict(zip(noisy, np.split(drawn, np.cumsum(figures)[:-1], axis=1), strict=True))
