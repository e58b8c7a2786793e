"""What may be asked: the parameters of every address, and the results that they point at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from metrics.asked import find_region
from metrics.figures import Figures, figures
from metrics.problems import InputProblems
from metrics.results import Results
from server.api.errors import NotFound
from words import Language, mark

MOST = 10_000  # rows of one page


class Spoken(BaseModel):
    """The language in which errors are told. Titles come in both."""

    model_config = ConfigDict(extra="forbid")

    lang: Language = Field("id", description="The language of error messages.")


class Page(Spoken):
    """One page of a list."""

    offset: int = Field(0, ge=0, le=10**9, description="How many rows to skip.")
    limit: int = Field(100, ge=1, le=MOST, description="How many rows to give, at most.")
    format: Literal["json", "csv"] = Field("json", description="CSV: UTF-8, commas, decimal points.")


class Framework(Spoken):
    """Which framework."""

    framework: str | None = Field(None, max_length=200, description="The id of a framework; the default one if absent.")

    def results(self) -> Results:
        """Its results. Raises NotFound."""
        return results_of(figures(), self.framework)


class Year(Framework):
    """Which framework and year."""

    year: int | None = Field(
        None, ge=1900, le=2100, description="A scored year; the newest settled one, on which screens open, if absent."
    )

    def asked(self) -> tuple[Results, int]:
        """The results and the year. Raises NotFound for a year that is not scored."""
        results = self.results()
        if self.year is not None and self.year not in results.years:
            known = ", ".join(map(str, results.years))
            unknown = mark("{value} is not a scored year; there are {known}")
            raise NotFound("year", unknown, value=self.year, known=known)
        return results, self.year or results.opening_year


# What there is not is never an empty list: that would pass for missing figures.
def found_region(results: Results, asked: str, parameter: str) -> str:
    """The code of a region by its code or its full name. Raises NotFound."""
    try:
        return find_region(results, asked)["region"]
    except InputProblems:
        unknown = mark("there is no region {value}; regions?name= finds codes and full names by a part of the name")
        raise NotFound(parameter, unknown, value=asked) from None


def found_among(known: Iterable[object], asked: object, parameter: str) -> str:
    """What is asked for as it is spelt among the known, capitals or not. Raises NotFound, which names them all."""
    spelt = {str(one).lower(): str(one) for one in known}
    if str(asked).lower() not in spelt:
        unknown = mark("there is no {value}; there are {known}")
        raise NotFound(parameter, unknown, value=asked, known=", ".join(spelt.values()))
    return spelt[str(asked).lower()]


def known_node(results: Results, name: str, parameter: str) -> None:
    """Raises NotFound for an id that no node of the framework has."""
    if all(node.id != name for node in results.nodes):
        raise NotFound(parameter, mark("there is no node with the id {value}"), value=name)


def results_of(shown: Figures, framework: str | None) -> Results:
    """The results under a framework, the default one for None. Raises NotFound."""
    name = shown.default if framework is None else framework
    if name not in shown.frameworks:
        known = ", ".join(shown.frameworks)
        raise NotFound("framework", mark("there is no framework {value}; there are {known}"), value=name, known=known)
    return shown.results(name)
