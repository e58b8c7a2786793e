"""What the rankings screen says: sentences made of the figures."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.ranking import Scale
from metrics.results import Results
from metrics.standings import Standing
from pages.band_words import say_rank
from pages.selection import Selection
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


def say_other_year(words: Words, opening_year: int) -> str:
    """What to do when nothing is scored in a year."""
    return words.say(
        "Some of its figures are not published for that year. Choose {year}, the newest settled year.",
        year=words.year(opening_year),
    )


def say_provisional(words: Words, year: int) -> str:
    """The caveat of a year that rests on figures of the years before."""
    return words.say(
        "{year} is provisional: many of its figures are carried forward from earlier years.", year=words.year(year)
    )


def say_medians(words: Words, medians_by_name: Mapping[str, float | None], decimals: int) -> str:
    """The title of the spread: the medians of the kinds side by side."""
    medians = [
        words.say("{name} {median}", name=name, median=words.number(median, decimals))
        for name, median in medians_by_name.items()
    ]
    return words.say("Median score: {medians}", medians=words.listing(medians))


def say_my_region(words: Words, scored: Results, row: Mapping[str, Any], decimals: int) -> str:
    """Where one region stands: `row` is its line of the ranking, with a score."""
    holes = {
        "name": row["name"],
        "score": words.number(row["score"], decimals),
        "rank": say_rank(words, row, "rank"),
        "ranked": words.number(row["ranked"]),
    }
    if pd.notna(row["rank_in_kind"]):
        holes |= {
            "kind": row["kind"],
            "rank_in_kind": say_rank(words, row, "rank_in_kind"),
            "ranked_in_kind": words.number(row["ranked_in_kind"]),
        }
        placed = words.say(
            "{name}: rank {rank_in_kind} of {ranked_in_kind} {kind}, {rank} of {ranked} nationally, score {score}.",
            **holes,
        )
    else:
        placed = words.say("{name}: rank {rank} of {ranked}, score {score}.", **holes)
    maturity = scored.framework.maturity
    if maturity is None or not str(row["maturity"]).isdecimal():
        return placed
    number, chance = int(row["maturity"]), row["level_chance"]
    holes = {
        "number": number,
        "count": len(maturity.levels),
        "title": words.title(maturity.levels[number - 1].title),
    }
    if pd.isna(chance):
        level = words.say("Level {number} of {count}: {title}.", **holes)
    else:
        told = words.percent(chance)
        level = words.say("Level {number} of {count}: {title}, in {share} of recalculations.", share=told, **holes)
    return f"{placed} {level}"


def say_not_assessed(words: Words, name: str, year: int, reason: str) -> str:
    """Why a region has no score; `reason` is a list of what has no figure."""
    return words.say("{name} cannot be assessed for {year}: {reason}.", name=name, year=words.year(year), reason=reason)


def reasons(words: Words, scored: Results, year: int) -> dict[str, str]:
    """Why each region without a score has none, by region code: the indicators without a figure."""
    titles = {node.id: words.title(node.title) for node in scored.nodes}
    missing = scored.missing(year)
    return {
        str(region): words.say("no figure yet for {indicators}", indicators=words.listing([titles[n] for n in nodes]))
        for region, nodes in missing.groupby("region")["node"]
    }


def tooltips(words: Words, scored: Results, ranking: pd.DataFrame, decimals: int) -> dict[str, str]:
    """A sentence about each region of the ranking, by its code."""
    return {row["region"]: say_my_region(words, scored, row, decimals) for row in ranking.to_dict("records")}


def scale(here: Selection) -> Scale:
    """What scores run on in the chart, and with how many decimals they are written."""
    maturity = here.results.framework.maturity
    levels = [level.from_ for level in maturity.levels] if maturity else []
    return Scale.around(here.ranking["score"].dropna().tolist(), levels)
