"""What the screens say of bands: how far a rank may shift, and what a band includes."""

from collections.abc import Mapping
from typing import Any

from metrics.bands import APART, HIGH, LOW
from metrics.draws.assumptions import Assumptions, default_assumptions
from metrics.draws.cells import counted
from metrics.robustness import DRAWS
from pages.shared.results import why_no_bands
from pages.shared.selection import Selection
from words import Words
from words.problems import say_problem


def say_included(here: Selection) -> list[str]:
    """What a band is and what it includes, right beside the ranks; or why there is none."""
    words = here.words
    if here.ranking["rank"].isna().all():
        return []
    if problems := why_no_bands(here.framework, here.year):
        reasons = " ".join(say_problem(words, problem) for problem in problems)
        return [words.say("Ranks stand without bands here: {reasons}", reasons=reasons)]
    varied = say_sources(words, default_assumptions(counted(here.results.nodes)))
    return [
        words.say(
            "In brackets: the range of ranks in {share} of {draws} recalculations. What was varied: {sources}.",
            share=words.percent(HIGH - LOW),
            draws=words.number(DRAWS),
            sources=words.listing(varied),
        )
    ]


def say_sources(words: Words, varied: Assumptions) -> list[str]:
    """What differs from one draw to the next."""
    told = {
        "weights": words.say("weights (up to {share} up or down)", share=words.percent(varied.weights)),
        "aggregate": words.say("the kind of mean (arithmetic or geometric)"),
        "normalise": words.say("worst and best (fixed or as observed)"),
        "leave_out": words.say("indicators (all, or all but one)"),
        "errors": words.say("figures (within their errors)"),
    }
    return [sentence for source, sentence in told.items() if source in varied.sources()]


def say_among(words: Words, row: Mapping[str, Any]) -> str:
    """What the rank within the kind is called."""
    return words.say("Rank among {kind}", kind=row["kind"])


def say_how_to_read(words: Words, shown: int, all_: int) -> str:
    """How to read the bands of a ranking, and that not all of them are drawn."""
    told = words.say(
        "The bar is the band, the tick the rank. Two regions are clearly different where one of them ranks higher in "
        "at least {share} of the recalculations.",
        share=words.percent(1 - APART),
    )
    if shown == all_:
        return told
    return f"{told} " + words.say(
        "{shown} of {count} are drawn; the table has all of them.", shown=words.number(shown), count=words.number(all_)
    )
