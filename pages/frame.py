"""Around every screen: the look, the shared selectors, the navigation."""

from pathlib import Path

import streamlit as st

from metrics.problems import InputProblems
from pages.contents import SCREENS, draw_family, pages
from pages.parts.embedded import draw_embedded, draw_way_out, embedded, hide_choices
from pages.parts.own.banner import draw_banner
from pages.parts.own.links import keep_session
from pages.parts.room import draw_room
from pages.parts.storyline.along import draw_along
from pages.parts.storyline.keeper import keep_in_browser
from pages.shared.kept import hold_figures
from pages.shared.newer import come_back_drawn
from pages.shared.scheme import follow_system_theme
from pages.shared.selection import chosen, language
from pages.shared.selectors import choose
from pages.shared.trouble import show_trouble
from words import speak

STATIC = Path(__file__).resolve().parent.parent / "static"

st.set_page_config(page_title="Teladan", page_icon=str(STATIC / "icon.svg"), layout="wide")
st.html(STATIC / "teladan.css")
st.logo(str(STATIC / "wordmark.svg"), size="large")

words = speak(language())
listed = pages(words)
alone = embedded()
page = st.navigation(listed, position="hidden" if alone else "top")
address = page.url_path or SCREENS[0].address
follow_system_theme()
come_back_drawn()
if alone:
    hide_choices()
else:
    draw_room(words)
    draw_family(words, page.url_path, listed)
try:
    hold_figures()
    # Seen only while results are computed that are not stored yet: Streamlit waits a moment before it shows it.
    with st.skeleton(height=720):
        further = choose()
except InputProblems as problems:
    show_trouble(problems)
else:
    if alone:
        if not draw_embedded(chosen(), address):
            page.run()
        draw_way_out(chosen(), address)
    else:
        keep_session(chosen())
        keep_in_browser()
        draw_banner(chosen(), page.url_path)
        with further:
            draw_along(chosen(), address)
        page.run()
