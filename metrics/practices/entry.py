"""An entry of the catalogue of practices: what may be written in practices.yaml, in which form.

A catalogue keeps what is known, and says what is not: a missing start, cost or result is left out, never guessed.
Ids of nodes (`sub_dimension`, `indicators` ...) are those of the framework that the file names.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from metrics.framework import Finite, Model, Name, Text, Words, Year

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")]
Grade = Literal["A", "B", "C", "D"]
CostClass = Literal["low", "medium", "high"]


_DATE = r"^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"


def _date(text: str) -> str:
    """A date as far as it is known: `2019`, `2019-10` or `2019-10-16`."""
    if not re.fullmatch(_DATE, text) or not _on_the_calendar(text):
        raise PydanticCustomError("bad-date", "a date is needed here: 2019, 2019-10 or 2019-10-16")
    return text


def _on_the_calendar(text: str) -> bool:
    """Whether a full date is a day that there was; the pattern knows no February."""
    try:
        return len(text) < len("2019-10-16") or bool(date.fromisoformat(text))
    except ValueError:
        return False


# Editors see `date: 2019` as a number; the reader keeps what was written.
Date = Annotated[
    str,
    AfterValidator(_date),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": _DATE}, {"type": "integer", "minimum": 1900, "maximum": 2099}]}
    ),
]


class Abroad(Model):
    """A place outside the register of regions."""

    city: Name
    country: Text


class Result(Model):
    """One result as it was reported.

    value, unit    the number; left out where the report gives none
    date           when it held, as far as that is known
    by             who says so
    self_reported  whether that is the government whose practice it is
    source         which of the entry's sources says it, counted from 1
    """

    text: Text
    value: Finite | None = None
    unit: Text | None = None
    date: Date | None = None
    by: Text
    self_reported: bool
    source: Annotated[int, Field(ge=1)]


class Cost(Model):
    """What it cost; the class goes by the largest amount named: below 1, up to 25, above 25 billion rupiah."""

    size: CostClass | None = None
    text: Text


class Adopters(Model):
    """Who took it over: how many governments, and those of them that are known by name."""

    text: Text
    count: Annotated[int, Field(ge=1)] | None = None
    date: Date | None = None
    regions: tuple[Name, ...] = ()
    source: Annotated[int, Field(ge=1)]


class CitedSource(Model):
    """Where it was read."""

    title: Words
    address: Words | None = None


class Practice(Model):
    """What a government did, what came of it by whose account, and how far that can be trusted.

    region, province, abroad  where: a code of the register, a province of it, or a place outside; one of the three
    sub_dimension, also       what it belongs to, and what it touches besides
    indicators                the indicators it should move, be they wanted ones
    presupposes               indicators of what it takes; a region is compared with the practice's own region in them
    started, ended            years, where known
    in_use                    the year from which residents could notice it, where it is known and is not the start: a
                              plant that was begun in one year and gave water in another
    summary                   one sentence; problem and action say more
    lesson                    what did not work, or was taken up by few
    grade                     A measured by others, B documented by others, C by its own account or by single reports,
                              D a title only
    disputed                  whether a measurement by others speaks against what was reported
    seminars                  seminars (seminars.yaml) where it was presented
    """

    id: Id
    region: Name | None = None
    province: Name | None = None
    abroad: Abroad | None = None
    title: Text
    summary: Text
    sub_dimension: Name
    also: tuple[Name, ...] = ()
    indicators: tuple[Name, ...] = ()
    presupposes: tuple[Name, ...] = ()
    started: Year | None = None
    in_use: Year | None = None
    ended: Year | None = None
    problem: Text | None = None
    action: Text | None = None
    results: tuple[Result, ...] = ()
    cost: Cost | None = None
    preconditions: Text | None = None
    adopters: Adopters | None = None
    lesson: Text | None = None
    grade: Grade
    disputed: bool = False
    caveats: tuple[Text, ...] = ()
    sources: Annotated[tuple[CitedSource, ...], Field(min_length=1)]
    seminars: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _one_place(self) -> Practice:
        if sum(place is not None for place in (self.region, self.province, self.abroad)) != 1:
            raise PydanticCustomError("practice-place", "one of region, province and abroad is needed")
        return self

    @property
    def noticed(self) -> int | None:
        """The year from which figures can show it: when it was in use, else when it started."""
        return self.started if self.in_use is None else self.in_use


class Practices(Model):
    """The file: its entries, and the id of the framework whose sub-dimensions and indicators they name."""

    framework: Name
    practices: tuple[Practice, ...] = ()
