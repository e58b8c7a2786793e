"""What the province screen says: sentences made of the figures."""

from metrics.province import Province
from pages.parts.rankings import words as ranking_words
from pages.shared.results import summary
from pages.shared.selection import Selection
from words import Words


def say_answer(here: Selection, found: Province) -> str:
    """The first line: how many of the regions can be assessed, and how many are above the median of their kind."""
    words = here.words
    everyone, *_ = summary(here.framework, here.year)
    if not everyone.ranked:
        return ranking_words.say_answer(words, everyone, here.year, 0)
    holes = {
        "assessed": words.number(found.scored()),
        "regions": words.number(found.regions),
        "province": found.name,
        "year": words.year(here.year),
        "above": words.number(found.above()),
    }
    if not found.scored():
        return words.say("{assessed} of {regions} regions in {province} can be assessed for {year}.", **holes)
    if not found.above():
        return words.say(
            "{assessed} of {regions} regions in {province} can be assessed for {year}; none scores above the national "
            "median of its kind.",
            **holes,
        )
    return words.say(
        "{assessed} of {regions} regions in {province} can be assessed for {year}; {above} score above the national "
        "median of their kind.",
        **holes,
    )


def say_medians(here: Selection, found: Province) -> list[str]:
    """The medians of the kinds, each beside that of the country."""
    words, decimals = here.words, ranking_words.scale(here).decimals
    told = [
        words.say(
            "{median} in {count} {kind} (nationally {national})",
            median=words.number(beside.median, decimals),
            count=words.number(beside.scored),
            kind=kin.kind or words.say("regions"),
            national=words.number(beside.national, decimals),
        )
        for kin in found.kin
        if (beside := kin.beside.get("score")) and beside.scored
    ]
    return [words.say("Median score: {medians}.", medians=words.listing(told))] if told else []


def say_administrative(words: Words, found: Province) -> list[str]:
    """That some regions have no government of their own."""
    if not found.administrative:
        return []
    return [
        words.say_plural(
            "{count} of these regions is an administrative area: it has no autonomous government of its own. It is "
            "marked *.",
            "{count} of these regions are administrative areas: they have no autonomous government of their own. They "
            "are marked *.",
            found.administrative,
        )
    ]


def say_extremes(here: Selection, found: Province, titles: dict[str, str]) -> str:
    """The title of the picture: where most and where fewest regions are above the median of their kind."""
    words = here.words
    if found.extremes is None:
        return words.say("The regions of {province} side by side", province=found.name)
    most, fewest = found.extremes
    return words.say(
        "Above the national median of their kind: most often in {most} ({above} of {count}), least often in {fewest} "
        "({above_fewest} of {count_fewest})",
        most=titles[most],
        above=words.number(found.above(most)),
        count=words.number(found.scored(most)),
        fewest=titles[fewest],
        above_fewest=words.number(found.above(fewest)),
        count_fewest=words.number(found.scored(fewest)),
    )
