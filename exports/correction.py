"""A figure that looks wrong: a text to its publisher and to the maintainers, ready to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.formulas import as_published
from metrics.explain import Origin
from words import Bilingual, Words


@dataclass(frozen=True)
class Doubted:
    """What is doubted: an indicator of a region as shown for a year.

    origins     the figures behind it, the indicator's own first and then the one it is divided by; none where the
                indicator has no figure
    title       of the indicator; `unit` is that of its own figure, and `variable` what it is called in the data
    link        the address of the view, whole where the screen knows it
    framework   title and version; `data_version` is that of the figures
    """

    name: str
    region: str
    title: str | Bilingual
    unit: str | Bilingual | None
    variable: str
    year: int
    origins: tuple[Origin, ...]
    link: str
    framework: str | Bilingual
    framework_version: str
    data_version: str


def correction(words: Words, doubted: Doubted) -> str:
    """The text, ending in what only its sender can say. The facts are filled in, with no opinion on them."""
    return "\n".join(_inert(line) for line in _lines(words, doubted)) + "\n"


def _lines(words: Words, doubted: Doubted) -> Iterator[str]:
    title, year = words.title(doubted.title), words.year(doubted.year)
    holes = {"title": title, "name": doubted.name, "year": year}
    if doubted.origins:
        yield words.say("Subject: a figure that may be wrong: {title}, {name}, {year}", **holes)
    else:
        yield words.say("Subject: a figure that is missing: {title}, {name}, {year}", **holes)
    for publisher in dict.fromkeys(origin.publisher for origin in doubted.origins):
        yield words.say("To: {publisher}", publisher=publisher)
    yield words.say("To: the maintainers of Teladan")
    yield ""
    yield words.say("Region: {name} ({code})", name=doubted.name, code=doubted.region)
    yield words.say("Indicator: {title} ({variable})", title=title, variable=doubted.variable)
    yield words.say("Year shown: {year}", year=year)
    if not doubted.origins:
        yield words.say("Figure: none is recorded in Teladan")
    for origin in doubted.origins:
        yield ""
        yield from _figure(words, doubted, origin)
    yield ""
    yield words.say("Seen at: {link}", link=doubted.link)
    framework = words.title(doubted.framework)
    yield words.say("Framework: {title}, version {version}", title=framework, version=doubted.framework_version[:8])
    yield words.say("Data version: {version}", version=doubted.data_version[:8])
    yield ""
    yield words.say("The right figure, as far as we know:")
    yield words.say("Where it is published (title, page, date):")
    yield words.say("Name, office and how to reach us:")


def _figure(words: Words, doubted: Doubted, origin: Origin) -> Iterator[str]:
    """A figure as it was read, and where."""
    value, year = as_published(words, origin.value), words.year(origin.year)
    unit = words.title(doubted.unit)
    if origin.variable != doubted.variable:
        yield words.say("Divided by {variable} of {year}: {value}", variable=origin.variable, year=year, value=value)
    elif unit:
        yield words.say("Figure of {year}: {value} {unit}", year=year, value=value, unit=unit)
    else:
        yield words.say("Figure of {year}: {value}", year=year, value=value)
    yield words.say("Source: {title}, {publisher}", title=origin.title, publisher=origin.publisher)
    if origin.address:
        yield words.say("Read from: {address}", address=origin.address)
    yield words.say("File and line: {file}, line {line}", file=origin.file, line=origin.line)
    if origin.note:
        yield words.say("Note: {note}", note=origin.note)


def _inert(line: str) -> str:
    """No control characters: what is pasted into a letter must not bring any."""
    return "".join(letter if letter.isprintable() else "?" for letter in line)
