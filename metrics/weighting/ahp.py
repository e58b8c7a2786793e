"""Analytic hierarchy process: experts say of every two children which matters more, and how much more.

Saaty, T. L. (1980), The Analytic Hierarchy Process, McGraw-Hill: judgements on the scale 1 (alike) to 9
(extremely more), weights from the principal eigenvector, and the consistency ratio. Judgements of several experts
are brought together by their geometric mean, the only mean that keeps them reciprocal (Aczél and Saaty 1983,
"Procedures for synthesizing ratio judgements", Journal of Mathematical Psychology 27, 93-102).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.weighting.matrix import Matrix, relative

# The scale of judgements runs from one ninth to nine.
STRONGEST = 9
# Above this consistency ratio the judgements contradict one another too much (Saaty 1980).
CONSISTENT = 0.1
# Mean consistency index of random judgements for 1 to 15 children (Saaty 1980, table of the random index).
RANDOM_INDEX = (0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59)


@dataclass(frozen=True, eq=False)
class Hierarchy:
    """The weights of one matrix of judgements, or of several brought together.

    `ratio` is the consistency ratio, 0 where no judgement contradicts another. `at_odds` are the two children
    whose judgement differs most from what the weights say, None where everything agrees.
    """

    weights: Matrix
    ratio: float
    at_odds: tuple[int, int] | None

    @property
    def consistent(self) -> bool:
        """Whether the judgements agree well enough to be used."""
        return self.ratio <= CONSISTENT


@dataclass(frozen=True, eq=False)
class Experts:
    """What all experts say together, and each of them alone."""

    together: Hierarchy
    each: tuple[Hierarchy, ...]


def ahp(judgements: Sequence[Matrix]) -> Experts:
    """Weights from one matrix an expert: children x children, how many times more the row matters than the column.

    Raises ValueError for a matrix that is not reciprocal, or not above 0.
    """
    for matrix in judgements:
        if not (matrix > 0).all() or not np.allclose(matrix * matrix.T, 1.0, rtol=1e-9):
            raise ValueError("judgements must be above 0 and reciprocal")
    together = np.exp(np.mean([np.log(matrix) for matrix in judgements], axis=0))
    return Experts(_hierarchy(together), tuple(_hierarchy(matrix) for matrix in judgements))


def reciprocal(upper: Sequence[float], children: int) -> Matrix:
    """The matrix of judgements of every child against each later one, row by row. Raises ValueError."""
    matrix = np.ones((children, children))
    rows, columns = np.triu_indices(children, 1)
    if len(upper) != len(rows):
        raise ValueError("not one judgement for each pair")
    matrix[rows, columns] = upper
    matrix[columns, rows] = 1 / np.asarray(upper, dtype=np.float64)
    return matrix


def _hierarchy(matrix: Matrix) -> Hierarchy:
    values, vectors = np.linalg.eig(matrix)
    first = int(np.argmax(values.real))
    weights = relative(np.abs(vectors[:, first].real))
    n = len(matrix)
    index = (float(values[first].real) - n) / (n - 1) if n > 2 else 0.0
    random = RANDOM_INDEX[min(n, len(RANDOM_INDEX)) - 1]
    ratio = max(index / random, 0.0) if random else 0.0
    return Hierarchy(weights, ratio, _at_odds(matrix, weights))


def _at_odds(matrix: Matrix, weights: Matrix) -> tuple[int, int] | None:
    off = np.triu(np.abs(np.log(matrix * weights[None, :] / weights[:, None])), 1)
    row, column = np.unravel_index(int(np.argmax(off)), off.shape)
    return (int(row), int(column)) if off.size and off[row, column] > 1e-6 else None
