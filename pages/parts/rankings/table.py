"""The lower part of the rankings screen: the table, its rows for a file, and the regions without a score."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from exports import standing_words
from exports.titles import size_names
from metrics.banded import in_short
from pages.parts.rankings import words as say
from pages.parts.rankings.columns import ALL, ranking_columns
from pages.parts.rankings.filters import Filters, groups, rows_in_view, say_nothing_fits, say_shown
from pages.parts.rankings.trend import draw_trend_note
from pages.shared import prose
from pages.shared.band_columns import with_band_texts
from pages.shared.downloads import Stamp
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_grid, draw_plain
from pages.shared.trends import trends


@st.cache_data(show_spinner=False, max_entries=500)
def draw_table(here: Selection, filters: Filters, plain: bool) -> bool:
    """The ranking as a table; where nobody can be ranked, what scores the dimensions have. False without a row."""
    words, scored = here.words, here.results
    found = rows_in_view(here, filters)
    if filters.group is not None:
        prose.note(words.title(groups(here.framework)[filters.group].description))
    kind = [] if filters.kind == ALL else [filters.kind]
    narrowing = _narrowing(here, filters)
    if found.empty:
        st.info(say_nothing_fits(words, [*kind, *narrowing]))
        return False
    rows = found[found["score"].notna()]
    if rows.empty:
        st.info(words.say("No region here can be assessed; its dimensions have scores where there are figures."))
        rows = found
    else:
        if narrowing:
            prose.note(say_shown(words, narrowing, rows, len(found), next(iter(kind), None)))
        draw_trend_note(here)
    rows = with_band_texts(rows, words)
    columns = ranking_columns(
        scored, rows, filters.kind, say.scale(here).decimals, words, trends(here.framework, here.year)
    )
    title = words.say("Ranking of {year}: {count} regions", year=words.year(here.year), count=words.number(len(rows)))
    if plain:
        draw_plain(rows, columns, here.region, title)
    else:
        draw_grid(rows, columns, here.region, palette(here.theme), title)
    return True


def table_rows(here: Selection, filters: Filters) -> tuple[pd.DataFrame, Stamp]:
    """The rows of a file and its stamp: those of the table, then the regions that cannot be assessed."""
    moved = trends(here.framework, here.year)
    stamp: dict[str, str | int] = {"year": here.year}
    if moved:
        stamp["change_since"] = moved.base
    stamp |= in_short(here.results, here.ranking)
    stamp |= {"data_version": here.data_version, "framework_version": here.framework_version}
    return rows_in_view(here, filters).drop(columns="course", errors="ignore"), stamp


@st.cache_data(show_spinner=False, max_entries=500)
def draw_foot(here: Selection) -> None:
    """The regions without a score, and where the figures are from."""
    draw_not_assessed(here, here.ranking)
    prose.source(here.words, here.results, here.year)


def _narrowing(here: Selection, filters: Filters) -> list[str]:
    """What is chosen beside the kind, by name."""
    words = here.words
    group = words.title(groups(here.framework)[filters.group].title) if filters.group else None
    size = size_names(words)[filters.size] if filters.size else None
    return [name for name in (filters.province, filters.island, group, size) if name]


def draw_not_assessed(here: Selection, regions: pd.DataFrame) -> None:
    """Those of the regions that have no score, apart, each with the reason; nothing in a year without scores."""
    words = here.words
    left = regions[regions["score"].isna()].sort_values(["province", "name"])
    if left.empty or here.ranking["score"].isna().all():
        return
    told = standing_words.reasons(words, here.results, here.year)
    unknown = words.say("its figures are not available")
    left = left.assign(reason=[told.get(region, unknown) for region in left["region"]])
    title = words.say_plural(
        "{count} region cannot be assessed for {year} yet",
        "{count} regions cannot be assessed for {year} yet",
        len(left),
        year=words.year(here.year),
    )
    columns = [
        Column("name", words.say("Region")),
        Column("province", words.say("Province")),
        Column("reason", words.say("Why")),
    ]
    with st.expander(title):
        draw_plain(left, columns, here.region, words.say("Regions without a score, and which figures they lack"))
