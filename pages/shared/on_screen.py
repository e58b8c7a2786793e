"""What is on the screen right now, as a view that means the same elsewhere and later."""

from __future__ import annotations

import streamlit as st

from metrics.storylines.view import View
from pages.shared.results import frameworks
from pages.shared.selection import Selection

# What an address says of the reader, and not of what is shown.
_OF_THE_READER = ("lang", "room", "embed", "embed_options")


def view_on_screen(here: Selection, address: str) -> View:
    """The view of the screen at `address`: framework, year and region, and what is chosen on that screen.

    Everything goes by its code, never by a name, which another language would write in another way. What a screen opens
    with is left out, as the address of the screen leaves it out: it moves on when newer figures are published.
    """
    usual = {"framework": next(iter(frameworks())), "year": str(here.results.opening_year)}
    shared = {"framework": here.framework, "year": str(here.year)}
    chosen = {name: value for name, value in shared.items() if value != usual[name]}
    chosen |= {"region": here.region} if here.region else {}
    own = {
        name: _code(name, text)
        for name, text in st.query_params.items()
        if name not in _OF_THE_READER and name not in ("framework", "year", "region")
    }
    return View(address, chosen | own)


def _code(name: str, text: str) -> str:
    """The choice of the selector that is bound to a parameter of the address; what stands there where none is."""
    chosen = st.session_state.get(name)
    if isinstance(chosen, bool):
        return str(chosen).lower()
    return str(chosen) if isinstance(chosen, (str, int)) else text
