"""Own figures and targets on time lines, and what is said of the targets."""

import streamlit as st

from charts.palette import palette
from charts.timeline import Panel, timeline_alt, timeline_figure
from charts.timeline_own import Mark
from metrics.own.data import OwnData
from metrics.time_series import TimeSeries
from metrics.tree import Node
from pages import own_target_words as tell
from pages import prose
from pages.inert import inert
from pages.own_view import View
from pages.profile_view import lines
from pages.profile_words import say_point
from pages.selection import Selection


def own_marks(here: Selection, own: OwnData, node: Node) -> tuple[list[Mark], list[Mark]]:
    """The own figures of an indicator, and the targets."""
    words = here.words

    def holes(year: int, value: float) -> dict[str, str]:
        return {
            "title": words.title(node.title),
            "year": words.year(year),
            "value": words.number(value, node.decimals),
            "unit": words.title(node.unit),
        }

    figures = [
        Mark(
            one.year, one.value, words.say("{title}, {year}: own figure {value} {unit}.", **holes(one.year, one.value))
        )
        for one in own.figures_of(node.id)
    ]
    targets = [
        Mark(one.year, one.target, words.say("{title}, {year}: target {value} {unit}.", **holes(one.year, one.target)))
        for one in own.targets_of(node.id)
    ]
    return figures, targets


def panel(here: Selection, series: TimeSeries, own: OwnData | None) -> Panel:
    """The panel of an indicator, with what the region brings itself."""
    words, node = here.words, series.node
    tooltips = [say_point(here, series, point) for point in series.points]
    figures, targets = ([], []) if own is None else own_marks(here, own, node)
    return Panel(words.title(node.title), words.title(node.unit), node.decimals, series, tooltips, figures, targets)


def years_drawn(here: Selection, own: OwnData | None) -> range:
    """From the first scored year to the last one that anything is of."""
    years = here.results.years
    later = [] if own is None else [entry.year for entry in (*own.figures, *own.targets)]
    return range(years[0], max(years[-1], *later, years[-1]) + 1)


def draw_targets(view: View) -> None:
    """The time lines of the indicators with own figures or targets, and how far each target is."""
    words, here = view.words, view.here
    if not view.touched:
        return
    heading = tell.say_targets(words, view.targets) if view.targets else words.say("Own figures over the years")
    st.subheader(inert(heading), anchor=False)
    prose.note(
        words.say("● published, ◆ own figure, ▬ target. Each panel has a scale of its own."),
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
