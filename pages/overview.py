"""Where does the country stand?"""

import streamlit as st

from pages.parts.overview.contrast import draw_contrast, draw_table, picture_alone
from pages.parts.overview.map import draw_head, draw_map
from pages.parts.overview.spread import draw_distributions
from pages.parts.rankings.table import draw_foot
from pages.shared.selection import chosen

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
