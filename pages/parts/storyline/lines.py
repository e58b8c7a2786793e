"""The slides of a storyline in a list: number, the headline as it will be told, and the screen behind it."""

from __future__ import annotations

import html
from dataclasses import dataclass

import streamlit as st

from exports.slides.told import told
from metrics.problems import InputProblems
from metrics.results import Results
from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import write_storyline
from metrics.storylines.view import view_of
from pages import contents
from pages.shared.results import frameworks, results
from pages.shared.selection import Selection
from words import Words
from words.problems import say_problem


@dataclass(frozen=True)
class Line:
    """One slide: its headline, or why there is none; what its screen is called, and the address of the view."""

    headline: str
    told: bool
    screen: str
    address: str


def lines(here: Selection, storyline: Storyline) -> tuple[Line, ...]:
    """A line for each slide, as it is told of the chosen region where it is told of one."""
    return _lines(here, write_storyline(storyline), storyline)


def draw_lines(here: Selection, storyline: Storyline) -> None:
    """The list."""
    open_it = here.words.say("open the view")
    items = "".join(
        f'<li class="{"told" if line.told else "wrong"}"><b>{html.escape(line.headline)}</b> '
        f'<small>{html.escape(line.screen)} · <a href="{html.escape(line.address)}">'
        f"{html.escape(open_it)}</a></small></li>"
        for line in lines(here, storyline)
    )
    st.html(f'<ol class="teladan-slides">{items}</ol>')


@st.cache_data(show_spinner=False, max_entries=200)
def _lines(here: Selection, written: str, _storyline: Storyline) -> tuple[Line, ...]:
    """The same; `written` is what the drawing is kept by."""
    region = here.region if _storyline.region else None
    return tuple(_line(here, _storyline, number, region) for number in range(1, len(_storyline.slides) + 1))


def _line(here: Selection, storyline: Storyline, number: int, region: str | None) -> Line:
    words, view = here.words, view_of(storyline.slides[number - 1].view)
    try:
        headline, is_told = told(storyline, number, results_of, words, region).headline, True
    except InputProblems as error:
        headline, is_told = " ".join(say_problem(words, problem) for problem in error.problems), False
    address = view.asking(region=region, lang=here.language).address
    return Line(headline, is_told, screen_title(words, view.screen), address)


def results_of(framework: str) -> Results:
    """The results of a framework, the first one for an empty id. Raises KeyError."""
    return results(framework or next(iter(frameworks())))


def screen_title(words: Words, address: str) -> str:
    """What the screen at an address is called; the address itself where there is none."""
    found = [screen.title for screen in contents.SCREENS if screen.address == address]
    return words.say(found[0]) if found else address
