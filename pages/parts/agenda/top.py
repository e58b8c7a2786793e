"""The upper part of the learning agenda: the answer, what a draft is, and the sessions at a glance."""

import streamlit as st

from charts.agenda import Member, Role, Row, agenda_chart
from charts.palette import palette
from exports import agenda_words as say
from exports import standing_words
from metrics.agenda import Session
from pages.parts.agenda.table import draw_agenda_table
from pages.parts.agenda.view import agenda_of
from pages.parts.network.view import Chosen, view
from pages.shared import prose
from pages.shared.key import Entry, draw_key
from pages.shared.results import region_names
from pages.shared.selection import Selection


@st.cache_data(show_spinner=False, max_entries=500)
def draw_top(here: Selection, chosen: Chosen) -> None:
    """The answer with its caveats, and the figure."""
    words, found = here.words, agenda_of(here, chosen)
    about = words.say("Draft learning agenda, {year}", year=words.year(here.year))
    prose.answer(about, say.say_answer(words, found, chosen.title))
    if not view(here, chosen.members).assessed:
        prose.note(standing_words.say_other_year(words, here.results.opening_year))
    elif here.year in here.results.provisional_years:
        prose.note(standing_words.say_provisional(words, here.year))
    prose.lead(*say.say_draft(words))
    if chosen.description:
        prose.note(chosen.description)
    if found.sessions:
        _draw_chart(here, chosen)


def _draw_chart(here: Selection, chosen: Chosen) -> None:
    words, colours = here.words, palette(here.theme)
    heading = words.say("Where the members stand within their kind, session by session")
    st.subheader(heading, anchor=False)
    entries = [
        Entry(words.say("could learn"), colours.paper, colours.second),
        Entry(words.say("could present"), colours.second, colours.second),
        Entry(words.say("other members"), colours.others, colours.others_edge),
    ]
    if here.region in chosen.members:
        entries.append(Entry(region_names(here.framework)[here.region or ""], colours.accent, colours.accent))
    draw_key(entries)
    rows = [_row(here, chosen, one, number) for number, one in enumerate(agenda_of(here, chosen).sessions, start=1)]
    ends = (words.say("weakest of its kind"), words.say("median"), words.say("strongest of its kind"))
    st.html(agenda_chart(rows, heading, ends, colours))
    draw_agenda_table(here, chosen, heading)


def _row(here: Selection, chosen: Chosen, one: Session, number: int) -> Row:
    words = here.words
    text = words.say(
        "{behind} of {known} below the median", behind=words.number(len(one.behind)), known=words.number(one.known)
    )
    roles: dict[str, Role] = {cell.region: "learns" for cell in one.behind}
    roles |= {cell.region: "presents" for cell in one.presenters}
    members = [
        Member(
            cell.percentile,
            roles.get(cell.region, "other"),
            cell.region == here.region,
            words.say(
                "{name}: {value} {unit}",
                name=region_names(here.framework)[cell.region],
                value=say.say_value(words, one, cell),
                unit=words.title(one.node.unit),
            ),
        )
        for cell in view(here, chosen.members).part(one.node.id).cells
        if cell.percentile is not None
    ]
    title = words.say("{number}. {title}", number=words.number(number), title=words.title(one.node.title))
    return Row(title, anchor(number), text, members)


def anchor(number: int) -> str:
    """The heading of a session on this screen."""
    return f"sesi-{number}"
