"""What else there is to know of two regions: their practices, and how alike they are in structure."""

import streamlit as st

from exports.match_reasons import say_account
from exports.peer_reasons import say_reasons
from metrics.learning_pair import LearningPair
from pages.parts.pair.view import practices_of, view
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_practices(here: Selection, one: str, other: str) -> None:
    """The practices of each in the catalogue."""
    words = here.words
    st.subheader(words.say("Practices of each"), anchor=False)
    blocks = "".join(_practices(here, region) for region in (one, other))
    st.html(f'<div class="teladan-pair">{blocks}</div>')


def _practices(here: Selection, region: str) -> str:
    words, names = here.words, region_names(here.framework)
    items = ""
    for practice in practices_of(here, region):
        address = link(here, "practice", practice=practice.id)
        told = say_account(words, practice)
        items += (
            f'<li><a href="{as_html(address)}" target="_self">{as_html(words.title(practice.title))}</a>'
            f"<br><small>{as_html(told)}</small></li>"
        )
    if not items:
        none = words.say("none in the catalogue; that does not mean that there is none")
        items = f"<li><small>{as_html(none)}</small></li>"
    return f"<section><h3>{as_html(names[region])}</h3><ul>{items}</ul></section>"


@st.cache_data(show_spinner=False, max_entries=500)
def draw_structure(here: Selection, one: str, other: str) -> None:
    """What is alike in structure and what is not."""
    words, names, found = here.words, region_names(here.framework), view(here, one, other)
    st.subheader(words.say("Alike in structure, and where not"), anchor=False)
    prose.note(_say_structure(here, found, names[one], names[other]))


def _say_structure(here: Selection, found: LearningPair, one: str, other: str) -> str:
    return here.words.say(
        "{other}, seen from {one}: {reasons}.", one=one, other=other, reasons=say_reasons(here.words, found.beside)
    )
