"""What matches a region and a practice, asked once for all readers of a selection."""

from functools import lru_cache

from exports.practice_words import say_where
from metrics.peer_choices import chosen_peers
from metrics.practices.catalogue import catalogue
from metrics.practices.entry import Practice
from metrics.practices.gainers import WITHIN, Gainers, gainers
from metrics.practices.matching import Match, matches
from metrics.problems import InputProblems
from pages.parts.next.view import View
from pages.parts.practices.view import entries, places
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection


def usual_view(here: Selection) -> View:
    """The reader's own region, which must be chosen, beside the median of the peers that nobody has edited."""
    assert here.region is not None
    return View(here, _peers(here.framework, here.year, here.region), "median")


def matched(view: View) -> tuple[Match, ...]:
    """All practices of others as they look from the region of a view; none where its gaps cannot be told."""
    try:
        return _matched(view)
    except InputProblems:
        return ()


@lru_cache(maxsize=200)
def _matched(view: View) -> tuple[Match, ...]:
    return matches(view.here.results, entries(view.here), view.gaps)


def best_by_gap(found: tuple[Match, ...], count: int) -> tuple[Match, ...]:
    """The first matches that answer a gap, at most one for each gap."""
    first: dict[str, Match] = {}
    for match in found:
        if match.answers and match.gap is not None:
            first.setdefault(match.gap.node.id, match)
    return tuple(first.values())[:count]


def place_name(here: Selection, practice: Practice) -> str:
    """What the place of a practice is called."""
    return say_where(here.words, places(here).of(practice))


@kept(500)
def gaining(framework: str, year: int, practice: str) -> Gainers:
    """The regions that would gain from standing where the practice's own region stands, all that were looked at."""
    scored = results(framework)
    return gainers(scored, year, catalogue(scored).practice(practice), WITHIN)


@kept(200)
def _peers(framework: str, year: int, region: str) -> tuple[str, ...]:
    return chosen_peers(results(framework), year, region)
