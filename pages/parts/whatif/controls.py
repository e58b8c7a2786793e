"""The sliders of a what-if: one an indicator, from today's figure to the best that counts."""

from itertools import groupby

import streamlit as st

from metrics.levers import Lever
from metrics.tree import Node
from pages.parts.whatif import lever_words as tell
from pages.parts.whatif import words as say
from pages.parts.whatif.state import go_back, is_moved, key_of, tell_address
from pages.parts.whatif.view import View
from pages.shared import prose
from pages.shared.inert import as_html, inert


def draw_sliders(view: View) -> None:
    """What a government moves itself; the rest folded below, with what to keep in mind; and the way back."""
    words = view.words
    direct = [lever for lever in view.levers if lever.direct]
    others = [lever for lever in view.levers if not lever.direct]
    if view.values:
        st.html(f'<p class="teladan-now">{as_html(say.say_short(view))}</p>')
    prose.note(
        words.say(
            "Further to the right is better: each slider runs from today's figure to the best that counts. "
            "The triangle marks the best of the peers."
        )
    )
    st.button(
        words.say("Back to today's figures"),
        icon=":material/undo:",
        disabled=not view.values,
        on_click=go_back,
        args=(view,),
    )
    _draw_by_dimension(view, direct)
    if others:
        with st.expander(
            words.say("More: what moves slowly, or stands outside the score"), _opened(others) or not direct
        ):
            prose.note(
                words.say(
                    "Schooling and life expectancy take a generation, and no budget year moves them: what is set here "
                    "is no plan."
                )
            )
            _draw_by_dimension(view, others)


def _opened(levers: list[Lever]) -> bool:
    """Whether the fold stands open: from the first slider in it that is moved, and then it stays so."""
    key = "whatif_opened"
    st.session_state[key] = st.session_state.get(key, False) or any(is_moved(lever) for lever in levers)
    return bool(st.session_state[key])


def _draw_by_dimension(view: View, drawn: list[Lever]) -> None:
    for dimension, found in groupby(drawn, key=lambda lever: _dimension(view, lever.node)):
        levers, title = list(found), view.words.title(view.here.results.measured(dimension).title)
        if title != view.words.title(levers[0].node.title):
            st.html(f'<p class="teladan-part">{as_html(title)}</p>')
        for lever in levers:
            _draw_slider(view, lever)


def _dimension(view: View, node: Node) -> str:
    while node.depth > 1 and node.parent is not None:
        node = view.here.results.node(node.parent)
    return node.id


def _draw_slider(view: View, lever: Lever) -> None:
    words, key = view.words, key_of(lever)
    value = st.session_state[key]
    if len(lever.stops) == 1:
        prose.note(tell.say_best(view, lever))
        return
    st.select_slider(
        inert(tell.say_label(view, lever, value)),
        [*([None] if lever.today is None else []), *_options(view, lever, value)],
        format_func=lambda stop: "–" if stop is None else tell.natural(words, lever, stop),
        key=key,
        on_change=tell_address,
        args=(view,),
    )
    place = lever.place_of_peers
    mark = "" if place is None else f'<i style="--at:{place:.4f}" aria-hidden="true"></i>'
    st.html(f'<p class="teladan-range">{mark}{as_html(tell.say_range(view, lever))}</p>')


def _options(view: View, lever: Lever, value: float | None) -> list[float]:
    """The stops of a slider, and the value it is at; of those that are written alike only one."""
    written: dict[str, float] = {}
    for stop in (*([] if value is None else [value]), *lever.stops):
        written.setdefault(tell.natural(view.words, lever, stop), stop)
    return sorted(written.values(), key=lambda stop: lever.node.sign * stop)
