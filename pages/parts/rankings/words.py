"""What the rankings screen says: sentences made of the figures."""

from collections.abc import Mapping

import pandas as pd

from charts.ranking import Scale
from exports.standing_words import say_region
from metrics.results import Results
from metrics.standings import Standing
from pages.shared.selection import Selection
from words import Words


def say_answer(words: Words, everyone: Standing, year: int, decimals: int) -> str:
    """The first line of the screen."""
    if everyone.median is None:
        return words.say("No region can be assessed for {year} yet.", year=words.year(year))
    return words.say(
        "{ranked} of {regions} regions can be assessed for {year}; their median score is {median}.",
        ranked=words.number(everyone.ranked),
        regions=words.number(everyone.regions),
        year=words.year(year),
        median=words.number(everyone.median, decimals),
    )


def say_medians(words: Words, medians_by_name: Mapping[str, float | None], decimals: int) -> str:
    """The title of the spread: the medians of the kinds side by side."""
    medians = [
        words.say("{name} {median}", name=name, median=words.number(median, decimals))
        for name, median in medians_by_name.items()
    ]
    return words.say("Median score: {medians}", medians=words.listing(medians))


def tooltips(words: Words, scored: Results, ranking: pd.DataFrame, decimals: int) -> dict[str, str]:
    """A sentence about each region of the ranking, by its code."""
    return {row["region"]: say_region(words, scored, row, decimals) for row in ranking.to_dict("records")}


def scale(here: Selection) -> Scale:
    """What scores run on in the chart, and with how many decimals they are written."""
    maturity = here.results.framework.maturity
    levels = [level.from_ for level in maturity.levels] if maturity else []
    return Scale.around(here.ranking["score"].dropna().tolist(), levels)
