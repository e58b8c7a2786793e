"""What a learning agenda says, on the screen and in the file: sentences made of the figures."""

from __future__ import annotations

from collections.abc import Mapping

from exports.match_reasons import say_account
from metrics.agenda import Agenda, Proposed, Session, Tie
from metrics.practices.places import Place
from metrics.tree import Node
from metrics.within_kind import Cell
from words import Words, mark

_TIES: Mapping[Tie, str] = {
    "moves": mark("should move this indicator"),
    "part": mark("same sub-dimension"),
}


def say_answer(words: Words, found: Agenda, network: str) -> str:
    """How many sessions, and where the common gap is largest."""
    holes = {"network": network, "members": words.number(len(found.members))}
    if not found.sessions:
        return words.say("The {members} members of {network} have no gap in common that figures show.", **holes)
    first = found.sessions[0]
    holes |= {
        "sessions": words.say_plural("{count} session", "{count} sessions", len(found.sessions)),
        "title": words.title(first.node.title),
        "behind": words.number(len(first.behind)),
        "known": words.number(first.known),
    }
    return words.say(
        "{sessions} for {network}: the largest common gap, by mean distance to the median of the kind, is in "
        "“{title}”, where {behind} of {known} members are below it.",
        **holes,
    )


def say_draft(words: Words) -> list[str]:
    """What the agenda is and is not."""
    return [
        words.say("A draft from published figures, to be discussed and changed."),
        words.say(
            "Members were chosen, and a strong figure is not an effect of a practice: ask those who present what they "
            "did, and what else happened."
        ),
    ]


def say_subject(words: Words, session: Session, parent: Node) -> str:
    """To what the subject of a session belongs."""
    told = words.title(session.dimension.title)
    if parent.depth > session.dimension.depth:
        told = words.say("{dimension}: {part}", dimension=told, part=words.title(parent.title))
    if session.node.status == "active":
        return told
    return words.say("{subject} (outside the score)", subject=told)


def say_gap(words: Words, session: Session) -> str:
    """How many are behind, and how many cannot be told of."""
    return words.say(
        "{behind} of {known} members with a figure are below the median of their kind.",
        behind=words.number(len(session.behind)),
        known=words.number(session.known),
    )


def say_measure(words: Words, session: Session) -> str:
    """In what the figures of a session are, of which year, and the medians that they are held against."""
    node = session.node
    medians = [
        words.say("{kind} {median}", kind=kind or words.say("regions"), median=words.number(median, node.decimals))
        for kind, median in session.medians.items()
    ]
    told = words.title(node.unit) or words.title(node.title)
    if session.year is not None:
        told = words.say("{unit}, {year}", unit=told, year=words.year(session.year))
    return words.say("{unit}; median: {medians}.", unit=f"{told[:1].upper()}{told[1:]}", medians=words.listing(medians))


def say_value(words: Words, session: Session, cell: Cell) -> str:
    """A figure, with its year where that is not the one of most, and what a newer one says."""
    value = words.number(cell.value, cell.node.decimals)
    if cell.newest is not None and cell.figure_year is not None:
        year, then = cell.newest
        return words.say(
            "{value} ({year}; {newest}: {then})",
            value=value,
            year=words.year(cell.figure_year),
            newest=words.year(year),
            then=words.number(then, cell.node.decimals),
        )
    if cell.figure_year is None or cell.figure_year == session.year:
        return value
    return words.say("{value} ({year})", value=value, year=words.year(cell.figure_year))


def say_presenters(words: Words, session: Session) -> str:
    """The heading of those who could present."""
    if session.presenters:
        return words.say("Could present: in the best quarter of their kind")
    if session.invited:
        return words.say("Could be invited: no member is in the best quarter of its kind, these regions are")
    return words.say("Nobody is clearly in the best quarter of its kind")


def say_practices(words: Words, session: Session) -> str:
    """What is said above the practices of a session where none should move its indicator; else empty."""
    if not session.practices:
        return words.say("No practice for this indicator yet.")
    if any(one.tie == "moves" for one in session.practices):
        return ""
    return words.say("No practice for this indicator yet; from the same sub-dimension:")


def say_practice(words: Words, one: Proposed, place: Place) -> str:
    """Where a practice is from, how far it is borne out, and what ties it to the session."""
    practice = one.practice
    told = [
        place.name,
        words.year(practice.started) if practice.started else words.say("start not known"),
        say_account(words, practice),
        words.say(_TIES[one.tie]),
    ]
    if one.behind:
        told.append(words.say("its region is itself below the median here"))
    elif one.member:
        told.append(words.say("a member"))
    if practice.lesson:
        told.append(words.say("with a lesson on what did not work"))
    return ", ".join(told)


def say_level(words: Words, found: Agenda) -> list[str]:
    """The dimensions without a session, and why."""
    said = []
    if found.level:
        titles = words.listing([words.title(node.title) for node in found.level])
        said.append(words.say("No common gap in: {titles}.", titles=titles))
    for node, practices in found.unmeasured:
        title = words.title(node.title)
        if practices:
            told = words.say_plural(
                "{title} has no figures yet: who could learn and who could present cannot be told. The catalogue has "
                "{count} practice of it.",
                "{title} has no figures yet: who could learn and who could present cannot be told. The catalogue has "
                "{count} practices of it.",
                len(practices),
                title=title,
            )
        else:
            told = words.say(
                "{title} has no figures yet: who could learn and who could present cannot be told.", title=title
            )
        said.append(told)
    return said
