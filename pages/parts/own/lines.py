"""Own figures and targets on time lines, and what is said of the targets."""

import streamlit as st

from charts.palette import palette
from charts.timeline import timeline_alt, timeline_figure
from pages.parts.own import target_words as tell
from pages.parts.own.marks import panel, say_marks, years_drawn
from pages.parts.own.view import View
from pages.parts.profile.view import lines
from pages.shared import prose
from pages.shared.inert import inert


def draw_targets(view: View) -> None:
    """The time lines of the indicators with own figures or targets, and how far each target is."""
    words, here = view.words, view.here
    if not view.touched:
        return
    heading = tell.say_targets(words, view.targets) if view.targets else words.say("Own figures over the years")
    st.subheader(inert(heading), anchor=False)
    prose.note(
        words.say("Each panel has a scale of its own; filled circles are published figures."),
        *say_marks(words, view.own),
    )
    touched = {node.id for node in view.touched}
    found = [one for series in lines(here).values() for one in series if one.node.id in touched]
    with st.container(key="own-lines"):
        for series in found:
            with st.container(border=True):
                drawn = panel(here, series, view.own)
                st.plotly_chart(
                    timeline_figure(
                        [drawn], years_drawn(here, view.own), here.results.provisional_years, words, palette(here.theme)
                    ),
                    config={"displayModeBar": False, "scrollZoom": False},
                    alt=timeline_alt([drawn], words),
                    key=f"own-line:{series.node.id}",
                )
    prose.points([tell.say_target(words, one) for one in view.targets])
