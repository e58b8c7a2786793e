"""How sure is the ranking, and what decides it?"""

import streamlit as st

from pages.parts.robustness.indicators import draw_indicators
from pages.parts.robustness.sources import draw_head, draw_sources
from pages.parts.robustness.together import choose_method, draw_correlations, draw_foot, draw_structure
from pages.parts.robustness.view import drivers
from pages.shared.selection import chosen

here = chosen()

with st.skeleton(height=720):
    # Seen only while a year is scored that many times for the first time; afterwards it is kept.
    drivers(here)
draw_head(here)
if here.ranking["rank"].notna().any():
    draw_sources(here)
    draw_indicators(here)
    draw_correlations(here, choose_method(here))
    draw_structure(here)
draw_foot(here)
