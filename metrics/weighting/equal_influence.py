"""Equal influence: the weights, 0 or more, with which every child correlates with the parent alike.

Becker, W., Saisana, M., Paruolo, P. and Vandecasteele, I. (2017), "Weights and importance in composite indicators:
closing the gap", Ecological Indicators 80, 12-22: equal weights do not mean equal importance. For a weighted
arithmetic mean the answer needs no search. With R the correlations and u the weights times the standard deviations,
a child's correlation with the parent is in proportion to its row of R u. So R u = 1 is asked for with u >= 0, which
is the problem of least squares solved by Lawson and Hanson (1974). What it gives makes the lowest correlation as
high as it can be: every child that weighs something has just that correlation, and one that weighs nothing has a
higher one already, through the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls

from metrics.weighting.matrix import Matrix, NoWeights, correlations, relative, varying

_EQUAL = 1e-6
# So little beside the correlations that it decides only where several answers are as good: for the one with the
# smallest squares, so that two children that say the same weigh the same.
_RIDGE = 1e-5


@dataclass(frozen=True, eq=False)
class Influence:
    """The weights and what they bring about.

    correlations   of each child with the weighted arithmetic mean of all
    before         the same under equal weights
    excess         places of the children that weigh nothing and still correlate more than the rest
    regions        the number of regions that these are from
    """

    weights: Matrix
    correlations: Matrix
    before: Matrix
    excess: tuple[int, ...]
    regions: int

    @property
    def equal(self) -> bool:
        """Whether all correlations are equal, as was asked."""
        return float(np.ptp(self.correlations)) < _EQUAL


def equal_influence(scores: Matrix) -> Influence:
    """Weights from regions x children; regions without every child take no part.

    Raises NoWeights for a constant child, and where children are so opposed that no weights do it.
    """
    rows = varying(scores)
    values, vectors = np.linalg.eigh(correlations(rows))
    roots = np.sqrt(np.maximum(values, 0.0))
    known = roots > 1e-7 * roots.max()
    # R = A'A; with b such that A'b = 1, the smallest |Au - b| over u >= 0 has the conditions told above.
    half = roots[known, None] * vectors[:, known].T
    target = vectors[:, known].sum(axis=0) / roots[known]
    count = rows.shape[1]
    found, _ = nnls(np.vstack([half, _RIDGE * np.eye(count)]), np.concatenate([target, np.zeros(count)]))
    if found.sum() <= 0:
        raise NoWeights("opposed")
    weights = relative(found / rows.std(axis=0, ddof=1))
    reached = _with_parent(rows, weights)
    if np.isnan(reached).any() or reached.min() <= _EQUAL:
        raise NoWeights("opposed")
    excess = np.flatnonzero((weights <= 0) & (reached > reached.min() + _EQUAL))
    equal = np.full(count, 1 / count)
    return Influence(weights, reached, _with_parent(rows, equal), tuple(excess.tolist()), len(rows))


def _with_parent(rows: Matrix, weights: Matrix) -> Matrix:
    parent = rows @ weights
    if parent.std() == 0:
        return np.full(rows.shape[1], np.nan)
    return np.array([np.corrcoef(child, parent)[0, 1] for child in rows.T])
