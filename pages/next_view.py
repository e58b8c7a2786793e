"""What the screen of the next step shows: the gaps of the reader's own region to the peers that are chosen."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from metrics.gaps import Gap, Gaps, Goal, gaps
from pages import ranking_words
from pages.links import link
from pages.profile_view import profile
from pages.results import simulated
from pages.selection import Selection
from words import Words


@dataclass(frozen=True)
class View:
    """The shared choices with the peers, and the goal that is set by them. A region must be chosen.

    `asked` are the parameters of an address that make another screen compare with the same peers.
    """

    here: Selection
    peers: tuple[str, ...]
    goal: Goal
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> Words:
        """The reader's language."""
        return self.here.words

    @property
    def region(self) -> str:
        """The reader's own region."""
        assert self.here.region is not None
        return self.here.region

    @property
    def name(self) -> str:
        """What it is called."""
        return profile(self.here).name

    @property
    def decimals(self) -> int:
        """With how many decimals scores are written here."""
        return ranking_words.scale(self.here).decimals

    @property
    def kin(self) -> str:
        """What its rank within the kind is told among; "regions" where there are no kinds."""
        return profile(self.here).kind or self.words.say("regions")

    def link(self, screen: str, **more: str) -> str:
        """The address of a screen with all that is chosen here."""
        return link(self.here, screen, **dict(self.asked), **more)

    @cached_property
    def gaps(self) -> Gaps:
        """The gaps; not to be changed. Raises InputProblems where the method refuses a goal."""
        return _gaps(self.here.framework, self.here.year, self.region, self.peers, self.goal)


@lru_cache(maxsize=200)
def _gaps(framework: str, year: int, region: str, peers: tuple[str, ...], goal: Goal) -> Gaps:
    return gaps(simulated(framework, year), region, peers, goal)


def title(view: View, gap: Gap) -> str:
    """An indicator by its title; a proxy is marked."""
    return ("≈ " if gap.node.proxy else "") + view.words.title(gap.node.title)


def number(words: Words, gap: Gap, value: float | None) -> str:
    """A value of the indicator, without its unit."""
    return words.number(value, gap.node.decimals)
