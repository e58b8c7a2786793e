"""Ranks for many draws at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def ranks(scores: Matrix) -> NDArray[np.int32]:
    """The rank of each score within its row, 1 = highest, ties share the smaller number; 0 where there is no score.

    `scores` is draws x regions. They are rounded to 9 decimals first, as the chain does before it ranks.
    """
    return _places(-np.round(scores, 9))


def ascending_places(values: Matrix) -> NDArray[np.int32]:
    """The place of each value within its row, 1 = lowest, ties share the smaller number; 0 where missing."""
    return _places(values)


def _places(values: Matrix) -> NDArray[np.int32]:
    order = np.argsort(values, axis=1)  # missing ones come last
    ordered = np.take_along_axis(values, order, axis=1)
    places = np.arange(1, values.shape[1] + 1, dtype=np.int32)
    starts = np.empty(values.shape, dtype=np.int32)
    starts[:, :1] = 1
    np.multiply(ordered[:, 1:] != ordered[:, :-1], places[1:], out=starts[:, 1:])
    np.maximum.accumulate(starts, axis=1, out=starts)
    starts[np.isnan(ordered)] = 0
    found = np.empty_like(starts)
    np.put_along_axis(found, order, starts, axis=1)
    return found
