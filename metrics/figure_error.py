"""The error of a figure itself, as its indicator states it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from metrics.tree import Node

Matrix = NDArray[np.float64]


def figure_error(node: Node, values: Matrix) -> Matrix:
    """The standard deviation of the error of figures of an indicator, in natural units; 0 where it states none."""
    if node.error is None:
        return np.zeros_like(values)
    if node.error.sd is not None:
        return np.full_like(values, node.error.sd)
    return abs(values) * (node.error.relative or 0.0)
