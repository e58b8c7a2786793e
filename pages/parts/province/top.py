"""The upper part of the province screen: the answer."""

import streamlit as st

from pages.parts.province import words as say
from pages.parts.province.view import measure_titles, view
from pages.shared import prose
from pages.shared.answer import draw_answer
from pages.shared.inert import inert
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_head(here: Selection, name: str) -> None:
    """The answer, the reader's own region, and which regions are not governments of their own."""
    words, found = here.words, view(here, name)
    hint = words.say("Choose your region above to see it in the chart and in the table.")
    draw_answer(here, say.say_answer(here, found), hint, *say.say_medians(here, found))
    prose.note(*say.say_administrative(words, found))
    st.subheader(inert(say.say_extremes(here, found, measure_titles(here))), anchor=False)
