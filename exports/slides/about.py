"""What the slides of all screens say alike: a region's mark and sentence, and where the figures are from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import ceil, floor
from typing import Any

import pandas as pd

from charts.ranking import Scale
from charts.slides.kinds import Axis, Role, Row
from exports.slides import national
from exports.slides.slide import Asked, Slide
from exports.standing_words import reasons, say_not_assessed, say_other_year, say_provisional, say_region
from metrics.indicator import sources
from metrics.practices.published import published
from metrics.results import Results
from words import Words

_LETTERS = re.compile(r"\(([A-Z]{2,})\)")


def row(asked: Asked, region: str) -> Mapping[str, Any]:
    """A region's line of the ranking with its bands."""
    return national.rows(asked.results, asked.year)[region]


def name(asked: Asked, region: str) -> str:
    """A region's name, its own."""
    return national.region_names(asked.results)[region]


def role(asked: Asked, region: str) -> Role:
    """Whose mark a region has."""
    return "mine" if region == asked.mine else "subject" if region == asked.region else "other"


def decimals(asked: Asked) -> int:
    """With how many decimals scores are written."""
    return scale(asked.results, asked.year).decimals


@lru_cache(maxsize=16)
def scale(results: Results, year: int) -> Scale:
    """What scores run on."""
    maturity = results.framework.maturity
    levels = [level.from_ for level in maturity.levels] if maturity else []
    return Scale.around(national.ranking(results, year)["score"].dropna().tolist(), levels)


def score_axis(asked: Asked) -> Axis:
    """The axis of scores, on the range that the framework puts them on."""
    leaf = next(node for node in asked.results.nodes if node.is_leaf and node.status != "wanted")
    low, high = leaf.normalise.range
    return Axis(asked.words.say("Score"), "", low, high, decimals(asked))


def own(asked: Asked) -> str | None:
    """The sentence on the reader's own region: where it stands, or why that is not known."""
    return None if asked.mine is None else standing(asked, asked.mine)


def own_figure(asked: Asked, nodes: Iterable[str], shown: Sequence[str]) -> str | None:
    """The reader's own newest figure of the first of these indicators that it has one of, beside the regions shown.

    Where it is one of them, or has none: where it stands.
    """
    if asked.mine is None or asked.mine in shown:
        return own(asked)
    told = (beside(asked, node, (asked.mine, *shown)) for node in nodes)
    return next(filter(None, told), None) or own(asked)


def standing(asked: Asked, region: str) -> str:
    """Where a region stands: rank with band, score and level; or why it has none."""
    found = row(asked, region)
    if pd.notna(found["score"]) and pd.isna(found["rank_low"]):
        # Without its band a rank is not told.
        return asked.words.say(
            "{name}: score {score}. No rank is told for {year}: its band cannot be worked out, and a rank says nothing "
            "without it.",
            name=name(asked, region), score=asked.words.number(found["score"], decimals(asked)),
            year=asked.words.year(asked.year),
        )  # fmt: skip
    if pd.notna(found["score"]):
        return say_region(asked.words, asked.results, found, decimals(asked))
    unknown = asked.words.say("its figures are not available")
    reason = _reasons(asked.results, asked.words, asked.year).get(region, unknown)
    return say_not_assessed(asked.words, name(asked, region), asked.year, reason)


def unassessed(asked: Asked, region: str) -> str:
    """The headline on a region without a score."""
    return asked.words.say(
        "{name} cannot be assessed for {year} yet", name=name(asked, region), year=asked.words.year(asked.year)
    )


def source(asked: Asked, displayed: bool = False) -> str:
    """Who published the figures behind the scores of the year, who scored them, and of which years they are.

    `displayed` says whether the slide also shows indicators outside the score.
    """
    words, results, year = asked.words, asked.results, asked.year
    holes = {
        "publishers": "; ".join(map(short, national.publishers(results, year, displayed))),
        "year": words.year(year),
    }
    if results.framework.maturity is None:
        told = words.say("Figures: {publishers}. Score: Teladan. Year: {year}.", **holes)
    else:
        told = words.say("Figures: {publishers}. Score and levels: Teladan. Year: {year}.", **holes)
    if year in results.provisional_years:
        return f"{told} {say_provisional(words, year)}"
    if national.carried(results, year):
        return " ".join([told, words.say("Some of its figures are older.")])
    return told


