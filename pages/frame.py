"""Around every screen: the look, the shared selectors, the navigation."""

from pathlib import Path

import streamlit as st

from metrics.problems import InputProblems
from pages.contents import draw_family, pages
from pages.own_banner import draw_banner
from pages.own_links import keep_session
from pages.scheme import follow_system_theme
from pages.selection import chosen, language
from pages.selectors import choose
from pages.trouble import show_trouble
from words import speak

STATIC = Path(__file__).resolve().parent.parent / "static"

st.set_page_config(page_title="Teladan", page_icon=str(STATIC / "icon.svg"), layout="wide")
st.html(STATIC / "teladan.css")
st.logo(str(STATIC / "wordmark.svg"), size="large")

words = speak(language())
listed = pages(words)
page = st.navigation(listed, position="top")
follow_system_theme()
draw_family(words, page.url_path, listed)
try:
    # Seen only while results are computed that are not stored yet: Streamlit waits a moment before it shows it.
    with st.skeleton(height=720):
        choose()
except InputProblems as problems:
    show_trouble(problems)
else:
    keep_session(chosen())
    draw_banner(chosen(), page.url_path)
    page.run()
