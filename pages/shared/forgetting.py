"""Letting go of what a session holds: asked once more, for it cannot be taken back."""

from collections.abc import Callable

import streamlit as st

from pages.shared import prose
from words import Words


def offer_forgetting(words: Words, label: str, forget: Callable[[], None]) -> None:
    """A button `label` that says what would be lost, and calls `forget` when that is confirmed."""
    with st.popover(label, icon=":material/delete:"):
        prose.note(words.say("What is not saved as a file will be lost."))
        st.button(words.say("Yes, forget it"), on_click=forget, type="primary")
