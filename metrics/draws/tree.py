"""Aggregation for many draws at a time: `metrics.aggregate` with weights that differ from draw to draw.

Where neighbouring levels share a mean and no child is missing, they are one weighted sum: the matrix product
of weights and transformed scores. Everything else goes level by level, still without a loop over draws.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from metrics.tree import Node

Matrix = NDArray[np.float64]
_MEANS = ("arithmetic", "geometric", "harmonic", "power")
# Draws at a time: so many that their matrices stay in the cache of a processor.
_CHUNK = 64


def root_scores(nodes: Sequence[Node], leaves: Mapping[str, Matrix], weights: Matrix) -> Matrix:
    """The root's score: draws x regions, NaN where there is none.

    `nodes` are those that count, the root first; `leaves` holds draws x regions for each indicator, or
    1 x regions where all draws share them; `weights` draws x nodes in that order, 0 for what is left out.
    """
    complete = ~np.any([np.isnan(leaves[node.id]).any(axis=0) for node in nodes if node.is_leaf], axis=0)
    if any(node.aggregate == "copeland" for node in nodes):  # its duels are with every region
        complete[:] = False
    if complete.all():
        return _whole_scores(nodes, leaves, weights)
    result = np.empty((len(weights), len(complete)))
    for scores_of, regions in ((_whole_scores, complete), (_scores, ~complete)):
        if regions.any():
            held = {name: scores[:, regions] for name, scores in leaves.items()}
            result[:, regions] = scores_of(nodes, held, weights)
    return result


def coverages(nodes: Sequence[Node], own: Matrix, weights: Matrix) -> Matrix:
    """The root's coverage: draws x regions. `own` is indicators x regions, 1 for a figure of the year itself."""
    same = tuple(node if node.is_leaf else replace(node, aggregate="arithmetic", p=None) for node in nodes)
    flat = collapse(same)
    columns = [place for place, node in enumerate(flat.nodes) if node.is_leaf]
    return np.asarray(flat.shares(weights)[:, columns] @ own)


@dataclass(frozen=True)
class Collapsed:
    """A tree in which every composite is dissolved whose parent takes the same mean.

    nodes      those that are left, under the parents that are left
    paths      for each of them, the places in the whole tree of itself and of the composites dissolved above it
    families   places in the whole tree of the children of each composite
    """

    nodes: tuple[Node, ...]
    paths: tuple[tuple[int, ...], ...]
    families: tuple[tuple[int, ...], ...]

    def shares(self, weights: Matrix) -> Matrix:
        """Weights of the whole tree, draws x nodes, as shares of the parents that are left; all 0 where none counts."""
        relative = weights.T.copy(order="C")
        for children in self.families:
            total = sum(relative[child] for child in children)
            total = np.where(total > 0, total, 1.0)
            for child in children:
                relative[child] /= total
        kept = np.empty((len(self.nodes), len(weights)))
        for row, (first, *rest) in zip(kept, self.paths, strict=True):
            row[:] = relative[first]
            for above in rest:
                row *= relative[above]
        return kept.T


@lru_cache(maxsize=64)
def collapse(nodes: tuple[Node, ...]) -> Collapsed:
    """Dissolve what can be: a mean of means of the same kind is the mean of what is below."""
    place = {node.id: i for i, node in enumerate(nodes)}
    kept: list[Node] = []
    paths: list[tuple[int, ...]] = []
    dissolved: dict[str, tuple[Node, tuple[int, ...]]] = {}  # with the one that takes in their children
    for i, node in enumerate(nodes):
        if node.parent is None:
            kept.append(node)
            paths.append((i,))
            continue
        parent, above = dissolved.get(node.parent, (nodes[place[node.parent]], ()))
        same = (node.aggregate, node.p) == (parent.aggregate, parent.p) and node.aggregate in _MEANS
        if same and not node.is_leaf:
            dissolved[node.id] = (parent, (*above, i))
        else:
            kept.append(replace(node, parent=parent.id))
            paths.append((*above, i))
    families = (tuple(place[node.id] for node in nodes if node.parent == parent.id) for parent in nodes)
    return Collapsed(tuple(kept), tuple(paths), tuple(children for children in families if children))


def _whole_scores(nodes: Sequence[Node], leaves: Mapping[str, Matrix], weights: Matrix) -> Matrix:
    """The root's scores of regions of which no score is missing."""
    collapsed = collapse(tuple(nodes))
    shares = collapsed.shares(weights)
    families = _families(collapsed.nodes)
    # What all draws share is transformed once; weighing it is then a matrix product.
    terms = {
        node.id: np.concatenate([_transformed(node, leaves[collapsed.nodes[i].id]) for i in children])
        for node, children in families
        if node.aggregate in _MEANS and all(len(leaves.get(collapsed.nodes[i].id, ())) == 1 for i in children)
    }
    result = np.empty((len(weights), next(iter(leaves.values())).shape[1]))
    for start in range(0, len(weights), _CHUNK):
        rows = slice(start, start + _CHUNK)
        scores = {name: held if len(held) == 1 else held[rows] for name, held in leaves.items()}
        for node, children in families:
            mine = shares[rows, children]
            if node.id in terms:
                scores[node.id] = _whole_mean(node, _product(mine, terms[node.id]), mine)
            else:
                below = [scores.pop(collapsed.nodes[i].id) for i in children]
                scores[node.id] = _whole_composite(node, below, mine)
        result[rows] = scores[nodes[0].id]
    return result


