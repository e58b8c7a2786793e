"""Which network a screen speaks of: a group of the data, a province, or one that the reader composes. Shared."""

import streamlit as st

from pages.parts.network.groups import OWN, default_group, described, group_titles, members_of
from pages.parts.network.view import Chosen
from pages.shared import prose
from pages.shared.address import accept_code, say_again
from pages.shared.inert import inert
from pages.shared.results import region_names
from pages.shared.selection import Selection

MOST = 60  # of a network that is composed: what an address has room for
_LIST, _KEPT = "network:list", "network:kept"  # the list's selector, and what was chosen on another screen
MEMBERS = "members"  # the parameter of the address


def choose_network(here: Selection) -> Chosen:
    """Draw the selectors, and give what they say; the address reproduces it. `members` may be fewer than FEWEST."""
    words = here.words
    names = group_titles(here)
    kept: tuple[str, str] = st.session_state.get(_KEPT, ("", ""))
    composed = st.query_params.get(MEMBERS, "")
    if composed and "group" not in st.session_state and "group" not in st.query_params:
        st.session_state["group"] = OWN
    accept_code("group", names)
    say_again("group", here.language)
    first = kept[0] if kept[0] in names else default_group(here)
    with st.container(key="network", horizontal=True, vertical_alignment="bottom"):
        code = st.selectbox(
            words.say("Network, programme or province"),
            list(names),
            index=list(names).index(first),
            format_func=lambda name: names.get(name, name),
            key="group",
            bind="query-params",
            width=440,
        )
        listed = _compose(here, composed or kept[1]) if code == OWN else ""
    if code != OWN and composed:
        del st.query_params[MEMBERS]
    st.session_state[_KEPT] = (code, listed or kept[1])
    title, description = described(here, code)
    members = tuple(listed.split(",")) if listed else members_of(here.framework, code)
    parameters = ((MEMBERS, listed),) if code == OWN else (("group", code),)
    return Chosen(code, title, description, members, parameters)


def handed_on(here: Selection) -> dict[str, str]:
    """What the address of another screen says of a network; it is the chosen one from now on. Empty without any."""
    code, names = st.query_params.get("group", ""), region_names(here.framework)
    listed = ",".join([one for one in st.query_params.get(MEMBERS, "").split(",") if one in names][:MOST])
    if listed:
        st.session_state[_KEPT] = (OWN, listed)
        return {MEMBERS: listed}
    if code in group_titles(here) and code != OWN:
        st.session_state[_KEPT] = (code, st.session_state.get(_KEPT, ("", ""))[1])
        return {"group": code}
    return {}


def draw_too_few(here: Selection) -> None:
    """What to do while a network has fewer than two members."""
    words = here.words
    prose.answer(words.say("Networks"), words.say("A network needs at least two regions."))
    prose.note(words.say("Add regions in the list above, or choose a network, a programme or a province."))


def _compose(here: Selection, before: str) -> str:
    """The list that the reader composes, as the address has it: codes with commas between them."""
    words, names = here.words, region_names(here.framework)
    known = [code for code in dict.fromkeys(before.split(",")) if code in names][:MOST]
    st.session_state[_LIST] = known or ([here.region] if here.region else [])
    with st.container(width=560):
        chosen = st.multiselect(
            words.say("Members"),
            list(names),
            format_func=lambda code: names.get(code, code),
            key=_LIST,
            max_selections=MOST,
            placeholder=inert(words.say("Type the name of a kota or kabupaten")),
            on_change=_take_list,
        )
    listed = ",".join(chosen)
    _say(listed)
    return listed


def _take_list() -> None:
    _say(",".join(st.session_state[_LIST]))
    code, _ = st.session_state.get(_KEPT, (OWN, ""))
    st.session_state[_KEPT] = (code, ",".join(st.session_state[_LIST]))


def _say(listed: str) -> None:
    """Put the list into the address."""
    if listed and st.query_params.get(MEMBERS) != listed:
        st.query_params[MEMBERS] = listed
    elif not listed and MEMBERS in st.query_params:
        del st.query_params[MEMBERS]
