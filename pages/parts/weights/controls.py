"""The sliders of a visitor's own weights."""

from itertools import groupby

import streamlit as st

from metrics.own_points import MOST
from metrics.tree import Node
from pages.parts.weights.region_words import say_short
from pages.parts.weights.state import go_back, key_of, tell_address
from pages.parts.weights.view import View, sliders
from pages.shared import prose
from pages.shared.inert import as_html, inert


def draw_sliders(view: View) -> None:
    """One slider for each dimension, those of its parts folded below, and the way back to the framework's weights."""
    words, here = view.words, view.here
    if short := say_short(view):
        st.html(f'<p class="teladan-now">{as_html(short)}</p>')
    prose.note(
        words.say("Give each part 0 to 100 points; the percentage is its weight. A part with 0 is left out."),
        words.say("The address of this page holds your weights: whoever opens it sees the same."),
    )
    for dimension, found in groupby(sliders(here.framework, here.year), key=lambda entry: entry[0]):
        parts = [family for _, family in found]
        if dimension is None:
            _draw_family(view, *parts[0], named=False)
            continue
        moved = view.moved_in([child for _, children in parts for child in children])
        with st.expander(_say_within(view, dimension, moved), _opened(dimension, moved), key=f"within {dimension.id}"):
            for parent, children in parts:
                _draw_family(view, parent, children, named=len(parts) > 1)
    _draw_way_back(view)


def _say_within(view: View, dimension: Node, moved: int) -> str:
    words, title = view.words, inert(_title(view, dimension))
    if not moved:
        return words.say("Within {title}", title=title)
    return words.say_plural(
        "Within {title}: {count} weight moved", "Within {title}: {count} weights moved", moved, title=title
    )


def _opened(dimension: Node, moved: int) -> bool:
    """Whether a fold stands open: from the first weight in it that is moved.

    It stays so when the weight goes back, for a fold must not close while a slider in it is held.
    """
    key = f"opened {dimension.id}"
    st.session_state[key] = bool(moved) or st.session_state.get(key, False)
    return bool(st.session_state[key])


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
        prose.note(_title(view, parent))
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
