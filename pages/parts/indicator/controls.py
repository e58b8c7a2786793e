"""The indicator screen's own selectors: which variable, and the year of its figures."""

from collections.abc import Mapping

import streamlit as st

from metrics.indicator import opening_year
from pages.parts.indicator.view import View, coverage, indicators
from pages.shared.address import accept_code, own_names, say_again
from pages.shared.kept import kept
from pages.shared.selection import Selection
from words import Language, speak


def choose_view(here: Selection) -> View:
    """The variable and the year that are chosen."""
    with st.container(key="indicator", horizontal=True, vertical_alignment="bottom"):
        variable = _choose_variable(here)
        return View(here, variable, _choose_year(here, variable))


def _choose_variable(here: Selection) -> str:
    names = _names(here.framework, here.language)
    accept_code("variable", names)
    say_again("variable", here.language)
    return st.selectbox(
        here.words.say("Indicator"),
        list(names),
        format_func=lambda code: names.get(code, code),
        key="variable",
        bind="query-params",
        width=460,
    )


def _choose_year(here: Selection, variable: str) -> int:
    """The year of the figures: that of the screens where there are figures, until the reader chooses another."""
    words = here.words
    covered = {found.year: found for found in coverage(here.framework, variable)}
    opening = opening_year(tuple(covered.values()), here.year)
    drawn_for = st.session_state.get("figures drawn for")
    if "figures" in st.session_state and drawn_for != (variable, here.year):
        st.session_state["figures"] = opening
    st.session_state["figures drawn for"] = (variable, here.year)
    return st.selectbox(
        words.say("Year of the figures"),
        list(covered),
        index=list(covered).index(opening),
        format_func=words.year,
        key="figures",
        bind="query-params",
        width=150,
    )


@kept(20)
def _names(framework: str, language: Language) -> Mapping[str, str]:
    """Every variable with a name that is its own, those of the framework first, each part by its names."""
    words = speak(language)
    found = list(indicators(framework).values())
    names = own_names(words, {one.variable: words.title(one.title) for one in found})
    ordered = sorted(found, key=lambda one: (one.node is None, names[one.variable].casefold()))
    return {one.variable: names[one.variable] for one in ordered}
