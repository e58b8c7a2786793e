"""The result of a what-if: the answer, marked as what it is, and every dimension before and after."""

import pandas as pd
import streamlit as st

from charts.bands import Axis, Row, band_strips
from charts.before_after import Shift, before_after
from charts.palette import palette
from metrics.simulated_band import SimulatedBand
from metrics.tree import Node
from pages import prose
from pages import whatif_words as say
from pages.band_words import say_band
from pages.inert import as_html, inert
from pages.key import Entry, draw_key
from pages.tables import Column, draw_plain
from pages.whatif_state import ignored
from pages.whatif_view import View, scale_of
from words.problems import say_problem


def draw_head(view: View) -> None:
    """The answer, with the mark that tells it from a published one."""
    words = view.words
    prose.answer(say.say_about(view), say.say_answer(view))
    mark, caveat = words.say("◇ What if"), say.say_caveat(view)
    st.html(f'<p class="teladan-supposed"><b>{as_html(mark)}</b> {as_html(caveat)}</p>')
    prose.note(*say.say_ignored(words, ignored()), *(say_problem(words, problem) for problem in view.problems))
    if told := [*say.say_level(view), *say.say_nation(view)]:
        prose.lead(*told)


def draw_parts(view: View) -> None:
    """The score and its dimensions, before and after, and the same as a table."""
    words, colours = view.words, palette(view.here.theme)
    shifts = [_shift(view, node) for node in _shown(view)]
    draw_key(
        [
            Entry(words.say("published"), colours.accent, colours.accent),
            Entry(words.say("what if"), colours.paper, colours.accent, "diamond"),
        ]
    )
    st.html(before_after(shifts, scale_of(view.here.framework), words.say("Scores before and after"), colours))
    with st.expander(words.say("The same as a table")):
        _draw_table(view)


def draw_band(view: View) -> None:
    """How sure the rank would be, beside how sure it is: worked out last, so that nothing waits for it."""
    place = st.empty()
    with place:
        prose.note(view.words.say("Working out how sure the rank would be …"))
    band = view.band()
    if band is None:
        with place:
            prose.note(view.words.say("Without a rank there is no band."))
        return
    with place.container(key="supposed-band"):
        strips = band_strips(_strips(view, band), None, palette(view.here.theme))
        st.html(strips)
        prose.note(say.say_band_of(view, band))


def _strips(view: View, band: SimulatedBand) -> list[tuple[Row, Axis, str]]:
    """The rank among its kind, published (where there is one) and what if, each with its band."""
    words, after = view.words, view.after
    assert after.rank_in_kind is not None and after.ranked_in_kind is not None
    found = [(words.say("what if"), after.rank_in_kind, *band.rank_in_kind)]
    if not pd.isna(view.row["rank_in_kind_low"]):
        own = (view.row[name] for name in ("rank_in_kind", "rank_in_kind_low", "rank_in_kind_high"))
        found.insert(0, (words.say("published"), *own))
    axis, end = Axis(1, after.ranked_in_kind), words.number(after.ranked_in_kind)
    rows = []
    for name, rank, low, high in found:
        title = words.say("Rank, {which}", which=name)
        text = words.say("{rank} ({band})", rank=words.number(rank), band=say_band(words, low, high))
        told = words.say("{name}: {score}", name=title, score=text)
        rows.append((Row(title, title, None, text, rank, low, high, told, "mine"), axis, end))
    return rows


def _shown(view: View) -> list[Node]:
    return [view.here.results.root, *view.parts]


def _title(view: View, node: Node) -> str:
    words = view.words
    if node.parent is None:
        return words.say("Score")
    title = words.title(view.here.results.measured(node.id).title)
    return words.say("{title} (outside the score)", title=title) if node.status == "shown" else title


def _shift(view: View, node: Node) -> Shift:
    words = view.words
    before, after = (_known(found.scores[node.id]) for found in (view.before, view.after))
    name, now, then = _title(view, node), words.number(before, 1), words.number(after, 1)
    text = now if before == after else words.say("{now} → {then}", now=now, then=then)
    told = (
        words.say("{name}: {now}, as published.", name=name, now=now)
        if before == after
        else words.say("{name}: {now} as published, {then} with what is set.", name=name, now=now, then=then)
    )
    return Shift(name, text, before, after, told, strong=node.parent is None)


def _known(score: float) -> float | None:
    return None if pd.isna(score) else round(score, 9)


def _draw_table(view: View) -> None:
    words, set_ = view.words, dict(view.values)
    nodes = [*_shown(view), *(lever.node for lever in view.levers if lever.node.id in set_)]
    rows = pd.DataFrame(
        [
            {
                "region": node.id,
                "name": _title(view, node) if node in _shown(view) else words.title(node.title),
                "before": _known(view.before.scores[node.id]),
                "after": _known(view.after.scores[node.id]),
                "rank_before": view.before.ranks[node.id],
                "rank": view.after.ranks[node.id],
            }
            for node in nodes
        ]
    )

    def one(value: float) -> str:
        return words.number(value, 1)

    columns = [
        Column("name", words.say("Score, dimensions and what is set")),
        Column("before", words.say("Score as published"), one, number=True),
        Column("after", words.say("Score, what if"), one, number=True),
        Column("rank_before", words.say("Rank nationally, as published"), words.number, number=True),
        Column("rank", words.say("Rank nationally, what if"), words.number, number=True),
    ]
    draw_plain(rows, columns, None, inert(words.say("What if, beside what is published")))
