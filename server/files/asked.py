"""What a file is asked for with: its language, framework, year, region or storyline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.asked import asked_year, find_region, scored
from metrics.figures import Figures
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import find_storyline
from words import LANGUAGES, Language, Words, speak

PARAMETERS = ("lang", "framework", "year", "region", "storyline")
_LONGEST = 200  # letters of a parameter: more than any name has


@dataclass(frozen=True)
class Asked:
    """The parameters of an address, none of them looked up yet. `site` is the address of the application, for links."""

    figures: Figures
    given: Mapping[str, str]
    site: str

    @property
    def language(self) -> Language:
        """The language asked for; Indonesian where it is none of ours."""
        return next((language for language in LANGUAGES if language == self.given.get("lang")), LANGUAGES[0])

    @property
    def words(self) -> Words:
        """What the file is written in."""
        return speak(self.language)

    @property
    def results(self) -> Results:
        """The results under the framework asked for, the default one where none is. Raises InputProblems."""
        framework = self.given.get("framework", "")
        if framework and framework not in self.figures.frameworks:
            details = {"value": framework, "near": nearest(framework, self.figures.frameworks)}
            raise InputProblems([Problem("framework-not-found", details=details)])
        return self.figures.results(framework)

    @property
    def year(self) -> int:
        """The scored year asked for, the one that screens open on where none is. Raises InputProblems."""
        year = self.given.get("year", "")
        if year and not (year.isascii() and year.isdecimal()):
            raise InputProblems([Problem("year-not-scored", details={"value": year} | scored(self.results))])
        return asked_year(self.results, int(year) if year else None)

    @property
    def region(self) -> str:
        """The code of the region asked for, by its code or name. Raises InputProblems where none or no such is."""
        if not self.given.get("region"):
            raise InputProblems([Problem("region-needed")])
        return find_region(self.results, self.given["region"])["region"]

    @property
    def storyline(self) -> Storyline:
        """The shipped storyline asked for. Raises InputProblems."""
        return find_storyline(self.figures.results(self.figures.default), self.given.get("storyline", ""))


def check_lengths(given: Mapping[str, str]) -> None:
    """Raises InputProblems for a parameter that is longer than any can be."""
    long = [name for name, value in given.items() if len(value) > _LONGEST]
    if long:
        raise InputProblems([Problem("parameter-too-long", details={"key": name, "most": _LONGEST}) for name in long])
