"""How sure the rank and the level of a region are: the bands drawn, and who cannot be told apart from it."""

from typing import Any

import streamlit as st

from charts.bands import Axis, Part, Row, Whole, band_strips
from charts.levels import level_colours
from charts.palette import palette
from exports import standing_words
from exports.titles import level_names
from metrics.banded import Certainty
from pages.shared import band_words as say
from pages.shared import certainty_words as tell
from pages.shared import prose
from pages.shared.inert import as_html, inert
from pages.shared.links import link
from pages.shared.results import certain
from pages.shared.selection import Selection


def draw_certainty(here: Selection) -> None:
    """The bands of the reader's own region; where there are none, why."""
    assert here.region is not None
    words, found = here.words, certain(here.framework, here.year, here.region)
    if found is None:
        prose.note(*say.say_included(here))
        return
    row = here.ranking.set_index("region", drop=False).loc[here.region].to_dict()
    st.subheader(inert(tell.say_how_sure(words, row, found)), anchor=False)
    columns = [("rank_in_kind", "ranked_in_kind", say.say_among(words, row))] if found.kind else []
    columns.append(("rank", "ranked", words.say("Rank nationally")))
    strips = [
        (
            Row(
                title,
                title,
                None,
                standing_words.say_rank(words, row, rank),
                row[rank],
                row[f"{rank}_low"],
                row[f"{rank}_high"],
                standing_words.say_place(words, row, rank, ranked),
                "mine",
            ),
            Axis(1, row[ranked]),
            words.number(row[ranked]),
        )
        for rank, ranked, title in columns
    ]
    further = prose.link(words.say("See the bands of its neighbours in the ranking"), link(here, "rankings"))
    told = [*tell.say_levels(words, found), *tell.say_tops(words, found), tell.say_alike(here, found)]
    # On paper the bands stand beside what is said of them (static/teladan.css).
    with st.container(key="certainty"):
        st.html(band_strips(strips, _levels(here, row, found), palette(here.theme)))
        st.html(f'<p class="teladan-note">{as_html(" ".join(told))} {further}</p>')
        prose.note(*say.say_included(here))


def _levels(here: Selection, row: dict[str, Any], found: Certainty) -> Whole | None:
    """The levels at which the region comes out, each as wide as it is likely; None without a scale."""
    words, names = here.words, level_names(here.words, here.results)
    if not names:
        return None
    fills = level_colours(len(names), palette(here.theme))
    parts = [
        Part(chance, fill, words.number(level), words.say("{name}: {score}", name=name, score=words.percent(chance)))
        for level, (name, fill, chance) in enumerate(zip(names, fills, found.levels, strict=True), start=1)
        if chance
    ]
    told = words.say("{rank} ({band})", rank=row["maturity"], band=words.percent(row["level_chance"]))
    return Whole(words.say("Level"), told, parts)
