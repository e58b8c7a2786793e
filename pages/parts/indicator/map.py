"""The indicator on the map: one circle a region, as large as its population, coloured by its figure."""

import pandas as pd
import streamlit as st

from charts.map import class_fills, map_figure
from charts.palette import Palette, palette
from metrics.indicator import classes, islands
from pages.parts.indicator import words as say
from pages.parts.indicator.view import View
from pages.shared import prose
from pages.shared.key import Entry, draw_key


@st.cache_data(show_spinner=False, max_entries=500)
def draw_map(view: View) -> None:
    """The map under its finding, with its key; the table of the screen lists the same figures."""
    words, here, colours = view.words, view.here, palette(view.here.theme)
    places = here.results.regions()[["region", "lat", "lon", "population"]]
    regions = view.figures.merge(places, on="region")
    ramp = _ramp(view, colours)
    classed = classes(regions, len(ramp))
    st.subheader(_say_title(view), anchor=False)
    darker = words.say("The darker, the better.") if view.indicator.sign else words.say("The darker, the more.")
    told = words.say(
        "One circle is one region, as large as its population. Drag over the map to zoom in, double-click to go back."
    )
    prose.note(told, darker, words.say("Each colour stands for about as many regions."))
    entries = [
        Entry(words.say("{low} to {high}", low=view.write(low), high=view.write(high)), fill, colours.ink)
        for (low, high), fill in zip(classed, ramp, strict=False)
    ]
    if missing := int(regions["value"].isna().sum()):
        hollow = words.say("no figure: {count}", count=words.number(missing))
        entries.append(Entry(hollow, colours.paper, colours.others_edge))
    draw_key(entries)
    fills = class_fills(regions["value"], classed, ramp)
    sentences = {row["region"]: _say_region(view, row) for row in regions.to_dict("records")}
    with st.container(key="map"):
        st.plotly_chart(
            map_figure(regions, fills, sentences, here.region, words, colours, clickable=False),
            height="stretch",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset"},
            alt=words.say("Map of Indonesia, one circle a region. The table further down lists the regions."),
        )


def _ramp(view: View, colours: Palette) -> tuple[str, ...]:
    """The colours from the lowest figures to the highest: as for levels the better end is dark."""
    by_sign = {1: colours.levels, -1: colours.levels[::-1]}
    return by_sign.get(view.indicator.sign, colours.amounts)


def _say_title(view: View) -> str:
    """The island groups with the highest and the lowest median."""
    words, found = view.words, islands(view.figures)
    if len(found) < 2:
        return words.say("The figures on the map")
    first, last = found.iloc[0], found.iloc[-1]
    return words.say(
        "Highest median by island: {first} {most}; lowest: {last} {least} {unit}",
        first=first["island"],
        most=view.write(first["median"]),
        last=last["island"],
        least=view.write(last["median"]),
        unit=view.unit,
    )


def _say_region(view: View, row: dict[str, object]) -> str:
    return say.say_missing(view, row) if pd.isna(row["value"]) else say.say_region(view, row)
