"""Who moves most and why: the slopes from one rank to the other, and the table of reasons."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from charts.slopes import Slope, slopes_alt, slopes_figure
from metrics.comparison import Comparison
from pages.parts.laboratory import words as say
from pages.parts.laboratory.reasons import say_why
from pages.parts.laboratory.view import Trial
from pages.parts.rankings.bands import short_names
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain

_NAMED = 10


@st.cache_data(show_spinner=False, max_entries=500)
def draw_moves(trial: Trial) -> None:
    """The slope chart and the table; nothing where nobody is ranked by both ways."""
    words, found, here = trial.words, trial.comparison, trial.here
    if found is None:
        return
    if found.still() == found.ranked:
        prose.note(words.say("As long as nobody moves there is nothing to draw."))
        return
    st.subheader(inert(say.say_extremes(trial, found)), anchor=False)
    prose.note(
        words.say(
            "The {count} regions of {ranked} that move most. Each line is a region, from its rank in the framework to "
            "its rank by the other way; 1 is best.",
            count=words.number(_NAMED), ranked=words.number(found.ranked),
        ),
        *([words.say("Yours is in its own colour.")] if here.region in found.regions.index else []),
    )  # fmt: skip
    moving = found.regions[found.regions["moved"] != 0].index[:_NAMED].tolist()
    named = [*moving, *([here.region] if here.region in found.regions.index and here.region not in moving else [])]
    slopes = [_slope(trial, found, str(region)) for region in named]
    others = list(zip(found.regions["rank_one"].tolist(), found.regions["rank_other"].tolist(), strict=True))
    titles = (words.say("Framework"), trial.title)
    st.plotly_chart(
        slopes_figure(slopes, others, titles, found.ranked, words, palette(here.theme)),
        config={"displayModeBar": False, "scrollZoom": False},
        alt=slopes_alt(slopes, words),
    )
    _draw_table(trial, found)


def _slope(trial: Trial, found: Comparison, region: str) -> Slope:
    row = found.regions.loc[region]
    told = say.say_region(trial, found, region)
    return Slope(
        _short_name(trial, region), int(row["rank_one"]), int(row["rank_other"]), told, region == trial.here.region
    )


def _short_name(trial: Trial, region: str) -> str:
    """What there is room for: a kabupaten goes without its kind, as is usual."""
    row = trial.regions.loc[region]
    return short_names(trial.here)[region] if row["kind"] == "kabupaten" else str(row["name"])


def _draw_table(trial: Trial, found: Comparison) -> None:
    words, here = trial.words, trial.here
    listed = found.regions.index[:_NAMED].tolist()
    if here.region in found.regions.index and here.region not in listed:
        listed.append(here.region)
    names = trial.regions["name"]
    rows = found.regions.loc[listed].assign(
        region=listed,
        name=[names[region] for region in listed],
        ranks=[_say_ranks(trial, found, region) for region in listed],
        why=[say_why(trial, found, region) for region in listed],
    )
    columns = [
        Column("name", words.say("Region")),
        Column("ranks", words.say("Rank in the framework → by the other way"), number=True),
        Column("moved", words.say("Places gained"), words.signed, number=True),
        Column("why", words.say("Moved most by")),
    ]
    with st.container(key="reasons"):
        draw_plain(pd.DataFrame(rows), columns, here.region, words.say("Who moves most, and why"))
    prose.note(
        words.say(
            "A reason is told in standard deviations of the score: what a part adds here that it does not add in the "
            "framework, for this region against the average one. All reasons of a region add up to its move."
        )
    )


def _say_ranks(trial: Trial, found: Comparison, region: str) -> str:
    words = trial.words
    after = words.number(found.regions["rank_other"][region])
    return words.say("{before} → {after}", before=say.say_own_rank(trial, found, region), after=after)


@st.cache_data(show_spinner=False, max_entries=100)
def draw_foot(here: Selection) -> None:
    """How the methods are computed, and where the figures are from."""
    prose.note(here.words.say("Formulae and references of all methods are in docs/method.md."))
    prose.source(here.words, here.results, here.year)
