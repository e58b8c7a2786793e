"""Which regions stand where?"""

import streamlit as st

from pages.parts.rankings.bands import draw_bands
from pages.parts.rankings.filter_controls import choose_filters
from pages.parts.rankings.table import draw_foot, draw_table, table_rows
from pages.parts.rankings.top import draw_top
from pages.parts.rankings.trend import draw_trend_method
from pages.shared.downloads import offer_files, offer_workbook
from pages.shared.selection import chosen

here = chosen()

draw_top(here)
with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
    filters = choose_filters(here)
    plain = st.toggle(here.words.say("Plain table"), key="plain", bind="query-params")
draw_bands(here, filters)
if draw_table(here, filters, plain):
    offer_files(here.words, f"teladan-{here.framework}-{here.year}", lambda: table_rows(here, filters))
offer_workbook(here)
draw_trend_method(here)
draw_foot(here)
