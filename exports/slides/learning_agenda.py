"""A learning agenda as a slide: the sessions, by how many members are behind in their subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from charts.slides.kinds import Axis, Row, Rows
from exports.agenda_words import say_draft
from exports.slides import about
from exports.slides.network import members_of, network_of
from exports.slides.slide import Asked, Slide
from metrics.agenda import Agenda, Session, agenda
from metrics.pairs import Likeness, likeness
from metrics.practices.catalogue import catalogue
from metrics.results import Results
from metrics.within_kind import Cell
from words import Words


def slide(asked: Asked) -> Slide:
    """The draft for the network of the address. Raises InputProblems where there is no such group."""
    words, (title, members) = asked.words, members_of(asked)
    found = _agenda(asked.results, asked.year, members)
    rows = tuple(_row(words, session) for session in found.sessions)
    return Slide(
        headline=_headline(words, title, found),
        chart=Rows(rows, Axis(words.say("Members"), "", 0, len(members), 0), bars=True) if rows else None,
        caption=words.say(
            "Subjects of a draft agenda for {count} members: how many are below the median of their kind, {year}.",
            count=words.number(len(members)), year=words.year(asked.year),
        ),
        takeaway=words.say("{draft} In any group about half of the members are below a median.",
                           draft=say_draft(words)[0]),
        source=about.source(asked, displayed=True),
        alt=words.say("Members below the median: {rows}.", rows=about.listed(words, rows))
        if rows
        else words.say("There is no chart."),
        mine=_mine(asked, found),
    )  # fmt: skip


@lru_cache(maxsize=8)
def _likeness(results: Results, year: int) -> Likeness:
    return likeness(results, year)


@lru_cache(maxsize=50)
def _agenda(results: Results, year: int, members: tuple[str, ...]) -> Agenda:
    near = _likeness(results, year)
    return agenda(results, network_of(results, year, members), near, catalogue(results).practices)


def _headline(words: Words, title: str, found: Agenda) -> str:
    if not found.sessions:
        return words.say("{network}: figures show no gap in common", network=title)
    first = found.sessions[0]
    return words.say(
        "{network}: the largest common gap is {title}, {behind} of {known} members are clearly below the median",
        network=title,
        title=words.title(first.node.title),
        behind=words.number(len(first.behind)),
        known=words.number(first.known),
    )


def _row(words: Words, session: Session) -> Row:
    behind = len(session.behind)
    told = words.say("{behind} of {known}", behind=words.number(behind), known=words.number(session.known))
    return Row(words.title(session.node.title), float(behind), told, "peers")


def _mine(asked: Asked, found: Agenda) -> str | None:
    if asked.mine is None:
        return None
    words, name = asked.words, about.name(asked, asked.mine)
    if asked.mine not in found.members:
        return words.say("{name} is not a member of this network.", name=name)
    presents = _titles(words, [one for one in found.sessions if _among(asked.mine, one.presenters)])
    learns = _titles(words, [one for one in found.sessions if _among(asked.mine, one.behind)])
    told = [words.say("{name} could present: {titles}.", name=name, titles=presents)] if presents else []
    told += [words.say("{name} could learn: {titles}.", name=name, titles=learns)] if learns else []
    return " ".join(told) or words.say("{name} is neither clearly ahead nor behind in these subjects.", name=name)


def _among(region: str, cells: Sequence[Cell]) -> bool:
    return any(cell.region == region for cell in cells)


def _titles(words: Words, sessions: Sequence[Session]) -> str:
    return words.listing([words.title(session.node.title) for session in sessions])
