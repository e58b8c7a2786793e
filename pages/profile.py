"""Where does my region stand, and why?"""

import streamlit as st

from pages.profile_foot import draw_foot, draw_unchosen
from pages.profile_lines import draw_lines
from pages.profile_top import draw_top
from pages.profile_tree import draw_tree
from pages.profile_why import choose_node, draw_why
from pages.selection import chosen

here = chosen()

if here.region is None:
    draw_unchosen(here)
else:
    draw_top(here)
    with st.container(key="why"):
        draw_why(here, choose_node(here))
    with st.container(key="tree"):
        draw_tree(here)
    draw_lines(here)
    draw_foot(here)
