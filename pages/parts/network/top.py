"""The upper part of the network screen: the answer, the reader's own region in it, and the members on the map."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.levels import level_colours
from charts.member_map import member_map
from charts.palette import palette
from exports import standing_words
from exports.titles import level_names
from pages.parts.network import words as say
from pages.parts.network.members import say_listed
from pages.parts.network.view import Chosen, view
from pages.parts.rankings import words as ranking_words
from pages.shared import prose
from pages.shared.answer import draw_my_region
from pages.shared.key import Entry, draw_key
from pages.shared.results import region_names
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_top(here: Selection, chosen: Chosen) -> None:
    """The answer and its caveats."""
    words, found = here.words, view(here, chosen.members)
    prose.answer(
        words.say("{network}; figures of {year}", network=chosen.title, year=words.year(here.year)),
        say.say_answer(here, found),
    )
    if not found.assessed:
        prose.note(standing_words.say_other_year(words, here.results.opening_year))
    else:
        prose.lead(*say.say_common_gap(here, found))
        if here.year in here.results.provisional_years:
            prose.note(standing_words.say_provisional(words, here.year))
    if here.region is not None:
        _draw_mine(here, chosen)
    prose.note(*([chosen.description] if chosen.description else []))


def _draw_mine(here: Selection, chosen: Chosen) -> None:
    """Whether the reader's region is a member, and where it stands."""
    words, row = here.words, here.ranking.set_index("region", drop=False).loc[here.region].to_dict()
    name = region_names(here.framework)[row["region"]]
    told = ""
    if pd.notna(row["score"]):
        told = standing_words.say_region(words, here.results, row, ranking_words.scale(here).decimals)
    draw_my_region(here, row["name"], f"{say_listed(here, chosen, row['region'], name)} {told}".strip())


@st.cache_data(show_spinner=False, max_entries=500)
def draw_map(here: Selection, chosen: Chosen) -> None:
    """The members as circles, coloured by level."""
    words = here.words
    st.subheader(words.say("The members on the map"), anchor=False)
    draw_key(_key(here, chosen.members))
    with st.container(key="network-map"):
        st.plotly_chart(
            _figure(here, chosen.members),
            height="stretch",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset"},
            alt=words.say("Map of Indonesia, one circle a member. The table further down lists the members."),
        )


def _members(here: Selection, members: tuple[str, ...]) -> pd.DataFrame:
    places = here.results.regions()[["region", "lat", "lon", "population"]]
    return here.ranking[here.ranking["region"].isin(members)].merge(places, on="region")


def _figure(here: Selection, members: tuple[str, ...]) -> go.Figure:
    words, colours, regions = here.words, palette(here.theme), _members(here, members)
    told = ranking_words.tooltips(
        words, here.results, regions.dropna(subset="score"), ranking_words.scale(here).decimals
    )
    why, unknown = (
        standing_words.reasons(words, here.results, here.year),
        words.say("its figures are not available"),
    )
    for code, name in regions.loc[regions["score"].isna(), ["region", "name"]].itertuples(index=False):
        told[code] = standing_words.say_not_assessed(words, name, here.year, why.get(code, unknown))
    return member_map(regions, told, here.region, words, colours)


def _key(here: Selection, members: tuple[str, ...]) -> list[Entry]:
    """The colours of the levels with the number of members."""
    words, colours, regions = here.words, palette(here.theme), _members(here, members)
    names = level_names(words, here.results)
    counts = regions["maturity"].value_counts()
    entries = [
        Entry(
            words.say("{title}: {count}", title=title, count=words.number(int(counts.get(str(number), 0)))),
            fill,
            colours.ink,
        )
        for number, (title, fill) in enumerate(zip(names, level_colours(len(names), colours), strict=True), start=1)
        if counts.get(str(number), 0)
    ]
    if not names and regions["score"].notna().any():
        ends = (words.say("lowest score"), colours.levels[0]), (words.say("highest score"), colours.levels[-1])
        entries = [Entry(text, fill, colours.ink) for text, fill in ends]
    missing = int(regions["score"].isna().sum())
    hollow = words.say("cannot be assessed: {count}", count=words.number(missing))
    return [*entries, *([Entry(hollow, colours.paper, colours.others_edge)] if missing else [])]
