"""A screen within another site (`?embed=true`): the answer, its chart and the source, and the way to the full view."""

from __future__ import annotations

import html

import streamlit as st

from charts.palette import palette
from charts.slides.figure import slide_figure
from charts.slides.kinds import Facts
from exports.slides import views
from exports.slides.slide import Slide
from metrics.problems import InputProblems
from pages.parts.storyline.lines import results_of, screen_title
from pages.shared import prose
from pages.shared.on_screen import view_on_screen
from pages.shared.selection import Selection

_HEIGHT = 360  # pixels of a chart in a wide frame


def embedded() -> bool:
    """Whether another site shows this screen in a frame."""
    return bool(st.context.is_embedded)


def hide_choices() -> None:
    """Let the selectors do their work unseen (static/teladan.css): the link has chosen."""
    st.html('<div class="teladan-embedded"></div>')


def draw_embedded(here: Selection, address: str) -> bool:
    """Draw the view of the screen at `address` as its slide tells it; False where it cannot be a slide."""
    try:
        return _draw(here, address, view_on_screen(here, address).address)
    except InputProblems:
        return False


def draw_way_out(here: Selection, address: str) -> None:
    """The link to the same view by itself."""
    full = html.escape(view_on_screen(here, address).asking(lang=here.language).address)
    told = html.escape(here.words.say("Teladan: open the full view"))
    st.html(f'<p class="teladan-note"><a href="{full}" target="_blank" rel="noopener">{told}</a></p>')


@st.cache_data(show_spinner=False, max_entries=500)
def _draw(here: Selection, address: str, view: str) -> bool:
    slide = views.slide(results_of, view, here.words)
    prose.answer(screen_title(here.words, address), slide.headline)
    prose.note(slide.caption)
    _draw_chart(here, slide)
    prose.note(slide.takeaway)
    prose.closing(slide.source)
    return True


def _draw_chart(here: Selection, slide: Slide) -> None:
    if isinstance(slide.chart, Facts):
        told = "".join(
            f"<li><b>{html.escape(fact.figure)}</b> {html.escape(fact.title)} "
            f"<small>{html.escape(fact.told)}</small></li>"
            for fact in slide.chart.facts
        )
        st.html(f'<ul class="teladan-large">{told}</ul>')
        return
    if slide.chart is None:
        return
    # Nobody tells the server how wide the frame is: both are there, and static/teladan.css shows the one that fits.
    for place, narrow in (("embedded-narrow", True), ("embedded-wide", False)):
        drawn = slide_figure(slide.chart, here.words, palette(here.theme), narrow, reader=slide.mine is not None)
        if drawn is None:
            return
        if not narrow:
            drawn.update_layout(height=_HEIGHT)
        with st.container(key=place):
            st.plotly_chart(drawn.whole(), config={"displayModeBar": False, "scrollZoom": False}, alt=slide.alt)
