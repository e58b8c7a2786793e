"""Where does the country stand?"""

import streamlit as st

from pages.overview_contrast import draw_contrast, draw_table, picture_alone
from pages.overview_map import draw_head, draw_map
from pages.overview_spread import draw_distributions
from pages.ranking_table import draw_foot
from pages.selection import chosen

here = chosen()

alone = picture_alone()
if not alone:
    # On a phone the map comes before the rest of the head: static/teladan.css orders what is in here.
    with st.container(key="glance"):
        draw_head(here)
        draw_map(here)
draw_contrast(here)
draw_table(here)
if not alone:
    draw_distributions(here)
draw_foot(here)
