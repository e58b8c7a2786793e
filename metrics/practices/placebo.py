"""Whether a region's change stands out among those of regions like it: a placebo test by ranks.

Nothing is assumed of how changes are distributed, only that without the practice the region would be one of its
peers: any of them could then be the one that lies furthest from the middle of all. Of 60 regions only the three
furthest stand out, so that one in twenty does where nothing happened, whatever the shape of the changes
(Abadie, Diamond and Hainmueller 2010; Chernozhukov, Wuethrich and Zhu 2021). Several indicators of one practice
are held against the furthest of all indicators of each peer: one in twenty holds for all of them together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

ALPHA = 0.05  # how often a region stands out where nothing happened
FEW = 19  # peers, at least: with the region itself 20, of which one stands out
COUNTS = (59, 39, FEW)  # with the region itself one in twenty is a whole number; more of them see more
_DIGITS = 9  # equal distances must come out equal


@dataclass(frozen=True, eq=False)
class Standing:
    """How far the first region is from the middle of all, by indicator.

    place    how many regions are as far in any indicator, itself included: 1 is the furthest
    out      whether it stands out
    low, high   between these a change does not stand out, in the units of the changes
    """

    place: NDArray[np.int64]
    out: NDArray[np.bool_]
    low: Matrix
    high: Matrix


def standing(changes: Matrix) -> Standing:
    """Where the first of the regions stands; `changes` is regions x indicators without gaps.

    Distances from the mean of all regions count in standard deviations of all of them, the first one included, so
    that none of them has a part of its own.
    """
    count = len(changes)
    centre, spread = changes.mean(axis=0), changes.std(axis=0, ddof=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        far = np.where(spread > 0, abs(changes - centre) / spread, 0.0).round(_DIGITS)
    furthest = np.sort(far[1:].max(axis=1))
    place = count - np.searchsorted(furthest, far[0], side="left")
    allowed = int(ALPHA * count + 1e-9)  # places that stand out
    bar = furthest[count - 1 - allowed] * spread if allowed else np.full_like(spread, np.inf)
    return Standing(place, place <= allowed, centre - bar, centre + bar)


def usable(available: int, kin: int) -> int:
    """How many of the available peers are taken, 0 for too few; `kin` is how many regions could be peers at all.

    Not more than the nearer half of those, where that is enough: the others are hardly like the region.
    """
    fitting = (count for count in COUNTS if count <= available and (2 * count <= kin or count == FEW))
    return next(fitting, 0)
