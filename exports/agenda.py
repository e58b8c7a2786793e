"""A learning agenda to take away: one HTML file that prints well, and its rows for a spreadsheet."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from exports import agenda_words as say
from metrics.agenda import Agenda, Session
from metrics.practices.places import Places
from metrics.shipped import ROOT
from metrics.tree import Node
from words import Words

COLUMNS = (
    "session", "indicator", "title", "role", "region", "name", "value", "median_of_kind", "unit", "year_of_figure",
    "newer_value", "year_of_newer", "practice", "practice_title", "grade",
)  # fmt: skip
_LONG = 8  # lines of a list; more stand in two columns


@dataclass(frozen=True)
class Draft:
    """What a file says of itself: the network, what its list is, the receipt, and the address of the view.

    `names` are those of the regions by code, `parents` the nodes above the subjects by their id.
    """

    network: str
    description: str
    framework: str
    framework_version: str
    data_version: str
    link: str
    names: Mapping[str, str]
    parents: Mapping[str, Node]


def agenda_html(words: Words, found: Agenda, draft: Draft, places: Places) -> str:
    """The whole file, in one language; nothing in it is loaded from elsewhere."""
    style = (ROOT / "static" / "agenda.css").read_text("utf-8")
    title = words.say("Draft learning agenda: {network}", network=draft.network)
    answer = say.say_answer(words, found, draft.network)
    sessions = "".join(
        _session(words, number, one, draft, places) for number, one in enumerate(found.sessions, start=1)
    )
    below = "".join(f"<p>{html.escape(line)}</p>" for line in say.say_level(words, found))
    names = words.listing([draft.names[code] for code in found.members])
    members = words.say("Members: {names}.", names=names)
    lead = "".join(
        f"<p>{html.escape(line)}</p>" for line in (*say.say_draft(words), draft.description, members) if line
    )
    foot = "".join(f"<p class=small>{html.escape(line)}</p>" for line in receipt(words, found, draft))
    return (
        f'<!doctype html>\n<html lang="{words.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{html.escape(title)}</title>'
        f"<style>{style}</style></head><body><p class=small>{html.escape(title)}</p><h1>{html.escape(answer)}</h1>"
        f"{lead}{sessions}<section>{below}</section><footer>{foot}</footer></body></html>\n"
    )


def receipt(words: Words, found: Agenda, draft: Draft) -> list[str]:
    """From which figures it was made, so that the same can be made again."""
    return [
        words.say(
            "Year {year}. Framework: {framework}, version {version}. Data version {data}.",
            year=words.year(found.year),
            framework=draft.framework,
            version=draft.framework_version[:8],
            data=draft.data_version[:8],
        ),
        words.say("The same view: {link}", link=draft.link),
    ]


def _session(words: Words, number: int, one: Session, draft: Draft, places: Places) -> str:
    heading = words.say("Session {number}: {title}", number=words.number(number), title=words.title(one.node.title))
    subject = say.say_subject(words, one, draft.parents[one.node.id])
    parts = [f"<h2>{html.escape(heading)}</h2><p class=small>{html.escape(subject)}</p>"]
    parts.append(f"<p>{html.escape(say.say_gap(words, one))} {html.escape(say.say_measure(words, one))}</p>")
    strong = [
        f"{draft.names[cell.region]}: {say.say_value(words, one, cell)}" for cell in one.presenters or one.invited
    ]
    behind = [f"{draft.names[cell.region]}: {say.say_value(words, one, cell)}" for cell in one.behind]
    practices = [
        f"{words.title(p.practice.title)} ({say.say_practice(words, p, places.of(p.practice))})" for p in one.practices
    ]
    parts.append(_list(say.say_presenters(words, one), strong))
    parts.append(_list(words.say("Could learn"), behind))
    parts.append(_list(words.say("Practices in the catalogue"), practices, say.say_practices(words, one)))
    room = words.say("Who asks, who presents, when")
    parts.append(f"<h3>{html.escape(room)}</h3><div class=room></div>")
    return f"<section>{''.join(parts)}</section>"


def _list(heading: str, lines: list[str], note: str = "") -> str:
    """A heading, what is said below it if anything, and the lines."""
    items = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
    wide = " class=long" if len(lines) > _LONG else ""
    told = f"<p>{html.escape(note)}</p>" if note else ""
    return f"<h3>{html.escape(heading)}</h3>{told}" + (f"<ul{wide}>{items}</ul>" if items else "")


def agenda_rows(words: Words, found: Agenda, draft: Draft, places: Places) -> pd.DataFrame:
    """A row a region or practice of each session: session, indicator, role, region, name, figures, practice, grade."""
    rows = [
        {"session": number, "indicator": one.node.id, "title": words.title(one.node.title), **row}
        for number, one in enumerate(found.sessions, start=1)
        for row in _rows(words, one, draft, places)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.astype({"year_of_figure": "Int64", "year_of_newer": "Int64"})


def _rows(words: Words, one: Session, draft: Draft, places: Places) -> Iterator[dict[str, object]]:
    """The rows of one session, without what is the same in all of them; empty where a column does not apply."""
    for role, cells in (("presents", one.presenters), ("invited", one.invited), ("learns", one.behind)):
        for cell in cells:
            yield {
                "role": role,
                "region": cell.region,
                "name": draft.names[cell.region],
                "value": cell.value,
                "median_of_kind": cell.median,
                "unit": words.title(cell.node.unit),
                "year_of_figure": cell.figure_year,
                "newer_value": cell.newest[1] if cell.newest else None,
                "year_of_newer": cell.newest[0] if cell.newest else None,
            }
    for proposed in one.practices:
        practice, place = proposed.practice, places.of(proposed.practice)
        yield {
            "role": "practice",
            "region": place.code,
            "name": place.name,
            "practice": practice.id,
            "practice_title": words.title(practice.title),
            "grade": practice.grade,
        }
