"""What the published figures say of a practice: before and after its start, beside regions like its own."""

import streamlit as st

from charts.evidence import Picture, evidence_alt, evidence_figure
from charts.palette import palette
from metrics.practices.catalogue import catalogue
from metrics.practices.course import caveat, course, publishers
from metrics.practices.entry import Practice
from metrics.practices.evidence import Compared, Evidence, evidence
from pages.parts.compare.view import short_name
from pages.parts.evidence import picture_words
from pages.parts.evidence import words as say
from pages.parts.evidence.cannot_words import say_cannot
from pages.parts.evidence.table import draw_peers, draw_table
from pages.shared import prose
from pages.shared.inert import inert
from pages.shared.kept import kept
from pages.shared.results import region_names, results
from pages.shared.selection import Selection


@kept(500)
def found_evidence(framework: str, practice: str) -> Evidence:
    """The evidence of a practice, by its id; shared by all readers."""
    scored = results(framework)
    known = catalogue(scored)
    return evidence(scored, known.practice(practice), known.practices)


def draw_evidence(here: Selection, practice: Practice) -> None:
    """Its indicators one by one: those that can be compared with a picture, the others with what is needed."""
    _draw(here, practice.id)


@st.cache_data(show_spinner=False, max_entries=500)
def _draw(here: Selection, practice: str) -> None:
    words, found = here.words, found_evidence(here.framework, practice)
    for one in found.compared:
        _draw_compared(here, found, one)
    if found.compared:
        known = catalogue(here.results)
        others = [words.title(known.practice(other).title) for other in found.beside]
        prose.points(say.say_bounds(words, found, others))
        draw_peers(here, found)
    if found.cannot:
        st.subheader(words.say("Cannot be assessed by figures yet"), anchor=False)
        named = bool(catalogue(here.results).practice(practice).indicators)
        for sentence in say_cannot(words, found, _name(here, found), named):
            prose.note(sentence)
    if found.compared:
        known_by = {publisher for one in found.compared for publisher in publishers(here.results, one)}
        prose.closing(words.say("Figures: {publishers}.", publishers="; ".join(sorted(known_by))))


def _draw_compared(here: Selection, found: Evidence, one: Compared) -> None:
    words, name = here.words, _name(here, found)
    assert found.region is not None and found.start is not None
    st.subheader(inert(say.say_finding(words, one, name)), anchor=False)
    caution = say.say_caution(words, one, name, found.start)
    if warned := caveat(here.results, one):
        caution.append(words.title(warned))
    if one.course_before:  # what would be misread without it stands first
        prose.lead(*caution)
        prose.note(*say.say_figures(words, one, len(found.peers)))
    else:
        prose.lead(*say.say_figures(words, one, len(found.peers)))
        prose.note(*caution)
    steps = course(here.results, found, one)
    title = words.title(one.node.title)
    picture = Picture(
        steps,
        found.start,
        picture_words.say_start(words, catalogue(here.results).practice(found.practice), found.start),
        short_name(here, found.region),
        words.say("comparable"),
        "%" if one.percent else "",
        [picture_words.say_step(words, one, step, name) for step in steps],
    )
    prose.note(picture_words.say_picture(words, one))
    st.plotly_chart(
        evidence_figure(picture, words, palette(here.theme)),
        config={"displayModeBar": False, "scrollZoom": False},
        key=f"evidence-{one.node.id}",
        alt=evidence_alt(picture, title, words),
    )
    with st.expander(words.say("The same as a table"), key=f"evidence-table-{one.node.id}"):
        draw_table(here, one, steps, name)


def _name(here: Selection, found: Evidence) -> str:
    return "" if found.region is None else region_names(here.framework)[found.region]
