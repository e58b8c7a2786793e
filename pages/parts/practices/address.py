"""What is asked of the catalogue, as the address says it: words, a choice a facet, an order, and how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

import streamlit as st

from metrics.practices.facets import FACETS, Facet
from pages.shared.links import link
from pages.shared.selection import Selection

# The parameters of the address, the same in every language. Short, and none that another screen binds.
TEXT, ORDER, VIEW, WHOLE = "q", "order", "view", "all"
OF_FACET: Mapping[Facet, str] = {
    "dimension": "dimension",
    "sub_dimension": "subdimension",
    "kind": "place",
    "size": "population",
    "grade": "grade",
    "cost": "cost",
    "years": "started",
    "seminar": "seminar",
    "figures": "numbers",
    "lesson": "lesson",
}
FIT = "fit"  # the order in which practices fit the reader's own region
LONGEST = 100  # letters of a question that are read


@dataclass(frozen=True)
class Asked:
    """A question to the catalogue. `chosen` holds facet and choice; empty texts are what the screen does by itself."""

    text: str = ""
    chosen: tuple[tuple[Facet, str], ...] = ()
    order: str = ""
    view: str = ""
    whole: bool = False

    def without(self, facet: Facet) -> Self:
        """The same question without one choice."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] != facet))


def said(known: Mapping[Facet, Mapping[str, Any]]) -> Asked:
    """What the address asks; a choice that nothing in the catalogue has is passed over. `known` are all there are."""
    given = st.query_params
    chosen = ((facet, given.get(OF_FACET[facet], "")) for facet in FACETS)
    return Asked(
        given.get(TEXT, "").strip()[:LONGEST],
        tuple((facet, choice) for facet, choice in chosen if choice in known[facet]),
        given.get(ORDER, ""),
        given.get(VIEW, ""),
        WHOLE in given,
    )


def say(parameter: str, value: str) -> None:
    """Put one choice into the address, or take it out."""
    if value:
        st.query_params[parameter] = value
    elif parameter in st.query_params:
        del st.query_params[parameter]


def address(here: Selection, asked: Asked) -> str:
    """The address of the screen that asks this."""
    parameters = {OF_FACET[facet]: choice for facet, choice in asked.chosen}
    parameters |= {TEXT: asked.text, ORDER: asked.order, VIEW: asked.view, WHOLE: "1" * asked.whole}
    return link(here, "practices", **{name: value for name, value in parameters.items() if value})
