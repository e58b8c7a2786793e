"""The practices that were found, as cards or as a table."""

import streamlit as st

from exports.practice_words import ACCOUNTS, say_started, say_telling, say_where
from metrics.practices.account import account
from metrics.practices.entry import Practice
from metrics.practices.search import Field
from pages.parts.practices.found import reasons
from pages.parts.practices.view import card, places, read, title_of
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.selection import Selection
from words import mark

FIRST = 12  # cards that stand there at once
_FIELDS: dict[Field, str] = {
    "title": mark("title"),
    "place": mark("place"),
    "topic": mark("sub-dimension"),
    "touches": mark("what it touches besides"),
    "summary": mark("summary"),
    "problem": mark("problem"),
    "action": mark("what was done"),
    "indicators": mark("indicators"),
    "further": mark("results and notes"),
}


@st.cache_data(show_spinner=False, max_entries=500)
def draw_cards(here: Selection, found: tuple[tuple[str, tuple[Field, ...]], ...], fitting: bool = False) -> None:
    """A card a practice, by id, with the fields in which the words asked for stand; and why it fits the region."""
    fits = reasons(here) if fitting else {}
    cards = "".join(_card(here, read(here).practice(id), why, fits.get(id)) for id, why in found)
    st.html(f'<ul class="teladan-found">{cards}</ul>')


@st.cache_data(show_spinner=False, max_entries=500)
def draw_table(here: Selection, found: tuple[str, ...]) -> None:
    """The same in rows."""
    words = here.words
    heads = [
        (words.say("Practice"), ""), (words.say("Place"), ""), (words.say("Sub-dimension"), ""),
        (words.say("Started"), "number"), (words.say("Evidence"), ""), (words.say("A result"), ""),
        (words.say("Says who"), ""),
    ]  # fmt: skip
    head = "".join(f'<th scope="col" class="{kind}">{as_html(text)}</th>' for text, kind in heads)
    rows = "".join(_row(here, read(here).practice(id)) for id in found)
    caption = as_html(words.say("Practices, with the result that stands for each"))
    st.html(
        f'<div class="teladan-scroll teladan-practices" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="teladan-table"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def grade_mark(here: Selection, practice: Practice) -> str:
    """The grade with its meaning, as HTML."""
    meaning = as_html(here.words.say(ACCOUNTS[account(practice)]))
    return f'<span class="teladan-grade"><b class="{practice.grade}">{practice.grade}</b> {meaning}</span>'


def _card(here: Selection, practice: Practice, why: tuple[Field, ...], fit: str | None) -> str:
    words = here.words
    about = [say_where(here.words, places(here).of(practice)), say_started(words, practice)]
    told = [f'<p class="about">{as_html(" · ".join(filter(None, about)))}</p>']
    told.append(f"<h3>{prose.link(words.title(practice.title), card(here, practice))}</h3>")
    told.append(f"<p>{as_html(words.title(practice.summary))}</p>")
    if result := say_telling(words, practice):
        told.append(f'<p class="result">{as_html(result[0])}<small>{as_html(result[1])}</small></p>')
    else:
        nothing = words.say("No result is known.")
        told.append(f'<p class="result none">{as_html(nothing)}</p>')
    if practice.lesson is not None:
        heading, lesson = words.say("▲ What did not work"), words.title(practice.lesson)
        told.append(f'<p class="lesson"><b>{as_html(heading)}</b> {as_html(lesson)}</p>')
    told.append(f'<p class="marks">{grade_mark(here, practice)}</p>')
    if fit:
        told.append(f'<p class="fit">{as_html(fit)}</p>')
    if why:
        fields = words.say("Found in: {fields}", fields=words.listing([words.say(_FIELDS[field]) for field in why[:3]]))
        told.append(f'<p class="why">{as_html(fields)}</p>')
    return f"<li>{''.join(told)}</li>"


def _row(here: Selection, practice: Practice) -> str:
    words = here.words
    result = say_telling(words, practice)
    year = words.year(practice.started) if practice.started else "–"
    cells = [
        as_html(say_where(here.words, places(here).of(practice))),
        as_html(title_of(here, practice.sub_dimension)),
        as_html(year),
        grade_mark(here, practice),
        as_html(result[0] if result else words.say("none known")),
        as_html(result[1] if result else "–"),
    ]
    kinds = ("", "", "number", "evidence", "result", "")
    told = "".join(f'<td class="{kind}">{cell}</td>' for kind, cell in zip(kinds, cells, strict=True))
    return f'<tr><th scope="row">{prose.link(words.title(practice.title), card(here, practice))}</th>{told}</tr>'
