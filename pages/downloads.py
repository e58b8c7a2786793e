"""A table to take away, for programs and for Excel."""

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
import streamlit as st

from exports.ranking_csv import EXCEL, PLAIN, ranking_csv
from exports.ranking_parquet import ranking_parquet
from words import Words

Stamp = Mapping[str, str | int]


def offer_files(words: Words, name: str, make: Callable[[], tuple[pd.DataFrame, Stamp]]) -> None:
    """The buttons; `make` gives the rows and what is stamped on each, only when one of them is pressed."""
    files = (
        (words.say("CSV"), "csv", "text/csv", partial(ranking_csv, dialect=PLAIN)),
        (words.say("CSV for Indonesian Excel"), "excel.csv", "text/csv", partial(ranking_csv, dialect=EXCEL)),
        (words.say("Parquet"), "parquet", "application/vnd.apache.parquet", ranking_parquet),
    )
    with st.container(key="downloads", horizontal=True):
        for label, suffix, mime, write in files:
            st.download_button(
                label,
                lambda write=write: write(*make()),
                file_name=f"{name}.{suffix}",
                mime=mime,
                on_click="ignore",
                icon=":material/download:",
            )
