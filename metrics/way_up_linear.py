"""The smallest set of changes where scores add up: a mixed-integer programme, solved exactly (HiGHS, by SciPy).

Where every mean is arithmetic, the root's score is a sum over indicators, and each adds what its value scores. On
goalposts that is a straight line in the steps of its value: nothing before the worst goalpost, nothing more after the
best. So with y = 1 where an indicator moves, n its further steps after the first and g what it adds:

    minimise   sum of (levers + 1) y + shares                     fewest first, then the least sum: shares are at most 1
    subject to sum of g >= what is needed
               g <= first y + slope n,   g <= most y,   n <= (steps - 1) y
               sum of y over a set <= its size - 1                for each set that is not to be found again

Its answer is exact up to the solver's tolerances (1e-6); whoever calls verifies that it reaches the target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from metrics.way_up_levers import Lever

_STRAIGHT = 1e-9  # of the range of scores: what bends by less is a line
# What a solution of the programme may fall short by, by the solver's own tolerance.
TOLERANCE = 1e-6

Choice = tuple[int, ...]  # by lever: which of its values, counted from 1; 0 leaves it as it is


@dataclass(frozen=True, eq=False)
class Line:
    """What a lever adds to the root's score: at its first value, for each further one, and `most` in all."""

    first: float
    slope: float
    most: float


def line(lever: Lever, most: float) -> Line | None:
    """The line of a lever that adds `most` at its limit; None where it is none."""
    gains = most * (lever.scores - lever.score) / (lever.scores[-1] - lever.score)
    slope = float(gains[1] - gains[0]) if len(gains) > 1 else 0.0
    drawn = np.minimum(gains[0] + slope * np.arange(len(gains)), gains[-1])
    even = np.diff(lever.shares)
    straight = np.allclose(drawn, gains, rtol=0, atol=_STRAIGHT * max(1.0, abs(gains[-1])))
    steady = len(even) < 2 or np.allclose(even, even[0], rtol=1e-6, atol=1e-12)
    return Line(float(gains[0]), slope, float(gains[-1])) if straight and steady else None


def smallest_sum(
    levers: Sequence[Lever], lines: Sequence[Line], needed: float, banned: Sequence[frozenset[int]]
) -> Choice | None:
    """The choice with the fewest levers, then the least sum of shares, that adds `needed`; None where none does.

    `banned` are sets of levers, by place, that no choice may contain.
    """
    count = len(levers)
    steps = np.array([len(lever.values) for lever in levers])
    shares = np.array([lever.shares[0] for lever in levers])
    per_step = np.array([lever.shares[1] - lever.shares[0] if len(lever.shares) > 1 else 0.0 for lever in levers])
    first, slope, most = (np.array([getattr(drawn, part) for drawn in lines]) for part in ("first", "slope", "most"))
    one, none = np.eye(count), np.zeros((count, count))
    rows = [
        LinearConstraint(np.concatenate([np.zeros(2 * count), np.ones(count)])[None], needed, np.inf),
        LinearConstraint(np.hstack([-np.diag(first), -np.diag(slope), one]), -np.inf, 0),
        LinearConstraint(np.hstack([-np.diag(most), none, one]), -np.inf, 0),
        LinearConstraint(np.hstack([-np.diag(steps - 1.0), one, none]), -np.inf, 0),
    ]
    for held in banned:
        row = np.zeros((1, 3 * count))
        row[0, list(held)] = 1
        rows.append(LinearConstraint(row, -np.inf, len(held) - 1))
    found = milp(
        np.concatenate([count + 1 + shares, per_step, np.zeros(count)]),
        integrality=np.repeat([1, 1, 0], count),
        bounds=Bounds(0, np.concatenate([np.ones(count), steps - 1.0, most])),
        constraints=rows,
        options={"mip_rel_gap": 0},
    )
    if not found.success:
        return None
    moved, further = (np.rint(part).astype(int) for part in np.split(found.x, 3)[:2])
    return tuple(int(n) + 1 if y else 0 for y, n in zip(moved, further, strict=True))
