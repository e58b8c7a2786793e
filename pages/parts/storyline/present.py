"""From a storyline to the hall, and to a file: the buttons."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import packed
from pages.shared import prose
from pages.shared.selection import Selection

_PRESENT = "hall/present"


def lacks_region(here: Selection, storyline: Storyline) -> bool:
    """Whether it is told of a region and none is chosen; says so where that is the case."""
    if storyline.region and here.region is None:
        prose.note(here.words.say("This storyline is told of one region. Choose it above."))
        return True
    return False


def present_shipped(here: Selection, storyline: Storyline) -> None:
    """The ways into the hall and to a presentation with a storyline of the data; both have addresses of their own."""
    asked = urlencode({"storyline": storyline.id, **_told_of(here, storyline)})
    _button(here, f"{_PRESENT}?{asked}")
    label = here.words.say("Presentation (PPTX)")
    st.link_button(label, f"files/presentation.pptx?{asked}", icon=":material/download:")


def present_mine(here: Selection, storyline: Storyline) -> None:
    """The way into the hall with one's own; it goes in the part of the address that a browser keeps to itself."""
    _button(here, f"{_PRESENT}?{urlencode(_told_of(here, storyline))}#{packed(storyline)}")


def _told_of(here: Selection, storyline: Storyline) -> dict[str, str]:
    region = {"region": here.region} if storyline.region and here.region else {}
    return {**region, "lang": here.language}


def _button(here: Selection, address: str) -> None:
    st.link_button(here.words.say("Present"), address, type="primary", icon=":material/slideshow:")
