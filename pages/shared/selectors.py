"""The selectors that stand above every screen: region, year, framework and language."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from charts.palette import Theme
from pages.shared.address import accept_code
from pages.shared.inert import inert
from pages.shared.results import frameworks, region_names, results
from pages.shared.selection import Selection, language
from words import LANGUAGES, Words, speak

# Widths of the selectors: pixels, or as wide as what is in it. On a phone the row wraps.
_WIDTHS = (360, 96, "content", "content", "content")


def choose() -> DeltaGenerator:
    """Draw the shared selectors, and keep what they say for the screen. Raises InputProblems.

    Gives a place in their row for what can be done with any screen.
    """
    words = speak(language())
    with st.container(key="selectors", horizontal=True, vertical_alignment="bottom"):
        # They stand from left to right, and are filled in the order in which one depends on another.
        region_place, year_place, framework_place, further, language_place = (
            st.container(width=width) for width in _WIDTHS
        )
    with language_place:
        st.segmented_control(
            "Bahasa / Language",
            LANGUAGES,
            default="id",
            required=True,
            key="lang",
            bind="query-params",
            label_visibility="collapsed",
        )
    with framework_place:
        framework = _choose_framework(words)
    scored = results(framework)
    with year_place:
        year = st.selectbox(
            words.say("Year"),
            scored.years,
            index=scored.years.index(scored.opening_year),
            format_func=words.year,
            key="year",
            bind="query-params",
        )
    with region_place:
        region = _choose_region(words, framework)
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    st.session_state["selection"] = Selection(
        words.language, framework, year, region, theme, scored.data_version, scored.framework_version
    )
    return further


def _choose_framework(words: Words) -> str:
    titles = {key: words.title(title) for key, title in frameworks().items()}
    with st.popover(words.say("Framework"), icon=":material/account_tree:"):
        return st.radio(
            words.say("What is measured, and how"),
            list(titles),
            captions=[inert(title) for title in titles.values()],
            key="framework",
            bind="query-params",
        )


def _choose_region(words: Words, framework: str) -> str | None:
    names = region_names(framework)
    accept_code("region", names)
    return st.selectbox(
        words.say("Your region"),
        list(names),
        index=None,
        format_func=lambda code: names.get(code, code),
        placeholder=words.say("Type the name of a kota or kabupaten"),
        key="region",
        bind="query-params",
    )
