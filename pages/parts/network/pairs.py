"""Who of a network could teach whom."""

import pandas as pd
import streamlit as st

from metrics.pairs import Pair
from pages.parts.network.view import Chosen, pair_address, pairs_of
from pages.parts.pair.lesson_words import say_lessons
from pages.parts.pair.words import say_alike
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.results import region_names
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain

_SHOWN = 6
_LISTED = 100  # in the table


@st.cache_data(show_spinner=False, max_entries=500)
def draw_pairs(here: Selection, chosen: Chosen) -> None:
    """The most fruitful pairs, those of the reader's region first."""
    words, names = here.words, region_names(here.framework)
    every = pairs_of(here, chosen.members)
    mine = [pair for pair in every if here.region in (pair.one, pair.other)]
    ordered = [*mine, *(pair for pair in every if pair not in mine)]
    st.subheader(words.say("Who could teach whom"), anchor=False)
    if not ordered:
        prose.note(
            words.say(
                "No two members that are alike in structure are such that one is strong where the other is weak, as "
                "far as the figures tell."
            )
        )
        return
    prose.note(
        words.say(
            "Each of a pair is among the half of all regions that is nearer to the other in structure; one is in the "
            "best quarter of its kind where the other is below the median, and the difference is larger than the "
            "error of the figures where that is stated."
        ),
        words.say("What lies behind a figure, the figures do not say: that is what the two would talk about."),
    )
    if mine:
        prose.note(words.say("First the pairs with {name}.", name=names[here.region or ""]))
    items = "".join(_card(here, chosen, pair) for pair in ordered[:_SHOWN])
    st.html(f'<ul class="teladan-cards">{items}</ul>')
    if len(ordered) > _SHOWN:
        with st.expander(words.say_plural("All {count} pair", "All {count} pairs", len(ordered))):
            _draw_table(here, ordered)


def _card(here: Selection, chosen: Chosen, pair: Pair) -> str:
    names = region_names(here.framework)
    one, other = (pair.one, pair.other) if here.region != pair.other else (pair.other, pair.one)
    address = pair_address(here, chosen, one, other)
    title = here.words.say("{one} and {other}", one=names[one], other=names[other])
    told = "".join(f"<p>{as_html(line)}</p>" for line in say_lessons(here, pair, one, other))
    return (
        f'<li><a href="{as_html(address)}" target="_self"><b>{as_html(title)}</b></a>{told}'
        f"<small>{as_html(say_alike(here, pair.alike))}</small></li>"
    )


def _draw_table(here: Selection, pairs: list[Pair]) -> None:
    words, names = here.words, region_names(here.framework)
    rows = [
        {
            "region": pair.one,
            "name": words.say("{one} and {other}", one=names[pair.one], other=names[pair.other]),
            "one": len(pair.taught_by(pair.one)),
            "other": len(pair.taught_by(pair.other)),
            "alike": pair.alike,
        }
        for pair in pairs[:_LISTED]
    ]
    columns = [
        Column("name", words.say("Pair")),
        Column("one", words.say("Indicators, first to second"), words.number, number=True),
        Column("other", words.say("Indicators, second to first"), words.number, number=True),
        Column("alike", words.say("More alike than"), words.percent, number=True),
    ]
    if len(pairs) > _LISTED:
        prose.note(words.say("The first {shown} are listed.", shown=words.number(_LISTED)))
    draw_plain(pd.DataFrame(rows), columns, None, words.say("Who could teach whom"))
