"""The upper part of the screen on certainty: the answer, and what moves the ranks."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.share_bars import ShareBar, share_bars_alt, share_bars_figure
from metrics.draws.assumptions import default_assumptions
from metrics.draws.cells import counted
from metrics.sensitivity.drivers import Drivers
from pages.parts.robustness import words as say
from pages.parts.robustness.view import certainty, drivers, my_name
from pages.shared import prose
from pages.shared.answer import draw_answer
from pages.shared.inert import inert
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain

_PLAIN_CHART = {"displayModeBar": False, "scrollZoom": False}


@st.cache_data(show_spinner=False, max_entries=500)
def draw_head(here: Selection) -> None:
    """The answer, and the reader's own region."""
    words, found, moved = here.words, certainty(here), drivers(here)
    hint = words.say("Choose your region above to see what moves its rank.")
    sentence = say.say_answer(words, found, here.year, moved.of_ranks() if moved else None)
    draw_answer(here, sentence, hint, *say.say_levels(words, found))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_sources(here: Selection) -> None:
    """What moves all ranks beside what moves that of the reader's region; folded, what moves the ranking as a whole."""
    words, found = here.words, drivers(here)
    if found is None:
        prose.note(words.say("Too little varies in this framework to say what moves the ranks."))
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(inert(say.say_ranks(words, found.of_ranks())), anchor=False)
        _draw_shares(here, found.of_ranks(), palette(here.theme).second)
    with right:
        if name := my_name(here):
            moved = found.of_region(str(here.region))
            st.subheader(inert(say.say_region(words, name, moved)), anchor=False)
            _draw_shares(here, moved.dropna(), palette(here.theme).accent)
            if moved["total"].isna().any():
                prose.note(words.say("It has no rank in some of the recalculations, so its shares are not known."))
        else:
            _draw_strongest(here, found)
    _draw_notes(here, found)
    with st.expander(inert(say.say_shift(words, found.of_shift()))):
        prose.note(
            words.say(
                "How many places all regions move on average from the framework's own ranking. Errors of single "
                "figures hardly show here: over all regions they cancel out."
            )
        )
        _draw_shares(here, found.of_shift(), palette(here.theme).second)


def _draw_notes(here: Selection, found: Drivers) -> None:
    words = here.words
    prose.note(
        words.say(
            "Share of the variance of the ranks over {runs} recalculations of the year (Sobol indices). Solid: the "
            "source by itself. Pale: together with others, so the pale bars add up to more than 100%. "
            "Line: 95% interval.",
            runs=words.number(found.runs),
        ),
        say.say_varied(words, default_assumptions(counted(here.results.nodes))),
    )
    tables = {words.say("All ranks together"): found.of_ranks()}
    if name := my_name(here):
        tables[name] = found.of_region(str(here.region))
    tables[words.say("Mean shift of the ranks")] = found.of_shift()
    with st.expander(words.say("The same as a table")):
        for title, table in tables.items():
            _draw_table(here, title, table)


def _draw_shares(here: Selection, moved: pd.DataFrame, colour: str) -> None:
    words = here.words
    bars = [
        ShareBar(
            say.say_title(words, row["source"]), row["first"], row["total"],
            row["low"], row["high"], say.say_share(words, row),
        )
        for row in moved.to_dict("records")
    ]  # fmt: skip
    if bars:
        figure = share_bars_figure(bars, colour, words, palette(here.theme))
        st.plotly_chart(figure, config=_PLAIN_CHART, alt=share_bars_alt(bars, words))


def _draw_strongest(here: Selection, found: Drivers) -> None:
    words, strongest = here.words, found.strongest()
    st.subheader(inert(say.say_strongest(words, strongest)), anchor=False)
    rows = strongest.assign(region=strongest["source"], name=[say.say_title(words, s) for s in strongest["source"]])
    columns = [
        Column("name", words.say("What moves the rank most")),
        Column("regions", words.say("Regions"), words.number, number=True),
    ]
    draw_plain(rows, columns, None, words.say("Number of regions whose rank each source moves most"))


def _draw_table(here: Selection, title: str, table: pd.DataFrame) -> None:
    words = here.words
    rows = table.assign(region=table["source"], name=[say.say_title(words, source) for source in table["source"]])
    shares = {
        "first": words.say("By itself"), "first_half_width": "±",
        "total": words.say("With others"), "total_half_width": "±",
    }  # fmt: skip
    columns = [Column("name", words.say("Source of uncertainty"))]
    columns += [Column(field, head, lambda x: words.percent(x, 1), number=True) for field, head in shares.items()]
    draw_plain(rows, columns, None, title)
