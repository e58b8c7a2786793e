"""What answers a question to the catalogue, in the order asked for."""

from collections.abc import Mapping
from functools import lru_cache

from exports.match_reasons import say_match
from metrics.practices.search import Found
from metrics.practices.telling import by_grade, newest_first
from pages.parts.matches.found import matched, place_name, usual_view
from pages.parts.practices.address import FIT, Asked
from pages.parts.practices.view import answering, entries, facets, places
from pages.shared.selection import Selection


def found(here: Selection, asked: Asked) -> tuple[Found, ...]:
    """What answers words and choices: by how well it fits the words, or in the order that is chosen."""
    answers = {one.practice.id: one for one in answering(here.framework, asked.text)}
    left = facets(here).narrowed([one.practice for one in answers.values()], dict(asked.chosen))
    if asked.order == FIT and here.region is not None:
        fitting = {match.practice.id: place for place, match in enumerate(matched(usual_view(here)))}
        behind = {one.id: len(fitting) + (one.region == here.region) for one in left}  # what is not proposed; then own
        left = tuple(sorted(left, key=lambda one: fitting.get(one.id, behind[one.id])))
    elif asked.order == "started":
        left = newest_first(left)
    elif asked.order == "place":
        left = places(here).by_name(left)
    elif not asked.text:
        left = by_grade(left)
    return tuple(answers[one.id] for one in left)


@lru_cache(maxsize=50)
def reasons(here: Selection) -> Mapping[str, str]:
    """Why each practice of others would fit the reader's own region, by its id; none where that cannot be told."""
    if here.region is None:
        return {}
    view = usual_view(here)
    leaves = {node.id for node in here.results.nodes if node.is_leaf}
    unheld = here.words.say("This framework does not hold the indicators that it should move.")
    lacking = {
        one.id: unheld
        for one in entries(here)
        if one.indicators and leaves.isdisjoint(one.indicators) and one.region != here.region
    }
    return lacking | {
        match.practice.id: say_match(here.words, match, view.gaps, place_name(here, match.practice), view.name)
        for match in matched(view)
    }
