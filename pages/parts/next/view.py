"""What the screen of the next step shows: the gaps of the reader's own region to the peers that are chosen."""

from dataclasses import dataclass
from functools import cached_property

from metrics.gaps import Gap, Gaps, Goal, gaps
from pages.shared.kept import kept
from pages.shared.links import link
from pages.shared.own_region import OwnRegion
from pages.shared.results import simulated
from words import Words


@dataclass(frozen=True)
class View(OwnRegion):
    """The shared choices with the peers, and the goal that is set by them.

    `asked` are the parameters of an address that make another screen compare with the same peers.
    """

    goal: Goal
    asked: tuple[tuple[str, str], ...] = ()

    def link(self, screen: str, **more: str) -> str:
        """The address of a screen with all that is chosen here."""
        return link(self.here, screen, **dict(self.asked), **more)

    @cached_property
    def gaps(self) -> Gaps:
        """The gaps; not to be changed. Raises InputProblems where the method refuses a goal."""
        return _gaps(self.here.framework, self.here.year, self.region, self.peers, self.goal)


@kept(200)
def _gaps(framework: str, year: int, region: str, peers: tuple[str, ...], goal: Goal) -> Gaps:
    return gaps(simulated(framework, year), region, peers, goal)


def title(view: View, gap: Gap) -> str:
    """An indicator by its title; a proxy is marked."""
    return ("≈ " if gap.node.proxy else "") + view.words.title(gap.node.title)


def number(words: Words, gap: Gap, value: float | None) -> str:
    """A value of the indicator, without its unit."""
    return words.number(value, gap.node.decimals)
