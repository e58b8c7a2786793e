"""How sure a ranking is, in a few numbers: how wide its bands are, and how often a region keeps its level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics.bands import Bands

# A region's level is settled where it is the same in at least this share of the draws.
SETTLED = 0.9


@dataclass(frozen=True)
class Certainty:
    """A ranking under many draws.

    ranked   regions with a rank in the framework as it is
    width    ranks that the middle band holds, both ends counted: half of the bands hold as many or more
    levels   regions whose level is settled; None without levels
    """

    ranked: int
    width: int | None
    levels: int | None


def certainty(bands: Bands, cuts: Sequence[float]) -> Certainty:
    """The numbers of a run. `cuts` are the scores from which the levels up from the second start."""
    whole = bands.whole
    if whole.empty:
        return Certainty(0, None, None)
    width = int(np.median(whole["rank_high"] - whole["rank_low"] + 1))
    if not cuts:
        return Certainty(len(whole), width, None)
    chances = bands.chances_of_levels(cuts).loc[whole.index]
    return Certainty(len(whole), width, int((chances.max(axis=1) >= SETTLED).sum()))
