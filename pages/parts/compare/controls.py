"""The comparison's own selectors: which regions, which picture of the dimensions, which indicator over the years."""

from typing import Literal

import streamlit as st

from metrics.tree import Node
from pages.parts.compare.view import Regions, shown, title, view
from pages.parts.peers.controls import choose_peers
from pages.shared.address import accept_code, own_names, say_again
from pages.shared.selection import Selection
from words import mark

Picture = Literal["dots", "shapes"]
PROPOSED = 4  # others, until the reader chooses
MOST = 8  # regions with mine: what a screen has room for
_PICTURES: dict[Picture, str] = {"dots": mark("Dots"), "shapes": mark("Shapes (radar)")}


def choose_regions(here: Selection) -> Regions:
    """My region first, then those beside it; mine alone while no other is chosen."""
    assert here.region is not None
    return (here.region, *choose_peers(here, PROPOSED, MOST - 1))


def choose_picture(here: Selection) -> Picture:
    """How the dimensions are drawn."""
    names = {picture: here.words.say(text) for picture, text in _PICTURES.items()}
    accept_code("picture", names)
    say_again("picture", here.language)
    return st.segmented_control(
        here.words.say("Draw the dimensions as"),
        list(names),
        default="dots",
        required=True,
        format_func=lambda picture: names[picture],
        key="picture",
        bind="query-params",
        label_visibility="collapsed",
    )


def choose_indicator(here: Selection, regions: Regions) -> Node | None:
    """The indicator whose years are drawn: at first the one in which most others are ahead; None where none has any."""
    measures = shown(view(here, regions).indicators)
    if not measures:
        return None
    names = own_names(here.words, {measure.node.id: title(here, measure) for measure in measures})
    accept_code("line", names)
    say_again("line", here.language)
    first = max(measures, key=lambda measure: len(measure.better))
    chosen = st.selectbox(
        here.words.say("Indicator over the years"),
        list(names),
        index=measures.index(first),
        format_func=lambda node: names.get(node, node),
        key="line",
        bind="query-params",
        width=420,
    )
    return here.results.node(chosen)
