"""How to read the comparison: what a clear difference is, and what the marks mean."""

from metrics.bands import APART, HIGH, LOW
from metrics.robustness import DRAWS
from metrics.side_by_side import SideBySide
from pages.parts.compare.view import name
from pages.shared.results import why_no_bands
from pages.shared.selection import Selection
from words.problems import say_problem


def say_clear(here: Selection, found: SideBySide) -> list[str]:
    """When a score is called clearly different, or why none is."""
    words = here.words
    if not found.sure:
        problems = why_no_bands(here.framework, here.year) if here.ranking["rank"].notna().any() else ()
        reasons = " ".join(say_problem(words, problem) for problem in problems)
        return (
            [words.say("How sure the differences are cannot be told here: {reasons}", reasons=reasons)]
            if reasons
            else []
        )
    return [
        words.say(
            "The pale bar is the range in {share} of {draws} recalculations. A difference from {name} is clear where "
            "the same region is higher in at least {apart} of them; otherwise the dot is pale.",
            share=words.percent(HIGH - LOW),
            draws=words.number(DRAWS),
            name=name(here, found.regions[0]),
            apart=words.percent(1 - APART),
        )
    ]


def say_tracks(here: Selection) -> str:
    """Where a track begins and ends."""
    return here.words.say("Each track runs from the lowest region of the country to the highest.")


def say_errors(here: Selection) -> str:
    """When a figure is called different."""
    words = here.words
    return words.say(
        "Two figures are clearly different where their errors leave their order as it is in at least {share} of cases. "
        "Where no error is stated, the difference stands as it is.",
        share=words.percent(1 - APART),
    )
