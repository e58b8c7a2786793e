"""What the overview says of levels, kinds and dimensions: sentences made of the figures."""

from metrics.overview import Levels, Spread
from metrics.standings import Standing
from pages.parts.rankings import words as say
from words import Words


def say_levels(words: Words, everyone: Levels, year: int) -> str:
    """The first line: how many regions stand at the commonest level, above it and below it."""
    return words.say(
        "{assessed} of {regions} regions can be assessed for {year}: {usual} stand at level {number}, "
        "{higher} higher and {lower} lower.",
        assessed=words.number(everyone.assessed),
        regions=words.number(everyone.regions),
        year=words.year(year),
        usual=words.number(max(everyone.counts)),
        number=everyone.usual,
        higher=words.number(everyone.higher(everyone.usual)),
        lower=words.number(everyone.lower(everyone.usual)),
    )


def say_kinds(words: Words, kinds: list[Levels], number: int) -> str:
    """Which share of each kind stands at a level or higher."""
    shares = [
        words.say(
            "{share} of {count} {kind}",
            share=words.percent(kind.share_at_least(number)),
            count=words.number(kind.assessed),
            kind=kind.group,
        )
        for kind in kinds
    ]
    return words.say("At level {number} or higher: {shares}.", number=number, shares=words.listing(shares))


def say_kind_medians(words: Words, kinds: list[Standing], decimals: int) -> str:
    """The medians of the kinds."""
    return say.say_medians(words, {str(kind.kind): kind.median for kind in kinds}, decimals)


def say_island(words: Words, island: Levels, everyone: Levels, number: int) -> str:
    """The title of the map: the island with the largest share of regions at a level or higher."""
    return words.say(
        "{island} has the largest share at level {number} or higher: {share} of its {count} assessed regions; "
        "nationally {national}",
        island=island.group,
        number=number,
        share=words.percent(island.share_at_least(number)),
        count=words.number(island.assessed),
        national=words.percent(everyone.share_at_least(number)),
    )


def say_gap(words: Words, pair: tuple[Spread, Spread] | None, titles: dict[str, str], decimals: int) -> str:
    """The title of the dimensions: where the medians of two kinds are furthest apart."""
    if pair is None:
        return words.say("Scores by dimension")
    return words.say(
        "Furthest apart in {title}: median {higher} in {kind}, {lower} in {other}",
        title=titles[pair[0].node.id],
        higher=words.number(pair[0].median, decimals),
        kind=pair[0].kind,
        lower=words.number(pair[1].median, decimals),
        other=pair[1].kind,
    )
