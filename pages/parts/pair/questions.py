"""What two regions could ask each other: questions made of figures and of the catalogue."""

from metrics.learning_pair import Question, Side
from pages.parts.pair.lesson_words import say_value
from pages.parts.pair.words import say_course
from pages.shared.selection import Selection
from words import mark

# What a condition is called; a trait that is not here is shown by its name.
_TRAITS = {
    "population": mark("as many people"),
    "density": mark("as many people a square kilometre"),
    "expenditure_pc": mark("as much spending per person"),
}


def say_question(here: Selection, question: Question) -> str:
    """A question as one of the two would put it."""
    words = here.words
    if question.practice is not None:
        return words.say(
            "What did “{practice}” take, and what would have to be otherwise here?",
            practice=words.title(question.practice.title),
        )
    if question.side is None:
        return words.say(
            "You have {times} times {trait}; what of your way would hold without that?",
            times=words.number(question.times, 1),
            trait=words.say(_TRAITS[question.trait]) if question.trait in _TRAITS else question.trait,
        )
    return _say_figures(here, question, question.side)


def _say_figures(here: Selection, question: Question, side: Side) -> str:
    words, title = here.words, here.words.title(side.node.title)
    if question.ask == "moved":
        return words.say(
            "Your {title} went from {course}; ours did not get better. What changed in these years?",
            title=title,
            course=say_course(here, side.node, side.moved.get(question.asked)),
        )
    values = {region: say_value(here, cell) for region, cell in side.cells.items()}
    if question.ask == "both":
        return words.say(
            "Both are in the weakest quarter of their kind in {title} ({one} and {other}). Whom could both invite?",
            title=title,
            one=values[question.asker],
            other=values[question.asked],
        )
    return words.say(
        "{title} is {theirs} with you and {ours} with us. What did you do, what did it cost, and what came of it?",
        title=title,
        theirs=values[question.asked],
        ours=values[question.asker],
    )
