"""Principal components: weights from how children vary together. They say nothing about how much a child matters.

OECD/JRC Handbook (2008), step 6; Nardo, M. and others (2005), Tools for Composite Indicators Building. Two ways to
weights. By the first component: loadings in proportion, which only exist while none of them is below 0. After
Nicoletti, G., Scarpetta, S. and Boylaud, O. (2000), OECD Economics Department Working Papers 226: squared loadings
of the components with an eigenvalue of 1 or more, rotated by varimax (Kaiser 1958); each child is weighed by the
component that it loads on most, each component by the variance it explains.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from metrics.weighting.matrix import Matrix, correlations, relative, varying


@dataclass(frozen=True, eq=False)
class Components:
    """What the components of the correlation matrix say.

    weights    the first component's loadings in proportion; None while one is below 0, which `negative` names
    squared    the weights after Nicoletti and others; a square hides which way a child points
    loadings   correlation of each child with the first component, signed so that their sum is not below 0
    rotated    children x kept components
    explained  the share of all variance that each component holds, falling
    regions    the number of regions that these are from
    """

    weights: Matrix | None
    squared: Matrix
    loadings: Matrix
    negative: tuple[int, ...]
    rotated: Matrix
    explained: Matrix
    regions: int


def pca(scores: Matrix) -> Components:
    """Weights from regions x children; regions without every child take no part. Raises NoWeights."""
    rows = varying(scores)
    values, vectors = np.linalg.eigh(correlations(rows))
    values, vectors = np.maximum(values[::-1], 0.0), vectors[:, ::-1]
    loadings = vectors * np.sqrt(values)
    first = loadings[:, 0] * (1.0 if loadings[:, 0].sum() >= 0 else -1.0)
    negative = np.flatnonzero(first < -1e-9)
    kept = max(int((values >= 1 - 1e-9).sum()), 1)
    rotated = varimax(loadings[:, :kept])
    return Components(
        None if len(negative) else relative(np.maximum(first, 0.0)),
        _nicoletti(rotated),
        first,
        tuple(negative.tolist()),
        rotated,
        values / values.sum(),
        len(rows),
    )


def varimax(loadings: Matrix) -> Matrix:
    """The loadings turned so that the variance of their squares is largest, component by component.

    Turns two components at a time (Kaiser 1958), until no turn is larger than a billionth of a radian.
    Every component points where its sum is not below 0.
    """
    turned = loadings.copy()
    pairs = [(i, j) for i in range(turned.shape[1]) for j in range(i + 1, turned.shape[1])]
    for _ in range(1000):
        largest = 0.0
        for i, j in pairs:
            x, y = turned[:, i], turned[:, j]
            u, v = x**2 - y**2, 2 * x * y
            over = 2 * ((u * v).mean() - u.mean() * v.mean())
            under = (u**2 - v**2).mean() - (u.mean() ** 2 - v.mean() ** 2)
            angle = np.arctan2(over, under) / 4
            turned[:, i], turned[:, j] = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
            largest = max(largest, abs(float(angle)))
        if largest < 1e-9:
            break
    return np.asarray(turned * np.where(turned.sum(axis=0) < 0, -1.0, 1.0))


def _nicoletti(rotated: Matrix) -> Matrix:
    squares = rotated**2
    explained = squares.sum(axis=0)
    mine = squares.argmax(axis=1)
    shares = squares[np.arange(len(squares)), mine] / explained[mine]
    return relative(shares * explained[mine] / explained.sum())
