"""How sure a what-if is: the band of a region's rank and score with some of its figures set.

The draws are those of the default run, the same in everything but the figures that are set: each of these stands, in
every draw, off by the error that the draw has for the figure in its place. So what differs between the band of a
what-if and the published one is what the setting does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics.bands import HIGH, LOW
from metrics.draws.cells import Column
from metrics.draws.one_region import Altered, Drawn, altered, scores_with
from metrics.draws.scored import perturbed
from metrics.tree import Node

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class SimulatedBand:
    """From the 5 to the 95 percent quantile of the draws; ranks rounded outward."""

    score: tuple[float, float]
    rank: tuple[int, int]
    rank_in_kind: tuple[int, int]


def altered_leaf(drawn: Drawn, leaf: Node, region: int, value: float) -> Altered:
    """The normalised scores of an indicator in every draw with another figure of one region."""
    column = drawn.cells.columns[leaf.id]
    figures = np.full(len(drawn.parameters), value)
    if leaf.id in drawn.errors:
        place = column.figure[drawn.cells.now, region].reshape(1, 1)
        nothing = np.zeros((1, 1), dtype=np.int64)
        one = Column(np.array([[value]]), nothing, nothing, place)
        figures = perturbed(leaf, one, drawn.errors[leaf.id])[:, 0, 0]
    return altered(drawn, leaf.id, region, figures)


def simulated_band(drawn: Drawn, region: int, figures: Mapping[str, Altered]) -> SimulatedBand | None:
    """The band of a region with other figures, by indicator; None where no draw gives it a score."""
    scores = scores_with(drawn, region, figures)
    mine = scores[:, [region]]
    scored = ~np.isnan(mine[:, 0])
    if not scored.any():
        return None
    kin = np.array(drawn.cells.kinds) == drawn.cells.kinds[region]
    ahead = (np.round(scores, 9) > np.round(mine, 9))[scored]
    low, high = np.quantile(mine[scored, 0], (LOW, HIGH))
    return SimulatedBand(
        (float(low), float(high)), _ranks(1 + ahead.sum(axis=1)), _ranks(1 + ahead[:, kin].sum(axis=1))
    )


def _ranks(found: NDArray[np.int64]) -> tuple[int, int]:
    low, high = np.quantile(found, (LOW, HIGH))
    return int(np.floor(round(low, 9))), int(np.ceil(round(high, 9)))
