"""What would lift my region, and how far is it?"""

import streamlit as st

from pages.parts.matches.view import draw_gap_matches
from pages.parts.next.controls import choose_goal
from pages.parts.next.details import draw_details
from pages.parts.next.top import draw_gaps
from pages.parts.next.view import View
from pages.parts.peers.controls import choose_peers
from pages.parts.peers.state import parameters
from pages.parts.profile.foot import draw_unchosen
from pages.parts.way_up.view import draw_way_up
from pages.shared import prose
from pages.shared.selection import chosen

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
