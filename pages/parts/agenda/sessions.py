"""The sessions of a learning agenda: who could present, who would learn, and what others have done."""

import html
from collections.abc import Sequence

import streamlit as st

from exports import agenda_words as say
from metrics.agenda import Proposed, Session
from metrics.within_kind import Cell
from pages.parts.agenda.top import anchor
from pages.parts.agenda.view import agenda_of, places
from pages.parts.network.view import Chosen
from pages.shared import prose
from pages.shared.links import link
from pages.shared.results import region_names
from pages.shared.selection import Selection

_SHOWN = 6  # regions of a list, before the rest is only counted
_PRACTICES = 4


@st.cache_data(show_spinner=False, max_entries=500)
def draw_sessions(here: Selection, chosen: Chosen) -> None:
    """A card a session, then the dimensions without one."""
    words, found = here.words, agenda_of(here, chosen)
    cards = "".join(_card(here, one, number) for number, one in enumerate(found.sessions, start=1))
    st.html(f'<div class="teladan-sessions">{cards}</div>')
    if said := say.say_level(words, found):
        st.subheader(words.say("Without a session"), anchor=False)
        prose.points(said)
    prose.note(
        words.say(
            "The subject of a session is the indicator of its dimension in which members lack most to the median of "
            "their kind. Below and above count only where they are clear of the error of the figures, as far as it is "
            "known."
        )
    )


def _card(here: Selection, one: Session, number: int) -> str:
    words = here.words
    title = words.say("{number}. {title}", number=words.number(number), title=words.title(one.node.title))
    parent = here.results.node(one.node.parent or here.results.root.id)
    head = prose.link(title, link(here, "indicator", variable=one.node.variable))
    subject = html.escape(say.say_subject(words, one, parent))
    gap = html.escape(f"{say.say_gap(words, one)} {say.say_measure(words, one)}")
    practices = "".join(_practice(here, proposed) for proposed in one.practices[:_PRACTICES])
    said = say.say_practices(words, one)
    note = f"<p><small>{html.escape(said)}</small></p>" if said else ""
    columns = (
        (say.say_presenters(words, one), _regions(here, one, one.presenters or one.invited)),
        (words.say("Could learn: below the median of their kind"), _regions(here, one, one.behind)),
        (words.say("Practices in the catalogue"), note + (f"<ul>{practices}</ul>" if practices else "")),
    )
    sections = "".join(f"<section><h4>{html.escape(heading)}</h4>{body}</section>" for heading, body in columns)
    return (
        f'<article id="{anchor(number)}"><h3>{head}</h3><p><small>{subject}</small><br>{gap}</p>'
        f"<div>{sections}</div></article>"
    )


def _regions(here: Selection, one: Session, cells: Sequence[Cell]) -> str:
    """Regions with their figures; the reader's own is marked."""
    words, items = here.words, []
    for cell in cells[:_SHOWN]:
        name = region_names(here.framework)[cell.region]
        way = prose.link(name, link(here, "profile", region=name))
        mine = ' class="mine"' if cell.region == here.region else ""
        items.append(f"<li{mine}>{way}<b>{html.escape(say.say_value(words, one, cell))}</b></li>")
    more = len(cells) - _SHOWN
    if more > 0:
        told = words.say("and {count} more, in the file", count=words.number(more))
        items.append(f"<li><small>{html.escape(told)}</small></li>")
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _practice(here: Selection, one: Proposed) -> str:
    words = here.words
    way = prose.link(words.title(one.practice.title), link(here, "practice", practice=one.practice.id))
    told = say.say_practice(words, one, places(here.framework).of(one.practice))
    return f"<li>{way}<br><small>{html.escape(told)}</small></li>"
