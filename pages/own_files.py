"""The files of a region's own figures: a form to fill in, one to read, one to keep, and everything to let go of.

What is read is taken out of the server's memory at once; only what it says stays in the session (pages/own_state.py).
"""

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from exports.own_template import own_workbook
from metrics.own.data import OwnData
from metrics.own.reading import read_own
from metrics.problems import InputProblems
from pages import own_state as state
from pages import prose
from pages.selection import Selection

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PLACE = ".st-key-own-drop"
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
        with st.container(key="own-drop"):
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
            st.button(words.say("Forget everything"), on_click=state.forget, icon=":material/delete:")


def _draw_drop(here: Selection) -> None:
    words, key = here.words, f"own-file:{state.held().edition}"
    # Streamlit says these in English, whatever the language of the page (static/teladan.css).
    told = {
        "--drop": words.say("Drop the filled-in file here"),
        "--browse": words.say("Choose a file"),
        "--refused": words.say("This file is not taken: it must be XLSX or CSV of at most {most} MB.", most=_MOST),
    }
    style = ";".join(f'{name}:"{_css(text)}"' for name, text in told.items())
    sheet = f"<style>{_PLACE}{{{style}}}</style>"
    st.html(sheet)
    st.file_uploader(
        words.say("Filled-in form (XLSX), or a table of figures or targets (CSV), at most {most} MB", most=_MOST),
        type=["xlsx", "csv"],
        key=key,
        on_change=_read,
        args=(here, key),
        max_upload_size=_MOST,
    )


def _read(here: Selection, key: str) -> None:
    """Read the file that was dropped, and let go of it."""
    assert here.region is not None
    file = st.session_state.get(key)
    if not isinstance(file, UploadedFile):
        return
    content, name = file.getvalue(), file.name
    _let_go(file)
    try:
        found = read_own(here.results, here.region, content, name, before=state.own_data(here.region))
    except InputProblems as error:
        state.refuse(error.problems, name)
    else:
        state.take(found, name)


def _let_go(file: UploadedFile) -> None:
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


def _css(text: str) -> str:
    """Text within the quotation marks of a style sheet."""
    return "".join(letter if letter.isalnum() else f"\\{ord(letter):06x}" for letter in text)
