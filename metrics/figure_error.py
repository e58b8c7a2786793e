"""The error of a figure itself, as its indicator states it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from metrics.tree import Node

Matrix = NDArray[np.float64]
CLEARLY = 1.645  # standard deviations: what lies further out is seen in 5 of 100 cases to each side without any change


def figure_error(node: Node, values: Matrix) -> Matrix:
    """The standard deviation of the error of figures of an indicator, in natural units; 0 where it states none."""
    if node.error is None:
        return np.zeros_like(values)
    if node.error.sd is not None:
        return np.full_like(values, node.error.sd)
    return abs(values) * (node.error.relative or 0.0)


def clearly_apart(node: Node, one: float, other: float) -> bool:
    """Whether two figures of an indicator differ by more than their errors explain: outside of 90 percent of the
    differences seen where nothing differs. Always so where the indicator states no error."""
    errors = figure_error(node, np.array([one, other]))
    return node.error is None or bool(abs(one - other) > CLEARLY * np.hypot(*errors))
