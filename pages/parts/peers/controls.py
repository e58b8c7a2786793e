"""Whom a region is compared with: a way of choosing, and the list that may be edited. Shared by several screens."""

import streamlit as st

from metrics.peers import COUNT
from pages.parts.peers.state import Said, read, said, say, written
from pages.parts.peers.view import BY_STRUCTURE, STRUCTURE, peer_reasons, usual_peers, way_names
from pages.shared import prose
from pages.shared.address import say_again
from pages.shared.results import region_names
from pages.shared.selection import Selection

MOST = 12  # how many can be chosen

_WAY, _LIST = "peers:way", "peers:list"  # the selectors


def choose_peers(here: Selection, count: int = COUNT, most: int = MOST) -> tuple[str, ...]:
    """Draw the selectors, and give the chosen regions by code; none without a region, or where the list is emptied.

    `count` are proposed, at most `most` can be chosen. The address reproduces the choice.
    """
    if here.region is None:
        return ()
    words = here.words
    ways = way_names(here.framework, here.year, here.region, here.language)
    choice = said(here.region)
    way = choice.way if choice.way in ways else STRUCTURE
    usual = usual_peers(here.framework, here.year, here.region, way, count)
    edited = read(choice, region_names(here.framework))
    st.session_state[_WAY] = way
    st.session_state[_LIST] = (list(usual) if edited is None else edited)[:most]
    with st.container(key="peers", horizontal=True, vertical_alignment="bottom"):
        say_again(_WAY, here.language)
        st.selectbox(
            words.say("Compared with"),
            list(ways),
            format_func=lambda name: ways.get(name, name),
            key=_WAY,
            on_change=_take_way,
            args=(here.region,),
            width=300,
        )
        title = words.say_plural(
            "{count} region: who, and why", "{count} regions: who, and why", len(st.session_state[_LIST])
        )
        with st.popover(title, icon=":material/group:", key="peers:who"):
            _edit(here, choice, usual, most)
            if way in BY_STRUCTURE and not choice.listed:
                prose.note(_say_alike(here))
    return tuple(st.session_state[_LIST])


def _edit(here: Selection, choice: Said, usual: tuple[str, ...], most: int) -> None:
    """The list with its reasons, and the way back to the one that was proposed."""
    words, names = here.words, region_names(here.framework)
    st.multiselect(
        words.say("Regions"),
        [code for code in names if code != here.region],
        format_func=lambda code: names.get(code, code),
        key=_LIST,
        max_selections=most,
        placeholder=words.say("Type the name of a kota or kabupaten"),
        on_change=_take_list,
        args=(choice, usual),
    )
    peers = tuple(st.session_state[_LIST])
    assert here.region is not None
    reasons = peer_reasons(here.framework, here.year, here.region, peers, here.language)
    prose.points(
        [
            words.say("{name}: {reasons}.", name=names[peer], reasons=why)
            for peer, why in zip(peers, reasons, strict=True)
        ]
    )
    if choice.listed:
        st.button(
            words.say("Back to the proposed list"), icon=":material/undo:", on_click=say, args=(_proposed(choice),)
        )


def _say_alike(here: Selection) -> str:
    """What alike means, where that is what the choice goes by."""
    return here.words.say(
        "Alike means in structure: kind, population, density, spending per person and place, never in the scores."
    )


def _proposed(choice: Said) -> Said:
    return Said(choice.region, choice.way)


def _take_way(region: str) -> None:
    way = st.session_state[_WAY]
    say(Said(region, "" if way == STRUCTURE else way))


def _take_list(choice: Said, usual: tuple[str, ...]) -> None:
    listed = st.session_state[_LIST]
    say(Said(choice.region, choice.way, "" if tuple(listed) == usual else written(listed)))
