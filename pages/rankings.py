"""Which regions stand where?"""

import streamlit as st

from pages.downloads import offer_csv
from pages.ranking_controls import choose_kind, choose_province
from pages.ranking_table import draw_foot, draw_table, table_file
from pages.ranking_top import draw_top
from pages.selection import chosen

here = chosen()

draw_top(here)
with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
    kind = choose_kind(here)
    province = choose_province(here)
    plain = st.toggle(here.words.say("Plain table"), key="plain", bind="query-params")
draw_table(here, kind, province, plain)
offer_csv(
    here.words, f"teladan-{here.framework}-{here.year}", lambda dialect: table_file(here, kind, province, dialect)
)
draw_foot(here)
