"""What a way up can lead to: the levels above a region's own, and the median of its peers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from metrics.banded import cuts
from metrics.problems import InputProblems, Problem
from metrics.results import Results
from metrics.simulation import Simulator

# The key of the peers' median, beside the numbers of the levels.
PEERS = "peers"


def targets(simulator: Simulator, region: str, peers: Sequence[str]) -> dict[str, float]:
    """Scores by key: the number of each level above the region's score, the lowest first, then `PEERS`.

    Without a scale, or without a peer that has a score, that part is not there. Raises KeyError for a region that is
    not there.
    """
    now = simulator.published(region).score
    starts = enumerate(cuts(simulator.results.framework.maturity), start=2)
    found = {str(level): start for level, start in starts if np.isnan(now) or np.round(now, 9) < start}
    middle = peer_median(simulator, [peer for peer in peers if peer != region])
    return found if middle is None else {**found, PEERS: middle}


def peer_median(simulator: Simulator, peers: Sequence[str]) -> float | None:
    """The median score of those peers that can be assessed; None where none can."""
    found = [simulator.published(peer) for peer in peers]
    scores = [one.score for one in found if one.maturity != "x" and not np.isnan(one.score)]
    return float(np.median(scores)) if scores else None


def level_score(results: Results, level: str) -> float:
    """The score from which a level starts, by its number. Raises InputProblems for what is none above the first, and
    where the framework has no levels."""
    if results.framework.maturity is None:
        raise InputProblems([Problem("no-levels", details={"value": level})])
    starts = {str(number): start for number, start in enumerate(cuts(results.framework.maturity), start=2)}
    if level not in starts:
        raise InputProblems([Problem("no-such-level", details={"value": level, "choices": ", ".join(starts)})])
    return starts[level]
