"""The upper part of the rankings screen: the answer and the main chart, drawn once for all readers of a selection."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.ranking import Row, ranking_alt, ranking_figure
from pages import prose
from pages import ranking_words as say
from pages.results import summary
from pages.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_top(here: Selection) -> None:
    """The answer, the reader's own region, the main chart, and what to know before reading ranks."""
    _draw_answer(here)
    if here.ranking["score"].notna().any():
        _draw_spread(here)
        st.subheader(here.words.say("Ranking"), anchor=False)
        _draw_caveat(here)


def _draw_answer(here: Selection) -> None:
    """The first line, and the line of the reader's own region."""
    words, scored = here.words, here.results
    decimals = say.scale(here).decimals
    everyone, *_ = summary(here.framework, here.year)
    framework = words.title(scored.framework.title)
    about = words.say("{framework}, {year}", framework=framework, year=words.year(here.year))
    prose.answer(about, say.say_answer(words, everyone, here.year, decimals))
    if everyone.median is None:
        prose.note(say.say_other_year(words, scored.opening_year))
        return
    if here.year in scored.provisional_years:
        prose.note(say.say_provisional(words, here.year))
    if here.region is None:
        prose.note(words.say("Choose your region above to see it in the chart and in the table."))
    else:
        row = here.ranking.set_index("region", drop=False).loc[here.region].to_dict()
        if pd.notna(row["score"]):
            prose.about_my_region(say.say_my_region(words, scored, row, decimals))
        else:
            reason = say.reasons(words, scored, here.year).get(here.region, words.say("its figures are not available"))
            prose.about_my_region(say.say_not_assessed(words, row["name"], here.year, reason))


def _draw_spread(here: Selection) -> None:
    """The main chart: how the scores are spread, by kind."""
    words, scale = here.words, say.scale(here)
    ranked = here.ranking.dropna(subset="score")
    everyone, *kinds = summary(here.framework, here.year)
    rows = [Row(str(k.kind), k.median, ranked[ranked["kind"] == k.kind]) for k in kinds]
    rows = rows or [Row(words.say("All regions"), everyone.median, ranked)]
    st.subheader(say.say_medians(words, rows, scale.decimals), anchor=False)
    prose.note(*say.say_measure(words, here.results))
    tooltips = say.tooltips(words, here.results, ranked, scale.decimals)
    st.plotly_chart(
        ranking_figure(rows, scale, tooltips, here.region, words, palette(here.theme)),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=ranking_alt(rows, words, scale.decimals),
    )


def _draw_caveat(here: Selection) -> None:
    """What every reader of a rank must know, right before the ranks."""
    words = here.words
    prose.note(
        words.say(
            "Small differences in score are not real differences: every figure has its error, and other weights "
            "would put close regions in another order."
        ),
        words.say("How far each rank may shift has not been computed yet: read it as a rough place."),
    )
