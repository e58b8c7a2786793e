"""What an address may say beside what Streamlit itself binds to it."""

from collections.abc import Mapping

import streamlit as st


def accept_code(key: str, names: Mapping[str, str]) -> None:
    """Let a first request name a choice by its code, which never changes, where Streamlit reads only names.

    To be called before the selector `key` is drawn; `names` are its options by code.
    """
    if key not in st.session_state and (code := st.query_params.get(key)) in names and names[code] != code:
        st.query_params[key] = names[code]
        st.rerun()
