"""The parts of the method screen, each drawn once for all readers of a selection."""

from collections.abc import Sequence

import streamlit as st

from metrics.anatomy import path
from pages.parts.method import text
from pages.parts.method.tree import Tree
from pages.shared import prose
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=100)
def draw_head(here: Selection) -> None:
    """The answer, what the framework is, and the two coverages."""
    words, framework = here.words, here.results.framework
    prose.answer(words.say("Method and data"), text.say_answer(words, here.results))
    named = words.say("{title}, version {version}.", title=words.title(framework.title), version=framework.version)
    prose.note(*filter(None, (named, words.title(framework.description))))
    prose.points(text.say_coverages(words, here.results))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_tree(here: Selection, node: str | None) -> None:
    """The framework as a tree, open down to a node."""
    words = here.words
    opened = path(here.results, node) if node is not None else frozenset()
    prose.note(words.say("● in the score, ◐ shown outside it, ○ wanted. Open a part to see what it is made of."))
    st.html(Tree(words, here.results).draw(opened))


@st.cache_data(show_spinner=False, max_entries=100)
def draw_foundations(here: Selection) -> None:
    """What is known from elsewhere, how close the score is to it, what Teladan is not, and where to read on."""
    words, scored = here.words, here.results
    _draw_points(words.say("Published indices, computed anew as a check"), text.say_known(words))
    _draw_points(words.say("How close the score is to HDI and SPBE"), text.say_closeness(words, scored))
    _draw_points(words.say("The levels"), text.say_levels(words, scored))
    _draw_points(words.say("What Teladan is not"), text.say_limits(words))
    prose.note(
        words.say(
            "Every step of the computation is in docs/method.md, every source with its caveats in docs/data.md, and "
            "how to write a framework of your own in docs/framework.md. Other frameworks: the button Framework above."
        )
    )
    prose.source(words, scored, here.year)


def _draw_points(title: str, told: Sequence[str]) -> None:
    if told:
        st.subheader(title, anchor=False)
        prose.points(told)
