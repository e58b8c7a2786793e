"""The pictures of the overview as tables."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from charts.palette import palette
from exports.titles import level_names
from metrics.overview import Levels, Spread
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_grid, draw_plain
from words import Words


def draw_regions(here: Selection, rows: pd.DataFrame, axes: tuple[str, str], decimals: int) -> None:
    """The map and the contrast, one row a region: those of the ranking with what the contrast says of them."""
    words, scored = here.words, here.results
    levels = {str(number): name for number, name in enumerate(level_names(words, scored), start=1)}
    rows = rows.merge(scored.regions()[["region", "population"]], on="region").sort_values("name")

    def write(score: float) -> str:
        return words.number(score, decimals)

    columns = [
        Column("name", words.say("Region"), width=210),
        Column("kind", words.say("Kind"), str.capitalize, width=95),
        Column("province", words.say("Province"), width=190),
        Column("population", words.say("Population"), words.number, number=True, width=110),
        Column("score", words.say("Score"), write, number=True, width=70),
        Column("maturity", words.say("Level"), lambda level: levels.get(level, level), width=140),
        Column("capability", axes[0], write, number=True, width=150),
        Column("results", axes[1], write, number=True, width=150),
        Column("quadrant", words.say("Against the medians"), width=230),
    ]
    columns = [column for column in columns if column.field in rows and rows[column.field].notna().any()]
    draw_grid(rows, columns, here.region, palette(here.theme), words.say("Map and picture as a table"))


def draw_levels(words: Words, kinds: Sequence[Levels], titles: Sequence[str]) -> None:
    """Levels down, kinds across."""
    counts = {str(kind.group): [*kind.counts, kind.not_assessed] for kind in kinds}
    rows = pd.DataFrame({"region": titles, "name": titles} | counts)
    columns = [
        Column("name", words.say("Level")),
        *(Column(kind, kind.capitalize(), words.number, number=True) for kind in counts),
    ]
    with st.expander(words.say("The same as a table")):
        draw_plain(rows, columns, None, words.say("Number of regions at each level"))


def draw_spreads(words: Words, spreads: Sequence[Spread], titles: Mapping[str, str], decimals: int) -> None:
    """One row for each dimension and kind."""

    def write(score: float) -> str:
        return words.number(score, decimals)

    rows = pd.DataFrame(
        {
            "region": spread.node.id,
            "name": titles[spread.node.id],
            "kind": spread.kind,
            "regions": spread.regions,
            "low": spread.low,
            "quarter": spread.quarter,
            "median": spread.median,
            "three_quarters": spread.three_quarters,
            "high": spread.high,
        }
        for spread in spreads
    )
    columns = [
        Column("name", words.say("Dimension")),
        Column("kind", words.say("Kind")),
        Column("regions", words.say("Regions"), words.number, number=True),
        Column("low", words.say("95% are above"), write, number=True),
        Column("quarter", words.say("75% are above"), write, number=True),
        Column("median", words.say("Median"), write, number=True),
        Column("three_quarters", words.say("25% are above"), write, number=True),
        Column("high", words.say("5% are above"), write, number=True),
    ]
    with st.expander(words.say("The same as a table")):
        draw_plain(rows, columns, None, words.say("Scores by dimension and kind"))
