"""The sliders of a visitor's own weights."""

from itertools import groupby

import streamlit as st

from metrics.own_points import MOST
from metrics.tree import Node
from pages import prose
from pages.inert import as_html, inert
from pages.weights_region_words import say_short
from pages.weights_state import go_back, key_of, tell_address
from pages.weights_view import View, sliders


def draw_sliders(view: View) -> None:
    """One slider for each dimension, those of its parts folded below, and the way back to the framework's weights."""
    words, here = view.words, view.here
    if short := say_short(view):
        st.html(f'<p class="teladan-now">{as_html(short)}</p>')
    prose.note(
        words.say("Points from 0 to 100, and the share they make. 0 leaves a part out."),
        words.say("The address of this page holds your weights: whoever opens it sees the same."),
    )
    for dimension, found in groupby(sliders(here.framework, here.year), key=lambda entry: entry[0]):
        parts = [family for _, family in found]
        if dimension is None:
            _draw_family(view, *parts[0], named=False)
            continue
        title = words.say("Within {title}", title=inert(_title(view, dimension)))
        with st.expander(title, key=f"within {dimension.id}"):
            for parent, children in parts:
                _draw_family(view, parent, children, named=len(parts) > 1)
    _draw_way_back(view)


def _draw_way_back(view: View) -> None:
    st.button(
        view.words.say("Back to the framework's weights"),
        icon=":material/undo:",
        disabled=not view.points,
        on_click=go_back,
        args=(view.here,),
    )


def _draw_family(view: View, parent: Node, children: tuple[Node, ...], *, named: bool) -> None:
    words = view.words
    if named:
        st.caption(inert(_title(view, parent)))
    for child in children:
        share = words.percent(view.shares[child.id], 1)
        st.slider(
            words.say("{title}: {share}", title=inert(_title(view, child)), share=share),
            0,
            MOST,
            key=key_of(child.id),
            on_change=tell_address,
            args=(view.here,),
        )


def _title(view: View, node: Node) -> str:
    """What is measured of a node."""
    return view.words.title(view.here.results.measured(node.id).title)
