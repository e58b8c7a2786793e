"""The weights of a method beside the framework's, with what the method says of them."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.weights import Weight, weights_alt, weights_figure
from metrics.laboratory import Outcome
from metrics.points_text import PARAMETER, written
from pages.parts.laboratory import notes, parts
from pages.parts.laboratory.view import Trial
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.key import Entry, draw_key
from pages.shared.links import link
from pages.shared.tables import Column, draw_plain


@st.cache_data(show_spinner=False, max_entries=500)
def draw_weights(trial: Trial) -> None:
    """The dot plot, the notes and the table; nothing where it is not weights that are tried."""
    words, outcome = trial.words, trial.outcome
    if outcome is None:
        return
    colours = palette(trial.here.theme)
    st.subheader(inert(_title(trial, outcome)), anchor=False)
    draw_key(
        [
            Entry(words.say("weight in the framework"), colours.others, colours.others_edge, "diamond"),
            *([Entry(trial.title, colours.second, colours.second)] if outcome.weights is not None else []),
        ]
    )
    rows = _rows(trial, outcome)
    st.plotly_chart(
        weights_figure(rows, words, colours),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=weights_alt(rows, words),
    )
    prose.points(notes.say_method(trial, outcome))
    if outcome.weights is not None and trial.way != "benefit_of_the_doubt":  # which has no one set of weights
        address = link(trial.here, "weights", **{PARAMETER: written(outcome.points())})
        prose.onward(words.say("Take these weights along to “Own weights”, as whole points of 100"), address)
    with st.expander(words.say("The same as a table")):
        _draw_table(trial, outcome)


def _title(trial: Trial, outcome: Outcome) -> str:
    words, whole = trial.words, parts.title_of(trial.words, outcome.node)
    if outcome.weights is None:
        return words.say("The weights in “{whole}”", whole=whole)
    if outcome.weights.max() - outcome.weights.min() < 0.0005:  # what a tenth of a per cent shows
        return words.say("In “{whole}”, all parts weigh alike by this method", whole=whole)
    heaviest = outcome.children[int(outcome.weights.argmax())]
    return words.say(
        "In “{whole}”, {name} weighs most by this method: {share}",
        whole=whole, name=words.title(heaviest.title), share=words.percent(max(outcome.weights), 1),
    )  # fmt: skip


def _rows(trial: Trial, outcome: Outcome) -> list[Weight]:
    count = len(outcome.children)
    columns = [
        outcome.own,
        *(x if x is not None else [None] * count for x in (outcome.weights, outcome.low, outcome.high)),
    ]
    titles = [trial.words.title(child.title) for child in outcome.children]
    return [
        Weight(title, *(None if x is None else float(x) for x in numbers))
        for title, *numbers in zip(titles, *columns, strict=True)
    ]


def _draw_table(trial: Trial, outcome: Outcome) -> None:
    words = trial.words

    def share(value: float) -> str:
        return words.percent(value, 1)

    columns = [Column("name", words.say("Part")), Column("own", words.say("In the framework"), share, number=True)]
    table = {"name": [words.title(child.title) for child in outcome.children], "region": "", "own": outcome.own}
    for field, title, values in (
        ("found", trial.title, outcome.weights),
        ("low", words.say("Least"), outcome.low),
        ("high", words.say("Most"), outcome.high),
    ):
        if values is not None:
            table[field] = values
            columns.append(Column(field, title, share, number=True))
    for title, values, decimals in parts.details(words, outcome):
        table[title] = values
        columns.append(Column(title, title, lambda x, decimals=decimals: words.number(x, decimals), number=True))
    draw_plain(pd.DataFrame(table), columns, None, parts.title_of(words, outcome.node))
