"""Two regions in full, asked once for all readers of a selection, and whom a region is proposed to talk to."""

from metrics.learning_pair import LearningPair, learning_pair
from metrics.pairs import pairs
from metrics.peer_choices import chosen_peers
from metrics.practices.catalogue import catalogue
from metrics.practices.entry import Practice
from pages.parts.network.view import within
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection

_NEAREST = 12  # among so many of the nearest in structure a partner is looked for


@kept(500)
def _pair(framework: str, year: int, one: str, other: str) -> LearningPair:
    found = results(framework)
    return learning_pair(found, year, one, other, catalogue(found).practices, within(framework, year))


@kept(500)
def proposed(framework: str, year: int, one: str) -> str | None:
    """The region with which a pair is the most fruitful among the nearest in structure; None where there is nobody."""
    found = results(framework)
    near = chosen_peers(found, year, one, "structure", _NEAREST)
    fruitful = [pair for pair in pairs(found, year, (one, *near)) if one in (pair.one, pair.other)]
    if fruitful:
        return fruitful[0].other if fruitful[0].one == one else fruitful[0].one
    return near[0] if near else None


def view(here: Selection, one: str, other: str) -> LearningPair:
    """The pair in the chosen year."""
    return _pair(here.framework, here.year, one, other)


def practices_of(here: Selection, region: str) -> tuple[Practice, ...]:
    """The practices of a region in the catalogue."""
    return catalogue(here.results).of_region(region)
