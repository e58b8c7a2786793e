"""The middle of the screen on certainty: each indicator left out, and its influence beside its weight."""

import pandas as pd
import streamlit as st

from charts.indicator_tracks import IndicatorTrack, MarkStyle, indicator_tracks_alt, indicator_tracks_figure
from charts.palette import palette
from pages.parts.robustness import indicator_words as say
from pages.parts.robustness.tables import draw_influence_table, draw_left_out_table
from pages.parts.robustness.view import influence, leave_one_out, my_name, title
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.key import Entry, draw_key
from pages.shared.selection import Selection

_PLAIN_CHART = {"displayModeBar": False, "scrollZoom": False}


@st.cache_data(show_spinner=False, max_entries=500)
def draw_indicators(here: Selection) -> None:
    """What leaving out each indicator does, beside how much each decides; both as tables too."""
    left_out, decides = _left_out(here), _influence(here)
    left, right = st.columns(2, gap="large")
    with left:
        _draw_left_out(here, left_out)
    with right:
        _draw_influence(here, decides)
    with st.expander(here.words.say("The same as a table")):
        draw_left_out_table(here, left_out)
        draw_influence_table(here, decides)


def _left_out(here: Selection) -> pd.DataFrame:
    """The ranking without each indicator, with names; the rank of the reader's region too, where it has one."""
    found = leave_one_out(here)
    rows = found.table()
    if my_name(here):
        rows = rows.merge(found.of_region(str(here.region)), on="node")
    names = here.results.regions().set_index("region")["name"]
    return rows.assign(
        region=rows["node"], name=[title(here, node) for node in rows["node"]], moved=rows["moved"].map(names)
    )


def _influence(here: Selection) -> pd.DataFrame:
    """Influence and weight of each indicator, with names and what is worth a look."""
    found = influence(here).dropna(subset="share").sort_values("share", ascending=False, kind="stable")
    return found.assign(
        region=found["node"],
        name=[title(here, node) for node in found["node"]],
        above=[title(here, node) for node in found["parent"]],
        remark=[say.say_remark(here.words, row) for row in found.to_dict("records")],
    )


def _draw_left_out(here: Selection, rows: pd.DataFrame) -> None:
    words, colours, name = here.words, palette(here.theme), my_name(here)
    if rows.empty:
        prose.note(words.say("There is only one indicator: none can be left out."))
        return
    st.subheader(inert(say.say_left_out(words, rows.iloc[0])), anchor=False)
    told = [words.say("How many places a rank moves when an indicator is left out.")]
    entries = [Entry(words.say("mean of all regions"), colours.others, colours.others_edge)]
    styles = [MarkStyle("circle", colours.others, colours.others_edge)]
    if name:
        told.append(say.say_arrow(words, here.ranking.set_index("region").loc[here.region].to_dict()))
        entries.append(Entry(name, colours.accent, colours.accent))
        styles.append(MarkStyle("circle", colours.accent, colours.paper))
    prose.note(*told)
    draw_key(entries)
    tracks = [
        IndicatorTrack(
            row["name"],
            say.places(row, bool(name)),
            say.say_new_rank(words, row, bool(name)),
            say.say_without(words, row, name),
        )
        for row in rows.to_dict("records")
    ]
    _draw_tracks(here, tracks, styles, words.say("places"))


def _draw_influence(here: Selection, rows: pd.DataFrame) -> None:
    words, colours = here.words, palette(here.theme)
    if rows.empty:
        prose.note(words.say("Too few regions have scores to say how much each indicator decides."))
        return
    st.subheader(inert(say.say_influence(words, rows.iloc[0])), anchor=False)
    prose.note(*say.say_departures(words, rows))
    weight = Entry(words.say("weight"), colours.paper, colours.ink, "square")
    draw_key([weight, Entry(words.say("influence"), colours.second, colours.second)])
    tracks = [
        IndicatorTrack(
            row["name"],
            (row["weight"], row["share"]),
            words.percent(row["share"]),
            say.say_beside_weight(words, row),
        )
        for row in rows.to_dict("records")
    ]
    styles = [MarkStyle("square", colours.paper, colours.ink), MarkStyle("circle", colours.second, colours.paper)]
    _draw_tracks(here, tracks, styles, words.say("share of all"), percent=True)


def _draw_tracks(
    here: Selection, tracks: list[IndicatorTrack], styles: list[MarkStyle], axis: str, percent: bool = False
) -> None:
    figure = indicator_tracks_figure(tracks, styles, axis, here.words, palette(here.theme), percent)
    st.plotly_chart(figure, config=_PLAIN_CHART, alt=indicator_tracks_alt(tracks, here.words))
