"""The files of a region's own figures: a form to fill in, one to read, one to keep, and everything to let go of.

Of what is read only what it says stays, in the session (pages/parts/own/state.py).
"""

from functools import partial

import streamlit as st

from exports.own_template import own_workbook
from metrics.own.data import OwnData
from metrics.own.reading import read_own
from metrics.problems import InputProblems
from pages.parts.own import state
from pages.shared import prose
from pages.shared.dropped import Said, draw_drop, take_dropped
from pages.shared.forgetting import offer_forgetting
from pages.shared.selection import Selection

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST = 2  # megabytes, what metrics.own.workbook reads; Streamlit's limit for the server is above it


def draw_files(here: Selection, own: OwnData | None) -> None:
    """The two files to take away, the place to drop one, and the way to forget."""
    assert here.region is not None
    words, region = here.words, here.region
    mark = words.say("own")
    with st.container(key="own-files"):
        with st.container(key="own-take"):
            st.download_button(
                words.say("Take the form of this region (XLSX)"),
                lambda: own_workbook(words, here.results, region),
                file_name=f"teladan-{region}.xlsx",
                mime=_XLSX,
                on_click="ignore",
                icon=":material/download:",
            )
            prose.note(
                words.say("The form holds the published figures with their source; only the cells to fill in are open.")
            )
        _draw_drop(here)
    if own:
        with st.container(key="own-keep", horizontal=True, vertical_alignment="center"):
            st.download_button(
                words.say("Save own figures as a file (XLSX)"),
                lambda: own_workbook(words, here.results, region, own),
                file_name=f"teladan-{region}-{mark}.xlsx",
                mime=_XLSX,
                on_click="ignore",
                icon=":material/save:",
            )
            offer_forgetting(words, words.say("Forget everything"), state.forget)


def _draw_drop(here: Selection) -> None:
    words, key = here.words, f"own-file:{state.held().edition}"
    draw_drop(
        "own-drop",
        words.say("Filled-in form (XLSX), or a table of figures or targets (CSV), at most {most} MB", most=_MOST),
        Said(
            drop=words.say("Drop the filled-in file here"),
            browse=words.say("Choose a file"),
            refused=words.say("This file is not taken: it must be XLSX or CSV of at most {most} MB.", most=_MOST),
        ),
        kinds=["xlsx", "csv"],
        key=key,
        most=_MOST,
        on_change=partial(_read, here, key),
    )


def _read(here: Selection, key: str) -> None:
    """Read the file that was dropped, and let go of it."""
    assert here.region is not None
    if (dropped := take_dropped(key)) is None:
        return
    content, name = dropped
    try:
        found = read_own(here.results, here.region, content, name, before=state.own_data(here.region))
    except InputProblems as error:
        state.refuse(error.problems, name)
    else:
        state.take(found, name)
