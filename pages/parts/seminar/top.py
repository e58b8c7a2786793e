"""The upper part of the seminar screen: the answer, the theme, and the reader's own region."""

import streamlit as st

from pages.parts.seminar import words as say
from pages.parts.seminar.view import members, seminar_of
from pages.shared import prose
from pages.shared.links import link
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_top(here: Selection, id: str) -> None:
    """The answer and what it rests on."""
    words, seminar = here.words, seminar_of(here.framework, id)
    prose.answer(say.say_about(here, seminar), say.say_answer(here, seminar))
    prose.lead(*say.say_lead(here, seminar))
    if mine := say.say_mine(here, seminar):
        prose.about_my_region(mine)
    if seminar.group is not None and members(here.framework, seminar.group):
        prose.onward(words.say("Open the network that held it"), link(here, "network", group=seminar.group))
        agenda = link(here, "learning-agenda", group=seminar.group)
        prose.onward(words.say("What the network could hold next: a draft agenda from the figures"), agenda)


@st.cache_data(show_spinner=False, max_entries=50)
def draw_none(here: Selection) -> None:
    """That the dataset has no seminar."""
    words = here.words
    prose.answer(words.say("Seminar"), words.say("This dataset holds no seminar."))
    prose.note(words.say("A seminar is an entry of seminars.yaml in the folder of the data."))
