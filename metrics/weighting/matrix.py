"""What the methods that read figures have in common: scores of regions x children, and weights that sum to 1."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
# Fewer regions than this say nothing about how children vary together.
_FEWEST = 3


class NoWeights(Exception):
    """A method offers no weights for these figures.

    `code` says why: `too-few` regions with every child, a `constant` child, a `negative` score, `alike` children
    that all say the same, or `opposed` ones: no weights from 0 upward do what is asked. `children` are the places of
    those to blame.
    """

    def __init__(self, code: str, children: Iterable[int] = ()) -> None:
        self.code = code
        self.children = tuple(int(child) for child in children)
        super().__init__(code, self.children)


def complete(scores: Matrix) -> Matrix:
    """The rows without a missing child (NaN): regions that lack one take no part. Raises NoWeights."""
    rows = scores[~np.isnan(scores).any(axis=1)]
    if len(rows) < _FEWEST:
        raise NoWeights("too-few")
    return rows


def varying(scores: Matrix) -> Matrix:
    """The complete rows, more than there are children, where every child varies among them. Raises NoWeights.

    Correlations from fewer rows than that say nothing: some weighted sum of the children is constant by itself.
    """
    rows = complete(scores)
    if len(rows) <= rows.shape[1]:
        raise NoWeights("too-few")
    constant = np.flatnonzero(np.ptp(rows, axis=0) <= 1e-12 * np.abs(rows).max(axis=0))
    if len(constant):
        raise NoWeights("constant", constant)
    return rows


def not_negative(scores: Matrix) -> Matrix:
    """The complete rows, where no child is below 0. Raises NoWeights."""
    rows = complete(scores)
    below = np.flatnonzero((rows < 0).any(axis=0))
    if len(below):
        raise NoWeights("negative", below)
    return rows


def correlations(rows: Matrix) -> Matrix:
    """Pearson's correlations between the columns, children x children; 1 alone for a single column."""
    return np.atleast_2d(np.corrcoef(rows, rowvar=False))


def relative(weights: Matrix) -> Matrix:
    """The same proportions, with the sum 1."""
    return np.asarray(weights / weights.sum())
