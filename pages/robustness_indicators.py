"""The middle of the screen on certainty: each indicator left out, and its influence beside its weight."""

import streamlit as st

from charts.indicator_tracks import IndicatorTrack, MarkStyle, indicator_tracks_alt, indicator_tracks_figure
from charts.palette import palette
from pages import prose
from pages import robustness_indicator_words as say
from pages.inert import inert
from pages.key import Entry, draw_key
from pages.robustness_view import influence, leave_one_out, my_name, title
from pages.selection import Selection
from pages.tables import Column, draw_plain

_PLAIN_CHART = {"displayModeBar": False, "scrollZoom": False}


@st.cache_data(show_spinner=False, max_entries=500)
def draw_indicators(here: Selection) -> None:
    """What leaving out each indicator does, beside how much each decides."""
    left, right = st.columns(2, gap="large")
    with left:
        _draw_left_out(here)
    with right:
        _draw_influence(here)


def _draw_left_out(here: Selection) -> None:
    words, colours, found = here.words, palette(here.theme), leave_one_out(here)
    table, name = found.table(), my_name(here)
    if table.empty:
        prose.note(words.say("There is only one indicator: none can be left out."))
        return
    if name:
        table = table.merge(found.of_region(str(here.region)), on="node")
    names = here.results.regions().set_index("region")["name"]
    rows = table.assign(region=table["node"], name=[title(here, n) for n in table["node"]],
                        moved=table["moved"].map(names))  # fmt: skip
    st.subheader(inert(say.say_left_out(words, rows.iloc[0])), anchor=False)
    prose.note(words.say("How many places a rank moves when an indicator is left out."))
    entries = [Entry(words.say("mean of all regions"), colours.others, colours.others_edge)]
    styles = [MarkStyle("circle", colours.others, colours.others_edge)]
    if name:
        entries.append(Entry(name, colours.accent, colours.accent))
        styles.append(MarkStyle("circle", colours.accent, colours.paper))
    draw_key(entries)
    tracks = [
        IndicatorTrack(row["name"], say.places(row, bool(name)), say.say_new_rank(words, row, bool(name)),
                       say.say_without(words, row, name))
        for row in rows.to_dict("records")
    ]  # fmt: skip
    axis = words.say("places")
    st.plotly_chart(
        indicator_tracks_figure(tracks, styles, axis, words, colours),
        config=_PLAIN_CHART,
        alt=indicator_tracks_alt(tracks, words),
    )
    columns = [
        Column("name", words.say("Left out")),
        Column("mean", words.say("Mean shift"), lambda x: words.number(x, 1), number=True),
        Column("median", words.say("Median shift"), lambda x: words.number(x, 0), number=True),
        Column("largest", words.say("Largest shift"), lambda x: words.number(x, 0), number=True),
        Column("moved", words.say("Region that moves most")),
    ]
    if found.cuts:
        columns.append(Column("levels", words.say("Regions that change level"), words.number, number=True))
    if name:
        columns.append(
            Column("rank", words.say("Rank of {name}", name=name), lambda x: words.number(x, 0), number=True)
        )
    with st.expander(words.say("As a table")):
        draw_plain(rows, columns, None, words.say("What leaving out an indicator does to the ranks, in places"))


def _draw_influence(here: Selection) -> None:
    words, colours = here.words, palette(here.theme)
    table = influence(here).dropna(subset="share").sort_values("share", ascending=False, kind="stable")
    if table.empty:
        prose.note(words.say("Too few regions have scores to say how much each indicator decides."))
        return
    rows = table.assign(region=table["node"], name=[title(here, n) for n in table["node"]],
                        above=[title(here, n) for n in table["parent"]])  # fmt: skip
    rows["remark"] = [say.say_remark(words, row) for row in rows.to_dict("records")]
    st.subheader(inert(say.say_influence(words, rows.iloc[0])), anchor=False)
    prose.note(*say.say_departures(words, rows))
    draw_key(
        [
            Entry(words.say("weight"), colours.paper, colours.ink, "square"),
            Entry(words.say("influence"), colours.second, colours.second),
        ]
    )
    tracks = [
        IndicatorTrack(row["name"], (row["weight"], row["share"]), words.percent(row["share"]),
                       say.say_beside_weight(words, row))
        for row in rows.to_dict("records")
    ]  # fmt: skip
    styles = [MarkStyle("square", colours.paper, colours.ink), MarkStyle("circle", colours.second, colours.paper)]
    st.plotly_chart(
        indicator_tracks_figure(tracks, styles, words.say("share of all"), words, colours, percent=True),
        config=_PLAIN_CHART,
        alt=indicator_tracks_alt(tracks, words),
    )
    columns = [
        Column("name", words.say("Indicator")),
        Column("weight", words.say("Weight"), lambda x: words.percent(x, 1), number=True),
        Column("share", words.say("Influence"), lambda x: words.percent(x, 1), number=True),
        Column("with_root", words.say("Correlation with the score"), lambda x: words.number(x, 2), number=True),
        Column("with_parent", words.say("Correlation with its group"), lambda x: words.number(x, 2), number=True),
        Column("above", words.say("Group")),
        Column("remark", words.say("Remark")),
    ]
    with st.expander(words.say("As a table")):
        draw_plain(rows, columns, None, words.say("Influence and weight of each indicator"))
