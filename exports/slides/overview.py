"""The overview as a slide: the country on the map, in the colours of its levels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from charts.slides.kinds import Part, Places, Shares, Spot
from exports.slides import about, contrast, national
from exports.slides.slide import Asked, Slide
from exports.titles import level_names
from metrics.overview import Levels, levels
from metrics.results import Results
from words import Words


def slide(asked: Asked) -> Slide:
    """The map; by the address also digital capability against results (`alone`), or levels by kind (`slide=levels`)."""
    words = asked.words
    if national.ranking(asked.results, asked.year)["score"].isna().all():
        return about.unscored(asked)
    if asked.parameters.get("alone") == "true" and (found := contrast.slide(asked)):
        return found
    names = level_names(words, asked.results)
    every, *kinds = _levels(asked.results, asked.year, len(names))
    by_kind = asked.parameters.get("slide") == "levels" and bool(names and kinds)
    return Slide(
        headline=_headline(words, every, kinds) if names else _assessed(asked),
        chart=_shares(words, kinds, names)
        if by_kind
        else Places(_spots(asked), tuple(names) or (words.say("has a score"),)),
        caption=words.say("{measure}. Number of regions at each level, by kind.", measure=about.framework_year(asked))
        if by_kind
        else words.say("{measure}. One circle is one region, as large as its population.",
                       measure=about.framework_year(asked)),
        takeaway=_takeaway(asked),
        source=about.source(asked),
        alt=_alt(words, every, kinds, names) if names else _assessed(asked),
        mine=about.own(asked),
    )  # fmt: skip


@lru_cache(maxsize=16)
def _levels(results: Results, year: int, count: int) -> tuple[Levels, ...]:
    return levels(national.ranking(results, year), count, "kind")


def _headline(words: Words, every: Levels, kinds: list[Levels]) -> str:
    told = words.say(
        "{count} of {assessed} assessed regions stand at level {number}",
        count=words.number(every.counts[every.usual - 1]),
        assessed=words.number(every.assessed),
        number=every.usual,
    )
    if not kinds:
        return told
    shares = [
        words.say("{share} of {kind}", share=words.percent(kind.share_at_least(every.upper)), kind=kind.group)
        for kind in kinds
    ]
    return words.say(
        "{told}; {shares} at level {number} or higher", told=told, shares=words.listing(shares), number=every.upper
    )


def _assessed(asked: Asked) -> str:
    return asked.words.say("{count} regions on the map have a score", count=asked.words.number(_scored(asked)))


def _scored(asked: Asked) -> int:
    return int(national.ranking(asked.results, asked.year)["score"].notna().sum())


def _takeaway(asked: Asked) -> str:
    words, regions = asked.words, len(national.ranking(asked.results, asked.year))
    holes = {"count": words.number(regions - _scored(asked)), "regions": words.number(regions)}
    if asked.results.framework.maturity is None:
        if _scored(asked) == regions:
            return words.say("No region is left out for want of figures.")
        return words.say("{count} of {regions} regions have no score: figures are not published.", **holes)
    return words.say(
        "{count} of {regions} regions cannot be assessed: figures are not published. The levels are Teladan's own.",
        **holes,
    )


def _shares(words: Words, kinds: list[Levels], names: list[str]) -> Shares:
    wholes = []
    for kind in kinds:
        parts = [Part(name, count, at) for at, (name, count) in enumerate(zip(names, kind.counts, strict=True))]
        wholes.append(
            (str(kind.group).capitalize(), (*parts, Part(words.say("cannot be assessed"), kind.not_assessed, None)))
        )
    return Shares(tuple(wholes))


def _spots(asked: Asked) -> tuple[Spot, ...]:
    found = _plain_spots(asked.results, asked.words, asked.year)
    marked = {region for region in (asked.mine, asked.region) if region is not None}
    return tuple(
        Spot(**(vars(spot) | {"role": about.role(asked, region)})) if region in marked else spot
        for region, spot in found.items()
    )


@lru_cache(maxsize=32)
def _plain_spots(results: Results, words: Words, year: int) -> dict[str, Spot]:
    """The places of all regions, nobody's among them, by region."""
    asked = Asked(results, words, year, None, None, {})
    return {
        str(region): Spot(
            name=about.name(asked, str(region)),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            size=0.0 if pd.isna(row["population"]) else float(row["population"]),
            level=_level(results, row),
            told=about.standing(asked, str(region)),
        )
        for region, row in national.rows(results, year).items()
        if pd.notna(row["lat"])
    }


def _level(results: Results, row: Mapping[str, Any]) -> int | None:
    """The level from 0 on; in a framework without levels there is but one, of those that have a score."""
    if results.framework.maturity is None:
        return None if pd.isna(row["score"]) else 0
    return int(row["maturity"]) - 1 if str(row["maturity"]).isdecimal() else None


def _alt(words: Words, every: Levels, kinds: list[Levels], names: list[str]) -> str:
    told = [
        words.say("{title}: {count}", title=title, count=words.number(count))
        for group in (every, *kinds)
        for title, count in zip(names, group.counts, strict=True)
        if group is every
    ]
    return words.say("Regions by level: {levels}.", levels=words.listing(told))
