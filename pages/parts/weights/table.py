"""The lower part of the screen of a visitor's own weights: who would move most, and the ranking."""

import pandas as pd
import streamlit as st

from charts.palette import palette
from exports.titles import level_names
from metrics.own_comparison import around, most_moved
from pages.parts.rankings import words as ranking_words
from pages.parts.rankings.columns import ALL, of_view
from pages.parts.weights import region_words
from pages.parts.weights import words as say
from pages.parts.weights.files import offer
from pages.parts.weights.view import View
from pages.shared import prose
from pages.shared.band_columns import band_column, with_band_texts
from pages.shared.inert import as_html
from pages.shared.tables import Column, draw_grid, draw_plain
from words import Words

# Rows of the short table: the first ones, and so many at each side of the reader's own region.
_FIRST, _NEAR = 8, 4
_MOVERS = 5


def draw_movers(view: View, kind: str) -> None:
    """Who would gain and who would lose most places, side by side; nothing while no weight is moved."""
    if not view.points:
        return
    words, rank = view.words, _rank_of(kind)
    gains, losses = most_moved(of_view(view.table, kind, None), rank.replace("rank", "change"), _MOVERS)
    lists = ""
    for heading, found in ((words.say("Would gain most"), gains), (words.say("Would lose most"), losses)):
        moves = region_words.say_moves(words, found, rank)
        items = "".join(f"<li><b>{as_html(name)}</b> <span>{as_html(places)}</span></li>" for name, places in moves)
        lists += f"<section><h3>{as_html(heading)}</h3><ol>{items}</ol></section>"
    st.html(f'<div class="teladan-pair teladan-moves">{lists}</div>')


def draw_ranking(view: View, kind: str) -> None:
    """The ranking of a kind: the first rows and the reader's own, then all of it, and files."""
    words, here, rank = view.words, view.here, _rank_of(kind)
    table = of_view(view.table, kind, None)
    rows = table[table["rank"].notna()]
    title = say.say_title(view, None if kind == ALL else kind, len(rows))
    st.subheader(title, anchor=False)
    prose.note(*say.say_bands(view))
    columns = _columns(view, rows, kind, rank)
    with st.container(key="part"):
        part = _with_texts(around(rows, here.region, _FIRST, _NEAR), rank, words)
        draw_plain(part, columns, here.region, say.say_part(view))
    with st.expander(words.say("The whole ranking"), key="whole", bind="query-params") as fold:
        if fold.open:
            draw_grid(_with_texts(rows, rank, words), columns, here.region, palette(here.theme), title)
    offer(view, table)


def _rank_of(kind: str) -> str:
    """The column of the rank that a view of a kind is about."""
    return "rank" if kind == ALL else "rank_in_kind"


def _with_texts(rows: pd.DataFrame, rank: str, words: Words) -> pd.DataFrame:
    """The rows with their bands as text, those of the framework's weights too."""
    names = [f"{name}_{end}" for name in ("rank", "rank_in_kind") for end in ("low", "high")]
    earlier = rows[[f"{name}_before" for name in names]].set_axis(names, axis=1)
    return with_band_texts(rows, words).assign(band_before=with_band_texts(earlier, words)[f"{rank}_band"])


def _columns(view: View, rows: pd.DataFrame, kind: str, rank: str) -> list[Column]:
    words, scored = view.words, view.here.results
    count = words.number(rows[rank.replace("rank", "ranked")].max())
    decimals = ranking_words.scale(view.here).decimals
    names = {str(number): name for number, name in enumerate(level_names(words, scored), start=1)}
    columns = [
        Column(
            rank,
            words.say("Of {count} nationally", count=count)
            if kind == ALL
            else words.say("Of {count} {kind}", count=count, kind=kind),
            words.number,
            number=True,
            width=110,
        ),
        band_column(f"{rank}_band", words),
        Column("name", words.say("Region"), width=210),
    ]
    if view.points:
        change = rank.replace("rank", "change")
        columns += [
            Column(change, words.say("Places gained"), words.signed, number=True, width=110),
            Column(f"{rank}_before", words.say("With the framework's weights"), words.number, number=True, width=130),
            band_column("band_before", words),
        ]
    columns += [
        Column("score", words.say("Score"), lambda score: words.number(score, decimals), number=True, width=70),
        Column("maturity", words.say("Level"), lambda level: names.get(level, level), width=140),
        Column("province", words.say("Province"), width=190),
    ]
    return [column for column in columns if column.field not in rows or rows[column.field].notna().any()]
