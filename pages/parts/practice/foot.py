"""The foot of a card: where it was read, what is like it, and whose it is."""

import streamlit as st

from metrics.practices.entry import Practice
from metrics.practices.telling import similar
from pages.parts.practice.results import SOURCES
from pages.parts.practices.cards import draw_cards
from pages.parts.practices.view import card, entries, places, profile_of, read
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link
from pages.shared.selection import Selection

_SIMILAR = 3


@st.cache_data(show_spinner=False, max_entries=500)
def draw_sources(here: Selection, id: str) -> None:
    """The sources, numbered as the results cite them."""
    words, practice = here.words, read(here).practice(id)
    st.subheader(words.say("Where it was read"), anchor=SOURCES)
    if words.language != "id":
        prose.note(words.say("Titles stand as they were published, most of them in Indonesian."))
    lines = "".join(f"<li>{as_html(one.title)}{_address(one.address)}</li>" for one in practice.sources)
    st.html(f'<ol class="teladan-sources">{lines}</ol>')
    prose.onward(words.say("Correct or complete this entry"), link(here, "add-practice", practice=id))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_beside(here: Selection, id: str) -> None:
    """What else this government has done, and who did something like it."""
    words, practice = here.words, read(here).practice(id)
    place = places(here).of(practice)
    others = [one for one in entries(here) if places(here).of(one) == place and one.id != id]
    told = [_also(here, others)] if others else []
    if profile := profile_of(here, place):
        told.append(prose.link(words.say("Open the profile of {name}", name=place.name), profile))
    for line in told:
        st.html(f'<p class="teladan-jump">{line}</p>')
    if alike := similar(entries(here), practice, _SIMILAR):
        st.subheader(words.say("Similar practices"), anchor=False)
        draw_cards(here, tuple((one.id, ()) for one in alike))


def _also(here: Selection, others: list[Practice]) -> str:
    words = here.words
    links = [prose.link(words.title(one.title), card(here, one)) for one in others]
    told = words.say("Of the same government:")
    return f"{as_html(told)} {' · '.join(links)}"


def _address(address: str | None) -> str:
    """An address to follow; what is not one of the web is only shown."""
    if address is None:
        return ""
    shown = as_html(address)
    return f'<br><a href="{shown}">{shown}</a>' if address.startswith(("https://", "http://")) else f"<br>{shown}"
