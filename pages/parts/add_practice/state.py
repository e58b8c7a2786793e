"""What a visitor has typed of a practice: held in the session of the page that is open, and nowhere else."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from metrics.practices.draft import without_blanks

Entry = Mapping[str, Any]
_CHECKED, _BEGUN = "practice-checked", "practice-begun"


def begun(visit: str, field: str, otherwise: Entry) -> Entry:
    """What the fields start with: what was checked last, else `otherwise`.

    It stays the same for as long as the screen is open, which the widget with the key `field` tells.
    """
    known: dict[str, Entry] = st.session_state.setdefault(_BEGUN, {})
    if field not in st.session_state or visit not in known:
        known[visit] = kept(visit) or otherwise
    return known[visit]


def keep(visit: str, written: Entry) -> None:
    """Hold what is checked."""
    st.session_state.setdefault(_CHECKED, {})[visit] = without_blanks(written)


def kept(visit: str) -> dict[str, Any] | None:
    """What was checked last, None where nothing was."""
    found: dict[str, Any] | None = st.session_state.get(_CHECKED, {}).get(visit)
    return found
