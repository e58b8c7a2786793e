"""The upper part of the indicator screen: the answer, the spread over the regions, the course over the years."""

import pandas as pd
import streamlit as st

from charts.indicator import Line, course_alt, course_figure, spread_alt, spread_figure
from charts.palette import palette
from charts.ranking import Row
from metrics.indicator import course, medians, spreads
from pages.parts.indicator import notes
from pages.parts.indicator import words as say
from pages.parts.indicator.view import View
from pages.shared import prose
from pages.shared.answer import draw_my_region
from pages.shared.tables import Column, draw_plain

_PLAIN_CHART = {"displayModeBar": False, "scrollZoom": False}


@st.cache_data(show_spinner=False, max_entries=500)
def draw_top(view: View) -> None:
    """The answer, the reader's own region, and the spread."""
    words, here = view.words, view.here
    found = view.figures
    everyone, *kinds = spreads(found)
    mine = None
    if here.region is not None:
        mine = found.set_index("region", drop=False).loc[here.region].to_dict()
    prose.answer(words.say("Indicator"), say.say_answer(view, everyone, mine))
    prose.note(*notes.say_year(view))
    if mine is None:
        prose.note(words.say("Choose your region above to see it in the chart and in the table."))
    else:
        draw_my_region(here, mine["name"], say.say_my_region(view, mine, kinds))
    known = found.dropna(subset="value").rename(columns={"value": "score"})
    rows = [Row(str(kind.kind), kind.median, known[known["kind"] == kind.kind]) for kind in kinds]
    rows = rows or [Row(words.say("All regions"), everyone.median, known)]
    st.subheader(notes.say_medians(view, rows), anchor=False)
    prose.note(*notes.say_measure(view, everyone))
    tooltips = {row["region"]: say.say_region(view, row | {"value": row["score"]}) for row in known.to_dict("records")}
    st.plotly_chart(
        spread_figure(
            rows, view.scale, view.unit, view.indicator.target, tooltips, here.region, words, palette(here.theme)
        ),
        config=_PLAIN_CHART,
        alt=spread_alt(rows, words, view.decimals, view.unit),
    )
    prose.note(*notes.say_caveats(view))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_course(view: View) -> None:
    """The medians by kind over the years, with the reader's own region; as a table too."""
    words = view.words
    lines = _lines(view)
    years = {year for line in lines for year, _ in line.points}
    if len(years) < 2:
        prose.note(words.say("There are figures of one year only, so there is no course over time."))
        return
    st.subheader(notes.say_course(view, lines), anchor=False)
    prose.note(words.say("Median of each kind, in years in which at least half of the usual regions have a figure."))
    st.plotly_chart(
        course_figure(lines, view.indicator.breaks, view.unit, view.decimals, words, palette(view.here.theme)),
        config=_PLAIN_CHART,
        alt=course_alt(lines, view.unit, view.decimals, words),
    )
    with st.expander(words.say("The same as a table")):
        table = pd.DataFrame({line.name: dict(line.points) for line in lines}).sort_index()
        table = table.rename_axis("name").reset_index().assign(region="")
        columns = [Column("name", words.say("Year"), words.year)]
        columns += [Column(line.name, line.name, view.write, number=True) for line in lines]
        draw_plain(table, columns, None, f"{view.title}, {view.unit}")


def _lines(view: View) -> list[Line]:
    """The kinds, that of the reader's region in the second colour, and the region itself."""
    here, colours = view.here, palette(view.here.theme)
    own = view.figures.set_index("region").loc[here.region] if here.region is not None else None
    by_kind = medians(here.results, view.variable)
    peers = by_kind["kind"].max() if own is None else own["kind"]
    lines = [
        Line(str(kind), colours.second if kind == peers else colours.muted, _points(rows, "median"))
        for kind, rows in by_kind.groupby("kind")
    ]
    if own is not None:
        points = _points(course(here.results, view.variable, here.region), "value")
        lines += [Line(own["name"], colours.accent, points, mine=True)] if points else []
    return lines


def _points(rows: pd.DataFrame, field: str) -> list[tuple[int, float]]:
    return list(zip(rows["year"].tolist(), rows[field].tolist(), strict=True))
