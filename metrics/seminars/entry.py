"""An entry of the seminars: what may be written in seminars.yaml, in which form.

A seminar is known through reports of it. Each statement names the reports that make it; where reports disagree,
the accounts stand side by side and none is made the right one. Of a speaker only the part is kept, no name.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from metrics.framework import Model, Name, Text, Words
from metrics.practices.entry import Abroad, Id

Count = Annotated[int, Field(ge=0, le=1_000_000)]
Reports = Annotated[tuple[Id, ...], Field(min_length=1)]


class Report(Model):
    """A report of the seminar.

    title    what it is, and of whom
    address  where it stands, if that is known
    """

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

    @model_validator(mode="after")
    def _one_place(self) -> Talk:
        if sum(place is not None for place in (self.region, self.province, self.abroad)) > 1:
            raise PydanticCustomError("talk-place", "only one of region, province and abroad is possible")
        return self


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

    @model_validator(mode="after")
    def _not_more(self) -> Attendance:
        if self.of is not None and self.came is not None and self.came > self.of:
            raise PydanticCustomError("attendance-of", "no more can have come than there were")
        return self


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
    reports         the reports by the ids that the statements name
    """

    id: Id
    title: Text
    theme: Text
    group: Name | None = None
    host: Name | None = None
    place: Text
    starts: date
    ends: date
    aims: tuple[Statement, ...] = ()
    statements: tuple[Statement, ...] = ()
    programme: Annotated[tuple[Session, ...], Field(min_length=1)]
    participants: tuple[Participants, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    reports: Annotated[dict[Id, Report], Field(min_length=1)]

    @model_validator(mode="after")
    def _consistent(self) -> Seminar:
        if self.starts > self.ends:
            raise PydanticCustomError("seminar-days", "it ends before it starts")
        named = [talk.id for talk in self.talks]
        for talk in named:
            if named.count(talk) > 1:
                raise PydanticCustomError("seminar-talk-twice", "a talk twice", {"talk": talk})
        for report in self._cited():
            if report not in self.reports:
                raise PydanticCustomError("seminar-report", "an unknown report", {"report": report})
        for disagreement in self.disagreements:
            for talk in disagreement.talks:
                if talk not in named:
                    raise PydanticCustomError("seminar-talk", "an unknown talk", {"talk": talk})
        return self

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

    def _cited(self) -> Iterator[str]:
        said: list[Statement | Topic | Attendance] = [*self.aims, *self.statements]
        said += [topic for talk in self.talks for topic in talk.topics]
        said += [account for group in self.participants for account in group.accounts]
        said += [account for found in self.disagreements for account in found.accounts]
        for statement in said:
            yield from statement.reports


class SeminarFile(Model):
    """The file seminars.yaml."""

    seminars: Annotated[tuple[Seminar, ...], Field(min_length=1)]
