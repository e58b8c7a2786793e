"""The lower part of the province screen: its rows of the ranking as a table and as files, and what has no score."""

import streamlit as st

from pages.parts.rankings import table as ranking_table
from pages.parts.rankings.columns import ALL, of_view
from pages.parts.rankings.filters import Filters
from pages.shared import prose
from pages.shared.downloads import offer_files
from pages.shared.selection import Selection


def draw_table(here: Selection, name: str) -> None:
    """The regions of a province as a grid or as a plain table, to take away too."""
    words, every = here.words, Filters(ALL, province=name)
    unfolded = st.session_state.get("plain", "plain" in st.query_params)
    with st.expander(words.say("All figures as a table"), expanded=bool(unfolded)):
        plain = st.toggle(words.say("Plain table"), key="plain", bind="query-params")
        ranking_table.draw_table(here, every, plain)
        offer_files(
            words,
            f"teladan-{here.framework}-{here.year}-{name}",
            lambda: ranking_table.table_rows(here, every),
        )


@st.cache_data(show_spinner=False, max_entries=500)
def draw_not_assessed(here: Selection, name: str) -> None:
    """The regions of a province without a score, each with the reason."""
    ranking_table.draw_not_assessed(here, of_view(here.ranking, ALL, name))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_foot(here: Selection) -> None:
    """Where the figures are from."""
    prose.source(here.words, here.results, here.year)
