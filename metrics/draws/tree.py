"""Aggregation for many draws at a time: `metrics.aggregate` with weights that differ from draw to draw.

Where neighbouring levels share a mean and no child is missing, they are one weighted sum: the matrix product
of weights and transformed scores. Everything else goes level by level, still without a loop over draws.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from metrics.tree import Node

Matrix = NDArray[np.float64]
_MEANS = ("arithmetic", "geometric", "harmonic", "power")
# Draws at a time: so many that their matrices stay in the cache of a processor.
_CHUNK = 128


def root_scores(nodes: Sequence[Node], leaves: Mapping[str, Matrix], weights: Matrix) -> Matrix:
    """The root's score: draws x regions, NaN where there is none.

    `nodes` are those that count, the root first; `leaves` holds draws x regions for each indicator, or
    1 x regions where all draws share them; `weights` draws x nodes in that order, 0 for what is left out.
    """
    complete = ~np.any([np.isnan(leaves[node.id]).any(axis=0) for node in nodes if node.is_leaf], axis=0)
    if any(node.aggregate == "copeland" for node in nodes):  # its duels are with every region
        complete[:] = False
    if complete.all():
        return _scores(*_collapse(nodes, weights), leaves, True)
    result = np.empty((len(weights), len(complete)))
    for whole, regions in ((True, complete), (False, ~complete)):
        if regions.any():
            held = {name: scores[:, regions] for name, scores in leaves.items()}
            tree, shares = _collapse(nodes, weights) if whole else (nodes, weights)
            result[:, regions] = _scores(tree, shares, held, whole)
    return result


def coverages(nodes: Sequence[Node], own: Matrix, weights: Matrix) -> Matrix:
    """The root's coverage: draws x regions. `own` is indicators x regions, 1 for a figure of the year itself."""
    same = [node if node.is_leaf else replace(node, aggregate="arithmetic", p=None) for node in nodes]
    flat, shares = _collapse(same, weights)
    columns = [place for place, node in enumerate(flat) if node.is_leaf]
    return np.asarray(shares[:, columns] @ own)


def _collapse(nodes: Sequence[Node], weights: Matrix) -> tuple[Sequence[Node], Matrix]:
    """The same tree with every composite dissolved whose parent takes the same mean; weights become shares."""
    place = {node.id: i for i, node in enumerate(nodes)}
    shares = np.empty_like(weights)
    kept: list[Node] = []
    above: dict[str, Node] = {}  # dissolved composites, with the one that takes in their children
    for parent in nodes:
        children = [i for i, node in enumerate(nodes) if node.parent == parent.id]
        if children:
            total = weights[:, children].sum(axis=1, keepdims=True)
            shares[:, children] = weights[:, children] / np.where(total > 0, total, 1.0)
    for i, node in enumerate(nodes):
        if node.parent is None:
            shares[:, i] = 1.0
            kept.append(node)
            continue
        parent = above.get(node.parent, nodes[place[node.parent]])
        if node.parent in above:
            shares[:, i] *= shares[:, place[node.parent]]
        same = (node.aggregate, node.p) == (parent.aggregate, parent.p) and node.aggregate in _MEANS
        if same and not node.is_leaf:
            above[node.id] = parent
        else:
            kept.append(replace(node, parent=parent.id))
    return kept, shares[:, [place[node.id] for node in kept]]


def _scores(nodes: Sequence[Node], weights: Matrix, leaves: Mapping[str, Matrix], complete: bool) -> Matrix:
    """The root's scores, chunk by chunk; `complete` says that no score is missing."""
    families = [
        (node, [i for i, child in enumerate(nodes) if child.parent == node.id])
        for node in reversed(nodes)
        if not node.is_leaf
    ]
    regions = next(iter(leaves.values())).shape[1]
    result = np.empty((len(weights), regions))
    for start in range(0, len(weights), _CHUNK):
        rows = slice(start, start + _CHUNK)
        scores = {name: held if len(held) == 1 else held[rows] for name, held in leaves.items()}
        for node, at in families:
            children = [scores.pop(nodes[i].id) for i in at]
            scores[node.id] = _composite(node, children, weights[rows, at], complete)
        result[rows] = scores[nodes[0].id]
    return result


