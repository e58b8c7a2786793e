"""Which regions stand where?"""

import streamlit as st

from exports.ranking_csv import EXCEL, PLAIN
from pages.ranking_controls import choose_kind, choose_province
from pages.ranking_table import draw_foot, draw_table, table_file
from pages.ranking_top import draw_top
from pages.selection import chosen

here = chosen()
words = here.words

draw_top(here)
with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
    kind = choose_kind(here)
    province = choose_province(here)
    plain = st.toggle(words.say("Plain table"), key="plain", bind="query-params")
draw_table(here, kind, province, plain)

files = ((words.say("CSV"), "csv", PLAIN), (words.say("CSV for Indonesian Excel"), "excel.csv", EXCEL))
with st.container(key="downloads", horizontal=True):
    for label, suffix, dialect in files:
        st.download_button(
            label,
            lambda dialect=dialect: table_file(here, kind, province, dialect),
            file_name=f"teladan-{here.framework}-{here.year}.{suffix}",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )

draw_foot(here)
