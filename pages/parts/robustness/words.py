"""What the screen on certainty says: sentences made of the figures."""

import pandas as pd

from metrics.draws.assumptions import Assumptions
from metrics.sensitivity.certainty import Certainty
from metrics.sensitivity.drivers import leaders
from pages.shared.band_words import say_sources
from words import Words, mark

# A source of uncertainty as it stands within a sentence.
_SOURCES = {
    "weights": mark("the weights"),
    "leave_out": mark("which indicator is left out"),
    "errors": mark("the errors of the figures"),
    "aggregate": mark("which mean is taken"),
    "normalise": mark("what counts as worst and best"),
}


def say_source(words: Words, source: str) -> str:
    """A source of uncertainty within a sentence."""
    return words.say(_SOURCES[source]) if source in _SOURCES else source


def say_title(words: Words, source: str) -> str:
    """The same as a title."""
    told = say_source(words, source)
    return told[:1].upper() + told[1:]


def say_varied(words: Words, varied: Assumptions) -> str:
    """What is varied, and what is not."""
    return words.say(
        "Varied: {sources}. Indicators that nobody publishes and errors that nobody states are not in it.",
        sources=words.listing(say_sources(words, varied)),
    )


def _say_leaders(words: Words, table: pd.DataFrame) -> str:
    return words.listing([say_source(words, source) for source in leaders(table)])


def say_answer(words: Words, found: Certainty | None, year: int, moved: pd.DataFrame | None) -> str:
    """The first line: how wide the bands are, and what moves the ranks."""
    if found is None:
        return words.say("How far the ranks of {year} may shift is not known.", year=words.year(year))
    if found.width is None:
        return words.say("No region can be assessed for {year} yet.", year=words.year(year))
    holes = {"ranked": words.number(found.ranked), "width": words.number(found.width)}
    if moved is None or not leaders(moved):
        return words.say(
            "For half of the {ranked} regions the national rank may lie anywhere in {width} places or more.", **holes
        )
    return words.say(
        "For half of the {ranked} regions the national rank may lie anywhere in {width} places or more; what matters "
        "most: {sources}.",
        sources=_say_leaders(words, moved),
        **holes,
    )


def say_levels(words: Words, found: Certainty | None) -> list[str]:
    """For how many regions the level is settled."""
    if found is None or found.levels is None or not found.ranked:
        return []
    return [
        words.say(
            "For {levels} of {ranked} regions the level stays the same in at least nine of ten recalculations.",
            levels=words.number(found.levels),
            ranked=words.number(found.ranked),
        )
    ]


def say_ranks(words: Words, moved: pd.DataFrame) -> str:
    """The title of the shares of all ranks together."""
    return words.say(
        "All ranks together: {share} of the movement has to do with {source}",
        share=words.percent(moved["total"].iloc[0]),
        source=say_source(words, moved["source"].iloc[0]),
    )


def say_region(words: Words, name: str, moved: pd.DataFrame) -> str:
    """The title of the shares of one region."""
    if not leaders(moved):
        return words.say("{name}: its rank does not move", name=name)
    return words.say("{name}: what moves its rank most is {sources}", name=name, sources=_say_leaders(words, moved))


def say_strongest(words: Words, strongest: pd.DataFrame) -> str:
    """The title of the count of regions."""
    return words.say(
        "Region by region: for {count} of {regions} it is {source}",
        count=words.number(strongest["regions"].iloc[0]),
        regions=words.number(strongest["regions"].sum()),
        source=say_source(words, strongest["source"].iloc[0]),
    )


def say_shift(words: Words, moved: pd.DataFrame) -> str:
    """The title of the shares of the mean shift."""
    return words.say(
        "Another measure, the mean shift of all regions: depends most on {sources}", sources=_say_leaders(words, moved)
    )


def say_share(words: Words, row: pd.Series) -> str:
    """One source in a full sentence."""
    return words.say(
        "{source}: {alone} by itself, {whole} with what it does together with others (95% interval {low} to {high}).",
        source=say_title(words, row["source"]),
        alone=words.percent(max(row["first"], 0.0)),
        whole=words.percent(row["total"]),
        low=words.percent(row["low"]),
        high=words.percent(row["high"]),
    )
