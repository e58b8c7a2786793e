"""What a file taken away says of itself, so that the same can be made again: versions, options, link, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from metrics.results import Results
from words import Words

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True)
class Receipt:
    """From which figures a file was made, and how. Never the clock: the same input makes the same file.

    framework_title    in the language of the file
    framework_version  SHA-256
    data_version       SHA-256
    year               the scored year; None where a file spans several
    date_of_data       the day on which the newest of the sources was read, as far as it is known; else None
    link               the address that opens the same view; empty where none does
    options            what was chosen, each by name and value as they are read
    """

    framework_title: str
    framework_version: str
    data_version: str
    year: int | None
    date_of_data: str | None
    link: str
    options: tuple[tuple[str, str], ...] = ()

    def lines(self, words: Words) -> tuple[str, ...]:
        """The receipt in sentences, one a line. Versions stand with their first eight signs, as on screens."""
        holes = {
            "framework": self.framework_title,
            "version": self.framework_version[:8],
            "data": self.data_version[:8],
        }
        if self.year is None:
            made = words.say("Framework: {framework}, version {version}. Data version {data}.", **holes)
        else:
            made = words.say(
                "Year {year}. Framework: {framework}, version {version}. Data version {data}.",
                year=words.year(self.year),
                **holes,
            )
        told = [made]
        if self.date_of_data is not None:
            told.append(words.say("The sources were last read on {date}.", date=words.date(self.date_of_data)))
        if self.options:
            chosen = "; ".join(words.say("{name}: {value}", name=name, value=value) for name, value in self.options)
            told.append(words.say("Chosen: {options}.", options=chosen))
        if self.link:
            told.append(words.say("The same view: {link}", link=self.link))
        return tuple(told)


def receipt(
    results: Results, words: Words, year: int | None, link: str, options: tuple[tuple[str, str], ...] = ()
) -> Receipt:
    """The receipt of a file made from `results`; the values of `options` are as `words` writes them."""
    return Receipt(
        framework_title=words.title(results.framework.title),
        framework_version=results.framework_version,
        data_version=results.data_version,
        year=year,
        date_of_data=date_of_data(results, year),
        link=link,
        options=options,
    )


@lru_cache(maxsize=50)
def date_of_data(results: Results, year: int | None) -> str | None:
    """When the newest source behind the figures of a year (None: of any) was read, as YYYY, YYYY-MM or YYYY-MM-DD."""
    days = [day for day in results.sources_read(year) if _DAY.fullmatch(day)]
    return max(days, default=None)
