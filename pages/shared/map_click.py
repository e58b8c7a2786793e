"""A click on a circle of the overview's map: it chooses the region, and the map keeps its zoom."""

from dataclasses import replace
from typing import Any

import streamlit as st

from pages.shared.selection import Selection

# The circles of the map, as a widget.
CIRCLES = "circles"
_DRAWN = "circles drawn for"


def choose_clicked() -> None:
    """Make the region of the circle that was clicked the reader's own, here and in the address."""
    if code := _clicked():
        st.session_state["region"] = code


def drawn_for(here: Selection) -> Selection:
    """The selection to draw the map for: after a click the one it was drawn for, as the browser marks the circle.

    Another figure would be another map to the browser, and lose the zoom.
    """
    kept: Selection = st.session_state.get(_DRAWN, here)
    if here.region != _clicked() or replace(kept, region=here.region) != here:
        kept = here
    st.session_state[_DRAWN] = kept
    return kept


def _clicked() -> str | None:
    """The region of the circle that was clicked last, None where the map is new."""
    points: list[dict[str, Any]] = st.session_state.get(CIRCLES, {}).get("selection", {}).get("points", [])
    return points[0]["customdata"] if points else None
