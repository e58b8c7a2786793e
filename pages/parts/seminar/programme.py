"""The programme of a seminar: each talk with its practices, its region's profile, and its figures then and now."""

import streamlit as st

from metrics.practices.entry import Practice
from metrics.seminars.entry import Seminar
from metrics.seminars.talks import Told
from pages.parts.seminar.figure_words import say_basis
from pages.parts.seminar.figures import draw_figures_table, figures_html
from pages.parts.seminar.view import place_address, place_of, practice_address, seminar_of, talks_of
from pages.parts.seminar.words import say_reports
from pages.shared import prose
from pages.shared.inert import as_html
from pages.shared.selection import Selection

DISAGREEMENTS = "laporan-berbeda"  # the anchor of what reports do not say alike


@st.cache_data(show_spinner=False, max_entries=500)
def draw_programme(here: Selection, id: str) -> None:
    """The sessions with their talks, then all their figures as a table."""
    words, seminar = here.words, seminar_of(here.framework, id)
    talks = talks_of(here.framework, id)
    st.subheader(words.say("The programme, and what became of it"), anchor=False)
    prose.note(
        words.say(
            "Ring: the figure of {year} or the nearest one that compares. Dot: the newest figure. Grey tick: where it "
            "would be had it moved as the median of its kind. Each track runs from the lowest to the highest figure "
            "of the kind.",
            year=words.year(seminar.year),
        ),
        words.say("Letters name the reports, which are listed at the end."),
    )
    by_id = {told.talk.id: told for told in talks}
    parts = []
    for session in seminar.programme:
        cards = "".join(_card(here, seminar, by_id[talk.id]) for talk in session.talks)
        parts.append(f'<h3 class="teladan-session">{as_html(words.title(session.title))}</h3>{cards}')
    st.html(f'<div class="teladan-talks">{"".join(parts)}</div>')
    draw_figures_table(here, talks)


def _card(here: Selection, seminar: Seminar, told: Told) -> str:
    talk = told.talk
    mine = " mine" if talk.region is not None and talk.region == here.region else ""
    figures = figures_html(here, told)
    notes = "".join(f"<p><small>{as_html(said)}</small></p>" for said in say_basis(here.words, told))
    return (
        f'<article class="teladan-talk{mine}"><div>{_head(here, told)}{_topics(here, told)}'
        f"{_disputed(here, seminar, told)}{_practices(here, told)}</div><div>{figures}{notes}</div></article>"
    )


def _head(here: Selection, told: Told) -> str:
    """Who spoke, with the way to the region's profile."""
    speaker, place = as_html(here.words.title(told.talk.speaker)), place_of(here, told.talk)
    if not place:
        return f"<h4>{speaker}</h4>"
    address = place_address(here, told.talk)
    shown = prose.link(place, address) if address else as_html(place)
    return f"<h4>{shown}</h4><p><small>{speaker}</small></p>"


def _topics(here: Selection, told: Told) -> str:
    """What it was about, each with the reports that say so."""
    words = here.words
    listed = [(words.title(topic.text), say_reports(words, topic.reports)) for topic in told.talk.topics]
    return "".join(
        f"<p>{as_html(about)} <small>({as_html(by).replace(' ', '&nbsp;')})</small></p>" for about, by in listed
    )


def _disputed(here: Selection, seminar: Seminar, told: Told) -> str:
    if not seminar.disputed(told.talk.id):
        return ""
    told = here.words.say("Reports differ here.")
    return f"<p><small>{prose.link(told, '#' + DISAGREEMENTS)}</small></p>"


def _practices(here: Selection, told: Told) -> str:
    words = here.words
    if not told.practices:
        return ""
    heading = words.say("Practices in the catalogue")
    items = "".join(_practice(here, practice) for practice in told.practices)
    linked = f"<p><small>{as_html(words.title(told.talk.linked))}</small></p>" if told.talk.linked else ""
    return f"<p><b>{as_html(heading)}</b></p><ul>{items}</ul>{linked}"


def _practice(here: Selection, practice: Practice) -> str:
    words = here.words
    grade = words.say("grade {grade}", grade=practice.grade)
    way = prose.link(words.title(practice.title), practice_address(here, practice))
    return f"<li>{way} <small>{as_html(grade)}</small></li>"
