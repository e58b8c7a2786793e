"""How the check of an entry went: what is to be mended, or the entry to take away and the letter that brings it."""

import streamlit as st

from exports.practice_entry import Offered, entry_yaml, letter
from metrics.practices.draft import Draft
from pages.parts.add_practice.words import label_of
from pages.parts.practices.view import home
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection
from words import LANGUAGES, speak


def draw_outcome(here: Selection, draft: Draft, place: str, instead: bool) -> None:
    """Under the button; what is wrong in a field stands under it."""
    words = here.words
    if draft.practice is None:
        names = dict.fromkeys(inert(label_of(words, fault.place)) for fault in draft.faults)
        st.error(
            words.say("Not complete yet. To be mended above: {fields}.", fields="; ".join(names)),
            icon=":material/error:",
        )
        return
    named = home(here.framework)  # whatever is chosen: the one that the catalogue is written for
    offered = Offered(draft.practice, place, instead, named.framework.id, named.framework_version, here.data_version)
    prose.lead(
        words.say("The entry is complete. Send it to the maintainers of Teladan with this text."),
        words.say("They read its sources before they take it in."),
    )
    with st.container(key="downloads", horizontal=True):
        st.download_button(
            words.say("Entry (YAML)"),
            entry_yaml(draft.practice).encode(),
            file_name=f"{draft.practice.id}.yaml",
            mime="application/yaml",
            on_click="ignore",
            icon=":material/download:",
        )
    tabs = st.tabs([words.say("Indonesian"), words.say("English")])
    for tab, language in zip(tabs, LANGUAGES, strict=True):
        with tab:
            st.code(letter(speak(language), offered), language=None, wrap_lines=True, height=480)
