"""A figure that looks wrong: the text to send, in both languages, beside the figure."""

from urllib.parse import urljoin

import streamlit as st

from exports.correction import Doubted, correction
from metrics.explain import Origin, explain, figure_row
from pages.parts.indicator.view import View
from pages.shared import prose
from pages.shared.links import lasting
from pages.shared.results import region_names
from pages.shared.selection import Selection
from words import Bilingual, speak


def offer_for_node(here: Selection, node: str) -> None:
    """Beside the explanation of an indicator; nothing for what is made of several."""
    if here.results.node(node).is_leaf:
        _draw_for_node(here, node, _whole(lasting(here, "profile", node=node)))


def offer_for_variable(view: View) -> None:
    """Beside the figures of a variable, for the reader's own region; nothing without one."""
    if view.here.region is not None:
        figures = {"variable": view.variable, "figures": str(view.year)}
        _draw_for_variable(view, _whole(lasting(view.here, "indicator", **figures)))


@st.cache_data(show_spinner=False, max_entries=500)
def _draw_for_node(here: Selection, node: str, address: str) -> None:
    assert here.region is not None
    found = explain(here.results, here.region, node, here.year)
    cell = found.derivation
    origins = (found.figure,) if cell is None else (cell.raw, cell.denominator)
    known = tuple(origin for origin in origins if origin is not None)
    _draw(here, found.node.title, found.node.unit, found.node.variable, here.year, known, address)


@st.cache_data(show_spinner=False, max_entries=500)
def _draw_for_variable(view: View, address: str) -> None:
    here, indicator = view.here, view.indicator
    assert here.region is not None
    value = view.figures.set_index("region")["value"][here.region]
    known = (figure_row(here.results, here.region, view.variable, view.year),) if value == value else ()
    _draw(here, indicator.title, indicator.unit, view.variable, view.year, known, address)


def _draw(
    here: Selection, title: Bilingual, unit: Bilingual | None, variable: str, year: int, origins: tuple[Origin, ...],
    address: str,
) -> None:  # fmt: skip
    """The text in Indonesian first, whatever the reader's language: its publisher reads Indonesian."""
    words = here.words
    assert here.region is not None
    doubted = Doubted(
        region_names(here.framework)[here.region], here.region, title, unit, variable, year, origins, address,
        here.results.framework.title, here.framework_version, here.data_version,
    )  # fmt: skip
    with st.popover(words.say("Report a wrong figure"), type="tertiary", icon=":material/flag:"):
        prose.note(words.say("Copy the text, fill in its end, and send it. Nothing is sent from here."))
        tabs = st.tabs([words.say("Indonesian"), words.say("English")])
        for tab, language in zip(tabs, ("id", "en"), strict=True):
            with tab:
                st.code(correction(speak(language), doubted), language=None, wrap_lines=True)


def _whole(address: str) -> str:
    """An address within Teladan as it stands in a browser, where that is known."""
    return urljoin(st.context.url or "", address)
