"""What would other weights give?"""

import streamlit as st

from pages.parts.rankings.controls import choose_kind
from pages.parts.rankings.table import draw_foot
from pages.parts.rankings.words import say_answer
from pages.parts.weights.controls import draw_sliders
from pages.parts.weights.state import chosen_view
from pages.parts.weights.table import draw_movers, draw_ranking
from pages.parts.weights.top import draw_head, draw_map
from pages.shared.answer import draw_answer
from pages.shared.results import summary
from pages.shared.selection import Selection, chosen


@st.fragment
def draw_weighing(here: Selection) -> None:
    """Everything that a slider moves; only this runs again."""
    view = chosen_view(here)
    draw_head(view)
    with st.container(key="weighing"):
        with st.container(key="result"):
            draw_map(view)
        with st.container(key="sliders"):
            draw_sliders(view)
        with st.container(key="movers"):
            kind = choose_kind(here)
            draw_movers(view, kind)
    if not view.empty:
        draw_ranking(view, kind)


here = chosen()

if here.ranking["score"].isna().all():
    everyone, *_ = summary(here.framework, here.year)
    draw_answer(here, say_answer(here.words, everyone, here.year, 0), "")
else:
    draw_weighing(here)
draw_foot(here)
