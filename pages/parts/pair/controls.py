"""The two regions of a learning pair."""

import streamlit as st

from pages.parts.pair.view import proposed
from pages.shared.address import accept_code
from pages.shared.results import region_names
from pages.shared.selection import Selection

_DRAWN = "pair:drawn"  # for which region of the reader, and whom was proposed to it
_KEPT = "pair:kept"  # the two that were drawn last, for who comes back from another screen


def choose_pair(here: Selection) -> tuple[str | None, str | None]:
    """The reader's region and whom it is proposed to talk to, until others are chosen; the address tells both."""
    names = region_names(here.framework)
    mine, offered = st.session_state.get(_DRAWN, (None, None))
    if "a" in st.session_state and mine != here.region and st.session_state["a"] == mine:
        st.session_state["a"] = here.region  # the reader has gone on to another region
    if mine == here.region and _is_back():
        _return_to(here, *st.session_state.get(_KEPT, (None, None)))
    with st.container(key="pair", horizontal=True, vertical_alignment="bottom"):
        one = _choose(here, "a", here.words.say("First region"), here.region)
        found = proposed(here.framework, here.year, one) if one else None
        if "b" in st.session_state and st.session_state["b"] == offered and offered is not None:
            st.session_state["b"] = found
        other = _choose(here, "b", here.words.say("Second region"), found)
    st.session_state[_KEPT] = (one, other)
    st.session_state[_DRAWN] = (here.region, found)
    return (one if one in names else None), (other if other in names else None)


def _is_back() -> bool:
    """Whether the reader comes from another screen, with nothing of the pair left in the address."""
    return "a" not in st.session_state and not {"a", "b"} & {*st.query_params}


def _return_to(here: Selection, one: str | None, other: str | None) -> None:
    """Write the two that were drawn last into the address, from where their selectors take them."""
    names = region_names(here.framework)
    if one in names and other in names:
        st.session_state.pop("b", None)
        st.query_params.update({"a": names[one], "b": names[other]})
        st.rerun()


def _choose(here: Selection, key: str, label: str, first: str | None) -> str | None:
    names = region_names(here.framework)
    accept_code(key, names)
    codes = list(names)
    return st.selectbox(
        label,
        codes,
        index=codes.index(first) if first in codes else None,
        format_func=lambda code: names.get(code, code),
        placeholder=here.words.say("Type the name of a kota or kabupaten"),
        key=key,
        bind="query-params",
        width=360,
    )
