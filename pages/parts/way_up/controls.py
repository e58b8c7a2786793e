"""The way up's own selectors: what is aimed at, and within how many years."""

import streamlit as st

from exports.titles import level_names
from metrics.way_up_targets import PEERS
from pages.parts.peers.state import parameters
from pages.parts.way_up.aims import target_scores
from pages.parts.way_up.found import View
from pages.shared.address import accept_code, say_again
from pages.shared.selection import Selection

_YEARS, _USUAL = 10, 5


def choose_way(here: Selection, peers: tuple[str, ...]) -> View | None:
    """The next level at first, or another level above, or the median of the peers; None where there is nothing to aim
    at."""
    words, scores = here.words, target_scores(here, peers)
    if not scores:
        return None
    levels = level_names(words, here.results)
    names = {
        key: words.say("Median of the peers")
        if key == PEERS
        else words.say("Level {level}", level=levels[int(key) - 1])
        for key in scores
    }
    accept_code("target", names)
    if st.session_state.get("target", next(iter(names))) not in names:
        del st.session_state["target"]  # of another region, or with other peers
    say_again("target", here.language)
    with st.container(key="aim", horizontal=True, vertical_alignment="bottom"):
        target = st.selectbox(
            words.say("Target score"),
            list(names),
            format_func=lambda key: names.get(key, key),
            key="target",
            bind="query-params",
            width=260,
        )
        years = st.slider(
            words.say("Within how many years"), 1, _YEARS, _USUAL, key="years", bind="query-params", width=320
        )
    assert here.region is not None
    return View(here, peers, target, years, parameters(here.region))
