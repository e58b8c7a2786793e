"""What the screens say of one region over many draws: how sure its rank and level are, and who is like it."""

from collections.abc import Mapping, Sequence
from typing import Any

from metrics.banded import Certainty
from metrics.bands import HIGH, LOW
from pages.shared.results import region_names
from pages.shared.selection import Selection
from words import Words

# So many are named, and so many already in a title.
_MOST_NAMED, _FEW = 6, 2


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


def say_how_many_alike(here: Selection, region: str, kind: str, alike: Sequence[str]) -> str:
    """The title of the bands of a ranking: which others one region cannot be told apart from, or how many."""
    words, names = here.words, region_names(here.framework)
    holes = {"name": names[region], "kind": kind}
    if not alike:
        return words.say("{name} is clearly above or below all other {kind}", **holes)
    if len(alike) <= _FEW:
        told = words.listing([names[other] for other in alike])
        return words.say("{name} is not clearly different from {names}", names=told, **holes)
    return words.say(
        "{name} is not clearly different from {count} other {kind}", count=words.number(len(alike)), **holes
    )


def say_alike(here: Selection, found: Certainty) -> str:
    """Which regions of its kind cannot be told apart from one; with many, those nearest in rank by name."""
    words, names, kind = here.words, region_names(here.framework), found.kind or here.words.say("regions")
    ranks = here.ranking.set_index("region")["rank"]
    near = set(found.nearest(ranks, _MOST_NAMED))
    told = say_how_many_alike(here, found.region, kind, found.alike)
    if len(found.alike) <= _FEW:
        return words.say("{said}.", said=told)
    listed = words.listing([names[region] for region in found.alike if region in near])
    if len(near) == len(found.alike):
        return words.say("{said}: {names}.", said=told, names=listed)
    return words.say("{said}; the nearest in rank are {names}.", said=told, names=listed)


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
