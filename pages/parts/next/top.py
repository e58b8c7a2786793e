"""The upper part of the next step: the answer, and what closing each gap would add, as bars and as a table."""

from typing import Literal

import streamlit as st

from charts.diverging import Bar, diverging_bars
from charts.palette import palette
from exports import standing_words
from metrics.gaps import Gap
from metrics.problems import InputProblems
from pages.parts.next import words as say
from pages.parts.next.caveat_words import say_caveats
from pages.parts.next.gap_words import say_basis
from pages.parts.next.pace_words import say_prospect
from pages.parts.next.table import draw_table
from pages.parts.next.view import View, number, title
from pages.shared import prose
from pages.shared.links import link
from words.problems import say_problem


@st.cache_data(show_spinner=False, max_entries=500)
def draw_gaps(view: View) -> None:
    """The answer with what it rests on, the bars, and the same as a table."""
    words, here = view.words, view.here
    try:
        found = view.gaps
    except InputProblems as error:
        prose.note(*(say_problem(words, problem) for problem in error.problems))
        return
    framework = words.title(here.results.framework.title)
    prose.answer(
        words.say("{framework}, {year}", framework=framework, year=words.year(here.year)), say.say_answer(view)
    )
    if here.year in here.results.provisional_years:
        prose.note(standing_words.say_provisional(words, here.year))
    if lead := [*say.say_idle(view), *say_caveats(view), *say.say_together(view)]:
        prose.lead(*lead)
    if listed := found.behind or found.beside:
        _draw_bars(view, listed)
        with st.container(key="gaps-table"), st.expander(words.say("The same as a table")):
            draw_table(view)


def _draw_bars(view: View, listed: tuple[Gap, ...]) -> None:
    words, scored = view.words, view.gaps.behind
    heading = (
        words.say("What closing each gap would add to the score")
        if scored
        else words.say("What closing each gap would add to the score of the indicator itself")
    )
    st.subheader(heading, anchor=False)
    prose.note(*say_basis(view))
    bars = [_bar(view, gap) for gap in listed]
    st.html(diverging_bars(bars, heading, palette(view.here.theme)))
    marks = {
        "slow": words.say("Pale: moves slowly, whatever is done today."),
        "other": words.say("Grey: passed since by a newer figure of its own."),
        "unclear": words.say("Hollow: not clearly behind, within the error of the survey."),
    }
    prose.note(*(told for role, told in marks.items() if any(bar.role == role for bar in bars)))


def _bar(view: View, gap: Gap) -> Bar:
    words = view.words
    size = (gap.gain if gap.gain is not None else gap.step) or 0.0
    detail = words.say(
        "{today} → {goal} {unit}; {prospect}",
        today=number(words, gap, gap.today),
        goal=number(words, gap, gap.goal),
        unit=words.title(gap.node.unit),
        prospect=say_prospect(words, gap),
    )
    return Bar(
        title(view, gap),
        words.signed(size, view.decimals),
        max(size, 0.0),
        "",
        _role(gap),
        detail,
        link(view.here, "indicator", variable=gap.node.variable),
    )


def _role(gap: Gap) -> Literal["mine", "slow", "unclear", "other"]:
    """Passed since, perhaps no gap at all, hard to move, or one to work on."""
    if gap.prospect == "passed":
        return "other"
    if not gap.clear:
        return "unclear"
    return "mine" if gap.node.lever == "direct" else "slow"
