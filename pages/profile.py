"""Where does my region stand, and why?"""

import streamlit as st

from pages.correction import offer_for_node
from pages.matches_view import draw_matches
from pages.own_state import own_data
from pages.profile_change import choose_base, draw_change
from pages.profile_foot import draw_foot, draw_unchosen
from pages.profile_lines import draw_lines
from pages.profile_top import draw_top
from pages.profile_tree import draw_tree
from pages.profile_why import choose_node, draw_why
from pages.profile_worth import choose_worth, draw_worth
from pages.selection import chosen

here = chosen()

if here.region is None:
    draw_unchosen(here)
else:
    own = own_data(here.region)
    draw_top(here)
    with st.container(key="why"):
        draw_why(here, node := choose_node(here))
        offer_for_node(here, node)
    with st.container(key="tree"):
        draw_tree(here, own)
    with st.container(key="change"):
        if (base := choose_base(here)) is not None:
            draw_change(here, base)
    draw_lines(here, own)
    with st.container(key="worth-part"):
        if choose_worth(here):
            draw_worth(here)
    with st.container(key="matches"):
        draw_matches(here)
    draw_foot(here)
