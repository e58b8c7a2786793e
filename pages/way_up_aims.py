"""What a way up can aim at: levels above, and the median of the peers."""

from collections.abc import Mapping
from functools import lru_cache

from metrics.way_up_targets import targets
from pages.results import simulated
from pages.selection import Selection


def target_scores(here: Selection, peers: tuple[str, ...]) -> Mapping[str, float]:
    """What can be aimed at: scores by key."""
    assert here.region is not None
    return _targets(here.framework, here.year, here.region, peers)


@lru_cache(maxsize=200)
def _targets(framework: str, year: int, region: str, peers: tuple[str, ...]) -> Mapping[str, float]:
    return targets(simulated(framework, year), region, peers)
