"""How does my region stand beside others, and which differences are clear?"""

import streamlit as st

from metrics.side_by_side import FEWEST
from pages.parts.compare.controls import choose_indicator, choose_picture, choose_regions
from pages.parts.compare.dimensions import draw_dimensions, draw_indicators, draw_title
from pages.parts.compare.ranks import draw_ranks
from pages.parts.compare.table import draw_table, offer_table
from pages.parts.compare.top import draw_alone, draw_answer, draw_unchosen
from pages.parts.compare.years import draw_years
from pages.shared import prose
from pages.shared.selection import chosen

here = chosen()

if here.region is None:
    draw_unchosen(here)
elif len(regions := choose_regions(here)) < FEWEST:
    draw_alone(here)
else:
    draw_answer(here, regions)
    draw_ranks(here, regions)
    draw_title(here, regions)
    draw_dimensions(here, regions, choose_picture(here))
    draw_indicators(here, regions)
    if (node := choose_indicator(here, regions)) is not None:
        with st.container(key="years"):
            draw_years(here, regions, node)
    draw_table(here, regions)
    offer_table(here, regions)
    prose.source(here.words, here.results, here.year)
