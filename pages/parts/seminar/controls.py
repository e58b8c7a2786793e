"""The seminar screen's own selector, where there is more than one."""

import streamlit as st

from pages.parts.seminar.view import held
from pages.shared.address import accept_code, own_names, say_again
from pages.shared.selection import Selection


def choose_seminar(here: Selection) -> str | None:
    """The id of a seminar, the last of the file first; None where the dataset has none."""
    names = own_names(here.words, {found.id: here.words.title(found.title) for found in held(here.framework)})
    if len(names) < 2:
        return next(iter(names), None)
    accept_code("seminar", names)
    say_again("seminar", here.language)
    return st.selectbox(
        here.words.say("Seminar"),
        list(names),
        index=len(names) - 1,
        format_func=lambda code: names.get(code, code),
        key="seminar",
        bind="query-params",
        width=480,
    )
