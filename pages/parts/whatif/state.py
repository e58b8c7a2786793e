"""How a what-if stands: sliders and address say the same, as long as region, year and framework stay."""

import streamlit as st

from metrics.levers import Lever
from metrics.settings_text import PARAMETER, read, written
from pages.parts.whatif.view import View, levers_of
from pages.shared.selection import Selection

# For which framework, year and region the sliders stand as which address says, and which parts of it say nothing.
_TAKEN = "what-if drawn for"
_IGNORED = "whatif_ignored"
_Key = tuple[str, int, str]


def chosen_view(here: Selection, peers: tuple[str, ...]) -> View:
    """The figures as the sliders stand, known before they are drawn; at first as the address says."""
    assert here.region is not None
    levers = levers_of(here.framework, here.year, here.region, peers)
    about, text, taken = _about(here), st.query_params.get(PARAMETER, ""), st.session_state.get(_TAKEN)
    drawn = all(key_of(lever) in st.session_state for lever in levers)
    if taken and taken[0] != about and taken[1] == text:
        text = ""  # the figures of another region
    elif taken and not drawn and not text and taken[0] == about:
        text = taken[1]  # back from another screen
    if taken != (about, text) or not drawn:
        ends = {lever.node.id: (min(lever.stops), max(lever.stops)) for lever in levers}
        values, st.session_state[_IGNORED] = read(text, ends)
        for lever in levers:
            st.session_state[key_of(lever)] = values.get(lever.node.id, lever.today)
        _say(about, text)
    moved = ((lever.node.id, st.session_state[key_of(lever)]) for lever in levers if is_moved(lever))
    return View(here, peers, tuple(moved))


def ignored() -> list[str]:
    """The parts of the address that say nothing that can be used."""
    return st.session_state.get(_IGNORED, [])


def key_of(lever: Lever) -> str:
    """The slider of an indicator, as a widget."""
    return f"set:{lever.node.id}"


def is_moved(lever: Lever) -> bool:
    """Whether a slider stands elsewhere than today."""
    return st.session_state[key_of(lever)] not in (None, lever.today)


def tell_address(view: View) -> None:
    """Put into the address what the sliders say."""
    moved = {lever.node.id: st.session_state[key_of(lever)] for lever in view.levers if is_moved(lever)}
    _say(_about(view.here), written(moved))


def go_back(view: View) -> None:
    """Set every slider to today's figure."""
    for lever in view.levers:
        st.session_state[key_of(lever)] = lever.today
    st.session_state[_IGNORED] = []
    tell_address(view)


def _about(here: Selection) -> _Key:
    return here.framework, here.year, here.region or ""


def _say(about: _Key, text: str) -> None:
    """Keep what the address says, there and here."""
    st.session_state[_TAKEN] = (about, text)
    if text != st.query_params.get(PARAMETER, ""):
        if text:
            st.query_params[PARAMETER] = text
        else:
            del st.query_params[PARAMETER]
