"""Would another way of weighing, or of scoring, change who leads?"""

import streamlit as st

from metrics.problems import InputProblems
from pages.parts.laboratory.controls import choose_trial
from pages.parts.laboratory.moves import draw_foot, draw_moves
from pages.parts.laboratory.top import draw_head, draw_no_ranking
from pages.parts.laboratory.view import prepare
from pages.parts.laboratory.weights import draw_weights
from pages.shared.selection import chosen
from pages.shared.trouble import show_trouble

here = chosen()

if here.ranking["rank"].isna().all():
    draw_no_ranking(here)
else:
    head = st.container()
    trial = choose_trial(here)
    try:
        # Seen only while another way is scored that is not stored yet.
        with st.skeleton(height=720):
            prepare(trial)
    except InputProblems as problems:
        show_trouble(problems)
    else:
        with head:
            draw_head(trial)
        draw_weights(trial)
        draw_moves(trial)
    draw_foot(here)
