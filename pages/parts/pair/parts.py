"""The parts of the learning pair: lessons, questions, how each moved, practices, and structure."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from exports.standing_words import say_other_year
from metrics.learning_pair import Question
from metrics.pairs import Lesson
from pages.parts.compare.dimensions import draw_own_units
from pages.parts.pair import words as say
from pages.parts.pair.lesson_words import say_lesson, say_places
from pages.parts.pair.questions import say_question
from pages.parts.pair.view import view
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.results import region_names
from pages.shared.selection import Selection
from pages.shared.tables import Column, draw_plain


@st.cache_data(show_spinner=False, max_entries=500)
def draw_pair_top(here: Selection, one: str, other: str) -> None:
    """The answer, how alike the two are, and what each could learn."""
    words, found = here.words, view(here, one, other)
    about = words.say("Learning pair, {year}", year=words.year(here.year))
    prose.answer(about, say.say_answer(here, found))
    prose.lead(say.say_alike(here, found.pair.alike))
    if here.ranking["score"].isna().all():
        prose.note(say_other_year(words, here.results.opening_year))
    prose.note(say.say_rule(here))
    blocks = "".join(
        _lessons(here, found.pair.taught_by(teacher), learner, teacher)
        for learner, teacher in ((one, other), (other, one))
    )
    st.html(f'<div class="teladan-pair">{blocks}</div>')


def _lessons(here: Selection, lessons: tuple[Lesson, ...], learner: str, teacher: str) -> str:
    words, names = here.words, region_names(here.framework)
    head = words.say("{learner} could learn from {teacher}", learner=names[learner], teacher=names[teacher])
    items = "".join(
        f"<li><b>{as_html(say_lesson(here, lesson))}</b><br><small>{as_html(say_places(here, lesson))}</small>"
        for lesson in lessons
    )
    if not lessons:
        nothing = words.say("nothing that the figures show")
        items = f"<li><small>{as_html(nothing)}</small></li>"
    return f"<section><h3>{as_html(head)}</h3><ul>{items}</ul></section>"


@st.cache_data(show_spinner=False, max_entries=500)
def draw_questions(here: Selection, one: str, other: str) -> None:
    """What to begin a talk with."""
    words, found = here.words, view(here, one, other)
    st.subheader(words.say("Questions to begin with"), anchor=False)
    if not found.questions:
        prose.note(words.say("The figures raise none: the two are not clearly different."))
        return
    prose.note(words.say("Each is made of figures or of the catalogue; the answers only the two have."))
    names = region_names(here.framework)
    heads = [
        words.say("{asker} could ask {asked}", asker=names[a], asked=names[b]) for a, b in ((one, other), (other, one))
    ]
    asked = [[q for q in found.questions if q.asker == asker and q.ask != "both"] for asker in (one, other)]
    together = [question for question in found.questions if question.ask == "both"]
    blocks = zip([*heads, words.say("Both could ask others")], [*asked, together], strict=True)
    st.html(f'<div class="teladan-pair">{"".join(_block(here, head, listed) for head, listed in blocks)}</div>')


def _block(here: Selection, head: str, questions: Sequence[Question]) -> str:
    """Questions under their head; nothing without any."""
    if not questions:
        return ""
    items = "".join(f"<li>{as_html(say_question(here, question))}</li>" for question in questions)
    return f"<section><h3>{as_html(head)}</h3><ul>{items}</ul></section>"


@st.cache_data(show_spinner=False, max_entries=500)
def draw_indicators(here: Selection, one: str, other: str) -> None:
    """Every indicator in its own unit."""
    st.subheader(here.words.say("Every indicator in its own unit"), anchor=False)
    draw_own_units(here, (one, other))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_courses(here: Selection, one: str, other: str) -> None:
    """How each has moved, in natural units, over figures that compare."""
    words, names, found = here.words, region_names(here.framework), view(here, one, other)
    rows = [
        {
            "region": side.node.id,
            "name": words.say("{name} ({details})", name=words.title(side.node.title), details=unit)
            if (unit := words.title(side.node.unit))
            else words.title(side.node.title),
            **{code: say.say_course(here, side.node, side.moved.get(code)) for code in (one, other)},
        }
        for side in found.sides
        if side.moved
    ]
    st.subheader(words.say("How each has moved"), anchor=False)
    if not rows:
        prose.note(words.say("No indicator has two figures of these regions that compare."))
        return
    prose.note(words.say("The newest figure and the oldest of the five years before it, never across a break."))
    columns = [Column("name", words.say("Indicator"))]
    columns += [Column(code, names[code]) for code in (one, other)]
    draw_plain(pd.DataFrame(rows), columns, None, words.say("How each has moved"))
