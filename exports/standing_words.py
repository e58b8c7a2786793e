"""Where a region stands, in sentences: its rank with the band and the number ranked, its score, its level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from metrics.results import Results
from words import Words


def say_rank(words: Words, row: Mapping[str, Any], column: str) -> str:
    """A rank with its band, or alone where there is none: `row` is a line of the ranking, `column` one of its ranks."""
    rank, low, high = words.number(row[column]), row[f"{column}_low"], row[f"{column}_high"]
    return rank if pd.isna(low) else words.say("{rank} ({band})", rank=rank, band=say_band(words, low, high))


def say_band(words: Words, low: float, high: float, decimals: int | None = None) -> str:
    """The band of a rank or a score."""
    return words.say("{first}–{last}", first=words.number(low, decimals), last=words.number(high, decimals))


def say_score(words: Words, score: float, band: tuple[float, float] | None, decimals: int) -> str:
    """A score with its band, or alone where there is none."""
    told = words.number(score, decimals)
    return told if band is None else words.say("{rank} ({band})", rank=told, band=say_band(words, *band, decimals))


def say_place(words: Words, row: Mapping[str, Any], rank: str, ranked: str) -> str:
    """A rank with its band and the number ranked."""
    return words.say("{rank} of {ranked}", rank=say_rank(words, row, rank), ranked=words.number(row[ranked]))


def say_region(words: Words, scored: Results, row: Mapping[str, Any], decimals: int) -> str:
    """Where one region stands: `row` is its line of the ranking, with a score; no rank is told without its band."""
    holes = {
        "name": row["name"],
        "score": words.number(row["score"], decimals),
        "rank": say_rank(words, row, "rank"),
        "ranked": words.number(row["ranked"]),
    }
    if pd.isna(row["rank_low"]):
        placed = words.say("{name}: score {score}.", **holes)
        placed = f"{placed} {say_unbanded(words)}"
    elif pd.notna(row["rank_in_kind"]):
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


def say_unbanded(words: Words) -> str:
    """Why no rank is told of a region that has a score."""
    return words.say("The band of its rank cannot be worked out for this year, so no rank is told.")


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
