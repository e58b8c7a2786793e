"""The result of a what-if: the answer, marked as what it is, and every dimension before and after."""

import streamlit as st

from charts.bands import Axis, Row, band_strips
from charts.before_after import Shift, before_after
from charts.palette import palette
from exports.standing_words import say_band
from exports.supposed_words import say_left_out
from metrics.simulated_band import SimulatedBand
from metrics.tree import Node
from pages.parts.rankings import words as ranking_words
from pages.parts.whatif import rank_words as ranks
from pages.parts.whatif import words as say
from pages.parts.whatif.state import ignored
from pages.parts.whatif.table import draw_table, known, shown, title_of
from pages.parts.whatif.view import View, scale_of
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.key import Entry, draw_key
from words.problems import say_problem


def draw_head(view: View) -> None:
    """The answer, with the mark that tells it from a published one."""
    words = view.words
    prose.answer(say.say_about(view), say.say_answer(view))
    mark, caveat = words.say("◇ What if"), say.say_caveat(view)
    st.html(f'<p class="teladan-supposed"><b>{as_html(mark)}</b> {as_html(caveat)}</p>')
    levers = {lever.node.id: lever for lever in view.levers}
    left = say_left_out(words, levers, dict(view.values), ignored())
    prose.note(*left, *(say_problem(words, problem) for problem in view.problems))
    if told := [*ranks.say_level(view), *ranks.say_nation(view)]:
        prose.lead(*told)


def draw_parts(view: View) -> None:
    """The score and its dimensions, before and after, and the same as a table."""
    words, colours = view.words, palette(view.here.theme)
    shifts = [_shift(view, node) for node in shown(view)]
    draw_key(
        [
            Entry(words.say("published"), colours.accent, colours.accent),
            Entry(words.say("what if"), colours.paper, colours.accent, "diamond"),
        ]
    )
    st.html(before_after(shifts, scale_of(view.here.framework), words.say("Scores before and after"), colours))
    with st.expander(words.say("The same as a table")):
        draw_table(view)


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
    with place.container(key="supposed-band" if view.values else "published-band"):
        strips = band_strips(_strips(view, band), None, palette(view.here.theme))
        st.html(strips)
        prose.note(ranks.say_band_of(view, band), *ranks.say_overlap(view, band))


def _strips(view: View, band: SimulatedBand) -> list[tuple[Row, Axis, str]]:
    """The rank among its kind, published (where there is one) and what if, each with its band."""
    words, after = view.words, view.after
    assert after.rank_in_kind is not None and after.ranked_in_kind is not None
    found = [(words.say("what if"), after.rank_in_kind, *band.rank_in_kind)] if view.values else []
    if view.published_band is not None and view.before.rank_in_kind is not None:
        found.insert(0, (words.say("published"), view.before.rank_in_kind, *view.published_band.rank_in_kind))
    axis, end = Axis(1, after.ranked_in_kind), words.number(after.ranked_in_kind)
    rows = []
    for name, rank, low, high in found:
        title = words.say("Rank, {which}", which=name)
        text = words.say("{rank} ({band})", rank=words.number(rank), band=say_band(words, low, high))
        told = words.say("{name}: {score}", name=title, score=text)
        rows.append((Row(title, title, None, text, rank, low, high, told, "mine"), axis, end))
    return rows


def _shift(view: View, node: Node) -> Shift:
    words = view.words
    before, after = (known(found.scores[node.id]) for found in (view.before, view.after))
    decimals = ranking_words.scale(view.here).decimals
    name, now, then = title_of(view, node), words.number(before, decimals), words.number(after, decimals)
    text = then if before is None or before == after else words.say("{now} → {then}", now=now, then=then)
    told = (
        words.say("{name}: {now}, as published.", name=name, now=now)
        if before == after
        else words.say("{name}: {now} as published, {then} with what is set.", name=name, now=now, then=then)
    )
    return Shift(name, text, before, after, told, strong=node.parent is None)
