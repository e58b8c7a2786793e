"""What stands in the picture of a province: in its heads, and beside its marks."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports import standing_words
from metrics.province import Beside, Kin
from pages.shared.selection import Selection
from words import Words


def say_kin(words: Words, kin: Kin) -> str:
    """How many regions of a kind can be assessed."""
    scored = kin.beside["score"].scored if "score" in kin.beside else 0
    return words.say(
        "{assessed} of {regions} assessed", assessed=words.number(scored), regions=words.number(len(kin.regions))
    )


def say_beside(words: Words, beside: Beside, decimals: int) -> list[str]:
    """The median of the province and below it that of the country, for the head of a column."""
    own = [] if beside.median is None else [words.say("median {median}", median=words.number(beside.median, decimals))]
    return [*own, words.say("national {national}", national=words.number(beside.national, decimals))]


def say_mark(
    words: Words,
    name: str,
    title: str,
    score: float | None,
    band: tuple[float, float] | None,
    beside: Beside,
    decimals: int,
) -> str:
    """A region's place in a column in a full sentence."""
    national = words.number(beside.national, decimals)
    if score is None:
        return words.say("{name}, {title}: no figure; national median {national}.", name=name, title=title,
                         national=national)  # fmt: skip
    return words.say(
        "{name}, {title}: {score}; national median {national}.",
        name=name,
        title=title,
        score=standing_words.say_score(words, score, band, decimals),
        national=national,
    )


def ranks_of(row: Mapping[str, Any]) -> tuple[str, str]:
    """The columns of a region's rank and of the number ranked: among its kind, where it has one."""
    return ("rank_in_kind", "ranked_in_kind") if row["kind"] else ("rank", "ranked")


def say_rank(words: Words, row: Mapping[str, Any]) -> str:
    """A region's rank among its kind, with the number ranked; `row` is its line of the ranking."""
    rank, ranked = ranks_of(row)
    return "–" if pd.isna(row[rank]) else standing_words.say_place(words, row, rank, ranked)


def say_strips(here: Selection) -> list[str]:
    """How to read what is drawn below a rank and around a score; nothing where there are no bands."""
    if here.ranking["rank_low"].isna().all():
        return []
    return [
        here.words.say("The bar below a rank is its band between the first and the last, that on a score the score's.")
    ]
