"""How a visitor's own weights stand: sliders and address say the same, as far as the framework is another."""

import streamlit as st

from metrics.points_text import PARAMETER, read, written
from pages.parts.weights.view import View, usual_points
from pages.shared.selection import Selection

# For which framework the sliders stand as which address says, and which parts of it say nothing.
_TAKEN = "weights drawn for"
_IGNORED = "ignored"


def chosen_view(here: Selection) -> View:
    """The weights as the sliders stand, known before they are drawn; at first as the address says."""
    usual = usual_points(here.framework, here.year)
    text, taken = st.query_params.get(PARAMETER, ""), st.session_state.get(_TAKEN)
    drawn = all(key_of(name) in st.session_state for name in usual)
    if taken and taken[0] != here.framework and taken[1] == text:
        text = ""  # the weights of another framework
    elif taken and not drawn and not text and taken[0] == here.framework:
        text = taken[1]  # back from another screen
    if taken != (here.framework, text) or not drawn:
        points, st.session_state[_IGNORED] = read(text, usual)
        _set({**usual, **points})
        _say(here.framework, text)
    moved = {name: st.session_state[key_of(name)] for name in usual}
    return View(here, tuple((name, number) for name, number in moved.items() if number != usual[name]))


def ignored() -> list[str]:
    """The parts of the address that say nothing that can be used."""
    return st.session_state.get(_IGNORED, [])


def key_of(name: str) -> str:
    """The slider of a node, as a widget."""
    return f"points:{name}"


def _set(points: dict[str, int]) -> None:
    for name, number in points.items():
        st.session_state[key_of(name)] = number


def tell_address(here: Selection) -> None:
    """Put into the address what the sliders say."""
    usual = usual_points(here.framework, here.year)
    moved = {name: st.session_state[key_of(name)] for name in usual if st.session_state[key_of(name)] != usual[name]}
    _say(here.framework, written(moved))


def go_back(here: Selection) -> None:
    """Set every slider to the framework's weights."""
    _set(dict(usual_points(here.framework, here.year)))
    st.session_state[_IGNORED] = []
    tell_address(here)


def _say(framework: str, text: str) -> None:
    """Keep what the address says, there and here."""
    st.session_state[_TAKEN] = (framework, text)
    if text != st.query_params.get(PARAMETER, ""):
        if text:
            st.query_params[PARAMETER] = text
        else:
            del st.query_params[PARAMETER]
