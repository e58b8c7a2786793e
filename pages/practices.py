"""Who has done it already?"""

import streamlit as st

from pages.parts.practices.address import FIT, WHOLE, say
from pages.parts.practices.cards import FIRST, draw_cards, draw_table
from pages.parts.practices.controls import choose, choose_view
from pages.parts.practices.foot import draw_foot
from pages.parts.practices.found import found as answers
from pages.parts.practices.map import draw_map
from pages.parts.practices.top import draw_found, draw_head, draw_nothing
from pages.parts.practices.view import entries
from pages.shared.selection import chosen

here = chosen()

draw_head(here)
if entries(here):
    asked = choose(here)
    found = answers(here, asked)
    ids = tuple(one.practice.id for one in found)
    if found:
        draw_map(here, ids)
    with st.container(key="practices-head", horizontal=True, vertical_alignment="bottom"):
        draw_found(here, asked, len(found))
        view = choose_view(here, asked)
    if not found:
        draw_nothing(here, asked)
    elif view == "table":
        draw_table(here, ids)
    else:
        shown = found if asked.whole else found[:FIRST]
        draw_cards(here, tuple((one.practice.id, one.why) for one in shown), asked.order == FIT)
        if len(found) > FIRST and not asked.whole:
            st.button(
                here.words.say("Show all {count}", count=here.words.number(len(found))),
                on_click=say,
                args=(WHOLE, "1"),
                width="stretch",
            )
draw_foot(here)
