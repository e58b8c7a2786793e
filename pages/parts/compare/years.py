"""One indicator of the regions over the years, and how each has moved."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.years_together import Line, years_alt, years_figure
from metrics.time_series import TimeSeries
from metrics.together import moved
from metrics.tree import Node
from pages.parts.compare.view import Regions, name, short_name, years
from pages.parts.profile.lines import SIGNS, say_shaded
from pages.parts.profile.words import say_point
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


@st.cache_data(show_spinner=False, max_entries=500)
def draw_years(here: Selection, regions: Regions, node: Node) -> None:
    """The lines, and the same as a table."""
    words, found = here.words, years(here, node.id, regions)
    heading = words.title(node.title)
    st.subheader(inert(_say_moved(here, node, found)), anchor=False)
    unit = words.title(node.unit)
    prose.note(
        *([words.say("{title}, {unit}.", title=heading, unit=unit)] if unit else []),
        words.say("Filled marks are published figures; hollow ones are carried forward. A break is a gap in the line."),
        *say_shaded(here),
    )
    lines = [
        Line(
            short_name(here, region),
            series,
            [_say_point(here, region, series, at) for at in range(len(series.points))],
            region == regions[0],
        )
        for region, series in found.items()
    ]
    if any(series.points for series in found.values()):
        st.plotly_chart(
            years_figure(lines, here.results.years, here.results.provisional_years, words, palette(here.theme)),
            config={"displayModeBar": False, "scrollZoom": False},
            alt=years_alt(lines, heading, words),
        )
    with st.expander(words.say("The same as a table"), key="years-table"):
        _draw_table(here, found, heading)


def _say_point(here: Selection, region: str, series: TimeSeries, at: int) -> str:
    told = say_point(here, series, series.points[at])
    return here.words.say("{name}: {said}", name=name(here, region), said=told)


def _say_moved(here: Selection, node: Node, found: dict[str, TimeSeries]) -> str:
    """The title: how mine has moved, and between what the others have."""
    words, change = here.words, moved(found)
    mine, *others = found
    if change is None:
        return words.say(
            "{name}: too few figures of {title} to tell a change", name=name(here, mine), title=words.title(node.title)
        )
    held = [change.changes[region] for region in others if region in change.changes]
    holes = {
        "name": name(here, mine),
        "first": words.year(change.first),
        "last": words.year(change.last),
        "change": words.signed(change.changes[mine], node.decimals),
    }
    if not held:
        if change.clear is False:
            return words.say("{name}: no clear change from {first} to {last} ({change})", **holes)
        return words.say("{name}: {change} from {first} to {last}", **holes)
    holes |= {"low": words.signed(min(held), node.decimals), "high": words.signed(max(held), node.decimals)}
    if change.clear is False:
        return words.say(
            "{name}: no clear change from {first} to {last} ({change}); the others {low} to {high}", **holes
        )
    return words.say("{name}: {change} from {first} to {last}; the others {low} to {high}", **holes)


def _draw_table(here: Selection, found: dict[str, TimeSeries], heading: str) -> None:
    words = here.words
    rows = []
    for region, series in found.items():
        row = {"region": region, "name": name(here, region)}
        for point in series.points:
            row[str(point.year)] = words.number(point.value, series.node.decimals) + SIGNS[point.origin]
        rows.append(row)
    columns = [
        Column("name", words.say("Region")),
        *(Column(str(year), words.year(year), number=True) for year in here.results.years),
    ]
    table = pd.DataFrame(rows, columns=["region", *(column.field for column in columns)])
    caption = words.say("○ carried forward from an earlier year; □ an estimate; – no figure")
    draw_plain(table, columns, here.region, words.say("{title}. {said}", title=heading, said=caption))
