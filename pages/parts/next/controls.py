"""The next step's own selector: what the peers set as a goal."""

from collections.abc import Mapping

import streamlit as st

from metrics.gaps import Goal
from pages.shared.address import accept_code, say_again
from pages.shared.selection import Selection
from words import mark

_GOALS: Mapping[Goal, str] = {"median": mark("Median"), "quarter": mark("Best quarter")}


def choose_goal(here: Selection) -> Goal:
    """The median of the peers, or what the best quarter of them reach."""
    words = here.words
    names = {goal: words.say(name) for goal, name in _GOALS.items()}
    accept_code("goal", names)
    say_again("goal", here.language)
    return st.segmented_control(
        words.say("Goal"),
        list(names),
        default="median",
        required=True,
        format_func=lambda goal: names.get(goal, goal),
        key="goal",
        bind="query-params",
    )
