"""The rankings screen's own selectors: which kind of region, and which province."""

import streamlit as st

from pages.parts.rankings.columns import ALL
from pages.shared.address import accept_code
from pages.shared.inert import inert
from pages.shared.results import kinds, provinces, summary
from pages.shared.selection import Selection


def choose_kind(here: Selection) -> str:
    """Kota, kabupaten or all; at first, and whenever the reader chooses another region, the kind of that region."""
    words = here.words
    found = [str(standing.kind) for standing in summary(here.framework, here.year)[1:]]
    if len(found) < 2:
        return ALL
    names = {kind: kind.capitalize() for kind in found} | {ALL: words.say("All")}
    mine = kinds(here.framework, here.year).get(here.region or "")
    accept_code("kind", names)
    if "kind" in st.session_state and st.session_state["kind drawn for"] != (here.region, here.language):
        # Said again even when it stays, so that the address has it in the language that is now spoken.
        moved = mine and st.session_state["kind drawn for"][0] != here.region
        st.session_state["kind"] = mine if moved else st.session_state["kind"]
    st.session_state["kind drawn for"] = (here.region, here.language)
    return st.segmented_control(
        words.say("Kind"),
        list(names),
        default=mine or found[0],
        required=True,
        format_func=lambda kind: inert(names.get(kind, kind)),
        key="kind",
        bind="query-params",
    )


def choose_province(here: Selection, mine: str | None = None) -> str | None:
    """One province, or None for all of them; `mine` at first, and whenever the reader chooses another region."""
    words = here.words
    moved = st.session_state.get("province drawn for", here.region) != here.region
    if mine and (moved or not ("province" in st.session_state or "province" in st.query_params)):
        st.session_state["province"] = mine
    st.session_state["province drawn for"] = here.region
    return st.selectbox(
        words.say("Province"),
        provinces(here.framework, here.year),
        index=None,
        placeholder=words.say("All provinces"),
        key="province",
        bind="query-params",
        width=260,
    )
