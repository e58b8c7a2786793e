"""When something is wrong: said in the reader's language, with what to do, and never as a traceback."""

import logging

import streamlit as st

from metrics.problems import InputProblems
from pages.shared.inert import inert
from pages.shared.selection import language
from words import speak
from words.problems import say_problem


def show_trouble(error: Exception) -> bool:
    """Say what happened; True tells Streamlit that nothing more is to be shown."""
    words = speak(language())
    if isinstance(error, InputProblems):
        lines = [f"- {inert(say_problem(words, problem))}" for problem in error.problems]
        told = words.say_plural(
            "The data or the framework has a problem. Mend it, then load this page again:",
            "The data or the framework has {count} problems. Mend them, then load this page again:",
            len(lines),
        )
        st.error("\n".join([told, "", *lines]), icon=":material/error:")
        return True
    logging.getLogger("teladan").exception("A screen could not be drawn", exc_info=error)
    st.error(
        words.say(
            "This screen could not be drawn. Load the page again; if it stays so, tell whoever runs it: the log of "
            "the server says why."
        )
    )
    return True
