"""The head of the form for a practice: how many the catalogue holds already, and of the reader's region."""

from collections.abc import Sequence

from metrics.practices.entry import Practice
from metrics.practices.telling import standing
from pages.shared import prose
from pages.shared.results import region_names
from pages.shared.selection import Selection


def draw_head(here: Selection, practices: Sequence[Practice], instead: Practice | None) -> None:
    """The answer, and what becomes of what is typed."""
    words = here.words
    prose.answer(words.say("Add a practice"), _say_answer(here, practices, instead))
    prose.lead(
        words.say("Fill in what is known, check it, and send the entry that comes out."),
        words.say("Needed are the place, the title, one sentence, the sub-dimension, a source and the grade."),
        words.say("The English may be short; whoever receives the entry checks it."),
        words.say("Nothing is sent or kept from here: what is typed lives in this page until it is closed."),
    )


def _say_answer(here: Selection, practices: Sequence[Practice], instead: Practice | None) -> str:
    words, found = here.words, standing(practices)
    if instead is not None:
        return words.say("What is wrong or missing in “{title}”?", title=words.title(instead.title))
    held = {"practices": words.number(found.practices), "places": words.number(found.places)}
    if here.region is None:
        return words.say("The catalogue holds {practices} practices of {places} governments.", **held)
    name = region_names(here.framework)[here.region]
    mine = sum(practice.region == here.region for practice in practices)
    return words.say_plural(
        "The catalogue holds {practices} practices of {places} governments, {count} of them of {name}.",
        "The catalogue holds {practices} practices of {places} governments, {count} of them of {name}.",
        mine, name=name, **held,
    )  # fmt: skip
