"""The regions of a province side by side."""

from typing import Any

import pandas as pd
import streamlit as st

from charts.contrast import kind_marks
from charts.levels import level_colours
from charts.palette import palette
from charts.province import Block, Column, Line, Mark, side_by_side
from exports.titles import level_names
from metrics.province import Kin, Province
from pages.parts.province import picture_words as say
from pages.parts.province.view import measure_titles, profile_address, short_name, view
from pages.parts.rankings import words as ranking_words
from pages.shared import prose
from pages.shared.band_words import say_included
from pages.shared.key import Entry, draw_key
from pages.shared.results import summary
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_picture(here: Selection, name: str, by: str) -> None:
    """The regions side by side, sorted by the measure `by`, and what to know before reading ranks."""
    words, found = here.words, view(here, name)
    levels = level_names(words, here.results) if found.scored() else []
    draw_key(_key(here, found))
    st.html(_picture(here, found, measure_titles(here), by))
    prose.note(
        words.say(
            "Each track runs from the lowest region of the country to the highest. The line on it is the national "
            "median of the kind. A name leads to the region's profile."
        ),
        *say.say_strips(here),
        *([words.say("Levels: {levels}.", levels=words.listing(levels))] if levels else []),
    )
    if found.scored():
        prose.note(*say_included(here))


def _picture(here: Selection, found: Province, titles: dict[str, str], by: str) -> str:
    words, colours = here.words, palette(here.theme)
    columns = [Column(titles[column], *found.reach[column], chosen=column == by) for column in titles]
    facts = []
    if found.scored():
        facts = [words.say("Rank in its kind"), *([words.say("Level")] if level_names(words, here.results) else [])]
    caption = words.say(
        "Regions of {province}, {year}, sorted by: {measure}",
        province=found.name, year=words.year(here.year), measure=titles[by],
    )  # fmt: skip
    blocks = [_block(here, kin, titles, by, len(facts)) for kin in found.kin]
    return side_by_side(blocks, facts, columns, caption, words.say("Region"), colours)


def _block(here: Selection, kin: Kin, titles: dict[str, str], by: str, facts: int) -> Block:
    words, decimals = here.words, ranking_words.scale(here).decimals
    shape, fill, edge = _shapes(here).get(kin.kind or "", ("circle", palette(here.theme).others, "currentColor"))
    rows = kin.ordered(by).astype("object").to_dict("records")
    return Block(
        (kin.kind or words.say("regions")).capitalize(), say.say_kin(words, kin), shape, fill, edge,
        [kin.beside[column].national for column in titles],
        [say.say_beside(words, kin.beside[column], decimals) for column in titles],
        [_line(here, kin, row, titles, decimals, facts) for row in rows],
    )  # fmt: skip


def _line(here: Selection, kin: Kin, row: dict[str, Any], titles: dict[str, str], decimals: int, facts: int) -> Line:
    words, name, marks = here.words, str(row["name"]), []
    for column, title in titles.items():
        score = None if pd.isna(row[column]) else float(row[column])
        missing = words.say("not assessed") if column == "score" else words.say("no figure")
        text = missing if score is None else words.number(score, decimals)
        band = _band(row) if column == "score" else None
        told = say.say_mark(words, name, title, score, band, kin.beside[column], decimals)
        marks.append(Mark(score, text, told, band))
    known = [(say.say_rank(words, row), None), _level(here, row)][:facts]
    address, mine = profile_address(here, row["region"]), row["region"] == here.region
    return Line(short_name(row), name, address, known, marks, mine, _strip(row))


def _strip(row: dict[str, Any]) -> tuple[float, float, float, float] | None:
    """The rank among its kind, its band, and the number ranked."""
    rank, ranked = say.ranks_of(row)
    return None if pd.isna(row[f"{rank}_low"]) else (row[rank], row[f"{rank}_low"], row[f"{rank}_high"], row[ranked])


def _band(row: dict[str, Any]) -> tuple[float, float] | None:
    """Where the score lies in most draws."""
    return None if pd.isna(row["score_low"]) else (row["score_low"], row["score_high"])


def _level(here: Selection, row: dict[str, Any]) -> tuple[str, str | None]:
    level = str(row["maturity"])
    if not level.isdecimal():
        return "–", None
    colours = level_colours(len(level_names(here.words, here.results)), palette(here.theme))
    return level, colours[int(level) - 1]


def _shapes(here: Selection) -> dict[str, tuple[str, str, str]]:
    """The shape, fill and outline of each kind, as on the other screens."""
    kinds = [str(standing.kind) for standing in summary(here.framework, here.year)[1:]]
    return dict(zip(kinds, kind_marks(kinds, palette(here.theme)), strict=True))


def _key(here: Selection, found: Province) -> list[Entry]:
    words, colours, known = here.words, palette(here.theme), _shapes(here)
    entries = [Entry(kin.kind, *known[kin.kind][1:], known[kin.kind][0]) for kin in found.kin if kin.kind]
    mine = [
        Entry(str(name), colours.accent, colours.accent, known.get(kin.kind or "", ("circle",))[0])
        for kin in found.kin
        for name in kin.regions.loc[kin.regions["region"] == here.region, "name"]
    ]
    return [
        *entries,
        *mine,
        Entry(words.say("national median of the kind"), colours.ink, colours.ink, "tick"),
    ]
