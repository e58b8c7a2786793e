"""The province screen's own selector: by which measure the regions are sorted, and which one stays on a phone."""

import streamlit as st

from pages.parts.province.view import measure_titles
from pages.shared.address import accept_code, own_names, say_again
from pages.shared.selection import Selection


def choose_measure(here: Selection) -> str | None:
    """The headline or a dimension, by its column in the ranking; None in a year without any score."""
    names = own_names(here.words, measure_titles(here))
    if not names:
        return None
    accept_code("by", names)
    say_again("by", here.language)
    return st.selectbox(
        here.words.say("Sort by"),
        list(names),
        format_func=lambda column: names.get(column, column),
        key="by",
        bind="query-params",
        width=300,
    )
