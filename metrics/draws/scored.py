"""The scores of every draw, in blocks: parameters and figures in, draws x regions out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.draws.cells import Cells, Column
from metrics.draws.indicators import normalised
from metrics.draws.parameters import ERROR_BLOCK, Parameters
from metrics.draws.tree import coverages, root_scores
from metrics.framework import Maturity
from metrics.problems import InputProblems, Problem
from metrics.tree import Node

Matrix = NDArray[np.float64]
Progress = Callable[[float], None]

# Draws at a time: with errors every draw has figures of its own, without them only weights.
_WITH_ERRORS, _WITHOUT = 4 * ERROR_BLOCK, 16384
_NEED_POSITIVE = ("geometric", "harmonic", "power")


@dataclass(frozen=True)
class Variant:
    """The tree under one combination of choices, with what all of its draws share.

    `scores` are the normalised values that no error touches, 1 x regions; `own` is 1 where a cell counts as
    covered: a figure of the year itself, indicators x regions.
    """

    nodes: tuple[Node, ...]
    columns: Mapping[str, Column]
    scores: Mapping[str, Matrix]
    own: Matrix


def score_draws(
    parameters: Parameters,
    variants: Mapping[tuple[int, ...], Sequence[Node]],
    cells: Cells,
    maturity: Maturity | None,
    progress: Progress | None = None,
) -> Matrix:
    """The root's score of every draw: draws x regions, NaN where a region has no score or cannot be assessed.

    `variants` has the tree of each combination of choices; `progress` is told the share that is done, and
    cancels by raising. Raises InputProblems where a mean meets a value it cannot take.
    """
    noisy = (
        {leaf.id for leaf in _leaves(next(iter(variants.values()))) if leaf.error}
        if parameters.assumptions.errors
        else set()
    )
    ready = _variants(variants, cells, noisy)
    for variant in ready.values():
        _check(variant.nodes, variant.scores, cells)
    result = np.empty((len(parameters), len(cells.regions)))
    for draws, errors in _blocks(parameters, cells, noisy):
        for key in np.unique(parameters.choices[draws], axis=0):
            variant = ready[tuple(key.tolist())]
            mine = np.flatnonzero((parameters.choices[draws] == key).all(axis=1))
            # A draw alone goes twice: its figures would pass for what all draws share.
            rows = mine if len(mine) > 1 else np.repeat(mine, 2)
            weights = parameters.weights[draws][rows]
            drawn = {
                node.id: _with_errors(node, variant, cells, errors[node.id][rows])
                for node in _leaves(variant.nodes)
                if node.id in noisy
            }
            _check(variant.nodes, drawn, cells)
            found = root_scores(variant.nodes, {**variant.scores, **drawn}, weights)
            if maturity is not None and maturity.minimum_coverage > 0:
                covered = coverages(variant.nodes, variant.own, weights)
                found[covered < maturity.minimum_coverage - 1e-9] = np.nan
            result[draws][mine] = found[: len(mine)]
        if progress is not None:
            progress(draws.stop / len(parameters))
    return result


def perturbed(node: Node, column: Column, errors: Matrix) -> Matrix:
    """The values of an indicator with its figures off by their errors, within its bounds: draws x years x regions.

    `errors` are in standard deviations, draws x figures.
    """
    assert node.error is not None
    off = errors[:, np.maximum(column.figure, 0)]
    sd, relative = node.error.sd, node.error.relative
    values = column.values + off * sd if sd is not None else column.values * (1 + off * (relative or 0.0))
    if node.bounds is not None and node.per is None:
        low, high = (limit * node.times for limit in node.bounds)
        values = np.clip(values, low, high)
    return np.asarray(values)


def _leaves(nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node.is_leaf]


def _variants(
    variants: Mapping[tuple[int, ...], Sequence[Node]], cells: Cells, noisy: set[str]
) -> dict[tuple[int, ...], Variant]:
    """What the draws of each variant share; an indicator that several variants take alike is scored once."""
    leaves = {leaf for nodes in variants.values() for leaf in _leaves(nodes)}
    columns = {leaf: _within_reach(leaf, cells.columns[leaf.id]) for leaf in leaves}
    scores = _shared_scores({leaf: columns[leaf].values for leaf in leaves if leaf.id not in noisy}, cells)
    own = {leaf: ~np.isnan(column.values[cells.now]) & (column.age[cells.now] == 0) for leaf, column in columns.items()}
    return {
        key: Variant(
            tuple(nodes),
            {leaf.id: columns[leaf] for leaf in _leaves(nodes)},
            {leaf.id: scores[leaf] for leaf in _leaves(nodes) if leaf in scores},
            np.array([own[leaf] for leaf in _leaves(nodes)], dtype=np.float64),
        )
        for key, nodes in variants.items()
    }


def _shared_scores(values: Mapping[Node, Matrix], cells: Cells) -> dict[Node, Matrix]:
    """Normalised scores of indicators that no error touches, 1 x regions; those of one method in one go."""
    alike: dict[object, list[Node]] = {}
    for leaf in values:
        method = (leaf.impute, leaf.treat, leaf.log, leaf.sign, leaf.normalise, leaf.goalposts, leaf.target)
        alike.setdefault(method, []).append(leaf)
    scores: dict[Node, Matrix] = {}
    for leaves in alike.values():
        found = _at_present(leaves[0], np.array([values[leaf] for leaf in leaves]), cells)
        scores |= {leaf: row[None] for leaf, row in zip(leaves, found, strict=True)}
    return scores


def _within_reach(node: Node, column: Column) -> Column:
    """Without the figures and denominators that are older than the indicator carries forward."""
    reached = (column.age <= node.carry_forward) & (column.lag <= node.carry_forward)
    return Column(np.where(reached, column.values, np.nan), column.age, column.lag, column.figure)


def _with_errors(node: Node, variant: Variant, cells: Cells, errors: Matrix) -> Matrix:
    return _at_present(node, perturbed(node, variant.columns[node.id], errors), cells)


def _at_present(node: Node, values: Matrix, cells: Cells) -> Matrix:
    """Normalised scores of the year in question: draws x regions."""
    named = node.normalise.reference
    reference = cells.regions.index(named) if named in cells.regions else None
    return normalised(node, values, cells.groups, reference)[:, cells.now]


def _blocks(parameters: Parameters, cells: Cells, noisy: set[str]) -> Iterator[tuple[slice, dict[str, Matrix]]]:
    """Slices of the draws, each with the errors of the figures of each indicator that has them."""
    size = _WITH_ERRORS if noisy else _WITHOUT
    figures = {name: column.figures for name, column in cells.columns.items() if name in noisy}
    for start in range(0, len(parameters), size):
        draws = slice(start, min(start + size, len(parameters)))
        errors: dict[str, Matrix] = {}
        if noisy:
            numbers = range(start // ERROR_BLOCK, -(-draws.stop // ERROR_BLOCK))
            drawn = np.concatenate([parameters.errors(number, sum(figures.values())) for number in numbers])
            ends = np.cumsum(list(figures.values()))
            errors = dict(zip(figures, np.split(drawn, ends[:-1], axis=1), strict=True))
        yield draws, errors


def _check(nodes: Sequence[Node], scores: Mapping[str, Matrix], cells: Cells) -> None:
    """Means that need values above 0 get no others; a range that starts above 0 gives them none."""
    parents = {node.id: node for node in nodes if node.aggregate in _NEED_POSITIVE and not node.is_leaf}
    for child in nodes:
        if child.id not in scores or child.parent not in parents:
            continue
        parent = parents[child.parent]
        zero_will_do = parent.aggregate == "power" and (parent.p or 1) > 0
        bad = scores[child.id] < 0 if zero_will_do else scores[child.id] <= 0
        if bad.any():
            region = int(np.flatnonzero(bad.any(axis=0))[0])
            details = {
                "key": parent.id, "aggregate": parent.aggregate, "child": child.id,
                "region": cells.regions[region], "year": cells.years[cells.now],
                "value": float(np.nanmin(scores[child.id][:, region])),
            }  # fmt: skip
            raise InputProblems([Problem("mean-not-positive", details=details)])
