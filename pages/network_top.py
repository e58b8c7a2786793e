"""The upper part of the network screen: the answer, what its list is, and the reader's own region in it."""

import streamlit as st

from pages import network_words as say
from pages import prose, ranking_words
from pages.network_view import Chosen, view
from pages.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_top(here: Selection, chosen: Chosen) -> None:
    """The answer and its caveats."""
    words, found = here.words, view(here, chosen.members)
    prose.answer(
        words.say("{network}, {year}", network=chosen.title, year=words.year(here.year)), say.say_answer(here, found)
    )
    if not found.assessed:
        prose.note(ranking_words.say_other_year(words, here.results.opening_year))
    elif here.year in here.results.provisional_years:
        prose.note(ranking_words.say_provisional(words, here.year))
    prose.note(*([chosen.description] if chosen.description else []), say.say_chosen(here))
