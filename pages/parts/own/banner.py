"""A quiet line on every other screen: a region's own figures are held, and where they are seen."""

import streamlit as st

from pages.parts.own.state import own_data
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link
from pages.shared.selection import Selection

# The screens that show own figures, by the last part of their address, beside published ones.
_OWN, _BESIDE = "own-figures", "profile"


def draw_banner(here: Selection, shown: str) -> None:
    """Say so where the session holds own figures of the chosen region; `shown` is the address of the open screen.

    Its link keeps the session (pages/parts/own/links.py).
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
    further = prose.link(words.say("See them"), link(here, _OWN))
    with st.container(key="own-banner"):
        st.html(f'<p class="teladan-note">{as_html(told)} {as_html(beside)} {further}</p>')
