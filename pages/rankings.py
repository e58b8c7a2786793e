"""Which regions stand where?"""

import streamlit as st

from exports.ranking_csv import EXCEL, PLAIN
from pages import ranking_parts as parts
from pages.selection import chosen

here = chosen()
words = here.words

parts.draw_answer(here)
parts.draw_spread(here)

st.subheader(words.say("Ranking"), anchor=False)
parts.draw_caveat(here)
with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
    kind = parts.choose_kind(here)
    province = parts.choose_province(here)
    plain = st.toggle(words.say("Plain table"), key="plain", bind="query-params")
parts.draw_table(here, kind, province, plain)

files = ((words.say("CSV"), "csv", PLAIN), (words.say("CSV for Indonesian Excel"), "excel.csv", EXCEL))
with st.container(key="downloads", horizontal=True):
    for label, suffix, dialect in files:
        st.download_button(
            label,
            lambda dialect=dialect: parts.table_file(here, kind, province, dialect),
            file_name=f"teladan-{here.framework}-{here.year}.{suffix}",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )

parts.draw_not_assessed(here)
parts.draw_source(here)
