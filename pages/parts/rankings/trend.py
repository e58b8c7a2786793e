"""The change of the score on the rankings screen: its columns, and what it rests on."""

import streamlit as st

from metrics.trend import ENOUGH, SPAN, Trend
from pages.shared import prose
from pages.shared.selection import Selection
from pages.shared.tables import Column
from pages.shared.trends import national, trends
from words import Words


def trend_columns(words: Words, moved: Trend) -> list[Column]:
    """The change as a number, and the years between as a line."""
    span = words.say("{first}–{last}", first=words.year(moved.base), last=words.year(moved.year))
    return [
        Column(
            "change",
            words.say("Since {year}", year=words.year(moved.base)),
            lambda points: words.signed(points, 1),
            number=True,
            help=words.say(
                "The change in points, over the same {count} indicators in both years. A dash: the region lacks one "
                "of their figures.",
                count=words.number(len(moved.compared)),
            ),
            width=105,
        ),
        Column(
            "course",
            span,
            lambda points: " · ".join(words.signed(point, 1) for point in points),
            help=words.say(
                "Points against {year}, year by year, over the same indicators; all lines share one scale. "
                "No line where a year lacks a figure.",
                year=words.year(moved.base),
            ),
            width=105,
            line=moved.range,
        ),
    ]


def draw_trend_note(here: Selection) -> None:
    """What the change rests on, right above the table; or why none is told."""
    words, moved = here.words, trends(here.framework, here.year)
    if moved is None:
        prose.note(
            words.say(
                "No change over time is told: no earlier year, up to {span} years back, has comparable figures for "
                "{share} of the score's weight.",
                span=SPAN,
                share=words.percent(ENOUGH),
            )
        )
        return
    prose.note(
        _say_basis(words, moved),
        words.say("Its national median is {change} points ({dimensions}).", **national(words, here.results, moved)),
    )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_trend_method(here: Selection) -> None:
    """What is compared and what is not, folded."""
    words, scored, moved = here.words, here.results, trends(here.framework, here.year)
    if moved is None:
        return
    compared = [words.title(node.title) for node in moved.compared]
    others = [
        words.title(node.title)
        for node in scored.nodes
        if node.is_leaf and node.status == "active" and node not in moved.compared
    ]
    with st.expander(words.say("What the change since {year} rests on", year=words.year(moved.base))):
        prose.points(
            [
                words.say("Compared: {indicators}.", indicators=words.listing(compared)),
                *([words.say("Left out: {indicators}.", indicators=words.listing(others))] if others else []),
                words.say(
                    "An indicator is left out where one of the two years lacks a figure of that very year in more "
                    "than half of the regions, or where the series was begun anew between them."
                ),
                words.say(
                    "Both years are scored again over the same indicators, with the weights of the framework. So "
                    "the change is not the difference between two published scores."
                ),
                words.say("A region without a figure of its own for each of them in both years has no change: a dash."),
                words.say("An indicator at the end of its scale cannot rise further."),
            ]
        )


def _say_basis(words: Words, moved: Trend) -> str:
    return words.say(
        "The change since {year} is over the {count} of {all} indicators that have comparable figures of their own "
        "in both years.",
        year=words.year(moved.base),
        count=words.number(len(moved.compared)),
        all=words.number(moved.indicators),
    )
