"""The head of the comparison: from whom my region is clearly different."""

import streamlit as st

from exports import standing_words
from pages.parts.compare import words as say
from pages.parts.compare.controls import MOST
from pages.parts.compare.view import Regions, name, view
from pages.shared import prose
from pages.shared.answer import draw_my_region
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_answer(here: Selection, regions: Regions) -> None:
    """The answer, and what it says by name."""
    words, found = here.words, view(here, regions)
    framework = words.title(here.results.framework.title)
    prose.answer(
        words.say("{framework}, {year}", framework=framework, year=words.year(here.year)), say.say_answer(here, found)
    )
    if here.ranking["score"].isna().all():
        prose.note(standing_words.say_other_year(words, here.results.opening_year))
    if here.year in here.results.provisional_years:
        prose.note(standing_words.say_provisional(words, here.year))
    if told := say.say_named(here, found):
        draw_my_region(here, name(here, regions[0]), " ".join(told))


@st.cache_data(show_spinner=False, max_entries=50)
def draw_unchosen(here: Selection) -> None:
    """What to do while no region is chosen."""
    words = here.words
    _draw_empty(here, words.say("No region is chosen yet."))
    prose.note(words.say("Choose your region above; those that it can be compared with then stand beside it."))
    prose.source(words, here.results, here.year)


@st.cache_data(show_spinner=False, max_entries=50)
def draw_alone(here: Selection) -> None:
    """What to do while no other region is chosen."""
    words = here.words
    _draw_empty(here, words.say("No other region is chosen yet."))
    prose.note(words.say("Choose others above: at least one, at most {count}.", count=words.number(MOST - 1)))
    prose.source(words, here.results, here.year)


def _draw_empty(here: Selection, sentence: str) -> None:
    words, title = here.words, here.words.title(here.results.framework.title)
    prose.answer(words.say("{framework}, {year}", framework=title, year=words.year(here.year)), sentence)
