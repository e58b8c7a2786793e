"""The draws of a year with some figures of one region otherwise, everything else in each draw the same.

Common random numbers: what differs between two such runs is only what the figures in question do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.draws.assumptions import declared_range, default_assumptions, mapped, settled
from metrics.draws.cells import Cells, Column, counted, read_cells
from metrics.draws.indicators import normalised
from metrics.draws.leaves import Variant, covered_cells, figure_errors, leaf_scores
from metrics.draws.parameters import Parameters, draw_parameters
from metrics.draws.scored import perturbed
from metrics.draws.tree import coverages, root_scores
from metrics.results import Results
from metrics.tree import Node

Matrix = NDArray[np.float64]
Altered = tuple[Matrix, ...]  # by variant: draws x regions, or 1 x regions where all of its draws share it


@dataclass(frozen=True, eq=False)
class Drawn:
    """The draws of the default assumptions before they are aggregated: shared by all regions.

    errors    by indicator that has them, how far off its figures are: draws x figures
    scores    draws x regions: what the default run has, NaN where a region is not ranked
    """

    nodes: tuple[Node, ...]
    cells: Cells
    parameters: Parameters
    variants: tuple[Variant, ...]
    errors: Mapping[str, Matrix]
    scores: Matrix

    def figures(self, leaf: Node, region: int) -> Matrix:
        """The region's figure of an indicator in every draw, off by its error, in natural units: one a draw."""
        column = self.cells.columns[leaf.id]
        mine = Column(*(held[self.cells.now, [[region]]] for held in vars(column).values()))
        if leaf.id not in self.errors:
            return np.full(len(self.parameters), mine.values[0, 0])
        return perturbed(leaf, mine, self.errors[leaf.id])[:, 0, 0]


def draw_year(results: Results, year: int, draws: int, seed: int) -> Drawn:
    """Draw a year under the default assumptions.

    Raises ValueError for a year not scored, and InputProblems as the default run does.
    """
    nodes = counted(results.nodes)
    varied = default_assumptions(nodes)
    parameters = draw_parameters(varied, nodes, draws, seed)
    cells = read_cells(results, year, [settled(nodes, chosen) for _, chosen in varied.combinations()])
    variants = leaf_scores(parameters, nodes, cells)
    scores = np.empty((draws, len(cells.regions)))
    for variant in variants:
        found = root_scores(variant.nodes, variant.scores, parameters.weights[variant.draws])
        scores[variant.draws] = _comparable(found, variant, nodes)
    maturity = results.framework.maturity
    if maturity is not None and maturity.minimum_coverage > 0:
        covered = coverages(nodes, covered_cells(nodes, cells), parameters.weights)
        scores[covered < maturity.minimum_coverage - 1e-9] = np.nan
    return Drawn(nodes, cells, parameters, variants, figure_errors(parameters, nodes, cells), scores)


def altered(drawn: Drawn, leaf: str, region: int, figures: Matrix) -> Altered:
    """The normalised scores of an indicator with other figures of one region, a figure in natural units a draw."""
    return tuple(
        _altered(drawn, variant, node, region, figures[variant.draws])
        for variant in drawn.variants
        for node in variant.nodes
        if node.id == leaf
    )


def scores_with(drawn: Drawn, region: int, figures: Mapping[str, Altered]) -> Matrix:
    """Scores of all regions, draws x regions, with other figures of one region, by indicator.

    On the range of the framework as it is; NaN where a region is not ranked. The region in question counts as
    assessed once it has a score: whoever supplies a figure supplies it for the year.
    """
    result = drawn.scores.copy()
    for i, variant in enumerate(drawn.variants):
        weights = drawn.parameters.weights[variant.draws]
        scores = {**variant.scores, **{leaf: held[i] for leaf, held in figures.items()}}
        # Where the figure sets the end of a range, or in duels, the others' scores move too.
        moved = np.full(len(variant.draws), any(node.aggregate == "copeland" for node in variant.nodes))
        for leaf, held in figures.items():
            before = variant.scores[leaf]
            differs = (held[i] != before) & ~(np.isnan(held[i]) & np.isnan(before))
            differs[:, region] = False
            moved |= differs.any(axis=1)
        own = {leaf: held[:, [region]] for leaf, held in scores.items()}
        result[variant.draws, region] = _comparable(root_scores(variant.nodes, own, weights), variant, drawn.nodes)[
            :, 0
        ]
        if moved.any():
            there = {leaf: held if len(held) == 1 else held[moved] for leaf, held in scores.items()}
            found = _comparable(root_scores(variant.nodes, there, weights[moved]), variant, drawn.nodes)
            rows = variant.draws[moved]
            found[np.isnan(drawn.scores[rows]) & (np.arange(found.shape[1]) != region)] = np.nan
            result[rows] = found
    return result


def _comparable(scores: Matrix, variant: Variant, nodes: Sequence[Node]) -> Matrix:
    """Scores of a variant on the range of the framework as it is."""
    here, written = declared_range(variant.nodes), declared_range(nodes)
    if here == written:
        return scores
    return np.full_like(scores, np.nan) if here is None or written is None else mapped(scores, here, written)


def _altered(drawn: Drawn, variant: Variant, leaf: Node, region: int, figures: Matrix) -> Matrix:
    """The same in the draws of a variant: draws x regions, or 1 x regions where every draw has the same figures."""
    column, cells = drawn.cells.columns[leaf.id], drawn.cells
    if leaf.id not in drawn.errors and len(np.unique(figures)) == 1:
        figures = figures[:1]
    if leaf.normalise.using == "goalposts" and leaf.treat is None and leaf.impute is None:
        # Nobody else's score hangs on the figure.
        scores = np.broadcast_to(variant.scores[leaf.id], (len(figures), len(cells.regions))).copy()
        scores[:, region] = normalised(leaf, figures[:, None, None], cells.groups, None)[:, 0, 0]
        return scores
    errors = drawn.errors.get(leaf.id)
    if errors is None:
        values = np.repeat(column.values[None], len(figures), axis=0)
    else:
        values = perturbed(leaf, column, errors[variant.draws])
    values[:, cells.now, region] = figures
    named = leaf.normalise.reference
    reference = cells.regions.index(named) if named in cells.regions else None
    return normalised(leaf, values, cells.groups, reference)[:, cells.now]
