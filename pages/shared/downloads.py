"""What can be taken away from a screen: its table, for programs and for Excel, and files of what it is about."""

from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from exports.ranking_csv import EXCEL, PLAIN, ranking_csv
from exports.ranking_parquet import ranking_parquet
from pages.shared.selection import Selection
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


def offer_workbook(here: Selection) -> None:
    """The way to the workbook of the year, which has an address of its own."""
    _offer_made(here, "workbook", {"workbook.xlsx": here.words.say("Workbook of the year with live formulas (XLSX)")})


def offer_report(here: Selection) -> None:
    """The ways to the report of the region, to print and to edit."""
    words = here.words
    files = {
        "report.html": words.say("Report of this region to print (HTML)"),
        "report.docx": words.say("Report of this region to edit (DOCX)"),
    }
    _offer_made(here, "report", files, region=here.region)


def _offer_made(here: Selection, key: str, files: Mapping[str, str], **more: str | None) -> None:
    """Links to what the server makes (server/files): whichever process answers has it."""
    asked = urlencode({"lang": here.language, "framework": here.framework, "year": here.year, **more})
    with st.container(key=f"downloads-{key}", horizontal=True):
        for name, label in files.items():
            st.link_button(label, f"files/{name}?{asked}", icon=":material/download:")
