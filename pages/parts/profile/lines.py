"""The years of a region's indicators: one figure a dimension, one panel an indicator."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.timeline import timeline_alt, timeline_figure
from metrics.own.data import OwnData
from pages.parts.own.marks import panel, say_marks, with_targets, written_marks, years_drawn
from pages.parts.profile.view import lines, title
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain

# What marks a value in a table: where its figure is from.
SIGNS = {"figure": "", "carried": " ○", "imputed": " □"}


def draw_lines(here: Selection, own: OwnData | None) -> None:
    """The panels of every dimension, and the same as a table; with what the region brings itself, if it does."""
    if own is None:
        _draw_published(here)
    else:
        _draw(here, with_targets(here, own))


@st.cache_data(show_spinner=False, max_entries=500)
def _draw_published(here: Selection) -> None:
    """What all visitors see alike; own figures must never be kept."""
    assert here.region is not None
    _draw(here, with_targets(here, OwnData(here.region)))


def _draw(here: Selection, brought: OwnData) -> None:
    words, scored = here.words, here.results
    st.subheader(words.say("Over the years"), anchor=False)
    prose.note(
        words.say(
            "Each panel has a scale of its own. Filled marks are published figures; hollow ones stand in: a figure "
            "carried forward from the year at the start of the dotted line. A year without a mark has no figure."
        ),
        *say_shaded(here),
        *say_marks(here.words, brought),
    )
    with st.container(key="lines"):
        for dimension, found in lines(here).items():
            panels = [panel(here, series, brought) for series in found]
            with st.container(border=True):
                st.markdown(f"**{inert(title(here, dimension))}**")
                st.plotly_chart(
                    timeline_figure(
                        panels, years_drawn(here, brought), scored.provisional_years, words, palette(here.theme)
                    ),
                    config={"displayModeBar": False, "scrollZoom": False},
                    alt=timeline_alt(panels, words),
                    key=f"line {dimension.id}",
                )
    with st.container(key="lines-table"), st.expander(words.say("The same as a table")):
        _draw_table(here, brought)


def say_shaded(here: Selection) -> list[str]:
    """Which years are provisional."""
    years = [here.words.year(year) for year in here.results.provisional_years]
    return [here.words.say("Shaded: provisional ({years}).", years=here.words.listing(years))] if years else []


def _draw_table(here: Selection, brought: OwnData) -> None:
    words, years = here.words, years_drawn(here, brought)
    rows = []
    for series in (one for found in lines(here).values() for one in found):
        row = {"region": series.node.id, "name": words.title(series.node.title), "unit": words.title(series.node.unit)}
        for point in series.points:
            row[str(point.year)] = words.number(point.value, series.node.decimals) + SIGNS[point.origin]
        for year, told in written_marks(here, brought, series.node).items():
            row[str(year)] = " ".join(filter(None, (row.get(str(year)), told)))
        rows.append(row)
    columns = [
        Column("name", words.say("Indicator")),
        Column("unit", words.say("Unit")),
        *(Column(str(year), words.year(year), number=True) for year in years),
    ]
    table = pd.DataFrame(rows, columns=["region", *(column.field for column in columns)])
    told = words.say("○ carried forward from an earlier year; □ an estimate; – no figure")
    draw_plain(table, columns, None, " ".join([told, *say_marks(words, brought)]))
