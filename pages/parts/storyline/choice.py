"""Which storyline the screen shows: one of the data, or my own."""

from __future__ import annotations

import streamlit as st

from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import storylines
from pages.parts.storyline.state import mine, start_from
from pages.shared.address import accept_code, own_names, say_again
from pages.shared.selection import Selection

MINE = "mine"
PARAMETER = "storyline"


def shipped(here: Selection) -> dict[str, Storyline]:
    """The storylines of the data by their id."""
    return {one.id: one for one in storylines(here.results)}


def choose_storyline(here: Selection) -> str:
    """The id of a storyline of the data, or MINE; at first my own, where there is one."""
    words = here.words
    titles = {name: words.title(one.title) for name, one in shipped(here).items()}
    names = own_names(words, titles | {MINE: words.say("My storyline")})
    accept_code(PARAMETER, names)
    if PARAMETER not in st.session_state and mine().slides:
        show_mine()
    say_again(PARAMETER, here.language)
    return st.selectbox(
        words.say("Storyline"),
        list(names),
        format_func=lambda name: names.get(name, name),
        key=PARAMETER,
        bind="query-params",
        width=480,
    )


def show_mine() -> None:
    """Show my own, unless the address names another."""
    if PARAMETER not in st.query_params:
        st.session_state[PARAMETER] = MINE


def copy(storyline: Storyline) -> None:
    """Copy a storyline into my own, and show that."""
    start_from(storyline)
    st.session_state[PARAMETER] = MINE