def _composite(node: Node, children: Sequence[Matrix], weights: Matrix, complete: bool) -> Matrix:
    """One composite: its children as draws (or 1) x regions each, weights as draws x children."""
    whole = weights.sum(axis=1, keepdims=True)
    present = [] if complete else [np.asarray(~np.isnan(child), dtype=np.float64) for child in children]
    total = whole if complete else _sum(weights, present)
    known = children if complete else [np.where(here > 0, x, 1.0) for x, here in zip(children, present, strict=True)]
    with np.errstate(all="ignore"):  # what divides zero by zero is blanked below
        if node.aggregate in _MEANS:
            result = _mean(node, known, weights, present, total)
        elif node.aggregate == "minimum":
            result = _minimum(children, weights)
        elif node.aggregate == "mazziotta_pareto":
            result = _mazziotta_pareto(children, weights, total)
        else:
            result = _copeland(children, weights)
    if complete and weights.all():
        return result
    enough = (total > 0) & (total >= (node.minimum_coverage - 1e-9) * whole)
    return np.where(enough, result, np.nan)


def _sum(weights: Matrix, terms: Sequence[Matrix]) -> Matrix:
    """The weighted sum of terms: a matrix product where all draws share them."""
    if all(len(term) == 1 for term in terms):
        return np.asarray(weights @ np.concatenate(terms))
    result = np.multiply(weights[:, :1], terms[0])
    product = np.empty_like(result)
    for i, term in enumerate(terms[1:], start=1):
        result += np.multiply(weights[:, i, None], term, out=product)
    return result


def _mean(node: Node, children: Sequence[Matrix], weights: Matrix, present: Sequence[Matrix], total: Matrix) -> Matrix:
    """The four quasi-arithmetic means: transform, weigh what is there, transform back."""
    terms = [_transformed(node.aggregate, x, node.p or 1.0) for x in children]
    if present:
        terms = [term * here for term, here in zip(terms, present, strict=True)]
    mean = _sum(weights, terms) / total
    return np.exp(mean) if node.aggregate == "geometric" else _transformed(node.aggregate, mean, 1 / (node.p or 1.0))


def _transformed(aggregate: str, x: Matrix, p: float) -> Matrix:
    match aggregate:
        case "geometric":
            return np.log(x)
        case "harmonic":
            return 1 / x
        case "power":
            return np.asarray(x**p)
        case _:
            return x


def _minimum(children: Sequence[Matrix], weights: Matrix) -> Matrix:
    result = np.full((len(weights), children[0].shape[1]), np.inf)
    for i, x in enumerate(children):
        np.fmin(result, np.where(weights[:, i, None] > 0, x, np.inf), out=result)
    return result


def _mazziotta_pareto(children: Sequence[Matrix], weights: Matrix, total: Matrix) -> Matrix:
    mean = _sum(weights, [np.nan_to_num(x) for x in children]) / total
    used = (weights > 0).astype(np.float64)
    n = _sum(used, [np.asarray(~np.isnan(x), dtype=np.float64) for x in children])
    centre = _sum(used, [np.nan_to_num(x) for x in children]) / n
    squares = np.zeros_like(mean)
    for i, x in enumerate(children):
        squares += used[:, i, None] * np.nan_to_num((x - centre) ** 2)
    variance = np.where(n > 1, squares / (n - 1), 0.0)
    return np.asarray(np.where(variance > 0, mean - variance / mean, mean))


def _copeland(children: Sequence[Matrix], weights: Matrix) -> Matrix:
    """Duels over the children both regions have. Drawn weights tie nowhere; written ones within the tolerance."""
    draws, regions = len(weights), children[0].shape[1]
    rounded = [np.round(child, 9) for child in children]
    score = np.zeros((draws, regions))
    total = weights.sum(axis=1, keepdims=True)
    for region in range(regions):
        net = np.zeros((draws, regions))
        for i, x in enumerate(rounded):
            net += weights[:, i, None] * np.nan_to_num(np.sign(x[:, region, None] - x))
        score[:, region] = (net > 1e-12 * total).sum(axis=1) - (net < -1e-12 * total).sum(axis=1)
    return score
