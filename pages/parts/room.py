"""Somebody who follows a room of the hall and looks around: which room it is, and the way back to it."""

from __future__ import annotations

import html
import re

import streamlit as st

from words import Words

_KEY = "room"
_CODE = re.compile(r"[A-Z]{4,8}")


def room() -> str:
    """The code of the room that is followed; empty where none is, or where the address has no code."""
    said = str(st.session_state.get(_KEY) or st.query_params.get(_KEY) or "").strip().upper()
    return said if _CODE.fullmatch(said) else ""


def draw_room(words: Words) -> None:
    """A line with the way back. The address keeps the code on every screen, as it keeps the region."""
    code = room()
    if not code:
        return
    with st.container(key="room-kept"):
        st.text_input(words.say("Room"), key=_KEY, bind="query-params", label_visibility="collapsed")
    told = html.escape(words.say("You are following {room}.", room=code))
    back = html.escape(words.say("Back to the hall"))
    with st.container(key="room-line"):
        # A form, for Streamlit takes a link within the same site for one of its own screens.
        st.html(f'<form class="teladan-note" action="hall/{code}"><b>{told}</b> <button>{back}</button></form>')
