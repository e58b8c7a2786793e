"""What does my region look like with its own, newer figures, its targets and its plan?"""

import streamlit as st

from pages.parts.own.editors import draw_editors
from pages.parts.own.files import draw_files
from pages.parts.own.lines import draw_targets
from pages.parts.own.odd import say_odd
from pages.parts.own.outcome import draw_outcome
from pages.parts.own.plan import draw_plan
from pages.parts.own.top import draw_head, draw_scores
from pages.parts.own.view import view_of
from pages.parts.profile.foot import draw_unchosen
from pages.shared import prose
from pages.shared.selection import chosen

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
