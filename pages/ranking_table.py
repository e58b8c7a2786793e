"""The lower part of the rankings screen: the table, the same rows as a file, and the regions without a score."""

import streamlit as st

from charts.palette import palette
from exports.ranking_csv import Dialect, ranking_csv
from pages import prose
from pages import ranking_words as say
from pages.ranking_columns import ranking_columns, rows_in_view
from pages.selection import Selection
from pages.tables import Column, draw_grid, draw_plain


@st.cache_data(show_spinner=False, max_entries=500)
def draw_table(here: Selection, kind: str, province: str | None, plain: bool) -> None:
    """The ranking as a table; where nobody can be ranked, what scores the dimensions have."""
    words, scored = here.words, here.results
    rows = rows_in_view(here.ranking, kind, province)
    if rows["score"].notna().any():
        rows = rows[rows["score"].notna()]
    else:
        st.info(words.say("No region here can be assessed; its dimensions have scores where there are figures."))
    columns = ranking_columns(scored, rows, kind, say.scale(here).decimals, words)
    title = words.say("Ranking of {year}: {count} regions", year=words.year(here.year), count=words.number(len(rows)))
    if plain:
        draw_plain(rows, columns, here.region, title)
    else:
        draw_grid(rows, columns, here.region, palette(here.theme), title)


def table_file(here: Selection, kind: str, province: str | None, dialect: Dialect) -> bytes:
    """The rows of the table as a file, those that cannot be assessed at its end."""
    stamp = {"year": here.year, "data_version": here.data_version, "framework_version": here.framework_version}
    return ranking_csv(rows_in_view(here.ranking, kind, province), stamp, dialect)


@st.cache_data(show_spinner=False, max_entries=500)
def draw_foot(here: Selection) -> None:
    """The regions without a score, and where the figures are from."""
    _draw_not_assessed(here)
    prose.source(here.words, here.results, here.year)


def _draw_not_assessed(here: Selection) -> None:
    """The regions without a score, apart, each with the reason."""
    words, regions = here.words, here.ranking
    left = regions[regions["score"].isna()].sort_values(["province", "name"])
    if left.empty or len(left) == len(regions):
        return
    told = say.reasons(words, here.results, here.year)
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
