"""Screens that are open show new figures by themselves, wherever their server process went."""

import asyncio

import streamlit as st
from streamlit.runtime import Runtime

_AT_ONCE = 20  # screens that are drawn anew together; then a breath, so that nobody waits for all of them
_BREATH = 0.2  # seconds
_NOW_AND_THEN = 6 * 60 * 60  # seconds


async def draw_all_again() -> None:
    """Every screen that is open in this process is drawn again, as the visitor left it.

    It is what Streamlit does when the source of a script changes. So nothing has to be asked again and again by
    five hundred screens that wait. A screen that has come back from a process that died asks by itself
    (`come_back_drawn`); until it has, nobody here knows which screen it is.
    """
    sessions = [info.session for info in Runtime.instance()._session_mgr.list_active_sessions()]
    sessions = [session for session in sessions if session._client_state.page_script_hash]
    for number, session in enumerate(sessions):
        if number % _AT_ONCE == 0:
            await asyncio.sleep(_BREATH)
        session.request_rerun(session._client_state)


@st.fragment(run_every=_NOW_AND_THEN)
def come_back_drawn() -> None:
    """Draws nothing, now and then: a browser with something to do by the clock asks for its screen when it has lost
    its server and found another, which otherwise would hear of it only at the reader's next click.
    """
