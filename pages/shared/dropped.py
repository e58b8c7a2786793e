"""A place to drop a file, in the reader's language; what is dropped is taken out of the server's memory at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile


@dataclass(frozen=True)
class Said:
    """What stands on the place itself, which Streamlit says in English, whatever the language of the page.

    refused  what is said of a file of another kind, or of a larger one
    """

    drop: str
    browse: str
    refused: str


def draw_drop(
    place: str, label: str, said: Said, *, kinds: list[str], key: str, most: int, on_change: Callable[[], None]
) -> None:
    """Draw it in a container of the key `place`, which static/teladan.css names too; `most` is in megabytes."""
    told = {"--drop": said.drop, "--browse": said.browse, "--refused": said.refused}
    style = ";".join(f'{name}:"{_css(text)}"' for name, text in told.items())
    with st.container(key=place):
        sheet = f"<style>.st-key-{place}{{{style}}}</style>"
        st.html(sheet)
        st.file_uploader(label, type=kinds, key=key, on_change=on_change, max_upload_size=most)


def take_dropped(key: str) -> tuple[bytes, str] | None:
    """What was dropped, with the name of its file; nothing is left of it. None where nothing was."""
    file = st.session_state.get(key)
    if not isinstance(file, UploadedFile):
        return None
    content, name = file.getvalue(), file.name
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
    return content, name


def _css(text: str) -> str:
    """Text within the quotation marks of a style sheet."""
    return "".join(letter if letter.isalnum() else f"\\{ord(letter):06x}" for letter in text)
