"""What would other figures of my region give?"""

import streamlit as st

from pages.parts.peers.controls import choose_peers
from pages.parts.profile.foot import draw_unchosen
from pages.parts.whatif.controls import draw_sliders
from pages.parts.whatif.state import chosen_view
from pages.parts.whatif.top import draw_band, draw_head, draw_parts
from pages.shared import prose
from pages.shared.links import link
from pages.shared.selection import Selection, chosen


@st.fragment
def draw_supposing(here: Selection) -> None:
    """Everything that a slider moves; only this runs again."""
    head = st.container()
    with st.container(key="supposing"):
        with st.container(key="supposed"):
            result, peers = st.container(), st.container()
        sliders = st.container(key="levers")
    with peers:
        view = chosen_view(here, choose_peers(here))
    with head:
        draw_head(view)
    with result:
        draw_parts(view)
        band = st.container()
        prose.onward(here.words.say("What would be the next step?"), link(here, "next-step"))
    with sliders:
        draw_sliders(view)
    with band:
        draw_band(view)


here = chosen()

if here.region is None:
    draw_unchosen(here)
else:
    draw_supposing(here)
    prose.source(here.words, here.results, here.year)
