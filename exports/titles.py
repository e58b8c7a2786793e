"""What is measured, and what levels and dimensions are called."""

from __future__ import annotations

from metrics.population import Size
from metrics.results import Results
from words import Words


def say_measure(words: Words, scored: Results) -> list[str]:
    """Under the title of the spread: what is measured, what a dot is, and what the levels are called."""
    framework = scored.framework
    told = [words.title(framework.description), words.say("Each dot is a region.")]
    if framework.maturity:
        told.append(words.say("Levels: {levels}.", levels=words.listing(level_names(words, scored))))
    return [sentence for sentence in told if sentence]


def level_names(words: Words, scored: Results) -> list[str]:
    """Number and title of each level of the framework, the lowest first; none without levels."""
    maturity = scored.framework.maturity
    return [
        words.say("{number} {title}", number=number, title=words.title(level.title))
        for number, level in enumerate(maturity.levels if maturity else [], start=1)
    ]


def dimension_titles(words: Words, scored: Results) -> dict[str, str]:
    """The dimensions with figures by id, each named for what is measured of it; those outside the score say so."""
    titles = {}
    for node in scored.children(scored.root.id):
        if node.status != "wanted":
            titles[node.id] = words.title(scored.measured(node.id).title)
            if node.status == "shown":
                titles[node.id] = words.say("{title} (outside the score)", title=titles[node.id])
    return titles


def size_names(words: Words) -> dict[Size, str]:
    """The classes by population."""
    return {"large": words.say("Large"), "medium": words.say("Medium"), "small": words.say("Small")}
