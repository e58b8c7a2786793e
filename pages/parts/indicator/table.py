"""The lower part of the indicator screen: every figure with the row it was read from, and who published it."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from metrics.indicator import sources
from pages.parts.indicator.view import View
from pages.parts.rankings.columns import ALL, of_view
from pages.shared import prose
from pages.shared.downloads import Stamp
from pages.shared.tables import Column, draw_grid, draw_plain
from words import Words


@st.cache_data(show_spinner=False, max_entries=500)
def draw_table(view: View, kind: str, province: str | None, plain: bool) -> None:
    """The regions that have a figure, the best first, each with the row of its source."""
    words = view.words
    rows = of_view(view.figures, kind, province).dropna(subset="value")
    if rows.empty:
        st.info(words.say("No region here has a figure for {year}.", year=words.year(view.year)))
        return
    columns = _columns(view, rows, kind)
    title = words.say(
        "{title} {year}, {unit}: {count} regions",
        title=view.title,
        unit=view.unit,
        year=words.year(view.year),
        count=words.number(len(rows)),
    )
    if plain:
        draw_plain(rows, columns, view.here.region, title)
    else:
        draw_grid(rows, columns, view.here.region, palette(view.here.theme), title)


def table_rows(view: View, kind: str, province: str | None) -> tuple[pd.DataFrame, Stamp]:
    """The rows of a file and its stamp: the regions, those without a figure at the end."""
    stamp: Stamp = {"variable": view.variable, "data_version": view.here.data_version}
    return of_view(view.figures, kind, province), stamp


@st.cache_data(show_spinner=False, max_entries=500)
def draw_foot(view: View) -> None:
    """The regions without a figure, the sources with their caveats, and the source line."""
    _draw_missing(view)
    found = sources(view.here.results, view.variable, view.year)
    with st.expander(view.words.say("Sources and their caveats")):
        for row in found.to_dict("records"):
            prose.source_note(view.words, row)
    prose.closing(
        view.words.say("Figures: {publishers}.", publishers="; ".join(dict.fromkeys(found["publisher"]))),
        view.words.say("Data version {data}.", data=view.here.data_version[:8]),
    )


def _rank_columns(words: Words, rows: pd.DataFrame, kind: str) -> list[Column]:
    """The rank of every region and the number ranked, which stands in the heading where there is one kind."""
    if rows["rank_in_kind"].isna().all():
        return []
    help = words.say("Rank among the regions of the same kind that have a figure; 1 is best.")
    if kind == ALL:
        return [
            Column("rank_in_kind", words.say("Rank in its kind"), words.number, number=True, help=help, width=130),
            Column("ranked_in_kind", words.say("Number ranked"), words.number, number=True, width=120),
        ]
    title = words.say("Of {count} {kind}", count=words.number(rows["ranked_in_kind"].max()), kind=kind)
    return [Column("rank_in_kind", title, words.number, number=True, help=help, width=110)]


def _columns(view: View, rows: pd.DataFrame, kind: str) -> list[Column]:
    """The columns for rows of a kind, or of all kinds; what no row has a value for is left out."""
    words = view.words
    where = words.say("The folder in data/sources that holds the row.")
    columns = [
        *_rank_columns(words, rows, kind),
        Column("name", words.say("Region"), width=230),
        *([Column("kind", words.say("Kind"), str.capitalize, width=95)] if kind == ALL else []),
        Column("province", words.say("Province"), width=200),
        Column("value", words.say("Value"), view.write, number=True, help=view.unit or None, width=100),
        Column("year", words.say("Year"), words.year, number=True, width=70),
        Column("source", words.say("Source"), help=where, width=150),
        Column("line", words.say("Line"), "{:.0f}".format, number=True, width=80),
        Column("publisher", words.say("Publisher"), width=230),
        Column("note", words.say("Note"), width=240),
    ]
    return [column for column in columns if rows[column.field].notna().any()]


def _draw_missing(view: View) -> None:
    """The regions without a figure, apart, each with the newest it has."""
    words = view.words
    left = view.figures[view.figures["value"].isna()].sort_values(["province", "name"])
    if left.empty:
        return
    title = words.say_plural(
        "{count} region has no figure for {year}",
        "{count} regions have no figure for {year}",
        len(left),
        year=words.year(view.year),
    )
    never = words.say("none of any year")
    left = left.assign(newest=[words.year(year) if year == year else never for year in left["newest"].astype(float)])
    columns = [
        Column("name", words.say("Region")),
        Column("province", words.say("Province")),
        Column("newest", words.say("Newest figure")),
    ]
    with st.expander(title):
        draw_plain(left, columns, view.here.region, title)
