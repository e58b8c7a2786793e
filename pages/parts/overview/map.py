"""The upper part of the overview: what the figures say, and the country as a map on which a region can be chosen."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from charts.levels import level_colours
from charts.map import level_fills, map_figure
from charts.palette import palette
from exports import standing_words
from exports.titles import level_names
from metrics.overview import leading, levels
from pages.parts.overview import words as tell
from pages.parts.overview.contrast import ANCHOR
from pages.parts.overview.contrast_words import say_apart
from pages.parts.rankings import words as say
from pages.shared import prose
from pages.shared.answer import draw_answer
from pages.shared.band_words import say_included
from pages.shared.key import Entry, draw_key
from pages.shared.map_click import CIRCLES, choose_clicked, drawn_for
from pages.shared.results import contrasted, summary
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_head(here: Selection) -> None:
    """The answer in three sentences, the reader's own region, and the title and key of the map."""
    words, decimals = here.words, say.scale(here).decimals
    everyone, *groups = summary(here.framework, here.year)
    names = level_names(words, here.results)
    first, lead = say.say_answer(words, everyone, here.year, decimals), []
    title = words.say("The scores on the map")
    if names and everyone.ranked:
        every, *kinds = levels(here.ranking, len(names), "kind")
        _, *islands = levels(here.ranking, len(names), "island")
        first = tell.say_levels(words, every, here.year)
        lead = [tell.say_kinds(words, kinds, every.upper)] if kinds else []
        if island := leading(islands, every.upper):
            title = tell.say_island(words, island, every, every.upper)
    elif groups:
        lead = [f"{tell.say_kind_medians(words, groups, decimals)}."]
    found = contrasted(here.framework, here.year)
    if found is not None and len(found.regions):
        lead.append(say_apart(words, found, [str(group.kind) for group in groups]))
    draw_answer(here, first, words.say("Choose your region above, or click on it on the map."), *lead)
    if found is not None and len(found.regions):
        prose.jump(words.say("To the picture: digital-government capability against results for residents"), ANCHOR)
    if everyone.ranked:
        if here.region:
            prose.note(*say_included(here))
        st.subheader(title, anchor=False)
        prose.note(
            words.say(
                "One circle is one region, as large as its population. Drag over the map to zoom in, double-click to "
                "go back, click on a circle to choose its region."
            )
        )
        draw_key(_key(here, names))


def draw_map(here: Selection) -> None:
    """The map; a click on a circle chooses its region, here and in the address. Left out where nothing is scored."""
    if here.ranking["score"].isna().all():
        return
    with st.container(key="map"):
        st.plotly_chart(
            _figure(drawn_for(here)),
            height="stretch",
            key=CIRCLES,
            on_select=choose_clicked,
            selection_mode="points",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset"},
            alt=here.words.say("Map of Indonesia, one circle a region. The table further down lists the regions."),
        )


@st.cache_resource(show_spinner=False, max_entries=200)
def _figure(here: Selection) -> go.Figure:
    """The map's figure, drawn once for all readers of a selection; not to be changed."""
    words, scored = here.words, here.results
    places = scored.regions()[["region", "lat", "lon", "population"]]
    regions = here.ranking.merge(places, on="region")
    sentences = say.tooltips(words, scored, regions.dropna(subset="score"), say.scale(here).decimals)
    why, unknown = standing_words.reasons(words, scored, here.year), words.say("its figures are not available")
    for code, name in regions.loc[regions["score"].isna(), ["region", "name"]].itertuples(index=False):
        sentences[code] = standing_words.say_not_assessed(words, name, here.year, why.get(code, unknown))
    colours = palette(here.theme)
    return map_figure(regions, level_fills(regions, colours), sentences, here.region, words, colours)


def _key(here: Selection, names: list[str]) -> list[Entry]:
    """The colours of the levels with the number of regions; without levels the ends of the scale."""
    words, colours = here.words, palette(here.theme)
    if names:
        every, *_ = levels(here.ranking, len(names), "kind")
        told = [
            words.say("{title}: {count}", title=title, count=words.number(count))
            for title, count in zip(names, every.counts, strict=True)
        ]
        entries = zip(told, level_colours(len(names), colours), strict=True)
    else:
        ends = (words.say("lowest score"), colours.levels[0]), (words.say("highest score"), colours.levels[-1])
        entries = iter(ends)
    missing = int(pd.isna(here.ranking["score"]).sum())
    hollow = words.say("cannot be assessed: {count}", count=words.number(missing))
    return [
        *(Entry(text, fill, colours.ink) for text, fill in entries),
        *([Entry(hollow, colours.paper, colours.others_edge)] if missing else []),
    ]
