"""An entry of the seminars: what may be written in seminars.yaml, in which form.

A seminar is known through reports of it. Each statement names the reports that make it; where reports disagree,
the accounts stand side by side and none is made the right one. Of a speaker only the part is kept, no name.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from metrics.framework import Model, Name, Text, Words
from metrics.practices.entry import Abroad, Id

Count = Annotated[int, Field(ge=0, le=1_000_000)]
Reports = Annotated[tuple[Id, ...], Field(min_length=1)]


def _day(value: Any) -> Any:
    """A day as `2019-10-16`."""
    try:
        if isinstance(value, str) and re.fullmatch(r"(19|20)\d\d-\d\d-\d\d", value):
            return date.fromisoformat(value)
    except ValueError:  # such as the 31st of June
        pass
    if isinstance(value, date):
        return value
    raise PydanticCustomError("bad-day", "a day is needed here: 2019-10-16")


Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str)]


class Report(Model):
    """A report of the seminar.

    id       what statements call it, such as `a`
    title    what it is, and of whom
    address  where it stands, if that is known
    """

    id: Id
    title: Text
    address: Words | None = None


class Statement(Model):
    """Something that reports say alike."""

    text: Text
    reports: Reports


class Topic(Model):
    """What a talk was about, as reports have it; none are named where it is not noted which of them say so."""

    text: Text
    reports: tuple[Id, ...] = ()


class Talk(Model):
    """A talk.

    id                        unique within the seminar
    region, province, abroad  where the speaker spoke for: a code of the register, a province of it, or a place
                              outside; none of them for a ministry or a network
    speaker                   the part or office, never a name
    topics                    one, or several where reports differ
    practices                 entries of practices.yaml that belong to it
    linked                    how they were found, where no report names them
    """

    id: Id
    region: Name | None = None
    province: Name | None = None
    abroad: Abroad | None = None
    speaker: Text
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    practices: tuple[Id, ...] = ()
    linked: Text | None = None


class Session(Model):
    """A part of the programme, in the order of the programme."""

    title: Text
    talks: Annotated[tuple[Talk, ...], Field(min_length=1)]


class Attendance(Model):
    """How many came, as reports have it.

    came  how many; `of` how many there were or were invited; left out where the report does not say
    text  the same in words, with what was counted
    """

    text: Text
    came: Count | None = None
    of: Count | None = None
    reports: Reports


class Participants(Model):
    """A group that took part, with one account or several that differ."""

    title: Text
    accounts: Annotated[tuple[Attendance, ...], Field(min_length=1)]


class Disagreement(Model):
    """Something that reports do not say alike, each account as it stands.

    talks  the talks that it concerns
    note   what is known besides, without making one of them right
    """

    about: Text
    accounts: Annotated[tuple[Statement, ...], Field(min_length=2)]
    talks: tuple[Id, ...] = ()
    note: Text | None = None


class Seminar(Model):
    """A seminar.

    group           the network or programme that held it: a code of groups.csv
    host            the code of the region that was the host
    starts, ends    days; `place` says where
    statements      what else reports say: of the network, of the host ...
    reports         what all this was read in
    """

    id: Id
    title: Text
    theme: Text
    group: Name | None = None
    host: Name | None = None
    place: Text
    starts: Day
    ends: Day
    aims: tuple[Statement, ...] = ()
    statements: tuple[Statement, ...] = ()
    programme: Annotated[tuple[Session, ...], Field(min_length=1)]
    participants: tuple[Participants, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    reports: Annotated[tuple[Report, ...], Field(min_length=1)]

    @property
    def year(self) -> int:
        """The year in which it was held."""
        return self.starts.year

    @property
    def talks(self) -> tuple[Talk, ...]:
        """All talks, in the order of the programme."""
        return tuple(talk for session in self.programme for talk in session.talks)

    def talk(self, name: str) -> Talk:
        """The talk of that id. Raises KeyError."""
        return {talk.id: talk for talk in self.talks}[name]

    def disputed(self, talk: str) -> tuple[Disagreement, ...]:
        """What reports say differently of a talk."""
        return tuple(found for found in self.disagreements if talk in found.talks)


class Seminars(Model):
    """The file."""

    seminars: tuple[Seminar, ...] = ()
