"""What is shown to a hall, in which order?"""

import streamlit as st

from pages.parts.storyline.choice import MINE, choose_storyline, copy, shipped
from pages.parts.storyline.edit import draw_edit
from pages.parts.storyline.files import draw_load, offer_file, offer_presentation
from pages.parts.storyline.lines import draw_lines
from pages.parts.storyline.present import lacks_region, present_mine, present_shipped
from pages.parts.storyline.state import forget, mine
from pages.parts.storyline.top import draw_top
from pages.shared import prose
from pages.shared.forgetting import offer_forgetting
from pages.shared.selection import chosen

here = chosen()
words = here.words

head = st.container()
name = choose_storyline(here)
storyline = mine().storyline if name == MINE else shipped(here)[name]
with head:
    draw_top(here, storyline, name == MINE)
if storyline is not None and not lacks_region(here, storyline):
    with st.container(key="story-present", horizontal=True, vertical_alignment="center"):
        if name == MINE:
            present_mine(here, storyline)
            offer_presentation(here, storyline)
            offer_file(here, storyline)
            offer_forgetting(words, words.say("Forget my storyline"), forget)
        else:
            present_shipped(here, storyline)
            st.button(
                words.say("Copy into my storyline"),
                on_click=copy,
                args=(storyline,),
                icon=":material/content_copy:",
            )
    draw_lines(here, storyline)
    if name == MINE:
        with st.expander(words.say("Change my storyline"), expanded=True, icon=":material/edit:"):
            draw_edit(here, storyline)
if name == MINE:
    draw_load(here)
prose.source(words, here.results, here.year)
