"""On every screen that can be a slide: put what it shows into my storyline, or take its chart away."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from exports.slides.views import has_slide
from metrics.storylines.entry import MOST_SLIDES, StorySlide
from pages.parts.storyline.state import add, mine
from pages.shared import prose
from pages.shared.on_screen import view_on_screen
from pages.shared.selection import Selection, chosen


def draw_along(here: Selection, address: str) -> None:
    """Draw it for the screen at `address`; nothing for one that shows what only its reader typed."""
    if not has_slide(address):
        return
    words, view = here.words, view_on_screen(here, address).address
    with st.popover(words.say("For a talk"), icon=":material/slideshow:", key="along"):
        full = mine().full
        st.button(
            words.say("Add to my storyline"), icon=":material/add:", on_click=_add, args=(address,), disabled=full
        )
        if full:
            prose.note(words.say("My storyline has {most} slides; no more have room.", most=MOST_SLIDES))
        if numbers := mine().numbers(view):
            numbered = words.listing([words.number(number) for number in numbers])
            prose.note(words.say("Added: slide {number} of my storyline.", number=numbered))
        if mine().slides:
            # A step within the session, which an ordinary link would end; the screen opens on my storyline.
            st.page_link("presentation.py", label=words.say("Open my storyline"), icon=":material/list:")
        take = f"hall/take?{urlencode({'view': view, 'lang': here.language})}"
        st.link_button(words.say("Take this chart along"), take, type="tertiary", icon=":material/image:")


def _add(address: str) -> None:
    """Add what the screen shows now: a script that runs later has not begun yet."""
    add(StorySlide(view=view_on_screen(chosen(), address).address))
