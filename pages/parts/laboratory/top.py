"""The upper part of the laboratory: the answer, how alike both orders are, the reader's own region."""

import streamlit as st

from exports import standing_words
from pages.parts.laboratory import parts
from pages.parts.laboratory import words as say
from pages.parts.laboratory.reasons import say_why
from pages.parts.laboratory.view import Trial
from pages.shared import prose
from pages.shared.answer import draw_my_region
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_head(trial: Trial) -> None:
    """The answer in a sentence, or why there is none."""
    words, here, found = trial.words, trial.here, trial.comparison
    about = _about(here)
    if found is None:
        prose.answer(about, parts.say_no_answer(trial))
        return
    prose.answer(about, say.say_answer(trial, found))
    if found.still() < found.ranked:
        prose.lead(*say.say_agreement(trial, found))
    if here.year in here.results.provisional_years:
        prose.note(standing_words.say_provisional(words, here.year))
    if here.region is None:
        prose.note(words.say("Choose your region above to see it in the chart and in the table."))
    elif here.region in found.regions.index:
        told = say.say_region(trial, found, here.region)
        if found.regions["moved"][here.region] and found.why(here.region, 2, trial.groups):
            told = words.say("{told} Moved most by: {why}.", told=told, why=say_why(trial, found, here.region))
        draw_my_region(here, str(trial.regions["name"][here.region]), told)
    else:
        draw_my_region(here, str(trial.regions["name"][here.region]), say.say_not_ranked(trial))


@st.cache_data(show_spinner=False, max_entries=100)
def draw_no_ranking(here: Selection) -> None:
    """A year in which nothing is ranked."""
    words = here.words
    prose.answer(_about(here), words.say("No region can be assessed for {year} yet.", year=words.year(here.year)))
    prose.note(standing_words.say_other_year(words, here.results.opening_year))


def _about(here: Selection) -> str:
    words = here.words
    return words.say(
        "Laboratory: would another way change who leads? {framework}, {year}",
        framework=words.title(here.results.framework.title),
        year=words.year(here.year),
    )
