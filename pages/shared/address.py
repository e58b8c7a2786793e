"""What an address may say beside what Streamlit itself binds to it."""

from collections.abc import Mapping

import streamlit as st

from words import Words


def accept_code(key: str, names: Mapping[str, str]) -> None:
    """Let a first request name a choice by its code, which never changes, where Streamlit reads only names.

    To be called before the selector `key` is drawn; `names` are its options by code.
    """
    if key not in st.session_state and (code := st.query_params.get(key)) in names and names[code] != code:
        st.query_params[key] = names[code]
        st.rerun()


def say_again(key: str, spoken: str) -> None:
    """Keep a choice when the language changes, so that the address has it in the language that is now spoken.

    To be called before the selector `key` is drawn, where the names of its options depend on the language.
    """
    drawn_in = f"{key} drawn in"
    if key in st.session_state and st.session_state.get(drawn_in) != spoken:
        st.session_state[key] = st.session_state[key]
    st.session_state[drawn_in] = spoken


def own_names(words: Words, titles: Mapping[str, str]) -> dict[str, str]:
    """The titles by code, each a name of its own: where two share one, the code stands behind it."""
    found = list(titles.values())
    return {
        code: words.say("{name} ({code})", name=title, code=code) if found.count(title) > 1 else title
        for code, title in titles.items()
    }
