"""What the way up shows: what was found for the reader's own region, the peers and the target that are chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from metrics.limits import Limit, limits
from metrics.pace import Stretch, paces
from metrics.settings_text import PARAMETER
from metrics.settings_text import written as settings
from metrics.simulation import Rescored
from metrics.way_up import Step, WaysUp, WayUp, ways_up
from metrics.way_up_movers import Mover, movers
from pages.parts.way_up.aims import target_scores
from pages.shared.kept import kept
from pages.shared.links import link
from pages.shared.own_region import OwnRegion
from pages.shared.results import results, simulated


@dataclass(frozen=True)
class View(OwnRegion):
    """The shared choices with the peers, the target by its key (metrics.way_up_targets), and the years for it.

    `asked` are the parameters of an address that make another screen compare with the same peers.
    """

    target: str
    years: int
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def now(self) -> Rescored:
        """The region as it is published."""
        return simulated(self.here.framework, self.here.year).published(self.region)

    @cached_property
    def score(self) -> float:
        """The score that is aimed at."""
        return target_scores(self.here, self.peers)[self.target]

    @cached_property
    def limits(self) -> Mapping[str, Limit]:
        """How far each indicator can be asked to go."""
        return _limits(self.here.framework, self.here.year, self.region, self.peers)

    @cached_property
    def found(self) -> WaysUp:
        """The ways."""
        return _ways(self.here.framework, self.here.year, self.region, self.peers, self.score, self.years)

    @cached_property
    def paces(self) -> Mapping[str, Mapping[str, Stretch]]:
        """How the indicators of the region and of its peers moved, by node id and region."""
        return paces(self.here.results, self.here.year, [self.region, *self.peers])

    def movers(self, step: Step) -> tuple[Mover, ...]:
        """Peers that made such a move."""
        theirs = {peer: stretch for peer, stretch in self.paces[step.node.id].items() if peer != self.region}
        return movers(theirs, step, self.years)

    def newer(self, step: Step) -> Stretch | None:
        """The region's own figures, where the last is younger than the year."""
        own = self.paces[step.node.id].get(self.region)
        return own if own is not None and own.end > self.here.year else None

    def made_since(self, way: WayUp) -> tuple[int, ...]:
        """The years of the region's younger figures that have made each step of a way; none where one is not made."""
        newer = [(step, self.newer(step)) for step in way.steps]
        made = [own.end for step, own in newer if own is not None and step.made_by(own.last)]
        return tuple(sorted(set(made))) if len(made) == len(newer) else ()

    def try_out(self, values: Mapping[str, float]) -> str:
        """The address of what-if with these values set, and the same peers."""
        return link(self.here, "what-if", **dict(self.asked), **{PARAMETER: settings(values)})


@kept(200)
def _limits(framework: str, year: int, region: str, peers: tuple[str, ...]) -> Mapping[str, Limit]:
    return limits(results(framework), year, region, peers)


@kept(200)
def _ways(framework: str, year: int, region: str, peers: tuple[str, ...], score: float, years: int) -> WaysUp:
    return ways_up(simulated(framework, year), region, score, _limits(framework, year, region, peers), years)
