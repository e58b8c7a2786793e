"""The lower part of the next step: each gap in sentences, what is no gap, and where the figures are from."""

import streamlit as st

from metrics.gaps import Gap
from metrics.problems import InputProblems
from metrics.settings_text import PARAMETER, written
from pages.parts.next.gap_words import say_distance, say_gain, say_rest
from pages.parts.next.pace_words import say_newer, say_own, say_peers
from pages.parts.next.view import View, title
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.links import link


@st.cache_data(show_spinner=False, max_entries=500)
def draw_details(view: View) -> None:
    """Gap by gap, folded; then what is reached, outside of the score, or without a figure."""
    words = view.words
    try:
        found = view.gaps
    except InputProblems:  # told above
        return
    if listed := [*found.behind, *found.beside]:
        with st.expander(words.say("Gap by gap: distance, pace and what it would bring")):
            st.html(f'<ol class="teladan-groups">{"".join(_item(view, gap) for gap in listed)}</ol>')
    if rest := say_rest(view):
        prose.points(rest)


def _item(view: View, gap: Gap) -> str:
    words = view.words
    told = [
        " ".join([say_distance(view, gap), *say_newer(words, gap)]),
        *say_gain(view, gap),
        say_own(words, gap),
        say_peers(words, gap),
    ]
    onward = (
        prose.link(words.say("Try it"), view.link("what-if", **_set(gap))),
        prose.link(words.say("Open the indicator"), link(view.here, "indicator", variable=gap.node.variable)),
    )
    lines = "<br>".join([*map(as_html, told), " · ".join(onward)])
    return f"<li><b>{as_html(title(view, gap))}</b><br><small>{lines}</small></li>"


def _set(gap: Gap) -> dict[str, str]:
    """What an address has to say for a what-if with the goal reached."""
    return {} if gap.goal is None else {PARAMETER: written({gap.node.id: gap.goal})}
