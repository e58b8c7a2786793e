"""Which practice a card is about, as the address says it."""

import streamlit as st

from exports.practice_words import say_where
from metrics.practices.entry import Practice
from metrics.practices.telling import by_grade
from pages.parts.practices.view import places, read
from pages.shared.selection import Selection

PARAMETER = "practice"
_KEY = "practice:chosen"


def choose_practice(here: Selection) -> Practice | None:
    """Draw the selector; the practice of the address or of the selector, by itself one of the reader's own region.

    None without either.
    """
    words, known = here.words, {one.id: one for one in read(here).practices}
    own = by_grade(read(here).of_region(here.region or ""))
    given = st.query_params.get(PARAMETER)
    st.session_state[_KEY] = given if given in known else own[0].id if own else None
    names = {
        id: words.say(
            "{title}, {place}", title=words.title(one.title), place=say_where(here.words, places(here).of(one))
        )
        for id, one in known.items()
    }
    chosen = st.selectbox(
        words.say("Practice"),
        sorted(names, key=lambda id: names[id]),
        index=None,
        format_func=lambda id: names.get(id, id),
        placeholder=words.say("Type a part of its title or place"),
        key=_KEY,
        on_change=_take,
    )
    return known.get(chosen or "")


def _take() -> None:
    if chosen := st.session_state[_KEY]:
        st.query_params[PARAMETER] = chosen
    elif PARAMETER in st.query_params:
        del st.query_params[PARAMETER]
