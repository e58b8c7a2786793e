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
    """Places within each row by sorting whole numbers that carry their column: several times quicker than argsort.

    A value rounded to 9 decimals is a whole number of billionths; what does not fit is put into order first.
    """
    columns = np.arange(values.shape[1])
    bits = len(columns).bit_length()
    last = 1 << (62 - bits)
    missing = np.isnan(values)
    filled = np.where(missing, 0.0, values)
    if np.abs(filled).max(initial=0.0) < last / 1e9:
        whole = np.rint(filled * 1e9).astype(np.int64)
    else:
        whole = np.unique(np.round(filled, 9), return_inverse=True)[1].reshape(values.shape)
    whole[missing] = last
    keys = (whole << bits) | columns
    keys.sort(axis=1)
    whole, order = keys >> bits, keys & ((1 << bits) - 1)
    starts = np.ones(values.shape, dtype=np.int32)
    starts[:, 1:] = (columns[1:] + 1) * (whole[:, 1:] != whole[:, :-1])
    np.maximum.accumulate(starts, axis=1, out=starts)
    starts[whole == last] = 0
    found = np.empty_like(starts)
    np.put_along_axis(found, order, starts, axis=1)
    return found
