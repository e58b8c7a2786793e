"""The lower part of the seminar screen: who took part, where reports disagree, and what else they say."""

import streamlit as st

from charts.attendance import Came, attendance
from charts.palette import palette
from metrics.seminars.entry import Disagreement, Seminar, Statement
from pages.parts.seminar import words as say
from pages.parts.seminar.programme import DISAGREEMENTS
from pages.parts.seminar.view import seminar_of
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_took_part(here: Selection, id: str) -> None:
    """How many came, a row an account; nothing where no report tells."""
    words, seminar = here.words, seminar_of(here.framework, id)
    if not seminar.participants:
        return
    heading = words.say("Who took part, according to the reports")
    st.subheader(heading, anchor=False)
    accounts = [
        Came(
            words.title(group.title),
            words.title(account.text),
            say.say_reports(words, account.reports),
            account.came,
            account.of,
        )
        for group in seminar.participants
        for account in group.accounts
    ]
    st.html(attendance(accounts, heading, palette(here.theme)))


@st.cache_data(show_spinner=False, max_entries=500)
def draw_reports(here: Selection, id: str) -> None:
    """The disagreements side by side; the aims, the other statements and the reports folded."""
    words, seminar = here.words, seminar_of(here.framework, id)
    if seminar.disagreements:
        st.subheader(say.say_disagreements(words, seminar.disagreements), anchor=DISAGREEMENTS)
        prose.note(words.say("Each account stands as its report has it; none is made the right one."))
        rows = "".join(_disagreement(here, found) for found in seminar.disagreements)
        st.html(f'<div class="teladan-accounts">{rows}</div>')
    for heading, statements in (
        (words.say("What it was for"), seminar.aims),
        (words.say("What else the reports say"), seminar.statements),
    ):
        if statements:
            with st.expander(heading):
                prose.points([_statement(here, statement) for statement in statements])
    with st.expander(words.say("The reports")):
        prose.points(_listed(here, seminar))


def _disagreement(here: Selection, found: Disagreement) -> str:
    words = here.words
    told = [(words.title(account.text), say.say_reports(words, account.reports)) for account in found.accounts]
    accounts = "".join(f"<li>{as_html(text)}<br><small>{as_html(by)}</small></li>" for text, by in told)
    note = f"<p><small>{as_html(words.title(found.note))}</small></p>" if found.note else ""
    return f"<section><h4>{as_html(words.title(found.about))}</h4><ul>{accounts}</ul>{note}</section>"


def _statement(here: Selection, statement: Statement) -> str:
    words = here.words
    told = words.title(statement.text)
    return words.say("{text} ({reports})", text=told, reports=say.say_reports(words, statement.reports))


def _listed(here: Selection, seminar: Seminar) -> list[str]:
    words = here.words
    return [
        words.say("{letter}: {title}", letter=report.id.upper(), title=words.title(report.title))
        + (f" {report.address}" if report.address else "")
        for report in seminar.reports
    ]