def publishers(asked: Asked, variable: str, year: int) -> tuple[str, ...]:
    """Who published the figures of one variable of a year, in short."""
    return tuple(dict.fromkeys(map(short, published_by(asked.results, variable, year))))


def short(publisher: str) -> str:
    """A publisher by the letters that stand for its name in brackets, where there are any: one line holds few names."""
    found = _LETTERS.search(publisher)
    return found[1] + publisher[found.end() :] if found else publisher


def framework_year(asked: Asked) -> str:
    """What is measured, and when."""
    words = asked.words
    return words.say(
        "{framework}, {year}", framework=words.title(asked.results.framework.title), year=words.year(asked.year)
    )


def listed(words: Words, rows: Sequence[Row]) -> str:
    """The rows of a chart in running text; commas would not do, since figures have them too."""
    return "; ".join(words.say("{name} {median}", name=row.name, median=row.told) for row in rows)


def scores(asked: Asked, rows: Sequence[Row]) -> str:
    """Scores in running text, with their bands where the year has any."""
    told = listed(asked.words, rows)
    if national.bands(asked.results, asked.year) is None:
        return asked.words.say("Scores: {rows}.", rows=told)
    return asked.words.say("Scores with their bands: {rows}.", rows=told)


def unscored(asked: Asked) -> Slide:
    """The slide of a year in which no region can be assessed: it says so, and which year is."""
    words = asked.words
    return Slide(
        headline=words.say("No region can be assessed for {year} yet", year=words.year(asked.year)),
        chart=None,
        caption=framework_year(asked),
        takeaway=say_other_year(words, asked.results.opening_year),
        source=source(asked),
        alt=words.say("There is no chart."),
        mine=own(asked),
    )


@lru_cache(maxsize=32)
def _reasons(results: Results, words: Words, year: int) -> Mapping[str, str]:
    return reasons(words, results, year)


def unchosen(asked: Asked) -> Slide:
    """The slide of a view that needs a region and names none."""
    words = asked.words
    return Slide(
        headline=words.say("No region is chosen yet"),
        chart=None,
        caption=framework_year(asked),
        takeaway=words.say("This slide is told of one region: choose it, or name it in the storyline."),
        source=source(asked),
        alt=words.say("There is no chart."),
        mine=own(asked),
    )


def reach(axis: Axis, values: Sequence[float | None]) -> Axis:
    """The axis cut to the values on it, with a little room, in steps of five of its hundred parts."""
    known = [value for value in values if value is not None]
    if not known:
        return axis
    step = (axis.high - axis.low) / 20 or 1.0
    low = max(axis.low, floor((min(known) - step / 4) / step) * step)
    high = min(axis.high, ceil((max(known) + step / 4) / step) * step)
    return replace(axis, low=low, high=high)


def beside(asked: Asked, node: str, regions: Sequence[str | None]) -> str | None:
    """The newest figures of an indicator in regions, the first of which must have one; None where it has none."""
    words, told = asked.words, []
    leaf = next((one for one in asked.results.nodes if one.id == node and one.is_leaf), None)
    if leaf is None or leaf.status == "wanted":
        return None
    known = published(asked.results)
    for region in dict.fromkeys(filter(None, regions)):
        if not (figures := known.get((node, region))):
            continue
        year, value = figures[-1]
        told.append(
            words.say(
                "{name} {value} ({year})",
                name=name(asked, region), value=words.number(value, leaf.decimals), year=words.year(year),
            )
        )  # fmt: skip
        if len(told) == 1 and region != regions[0]:
            return None
    if not told:
        return None
    return words.say(
        "{title}, {unit}: {regions}.",
        title=words.title(leaf.title), unit=words.title(leaf.unit), regions=words.listing(told),
    )  # fmt: skip


@lru_cache(maxsize=500)
def published_by(results: Results, variable: str, year: int) -> tuple[str, ...]:
    """Who published the figures of one variable of a year, by their whole names."""
    return tuple(sources(results, variable, year)["publisher"])
