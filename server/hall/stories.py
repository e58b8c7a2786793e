"""The slides of a room as they are sent: a slide of its storyline with a listener's own region, as compressed JSON."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from exports.slides.shown import Theme, shown
from exports.slides.told import notes as spoken
from exports.slides.told import told
from metrics.figures import Figures
from metrics.problems import InputProblems, Problem
from metrics.results import Results
from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import read_storyline, storylines
from words import Language, Words, speak


@dataclass(frozen=True)
class Wanted:
    """One slide as one listener sees it. Equal ones are the same bytes while `figures` stays the same.

    story, region  the room's: a storyline as YAML, and whom it is told for
    number         which slide, from 1
    mine           the code of the listener's own region
    room           where they can come back to from the full view
    """

    figures: str
    story: str
    region: str | None
    number: int
    mine: str | None
    language: Language
    theme: Theme
    narrow: bool
    room: str


@lru_cache(maxsize=50)
def read(story: str) -> Storyline:
    """A room's storyline. Raises InputProblems."""
    return read_storyline(story, "")


def shipped(figures: Figures, name: str) -> Storyline | None:
    """The shipped storyline of an id; None where there is none."""
    return next((story for story in storylines(figures.results(figures.default)) if story.id == name), None)


@lru_cache(maxsize=2)
def regions(figures: Figures) -> dict[str, str]:
    """What regions are called, by their codes."""
    found = figures.results(figures.default).regions()
    return dict(zip(found["region"], found["name"], strict=True))


def region_code(figures: Figures, asked: str) -> str | None:
    """The code of the region of that code or full name, as addresses of screens write it; None where there is none."""
    known = regions(figures)
    if asked in known:
        return asked
    return next((code for code, name in known.items() if name.lower() == asked.strip().lower()), None)


def results_of(figures: Figures) -> Callable[[str], Results]:
    """How slides ask for results: by the id of a framework, the default one by none."""
    return lambda framework: figures.results(framework or figures.default)


def check(figures: Figures, story: Storyline, region: str | None, words: Words) -> None:
    """Tell every slide once. Raises InputProblems with all that can't be shown."""
    problems: list[Problem] = []
    for number in range(1, len(story.slides) + 1):
        try:
            told(story, number, results_of(figures), words, region)
        except InputProblems as error:
            problems += error.problems
    if problems:
        raise InputProblems(problems)


def build(figures: Figures, wanted: Wanted) -> bytes:
    """The slide as gzipped JSON (docs/hall.md tells its keys). Raises InputProblems."""
    words, story = speak(wanted.language), read(wanted.story)
    slide = told(story, wanted.number, results_of(figures), words, wanted.region, wanted.mine)
    content = shown(slide, words, wanted.theme, narrow=wanted.narrow) | {
        "number": wanted.number,
        "count": len(story.slides),
        "link": link(story.slides[wanted.number - 1].view, wanted),
        "figures": short(wanted.figures),
    }
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # Half the time of the usual level, for a twentieth more bytes; and no clock in it.
    return gzip.compress(text.encode(), 4, mtime=0)


def short(version: str) -> str:
    """The version of the figures as a room's state and its slides tell it."""
    return version[:12]


def notes(figures: Figures, story: Storyline, region: str | None, words: Words) -> list[str]:
    """What the presenter says at each slide. Raises InputProblems."""
    count = len(story.slides)
    return [spoken(story, number, results_of(figures), words, region) for number in range(1, count + 1)]


def link(view: str, wanted: Wanted) -> str:
    """The full view of a slide, for the listener's own region, from where a banner leads back to the room."""
    screen, _, query = view.partition("?")
    more = {"lang": wanted.language, "room": wanted.room}
    if region := wanted.mine or wanted.region:
        more["region"] = region
    return f"{screen}?{urlencode(dict(parse_qsl(query)) | more)}"
