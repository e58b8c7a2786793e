"""What a way up can aim at: levels above, and the median of the peers."""

from collections.abc import Mapping

from metrics.way_up_targets import targets
from pages.shared.kept import kept
from pages.shared.results import simulated
from pages.shared.selection import Selection


def target_scores(here: Selection, peers: tuple[str, ...]) -> Mapping[str, float]:
    """What can be aimed at: scores by key."""
    assert here.region is not None
    return _targets(here.framework, here.year, here.region, peers)


@kept(200)
def _targets(framework: str, year: int, region: str, peers: tuple[str, ...]) -> Mapping[str, float]:
    return targets(simulated(framework, year), region, peers)
