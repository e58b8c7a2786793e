"""Benefit of the doubt: every region is scored with the weights that favour it most, within bounds.

Cherchye, L., Moesen, W., Rogge, N. and Van Puyenbroeck, T. (2007), "An introduction to 'benefit of the doubt'
composite indicators", Social Indicators Research 82, 111-145. A linear programme for each region: the weights that
make its sum largest while no region's sum under the same weights exceeds 1. Unbounded, a region may put everything on
its best child; here each child's share of the weights stays within `spread` of an equal one. The bounds are on
weights and not on shares of the score ("pie shares"): children are on one scale already, and a score of 0 has no share.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from metrics.weighting.matrix import Matrix, NoWeights, not_negative

SPREAD = 0.5


@dataclass(frozen=True, eq=False)
class Benefit:
    """A score and weights of its own for every region; NaN for regions without every child.

    scores    0 to 1: the region's sum beside the highest that any region has under the same weights
    own       regions x children: the weights that favour it, with the sum 1
    weights   the mean of these over the regions: what the method weighs on the whole
    leaders   how many regions reach 1
    regions   how many take part
    """

    scores: Matrix
    own: Matrix
    weights: Matrix
    leaders: int
    regions: int


def benefit_of_the_doubt(scores: Matrix, spread: float = SPREAD) -> Benefit:
    """Scores from regions x children. A weight lies between (1 - spread) and (1 + spread) of an equal one.

    Equal weights are always within the bounds, so no score is below that of equal weights, which is held against
    the best of all regions too. Raises NoWeights for scores below 0, or of nothing but 0; ValueError for a spread
    below 0.
    """
    if spread < 0:
        raise ValueError("spread must be 0 or more")
    rows = not_negative(scores)
    if not (rows > 0).any(axis=1).any():
        raise NoWeights("constant", range(rows.shape[1]))
    n = rows.shape[1]
    shares = np.ones((n, n)) / n  # every weight beside the sum of all of them
    limits = np.vstack([np.eye(n) - (1 + spread) * shares, np.maximum(1 - spread, 0.0) * shares - np.eye(n)])
    above = np.vstack([_undominated(rows), limits])
    ceiling = np.concatenate([np.ones(len(above) - len(limits)), np.zeros(len(limits))])
    found = np.array([_favoured(row, above, ceiling) for row in rows])
    whole = ~np.isnan(scores).any(axis=1)
    result, own = np.full(len(scores), np.nan), np.full(scores.shape, np.nan)
    result[whole] = np.clip((found * rows).sum(axis=1), 0.0, 1.0)
    own[whole] = found / found.sum(axis=1, keepdims=True)
    leaders = int((result[whole] >= 1 - 1e-9).sum())
    return Benefit(result, own, own[whole].mean(axis=0), leaders, len(rows))


def _undominated(rows: Matrix) -> Matrix:
    """The rows that no other row reaches or exceeds in every child: weights from 0 upward need no other ceilings."""
    kept: list[Matrix] = []
    for row in rows[np.argsort(-rows.sum(axis=1), kind="stable")]:
        if not any((other >= row).all() for other in kept):
            kept.append(row)
    return np.array(kept)


def _favoured(row: Matrix, above: Matrix, ceiling: Matrix) -> Matrix:
    """The weights under which a region's sum is largest; equal ones for a region with nothing but 0."""
    if not row.any():
        return np.ones(len(row))
    solved = linprog(-row, A_ub=above, b_ub=ceiling, bounds=(0, None), method="highs")
    if not solved.success:  # equal weights, made small enough, always satisfy the bounds
        raise RuntimeError(solved.message)
    return np.asarray(solved.x, dtype=np.float64)
