"""The upper part of the rankings screen: the answer and the main chart, drawn once for all readers of a selection."""

import streamlit as st

from charts.palette import palette
from charts.ranking import Row, ranking_alt, ranking_figure
from exports.titles import say_measure
from pages.parts.rankings import words as say
from pages.shared import prose
from pages.shared.answer import draw_answer
from pages.shared.band_words import say_included
from pages.shared.results import summary
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_top(here: Selection) -> None:
    """The answer, the reader's own region, the main chart, and what to know before reading ranks."""
    _draw_answer(here)
    if here.ranking["score"].notna().any():
        _draw_spread(here)
        st.subheader(here.words.say("Ranking"), anchor=False)
        prose.note(*say_included(here))


def _draw_answer(here: Selection) -> None:
    """The first line, and the line of the reader's own region."""
    words = here.words
    everyone, *_ = summary(here.framework, here.year)
    sentence = say.say_answer(words, everyone, here.year, say.scale(here).decimals)
    draw_answer(here, sentence, words.say("Choose your region above to see it in the chart and in the table."))


def _draw_spread(here: Selection) -> None:
    """The main chart: how the scores are spread, by kind."""
    words, scale = here.words, say.scale(here)
    ranked = here.ranking.dropna(subset="score")
    everyone, *kinds = summary(here.framework, here.year)
    rows = [Row(str(k.kind), k.median, ranked[ranked["kind"] == k.kind]) for k in kinds]
    rows = rows or [Row(words.say("All regions"), everyone.median, ranked)]
    st.subheader(say.say_medians(words, {row.name: row.median for row in rows}, scale.decimals), anchor=False)
    prose.note(*say_measure(words, here.results))
    tooltips = say.tooltips(words, here.results, ranked, scale.decimals)
    st.plotly_chart(
        ranking_figure(rows, scale, tooltips, here.region, words, palette(here.theme)),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=ranking_alt(rows, words, scale.decimals),
    )
