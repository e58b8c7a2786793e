"""What answers a question to the catalogue, in the order asked for."""

from metrics.practices.search import Found
from metrics.practices.telling import by_grade, newest_first
from pages.practices_address import Asked
from pages.practices_view import answering, facets, places
from pages.selection import Selection


def found(here: Selection, asked: Asked) -> tuple[Found, ...]:
    """What answers words and choices: by how well it fits the words, without words in the order that is chosen."""
    answers = {one.practice.id: one for one in answering(here.framework, asked.text)}
    left = facets(here).narrowed([one.practice for one in answers.values()], dict(asked.chosen))
    if not asked.text:
        left = by_grade(left)
        if asked.order == "started":
            left = newest_first(left)
        elif asked.order == "place":
            left = places(here).by_name(left)
    return tuple(answers[one.id] for one in left)