def _scores(nodes: Sequence[Node], leaves: Mapping[str, Matrix], weights: Matrix) -> Matrix:
    """The root's scores of regions of which scores may be missing."""
    result = np.empty((len(weights), next(iter(leaves.values())).shape[1]))
    for start in range(0, len(weights), _CHUNK):
        rows = slice(start, start + _CHUNK)
        scores = {name: held if len(held) == 1 else held[rows] for name, held in leaves.items()}
        for node, children in _families(nodes):
            below = [scores.pop(nodes[i].id) for i in children]
            scores[node.id] = _composite(node, below, weights[rows, children])
        result[rows] = scores[nodes[0].id]
    return result


def _families(nodes: Sequence[Node]) -> list[tuple[Node, list[int]]]:
    """Every composite with the places of its children, from the bottom up."""
    return [
        (node, [i for i, child in enumerate(nodes) if child.parent == node.id])
        for node in reversed(nodes)
        if not node.is_leaf
    ]


def _whole_composite(node: Node, children: Sequence[Matrix], shares: Matrix) -> Matrix:
    """One composite of which no child is missing: children as draws (or 1) x regions, shares as draws x children."""
    if node.aggregate in _MEANS:
        return _whole_mean(node, _sum(shares, [_transformed(node, x) for x in children]), shares)
    if node.aggregate == "minimum":
        return _blank(node, _minimum(children, shares), shares)
    with np.errstate(all="ignore"):  # one that is left out as a whole divides zero by zero
        return _blank(node, _mazziotta_pareto(children, shares, np.ones((len(shares), 1))), shares)


def _whole_mean(node: Node, total: Matrix, shares: Matrix) -> Matrix:
    """A mean from the weighted sum of its transformed children, in place."""
    return _blank(node, _transformed_back(node, total), shares)


def _blank(node: Node, scores: Matrix, shares: Matrix) -> Matrix:
    """A composite of which every child is left out has no score, and no share in its parent's: any number will do."""
    if not shares.all():
        scores[~shares.any(axis=1)] = np.nan if node.parent is None else 1.0
    return scores


def _composite(node: Node, children: Sequence[Matrix], weights: Matrix) -> Matrix:
    """One composite of which children may be missing: as draws (or 1) x regions, weights as draws x children."""
    whole = weights.sum(axis=1, keepdims=True)
    present = [np.asarray(~np.isnan(child), dtype=np.float64) for child in children]
    total = _sum(weights, present)
    with np.errstate(all="ignore"):  # what divides zero by zero is blanked below
        if node.aggregate in _MEANS:
            known = [np.where(here > 0, x, 1.0) for x, here in zip(children, present, strict=True)]
            terms = [_transformed(node, x) * here for x, here in zip(known, present, strict=True)]
            result = _transformed_back(node, _sum(weights, terms) / total)
        elif node.aggregate == "minimum":
            result = _minimum(children, weights)
        elif node.aggregate == "mazziotta_pareto":
            result = _mazziotta_pareto(children, weights, total)
        else:
            result = _copeland(children, weights)
    enough = (total > 0) & (total >= (node.minimum_coverage - 1e-9) * whole)
    return np.where(enough, result, np.nan)


def _product(weights: Matrix, terms: Matrix) -> Matrix:
    """Weights times terms for a chunk of draws, the last one filled up.

    The last digits of a product depend on its size, and a draw must be the same among any number of draws.
    """
    filled = np.zeros((_CHUNK, weights.shape[1]))
    filled[: len(weights)] = weights
    return np.asarray(filled @ terms)[: len(weights)]


def _sum(weights: Matrix, terms: Sequence[Matrix]) -> Matrix:
    """The weighted sum of terms, term by term."""
    result = np.multiply(weights[:, :1], terms[0])
    product = np.empty_like(result)
    for i, term in enumerate(terms[1:], start=1):
        result += np.multiply(weights[:, i, None], term, out=product)
    return result


def _transformed(node: Node, x: Matrix) -> Matrix:
    """What a quasi-arithmetic mean adds up."""
    match node.aggregate:
        case "geometric":
            return np.log(x)
        case "harmonic":
            return np.divide(1.0, x)
        case "power":
            return np.asarray(x ** (node.p or 1.0))
        case _:
            return x


def _transformed_back(node: Node, mean: Matrix) -> Matrix:
    """From the mean of what was added up to the mean itself, in place."""
    match node.aggregate:
        case "geometric":
            return np.exp(mean, out=mean)
        case "harmonic":
            return np.divide(1.0, mean, out=mean)
        case "power":
            return np.power(mean, 1 / (node.p or 1.0), out=mean)
        case _:
            return mean


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
