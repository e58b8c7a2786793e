"""What does my region look like with its own, newer figures, its targets and its plan?"""

import streamlit as st

from pages import prose
from pages.own_editors import draw_editors
from pages.own_files import draw_files
from pages.own_lines import draw_targets
from pages.own_odd import say_odd
from pages.own_outcome import draw_outcome
from pages.own_plan import draw_plan
from pages.own_top import draw_head, draw_scores
from pages.own_view import view_of
from pages.profile_foot import draw_unchosen
from pages.selection import chosen

here = chosen()

if here.region is None:
    draw_unchosen(here)
else:
    view = view_of(here)
    draw_head(view)
    draw_outcome(here)
    prose.note(*say_odd(view))
    draw_scores(view)
    draw_targets(view)
    draw_plan(view)
    st.subheader(here.words.say("Files"), anchor=False)
    draw_files(here, view.own)
    st.subheader(here.words.say("Or type them in"), anchor=False)
    draw_editors(here, view.own)
    prose.source(here.words, here.results, here.year)
