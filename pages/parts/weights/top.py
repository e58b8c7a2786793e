"""The upper part of the screen of a visitor's own weights: the answer and the map."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from charts.levels import level_colours
from charts.map import level_fills, map_figure, repainted
from charts.palette import palette
from charts.text import figure_text
from exports.titles import level_names
from metrics.overview import levels
from pages.parts.weights import words as say
from pages.parts.weights.state import ignored
from pages.parts.weights.tooltips import tooltips
from pages.parts.weights.view import View
from pages.shared import prose
from pages.shared.key import Entry, draw_key
from pages.shared.selection import Selection


def draw_head(view: View) -> None:
    """The answer, and what to know before reading it."""
    words, here = view.words, view.here
    framework = words.title(here.results.framework.title)
    about = words.say("{framework}, {year}, with own weights", framework=framework, year=words.year(here.year))
    prose.answer(about, say.say_answer(view))
    prose.lead(say.say_moved(view))
    prose.note(*say.say_warnings(view), *say.say_ignored(words, ignored()))


def draw_map(view: View) -> None:
    """The map with its key."""
    words, here, colours = view.words, view.here, palette(view.here.theme)
    table = view.table
    names = level_names(words, here.results)
    if names:
        every, *_ = levels(table, len(names), "kind")
        told = zip(names, every.counts, level_colours(len(names), colours), strict=True)
        entries = [
            Entry(words.say("{title}: {count}", title=title, count=words.number(count)), fill, colours.ink)
            for title, count, fill in told
        ]
    else:
        ends = (words.say("lowest score"), colours.levels[0]), (words.say("highest score"), colours.levels[-1])
        entries = [Entry(text, fill, colours.ink) for text, fill in ends]
    if missing := int(table["rank"].isna().sum()):
        hollow = words.say("cannot be assessed: {count}", count=words.number(missing))
        entries.append(Entry(hollow, colours.paper, colours.others_edge))
    with st.container(key="map"):
        st.plotly_chart(
            _figure(view),
            height="stretch",
            key="own_map",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset"},
            alt=words.say("Map of Indonesia, one circle a region. The table further down lists the regions."),
        )
    draw_key(entries)


def _figure(view: View) -> go.Figure:
    """The map's figure with the levels that the weights give."""
    colours = palette(view.here.theme)
    table = view.table.assign(score=view.table["score"].where(view.table["rank"].notna()))
    fills = dict(zip(table["region"], level_fills(table, colours), strict=True))
    told = {region: "<br>".join(map(figure_text, lines)) for region, lines in tooltips(view).items()}
    return repainted(_bare_map(view.here), fills, told, colours)


@st.cache_resource(show_spinner=False, max_entries=200)
def _bare_map(here: Selection) -> Mapping[str, Any]:
    """The map's figure before it is painted, once for all readers of a selection; not to be changed."""
    places = here.results.regions()[["region", "lat", "lon", "population"]]
    regions = here.ranking.merge(places, on="region")
    tooltips = dict.fromkeys(regions["region"], "")
    fills = [palette(here.theme).paper] * len(regions)
    drawn = map_figure(regions, fills, tooltips, here.region, here.words, palette(here.theme), clickable=False)
    found: Mapping[str, Any] = drawn.to_dict()
    return found
