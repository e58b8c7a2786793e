"""The lower part of the overview: the levels by kind beside the dimensions."""

import pandas as pd
import streamlit as st

from charts.levels import levels_alt, levels_figure
from charts.palette import palette
from charts.spreads import Mine, spreads_alt, spreads_figure
from exports.titles import dimension_titles, level_names
from metrics.overview import furthest_apart, levels, spreads
from pages.parts.overview import tables
from pages.parts.overview import words as tell
from pages.parts.rankings import words as say
from pages.shared import prose
from pages.shared.results import summary
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_distributions(here: Selection) -> None:
    """The levels by kind beside the spread of each dimension; on a phone one above the other."""
    names = level_names(here.words, here.results)
    _, *kinds = levels(here.ranking, len(names), "kind")
    if not (names and kinds and here.ranking["score"].notna().any()):
        _draw_dimensions(here)
        return
    left, right = st.columns(2, gap="large")
    with left:
        _draw_levels(here, names)
    with right:
        _draw_dimensions(here)


def _draw_levels(here: Selection, names: list[str]) -> None:
    words = here.words
    _, *kinds = levels(here.ranking, len(names), "kind")
    hollow = words.say("cannot be assessed")
    st.subheader(
        tell.say_kind_medians(words, list(summary(here.framework, here.year)[1:]), say.scale(here).decimals),
        anchor=False,
    )
    prose.note(words.say("Number of regions at each level; a bar is all regions of its kind."))
    st.plotly_chart(
        levels_figure(kinds, names, hollow, words, palette(here.theme)),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=levels_alt(kinds, names, hollow, words),
    )
    tables.draw_levels(words, kinds, [*names, hollow])


def _draw_dimensions(here: Selection) -> None:
    words, decimals, titles = here.words, say.scale(here).decimals, dimension_titles(here.words, here.results)
    found = spreads(here.ranking, [here.results.node(node) for node in titles])
    if not found:
        return
    apart = furthest_apart([spread for spread in found if spread.node.counts])
    st.subheader(tell.say_gap(words, apart, titles, decimals), anchor=False)
    prose.note(
        words.say(
            "Scores by dimension. The tick is the median, the thick bar half of the regions, the thin one nine in ten."
        )
    )
    st.plotly_chart(
        spreads_figure(found, titles, _mine(here, list(titles)), decimals, words, palette(here.theme)),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=spreads_alt(found, titles, decimals, words),
    )
    tables.draw_spreads(words, found, titles, decimals)


def _mine(here: Selection, nodes: list[str]) -> Mine | None:
    """The reader's region with the scores it has."""
    if here.region is None:
        return None
    row = here.ranking.set_index("region").loc[here.region]
    kind = None if pd.isna(row["kind"]) else str(row["kind"])
    return Mine(str(row["name"]), kind, row[nodes].dropna().to_dict())
