"""What the screens say of one region over many draws: how sure its rank and level are, and who is like it."""

from collections.abc import Mapping
from typing import Any

from metrics.bands import HIGH, LOW
from metrics.certainty import Certainty
from pages.results import region_names
from pages.selection import Selection
from words import Words

_MOST_NAMED = 6


def say_how_sure(words: Words, row: Mapping[str, Any], found: Certainty) -> str:
    """The title of a region's bands: `row` is its line of the ranking."""
    rank, ranked = ("rank_in_kind", "ranked_in_kind") if found.kind else ("rank", "ranked")
    return words.say(
        "Rank {low} to {high} of {ranked} {kind} in {share} of recalculations",
        share=words.percent(HIGH - LOW),
        low=words.number(row[f"{rank}_low"]),
        high=words.number(row[f"{rank}_high"]),
        ranked=words.number(row[ranked]),
        kind=found.kind or words.say("regions"),
    )


def say_alike(here: Selection, found: Certainty, most: int = _MOST_NAMED) -> str:
    """Which regions of its kind cannot be told apart from one; with many, those nearest in rank by name."""
    words, rows = here.words, here.ranking.set_index("region", drop=False)
    mine = rows.loc[found.region]
    holes = {"name": mine["name"], "kind": found.kind or words.say("regions")}
    if not found.alike:
        return words.say("{name} is clearly above or below all other {kind}.", **holes)
    near = set(found.nearest(rows["rank"], most))
    names = [region_names(here.framework)[region] for region in found.alike if region in near]
    if len(names) == len(found.alike):
        return words.say("{name} cannot be told apart from {names}.", names=words.listing(names), **holes)
    return words.say(
        "{name} cannot be told apart from {count} other {kind}; the nearest in rank are {names}.",
        count=words.number(len(found.alike)),
        names=words.listing(names),
        **holes,
    )


def say_levels(words: Words, found: Certainty) -> list[str]:
    """How often a region comes out at each level, the commonest first."""
    chances = sorted(enumerate(found.levels, start=1), key=lambda pair: pair[1], reverse=True)
    told = [
        words.say("level {number} ({share})", number=number, share=words.percent(chance))
        for number, chance in chances
        if found.open(chance) or chance == chances[0][1]
    ]
    if not told:
        return []
    return [
        words.say(
            "Recalculated {draws} times, it comes out at {levels}.",
            draws=words.number(found.draws),
            levels=words.listing(told),
        )
    ]


def say_tops(words: Words, found: Certainty) -> list[str]:
    """How often a region is among the first of its kind, where that is open."""
    told = [
        words.say("the first {count} ({share})", count=words.number(n), share=words.percent(chance))
        for n, chance in found.tops.items()
    ]
    kind = found.kind or words.say("regions")
    return [words.say("Of all {kind}, it is among {tops}.", kind=kind, tops=words.listing(told))] if told else []
