"""Figures that belong on no common axis: large, each with what it is and who says so, as text to edit."""

from __future__ import annotations

from pptx.slide import Slide as DeckSlide

from charts.slides.kinds import Facts
from exports.pptx.drawn import COLOURS, Box
from exports.pptx.text import Said, fitting, write
from words import Words

_ROWS = 3  # so many facts stand one below the other; more stand in two columns
_GAP = 28.0  # points


def add_facts(slide: DeckSlide, chart: Facts, box: Box, words: Words) -> None:
    """The facts, each in a box of its own."""
    columns = 1 if len(chart.facts) <= _ROWS else 2
    rows = -(-len(chart.facts) // columns)
    width, height = (box.width - _GAP * (columns - 1)) / columns, box.height / rows
    longest = max((fact.figure for fact in chart.facts), key=len, default="")
    room = width * (0.42 if columns == 1 else 0.44)
    size = fitting(longest, (40, 34, 30, 26, 22), 1, room, bold=True)
    for number, fact in enumerate(chart.facts):
        column, row = divmod(number, rows)
        left, top = box.left + column * (width + _GAP), box.top + row * height
        figure = [Said(fact.figure, size, COLOURS.ink, bold=True)]
        write(slide, f"figure-{number + 1}", figure, Box(left, top, room, height), words.language)
        told = [Said(fact.title, 17 if columns == 1 else 15, bold=True), Said(fact.told, 13, COLOURS.muted, before=3)]
        beside = Box(left + room + 14, top + 4, width - room - 14, height - 4)
        write(slide, f"figure-{number + 1}-told", told, beside, words.language)
