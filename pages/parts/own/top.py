"""The upper part of the screen of a region's own figures: the answer, and scores as published and with own figures."""

import pandas as pd
import streamlit as st

from charts.before_after import Shift, before_after
from charts.palette import palette
from exports.titles import dimension_titles
from metrics.own.applied import Applied, NodeStanding, OwnStanding
from pages.parts.own import lead_words as lead
from pages.parts.own import words as say
from pages.parts.own.view import View
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.key import Entry, draw_key
from pages.shared.tables import Column, draw_plain
from words.problems import say_problem


def draw_head(view: View) -> None:
    """The answer, what it rests on, and where own figures are."""
    words, here, standing = view.words, view.here, view.standing
    framework = words.title(here.results.framework.title)
    about = words.say("{framework}, {year}, with own figures", framework=framework, year=words.year(here.year))
    prose.answer(about, say.say_answer(view))
    if isinstance(standing, OwnStanding):
        if standing.applied:
            prose.lead(*lead.say_lead(view, standing))
            prose.note(lead.say_mark(words))
        prose.note(*lead.say_unused(view))
    else:
        prose.note(*(say_problem(words, problem) for problem in standing))
    prose.note(*lead.say_privacy(words))


def draw_scores(view: View) -> None:
    """The score and its dimensions before and after, and the figures that did it."""
    words, here, standing = view.words, view.here, view.standing
    if not isinstance(standing, OwnStanding) or not standing.applied:
        return
    colours = palette(here.theme)
    heading = words.say("Score and dimensions")
    st.subheader(heading, anchor=False)
    draw_key(
        [
            Entry(words.say("published"), colours.accent, colours.accent),
            Entry(words.say("with own figures"), colours.paper, colours.accent, "diamond"),
        ]
    )
    titles = dimension_titles(words, here.results) | {here.results.root.id: words.say("Score")}
    shifts = [_shift(view, one, titles[one.node.id]) for one in standing.nodes if one.node.depth < 2]
    leaf = next(one.node for one in standing.nodes if one.node.is_leaf)
    st.html(before_after(shifts, leaf.normalise.range, heading, colours))
    st.subheader(inert(words.say("What changes")), anchor=False)
    _draw_figures(view, standing)


def _shift(view: View, one: NodeStanding, name: str) -> Shift:
    words = view.words
    before, after = words.number(one.published, 1), words.number(one.own, 1)
    text = after if before == after else words.say("{before} → {after}", before=before, after=after)
    told = words.say("{name}: {before} published, {after} with own figures.", name=name, before=before, after=after)
    return Shift(name, text, one.published, one.own, told, strong=one.node.parent is None)


def _draw_figures(view: View, standing: OwnStanding) -> None:
    words = view.words
    rows = [_row(view, standing.node(one.node.id), one) for one in standing.applied]
    columns = [
        Column("name", words.say("Indicator")),
        Column("unit", words.say("Unit")),
        Column("published", words.say("Published"), right=True),
        Column("own", words.say("Own figure"), right=True),
        Column("change", words.say("Difference"), right=True),
        Column("score", words.say("Score of the indicator"), right=True),
        Column("note", words.say("Note")),
    ]
    draw_plain(pd.DataFrame(rows), columns, None, words.say("Own figures that stand for {year}", year=view.here.year))


def _row(view: View, scored: NodeStanding, one: Applied) -> dict[str, str]:
    words, node = view.words, one.node
    published = words.number(one.published, node.decimals)
    if one.published is not None and one.published_year is not None:
        published = words.say("{value} ({year})", value=published, year=words.year(one.published_year))
    own = words.number(one.figure.value, node.decimals)
    change = words.signed(one.change, node.decimals)
    if one.better is not None:
        change = words.say("{change}, better", change=change) if one.better else words.say(
            "{change}, worse", change=change
        )  # fmt: skip
    before, after = words.number(scored.published, 1), words.number(scored.own, 1)
    return {
        "region": node.id,
        "name": words.title(node.title),
        "unit": words.title(node.unit),
        "published": published,
        "own": words.say("{value} (◆ {year})", value=own, year=words.year(one.figure.year)),
        "change": change,
        "score": words.say("{before} → {after}", before=before, after=after),
        "note": one.figure.note or "–",
    }
