"""The selectors of the catalogue: words, facets, the order and how it is shown."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from metrics.practices.entry import Practice
from metrics.practices.facets import FACETS, Facet
from pages.parts.practices.address import FIT, LONGEST, OF_FACET, ORDER, TEXT, VIEW, Asked, said, say
from pages.parts.practices.facet_words import FACETS as NAMES
from pages.parts.practices.facet_words import say_choice
from pages.parts.practices.view import answering, entries, facets
from pages.shared.results import region_names
from pages.shared.selection import Selection
from words import mark

_FIRST: tuple[Facet, ...] = ("dimension", "kind", "grade")  # the others are under "more"
_ORDERS: Mapping[str, str] = {
    "": mark("Best evidence first, or what fits the words"),
    "started": mark("Newest first"),
    "place": mark("By place"),
}
VIEWS: Mapping[str, str] = {"cards": mark("Cards"), "table": mark("Table")}


def choose(here: Selection) -> Asked:
    """Draw the selectors and give what is asked."""
    words, every = here.words, entries(here)
    asked = said({facet: facets(here).counts(every, {}, facet) for facet in FACETS})
    found = [one.practice for one in answering(here.framework, asked.text)]
    with st.container(key="practices-find", horizontal=True, vertical_alignment="bottom"):
        _remember("practices:q", asked.text)
        st.text_input(
            words.say("Search in Indonesian or English"),
            key="practices:q",
            max_chars=LONGEST,
            placeholder=words.say("waste, licensing, 112, Surabaya …"),
            icon=":material/search:",
            on_change=partial(_take, "practices:q", TEXT),
        )
        for facet in _FIRST:
            _choose_facet(here, facet, asked, found)
        further = [facet for facet in FACETS if facet not in _FIRST]
        active = sum(facet in dict(asked.chosen) for facet in further)
        label = words.say("More ({count})", count=words.number(active)) if active else words.say("More")
        with st.popover(label, icon=":material/tune:", key="practices-more"):
            for facet in further:
                _choose_facet(here, facet, asked, found)
            _choose_order(here, asked)
    return asked


def choose_view(here: Selection, asked: Asked) -> str | None:
    """Cards or a table."""
    names = {view: here.words.say(name) for view, name in VIEWS.items()}
    key, usual = _prepare(VIEW, names, asked.view)
    return st.segmented_control(
        here.words.say("Shown as"),
        list(names),
        required=True,
        format_func=lambda view: names.get(view, view),
        key=key,
        on_change=partial(_take, key, VIEW, usual),
        label_visibility="collapsed",
    )


def _choose_order(here: Selection, asked: Asked) -> None:
    names = {order: here.words.say(name) for order, name in _ORDERS.items()}
    if here.region is not None:
        names[FIT] = here.words.say("Fitting {name}", name=region_names(here.framework)[here.region])
    key, usual = _prepare(ORDER, names, asked.order)
    st.selectbox(
        here.words.say("Order"),
        list(names),
        format_func=lambda order: names.get(order, order),
        key=key,
        on_change=partial(_take, key, ORDER, usual),
    )


def _choose_facet(here: Selection, facet: Facet, asked: Asked, found: list[Practice]) -> None:
    """One facet with the number that each choice would leave; nothing where the catalogue has no choice in it."""
    counts = facets(here).counts(found, dict(asked.chosen), facet)
    if len(counts) < (1 if facet == "seminar" else 2):
        return
    words, key = here.words, f"practices:{facet}"
    names = {
        choice: words.say("{name} ({count})", name=say_choice(here, facet, choice), count=words.number(count))
        for choice, count in counts.items()
    }
    _remember(key, dict(asked.chosen).get(facet))
    st.selectbox(
        words.say(NAMES[facet]),
        list(names),
        index=None,
        format_func=lambda choice: names.get(choice, choice),
        placeholder=words.say("All"),
        key=key,
        on_change=partial(_take, key, OF_FACET[facet]),
    )


def _prepare(parameter: str, names: Mapping[str, str], given: str) -> tuple[str, str]:
    """The key of a selector of one of several, set to what is given, and which one it is by itself."""
    key, usual = f"practices:{parameter}", next(iter(names))
    _remember(key, given if given in names else usual)
    return key, usual


def _remember(key: str, value: object) -> None:
    """What the address says is what the selector shows."""
    st.session_state[key] = value


def _take(key: str, parameter: str, usual: str = "") -> None:
    value = (st.session_state[key] or "").strip()
    say(parameter, "" if value == usual else value)
