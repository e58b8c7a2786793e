"""A quiet line on every other screen: a region's own figures are held, and where they are seen."""

from collections.abc import Mapping

import streamlit as st

from pages import prose
from pages.own_state import own_data
from pages.selection import Selection

# The screens that show own figures, by the last part of their address, beside published ones.
_OWN, _BESIDE = "own-figures", "profile"


def draw_banner(here: Selection, shown: str, listed: Mapping[str, st.Page]) -> None:
    """Say so where the session holds own figures of the chosen region, but for the screen that is about them.

    `shown` is the address of the screen that is open, `listed` are all of them by their addresses.
    """
    words, own = here.words, own_data(here.region)
    if own is None or shown == _OWN:
        return
    told = words.say_plural(
        "{count} own figure of this page is held.", "{count} own figures of this page are held.", len(own.figures)
    )
    beside = (
        words.say("They stand here beside the published ones, marked ◆.")
        if shown == _BESIDE
        else words.say("This screen shows published figures only.")
    )
    with st.container(key="own-banner", horizontal=True, vertical_alignment="center"):
        prose.note(told, beside)
        st.page_link(listed[_OWN], label=words.say("Own figures"))
