"""How do all regions stand in one variable, in its natural units?"""

import streamlit as st

from pages.parts.indicator.controls import choose_view
from pages.parts.indicator.map import draw_map
from pages.parts.indicator.table import draw_foot, draw_table, table_rows
from pages.parts.indicator.top import draw_course, draw_top
from pages.parts.matches.view import draw_moving
from pages.parts.rankings.controls import choose_kind, choose_province
from pages.shared.correction import offer_for_variable
from pages.shared.downloads import offer_files
from pages.shared.selection import chosen

here = chosen()

view = choose_view(here)
draw_top(view)
offer_for_variable(view)
draw_map(view)
draw_course(view)
st.subheader(here.words.say("All regions"), anchor=False)
with st.container(key="filters", horizontal=True, vertical_alignment="bottom"):
    kind = choose_kind(here)
    province = choose_province(here)
    plain = st.toggle(here.words.say("Plain table"), key="plain", bind="query-params")
draw_table(view, kind, province, plain)
offer_files(here.words, f"teladan-{view.variable}-{view.year}", lambda: table_rows(view, kind, province))
draw_moving(here, view.indicator.node)
draw_foot(view)
