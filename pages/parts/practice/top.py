"""The head of a card: what and where, how far it can be trusted, what did not work, the problem and what was done."""

import streamlit as st

from exports.practice_words import say_explained, say_started, say_telling, say_where
from pages.parts.practices.cards import grade_mark
from pages.parts.practices.view import entries, places, read, title_of
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_unchosen(here: Selection) -> None:
    """What to do while no practice is chosen, with those of the reader's own region."""
    words = here.words
    if not entries(here):
        prose.answer(words.say("A practice"), words.say("The catalogue of practices is empty."))
        return
    prose.answer(words.say("A practice"), words.say("No practice is chosen yet."))
    prose.note(words.say("Choose one above, or look for one in the catalogue."))
    prose.onward(words.say("Find a practice"), link(here, "practices"))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_head(here: Selection, id: str) -> None:
    """The practice in a sentence, the result that stands for it, its grade, and its lesson where there is one."""
    words, practice = here.words, read(here).practice(id)
    place = places(here).of(practice)
    about = [say_where(here.words, place), words.title(place.within) if place.kind == "region" else ""]
    about += [title_of(here, practice.sub_dimension), say_started(words, practice)]
    prose.answer(" · ".join(filter(None, about)), words.title(practice.title))
    prose.lead(words.title(practice.summary))
    if result := say_telling(words, practice):
        prose.lead(words.say("{result} ({by}).", result=result[0], by=result[1]))
    else:
        prose.lead(words.say("No result is known."))
    explained = as_html(say_explained(words, practice))
    st.html(f'<p class="teladan-note">{grade_mark(here, practice)}. {explained}</p>')
    if place.code is not None and place.code == here.region:
        prose.about_my_region(
            words.say("This is a practice of your region, {name}.", name=region_names(here.framework)[place.code])
        )
    if practice.lesson is not None:
        heading = as_html(words.say("What did not work"))
        lesson = as_html(words.title(practice.lesson))
        st.html(f'<div class="teladan-lesson"><b>{heading}</b><p>{lesson}</p></div>')


@st.cache_data(show_spinner=False, max_entries=500)
def draw_account(here: Selection, id: str) -> None:
    """The problem beside what was done; what is not known says so."""
    words, practice = here.words, read(here).practice(id)
    parts = (
        (words.say("The problem"), words.title(practice.problem) or words.say("The sources do not tell of it.")),
        (words.say("What was done"), words.title(practice.action) or words.say("The sources do not tell of it.")),
    )
    told = "".join(f"<section><h3>{as_html(name)}</h3><p>{as_html(text)}</p></section>" for name, text in parts)
    st.html(f'<div class="teladan-account">{told}</div>')
