"""A table to take away, for programs and for Excel."""

from collections.abc import Callable

import streamlit as st

from exports.ranking_csv import EXCEL, PLAIN, Dialect
from words import Words


def offer_csv(words: Words, name: str, make: Callable[[Dialect], bytes]) -> None:
    """The buttons; `make` writes the file in a dialect, only when one of them is pressed."""
    files = ((words.say("CSV"), "csv", PLAIN), (words.say("CSV for Indonesian Excel"), "excel.csv", EXCEL))
    with st.container(key="downloads", horizontal=True):
        for label, suffix, dialect in files:
            st.download_button(
                label,
                lambda dialect=dialect: make(dialect),
                file_name=f"{name}.{suffix}",
                mime="text/csv",
                on_click="ignore",
                icon=":material/download:",
            )
