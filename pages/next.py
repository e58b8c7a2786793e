"""What would lift my region, and how far is it?"""

import streamlit as st

from pages import prose
from pages.matches_view import draw_gap_matches
from pages.next_controls import choose_goal
from pages.next_details import draw_details
from pages.next_top import draw_gaps
from pages.next_view import View
from pages.peers_controls import choose_peers
from pages.peers_state import parameters
from pages.profile_foot import draw_unchosen
from pages.selection import chosen
from pages.way_up_view import draw_way_up

here = chosen()

if here.region is None:
    draw_unchosen(here)
else:
    with st.container(key="against", horizontal=True, vertical_alignment="bottom"):
        with st.container(width="content"):
            peers = choose_peers(here)
        view = View(here, peers, choose_goal(here), parameters(here.region))
    draw_gaps(view)
    draw_details(view)
    draw_gap_matches(view)
    draw_way_up(here, view.peers)
    prose.source(here.words, here.results, here.year)
