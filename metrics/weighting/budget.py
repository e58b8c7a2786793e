"""Budget allocation: every expert shares out 100 points among the children.

OECD/JRC Handbook (2008), step 6: the weights are the experts' mean; where they differ much, the mean speaks for
nobody, so their spread is told.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from metrics.weighting.matrix import Matrix

POINTS = 100.0


@dataclass(frozen=True, eq=False)
class Budget:
    """The weights of the experts whose points sum to 100; None where there is no such expert.

    left      how many points each expert has yet to give, below 0 for one who gave too many
    lowest    the fewest points that any of those experts gave to each child, and `highest` the most
    """

    weights: Matrix | None
    left: Matrix
    lowest: Matrix
    highest: Matrix


def budget(points: Matrix) -> Budget:
    """Weights from experts x children. Raises ValueError for points below 0 or missing."""
    if np.isnan(points).any() or (points < 0).any():
        raise ValueError("points must be 0 or more")
    left = np.round(POINTS - points.sum(axis=1), 9)
    used = points[left == 0]
    if not len(used):
        nothing = np.full(points.shape[1], np.nan)
        return Budget(None, left, nothing, nothing)
    return Budget(used.mean(axis=0) / POINTS, left, used.min(axis=0), used.max(axis=0))
