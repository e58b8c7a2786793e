"""The aggregation formulae on matrices: what `metrics.steps.scores` does in SQL, for one year at a time.

For questions that are asked many times over (sliders, Monte-Carlo draws) a rescore takes a fraction of a
millisecond here. The formulae are those of the OECD/JRC Handbook (2008), step 7; Mazziotta and Pareto
(2016); Copeland (1951). A property test holds both implementations equal on random trees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from metrics.plan import exact_weights
from metrics.tree import Node

Matrix = NDArray[np.float64]


def aggregate_tree(nodes: Sequence[Node], leaf_scores: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """The score of every node that is not wanted, for one year: node id -> array over regions.

    `leaf_scores` holds an array over the same regions for each such leaf, NaN where there is no value.
    """
    scores = dict(leaf_scores)
    for node in reversed(nodes):  # children stand after their parent
        if not node.is_leaf and node.status != "wanted":
            children = [child for child in nodes if child.parent == node.id and child.counts]
            matrix = np.column_stack([scores[child.id] for child in children])
            scores[node.id] = aggregate(node, matrix, np.array([child.weight for child in children]))
    return scores


def aggregate(node: Node, scores: Matrix, weights: Matrix) -> Matrix:
    """One composite from its children: regions x children and weights -> regions.

    NaN where less than the node's `minimum_coverage` of the weight has a score, or nothing has.
    """
    present = ~np.isnan(scores)
    weight = np.where(present, weights, 0.0)
    total = weight.sum(axis=1)
    enough = (total > 0) & (total >= (node.minimum_coverage - 1e-9) * weights.sum())
    with np.errstate(all="ignore"):  # rows without children divide zero by zero and are blanked below
        result = FORMULAE[node.aggregate](np.where(present, scores, 0.0), weight, present, node.p or 1.0)
    return np.where(enough, result, np.nan)


def _arithmetic(x: Matrix, w: Matrix, present: NDArray[np.bool_], p: float) -> Matrix:
    return np.asarray((w * x).sum(axis=1) / w.sum(axis=1))


def _geometric(x: Matrix, w: Matrix, present: NDArray[np.bool_], p: float) -> Matrix:
    return np.asarray(np.exp((w * np.log(np.where(present, x, 1.0))).sum(axis=1) / w.sum(axis=1)))


def _harmonic(x: Matrix, w: Matrix, present: NDArray[np.bool_], p: float) -> Matrix:
    return np.asarray(w.sum(axis=1) / (w / np.where(present, x, 1.0)).sum(axis=1))


def _power(x: Matrix, w: Matrix, present: NDArray[np.bool_], p: float) -> Matrix:
    return np.asarray(((w * np.where(present, x, 1.0) ** p).sum(axis=1) / w.sum(axis=1)) ** (1 / p))


def _minimum(x: Matrix, w: Matrix, present: NDArray[np.bool_], p: float) -> Matrix:
    return np.asarray(np.where(present, x, np.inf).min(axis=1))


def _mazziotta_pareto(x: Matrix, w: Matrix, present: NDArray[np.bool_], p: float) -> Matrix:
    mean, n = _arithmetic(x, w, present, p), present.sum(axis=1)
    centre = x.sum(axis=1) / n
    squares = np.where(present, (x - centre[:, None]) ** 2, 0.0).sum(axis=1)
    variance = np.where(n > 1, squares / (n - 1), 0.0)
    return np.asarray(np.where(variance > 0, mean - variance / mean, mean))


def _copeland(x: Matrix, w: Matrix, present: NDArray[np.bool_], p: float) -> Matrix:
    """Duels over the children both regions have, with whole-number weights: one half is exactly one half."""
    columns = w.max(axis=0)
    used = columns > 0
    exact = np.zeros(len(columns), dtype=object)
    exact[used] = exact_weights([float(weight) for weight in columns[used]])
    rounded, net = np.round(x, 9), np.zeros((len(x), len(x)), dtype=object)
    for child, weight in enumerate(exact):
        both = np.outer(present[:, child], present[:, child])
        sign = np.sign(rounded[:, child][:, None] - rounded[:, child][None, :]).astype(int)
        net = net + np.where(both, sign, 0).astype(object) * weight
    return np.asarray((net > 0).sum(axis=1) - (net < 0).sum(axis=1), dtype=np.float64)


FORMULAE: Mapping[str, Callable[[Matrix, Matrix, NDArray[np.bool_], float], Matrix]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "harmonic": _harmonic,
    "power": _power,
    "minimum": _minimum,
    "mazziotta_pareto": _mazziotta_pareto,
    "copeland": _copeland,
}
