"""Entropy: a child weighs more the more unevenly it is spread over the regions.

After Shannon, C. E. (1948), "A mathematical theory of communication"; as a weighting method in Zeleny, M. (1982),
Multiple Criteria Decision Making. With p the child's share in each region and n regions, E = -sum(p ln p) / ln n,
and the weight is in proportion to 1 - E.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from metrics.weighting.matrix import Matrix, NoWeights, not_negative, relative


@dataclass(frozen=True, eq=False)
class Entropy:
    """The weights, the entropy of each child (1: all regions alike), and the number of regions they are from."""

    weights: Matrix
    entropy: Matrix
    regions: int


def entropy(scores: Matrix) -> Entropy:
    """Weights from regions x children; regions without every child take no part.

    Raises NoWeights for scores below 0, and where all regions are alike in every child or a child is 0 everywhere.
    A 0 adds nothing to the sum: p ln p goes to 0 with p.
    """
    rows = not_negative(scores)
    total = rows.sum(axis=0)
    if (total == 0).any():
        raise NoWeights("constant", np.flatnonzero(total == 0))
    shares = rows / total
    logs = np.log(shares, where=shares > 0, out=np.zeros_like(shares))
    found = -(shares * logs).sum(axis=0) / np.log(len(rows))
    if (1 - found).sum() <= 1e-12:
        raise NoWeights("constant", range(rows.shape[1]))
    return Entropy(relative(np.maximum(1 - found, 0.0)), found, len(rows))
