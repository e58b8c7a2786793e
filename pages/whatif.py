"""What would other figures of my region give?"""

import streamlit as st

from pages import prose
from pages.links import link
from pages.peers_controls import choose_peers
from pages.profile_foot import draw_unchosen
from pages.selection import Selection, chosen
from pages.whatif_controls import draw_sliders
from pages.whatif_state import chosen_view
from pages.whatif_top import draw_band, draw_head, draw_parts


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
