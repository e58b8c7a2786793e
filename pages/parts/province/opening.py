"""The province screen without a province: all of them side by side, so that one can be picked."""

import streamlit as st

from charts.palette import palette
from charts.province import Block, Column, Line, Mark, side_by_side
from metrics.province import median_reach, provinces
from metrics.standings import Standing
from pages.parts.province.view import province_address
from pages.parts.rankings import words as ranking_words
from pages.shared import prose
from pages.shared.answer import draw_answer
from pages.shared.results import summary
from pages.shared.selection import Selection
from words import Words


@st.cache_data(show_spinner=False, max_entries=500)
def draw_start(here: Selection) -> None:
    """The answer for the country, and a line for every province: how many can be assessed, and the medians by kind."""
    words, decimals = here.words, ranking_words.scale(here).decimals
    everyone, *kinds = summary(here.framework, here.year)
    hint = words.say("Choose a province above, or follow its name in the table.")
    draw_answer(here, ranking_words.say_answer(words, everyone, here.year, decimals), hint)
    found, colours = provinces(here.ranking), palette(here.theme)
    if not found:
        prose.note(words.say("This dataset does not say which province a region is in."))
        return
    reach = {kind.kind: ends for kind in kinds or [everyone] if (ends := median_reach(found, kind.kind))}
    national = {kind.kind: kind.median for kind in (everyone, *kinds)}
    columns = [Column(_say_kind_median(words, kind), *ends, chosen=True) for kind, ends in reach.items()]
    lines = [
        Line(
            name,
            name,
            province_address(here, name),
            [(_say_assessed(words, standings[None]), None)],
            [_mark(here, name, kind, standings.get(kind), decimals) for kind in reach],
        )
        for name, standings in found.items()
    ]
    block = Block("", "", "circle", colours.second, colours.paper, [national[kind] for kind in reach], (), lines)
    if columns:
        prose.note(words.say("Each track runs from the lowest median to the highest. The line is the national median."))
    title = words.say("The provinces side by side, by name")
    st.html(side_by_side([block], [words.say("Assessed")], columns, title, words.say("Province"), colours))


def _mark(here: Selection, name: str, kind: str | None, standing: Standing | None, decimals: int) -> Mark:
    words = here.words
    if standing is None:
        return Mark(None, words.say("has none"), words.say("{name} has no {kind}.", name=name, kind=kind))
    if standing.median is None:
        told = words.say("none assessed")
        return Mark(None, told, words.say("{name}: {score}", name=name, score=told))
    return Mark(standing.median, words.number(standing.median, decimals), _say_median(words, name, standing, decimals))


def _say_kind_median(words: Words, kind: str | None) -> str:
    """What the median of a kind is called, as the head of a column."""
    return words.say("Median score of {kind}", kind=kind or words.say("regions"))


def _say_assessed(words: Words, standing: Standing) -> str:
    """How many regions of a province can be assessed."""
    return words.say(
        "{assessed} of {regions}", assessed=words.number(standing.ranked), regions=words.number(standing.regions)
    )


def _say_median(words: Words, name: str, standing: Standing, decimals: int) -> str:
    """The median of a kind in a province in a full sentence."""
    return words.say(
        "{name}: median {median} of {count} {kind}",
        name=name,
        median=words.number(standing.median, decimals),
        count=words.number(standing.ranked),
        kind=standing.kind or words.say("regions"),
    )
