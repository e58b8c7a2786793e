"""Changing my storyline: its title, whether it is told of a region, and one slide after the other."""

from __future__ import annotations

from functools import partial

import streamlit as st

from metrics.storylines.entry import Storyline
from pages.parts.storyline import state
from pages.parts.storyline.lines import lines
from pages.parts.storyline.texts import IN, both, draw_texts, said_in
from pages.shared.selection import Selection
from words import LANGUAGES, Words

_TITLE = 100


def draw_edit(here: Selection, storyline: Storyline) -> None:
    """The fields and buttons."""
    _draw_whole(here.words, storyline)
    _draw_slide(here, storyline)


def _draw_whole(words: Words, storyline: Storyline) -> None:
    edition = state.mine().edition
    with st.container(key="story-whole", horizontal=True, vertical_alignment="bottom"):
        for language in LANGUAGES:
            st.text_input(
                words.say("Title ({language})", language=words.say(IN[language])),
                said_in(storyline.title, language),
                max_chars=_TITLE,
                key=f"story:title:{language}:{edition}",
                on_change=partial(_describe, edition),
                width=360,
            )
        st.toggle(
            words.say("Told of the region that is chosen above"),
            storyline.region,
            key=f"story:region:{edition}",
            on_change=partial(_describe, edition),
        )


def _describe(edition: int) -> None:
    texts = {language: str(st.session_state[f"story:title:{language}:{edition}"] or "") for language in LANGUAGES}
    state.describe(both(texts), bool(st.session_state[f"story:region:{edition}"]))


def _draw_slide(here: Selection, storyline: Storyline) -> None:
    words, now = here.words, state.mine()
    told = lines(here, storyline)
    key = f"story:slide:{now.edition}"
    st.selectbox(
        words.say("Change slide"),
        range(1, len(told) + 1),
        index=now.chosen - 1,
        format_func=lambda number: words.say("{number}. {headline}", number=number, headline=told[number - 1].headline),
        key=key,
        on_change=lambda: state.choose(st.session_state[key]),
    )
    with st.container(key="story-move", horizontal=True):
        first, last = now.chosen == 1, now.chosen == len(told)
        st.button(words.say("Up"), icon=":material/arrow_upward:", on_click=state.move, args=(-1,), disabled=first)
        st.button(words.say("Down"), icon=":material/arrow_downward:", on_click=state.move, args=(1,), disabled=last)
        st.button(words.say("Remove"), icon=":material/delete:", on_click=state.remove)
    draw_texts(words, storyline.slides[now.chosen - 1])
