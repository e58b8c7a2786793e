"""Where does my region stand, and why?"""

import streamlit as st

from pages.parts.matches.view import draw_matches
from pages.parts.own.state import own_data
from pages.parts.profile.change import choose_base, draw_change
from pages.parts.profile.foot import draw_foot, draw_unchosen
from pages.parts.profile.lines import draw_lines
from pages.parts.profile.top import draw_top
from pages.parts.profile.tree import draw_tree
from pages.parts.profile.why import choose_node, draw_why
from pages.parts.profile.worth import choose_worth, draw_worth
from pages.shared.correction import offer_for_node
from pages.shared.downloads import offer_report
from pages.shared.selection import chosen

here = chosen()

if here.region is None:
    draw_unchosen(here)
else:
    own = own_data(here.region)
    draw_top(here)
    offer_report(here)
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
