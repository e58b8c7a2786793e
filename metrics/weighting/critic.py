"""CRITIC: a child weighs more the more it tells regions apart, and less the more other children tell the same.

Diakoulaki, D., Mavrotas, G. and Papayannakis, L. (1995), "Determining objective weights in multiple criteria
problems: the CRITIC method", Computers & Operations Research 22, 763-770: on values brought to 0..1, the standard
deviation (n - 1) times the sum of 1 - r over the children.
"""

from __future__ import annotations

from dataclasses import dataclass

from metrics.weighting.matrix import Matrix, NoWeights, correlations, relative, varying


@dataclass(frozen=True, eq=False)
class Critic:
    """The weights, what they are made of, and the number of regions they are from.

    `spread` is the standard deviation of each child on 0..1, `conflict` the sum of 1 - r with the others.
    """

    weights: Matrix
    spread: Matrix
    conflict: Matrix
    regions: int


def critic(scores: Matrix) -> Critic:
    """Weights from regions x children; regions without every child take no part.

    Raises NoWeights for a constant child, and where all children say the same.
    """
    rows = varying(scores)
    low = rows.min(axis=0)
    spread = ((rows - low) / (rows.max(axis=0) - low)).std(axis=0, ddof=1)
    conflict = (1 - correlations(rows)).sum(axis=0)
    if (spread * conflict).sum() <= 1e-12:
        raise NoWeights("alike")
    return Critic(relative(spread * conflict), spread, conflict, len(rows))
