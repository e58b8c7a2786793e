"""The foot of the screens of practices: what the grades mean, and where the catalogue comes from."""

import streamlit as st

from exports.practice_words import EXPLAINED, say_grade
from metrics.practices.telling import GRADES
from pages.shared import prose
from pages.shared.links import link
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=50)
def draw_foot(here: Selection) -> None:
    """The grades in words, the way to add a practice, and the version of the data."""
    words = here.words
    with st.expander(words.say("What the grades of evidence mean")):
        prose.points(
            [
                words.say("{grade}. {explained}", grade=say_grade(words, grade), explained=words.say(EXPLAINED[grade]))
                for grade in GRADES
            ]
        )
    prose.onward(words.say("Add a practice"), link(here, "add-practice"))
    prose.closing(
        words.say(
            "Catalogue: published reports, each named on its card. What is not known is left out. Data version {data}.",
            data=here.data_version[:8],
        )
    )
