"""What the facets of the catalogue and their choices are called."""

from collections.abc import Mapping

from exports.practice_words import say_grade
from metrics.practices.facets import SPAN, UNKNOWN, Facet
from metrics.seminars.held import seminars
from pages.parts.practices.view import title_of
from pages.shared.selection import Selection
from words import mark

FACETS: Mapping[Facet, str] = {
    "dimension": mark("Dimension"),
    "sub_dimension": mark("Sub-dimension"),
    "kind": mark("Kind of government"),
    "size": mark("Population class"),
    "grade": mark("Evidence"),
    "cost": mark("Cost"),
    "years": mark("Started"),
    "seminar": mark("Presented at"),
    "figures": mark("Results in figures"),
    "lesson": mark("Something did not work"),
}
_CHOICES: Mapping[tuple[Facet, str], str] = {
    ("kind", "province"): mark("Province"),
    ("kind", "abroad"): mark("Abroad"),
    ("size", "large"): mark("large"),
    ("size", "medium"): mark("medium"),
    ("size", "small"): mark("small"),
    ("cost", "low"): mark("below Rp1 billion"),
    ("cost", "medium"): mark("Rp1 to 25 billion"),
    ("cost", "high"): mark("above Rp25 billion"),
    ("cost", UNKNOWN): mark("no amount named"),
    ("years", UNKNOWN): mark("year not known"),
    ("figures", "yes"): mark("with a figure"),
    ("figures", "no"): mark("without a figure"),
    ("lesson", "yes"): mark("says what did not work"),
    ("lesson", "no"): mark("does not say"),
}


def say_choice(here: Selection, facet: Facet, choice: str) -> str:
    """A choice of a facet."""
    words = here.words
    if facet in ("dimension", "sub_dimension"):
        return title_of(here, choice)
    if facet == "grade":
        return say_grade(words, choice)
    if facet == "seminar":
        return say_seminar(here, choice)
    if (facet, choice) in _CHOICES:
        return words.say(_CHOICES[facet, choice])
    if facet == "years":
        first = int(choice)
        return words.say("{first} to {last}", first=words.year(first), last=words.year(first + SPAN - 1))
    return choice.capitalize()


def say_seminar(here: Selection, seminar: str) -> str:
    """What a seminar is called; its id where the dataset does not tell of it."""
    titles = {held.id: here.words.title(held.title) for held in seminars(here.results)}
    return titles.get(seminar, seminar)
