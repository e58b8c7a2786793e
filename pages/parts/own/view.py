"""What the screen of a region's own figures shows. Nothing here is cached that holds any of them."""

from dataclasses import dataclass
from functools import cached_property

from metrics.own.applied import OwnStanding, own_standing
from metrics.own.data import OwnData
from metrics.own.published import Published, published_figures
from metrics.own.to_target import ToTarget, to_targets
from metrics.problems import InputProblems, Problem
from metrics.profile import Profile
from metrics.simulation import Rescored
from metrics.tree import Node
from pages.parts.own.state import own_data
from pages.parts.profile.view import profile
from pages.shared.kept import kept
from pages.shared.results import results, simulated
from pages.shared.selection import Selection
from words import Words


@dataclass(frozen=True)
class View:
    """The reader's own region, which must be chosen, with what it brings itself; that may be nothing."""

    here: Selection
    own: OwnData

    @property
    def words(self) -> Words:
        """The reader's language."""
        return self.here.words

    @property
    def profile(self) -> Profile:
        """The region as it is published."""
        return profile(self.here)

    @cached_property
    def standing(self) -> OwnStanding | tuple[Problem, ...]:
        """The region with its own figures, or why there is no such thing."""
        try:
            return own_standing(simulated(self.here.framework, self.here.year), self.own)
        except InputProblems as error:
            return error.problems

    def band(self, found: Rescored) -> tuple[int, int] | None:
        """The ranks between which draws put the region, within its kind where there are kinds; None where none do."""
        try:
            band = simulated(self.here.framework, self.here.year).band(found.region, found.values)
        except InputProblems:
            return None
        if band is None:
            return None
        return band.rank_in_kind if self.profile.kind else band.rank

    @cached_property
    def targets(self) -> tuple[ToTarget, ...]:
        """Every own target with its distance and pace."""
        return to_targets(self.here.results, self.own)

    @property
    def touched(self) -> list[Node]:
        """The indicators with an own figure or an own target, in the order of the framework."""
        named = {entry.indicator for entry in (*self.own.figures, *self.own.targets)}
        return [node for node in self.here.results.nodes if node.id in named]

    @property
    def unused(self) -> list[Node]:
        """The indicators with own figures of which none stands for the chosen year."""
        if not isinstance(standing := self.standing, OwnStanding):
            return []
        used = {one.node.id for one in standing.applied}
        named = {figure.indicator for figure in self.own.figures} - used
        return [node for node in self.here.results.nodes if node.id in named]


def view_of(here: Selection) -> View:
    """What this session holds for the reader's own region."""
    assert here.region is not None
    return View(here, own_data(here.region) or OwnData(here.region))


@kept(100)
def _published(framework: str, region: str) -> dict[str, tuple[Published, ...]]:
    return published_figures(results(framework), region)


def newest_published(here: Selection, indicator: str) -> Published | None:
    """The newest published figure of an indicator of the reader's own region."""
    assert here.region is not None
    found = _published(here.framework, here.region).get(indicator)
    return found[-1] if found else None
