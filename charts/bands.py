"""Ranks with their bands: a row a region, a thick pale bar from end to end of the band, a tick for the rank itself.

The figure is HTML: each name leads to its region, each rank is read out, and rows make room on a narrow screen.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from charts.palette import Palette, legible_on
from charts.province import link

# The most lines that mark places on the axis.
_MOST_MARKS = 6
# Of a whole: what a number inside a part needs.
_WIDE = 0.08


@dataclass(frozen=True)
class Axis:
    """The ranks that are drawn, best at the left."""

    best: float
    worst: float

    def at(self, rank: float) -> float:
        """How far along the track a rank is, in percent; half a place of room at both ends."""
        return 100 * (rank - self.best + 0.5) / (self.worst - self.best + 1)

    def marks(self) -> list[int]:
        """The ranks that are written: round numbers, and the first where it is drawn."""
        span = self.worst - self.best
        step = next(step for step in _steps() if span / step < _MOST_MARKS)
        found = [rank for rank in range(0, int(self.worst) + 1, step) if rank >= self.best]
        return [1, *(rank for rank in found if rank > 1 + step / 3)] if self.best <= 1 else found


@dataclass(frozen=True)
class Row:
    """A rank: whose it is, where its name leads (None: nowhere), what is written beside it, its band, a sentence."""

    name: str
    full_name: str
    address: str | None
    text: str
    rank: float
    low: float
    high: float
    tooltip: str
    role: Literal["mine", "alike", "other"] = "other"


@dataclass(frozen=True)
class Part:
    """A part of a whole: its share, its colour, what is written in it where there is room, and a sentence."""

    share: float
    fill: str
    text: str
    tooltip: str


@dataclass(frozen=True)
class Whole:
    """Something that is made of parts: its name, what is written beside it, and the parts in their order."""

    name: str
    text: str
    parts: Sequence[Part]


def band_rows(rows: Sequence[Row], axis: Axis, label: str, write: Sequence[str], colours: Palette) -> str:
    """The figure of many regions on one axis; the band of mine goes down through all rows.

    `write` are the texts of `axis.marks()`, `label` is what a reader hears of the whole.
    """
    mine = next((row for row in rows if row.role == "mine"), None)
    zone = [] if mine is None else [_stripe(axis, mine.low, mine.high, "var(--zone)")]
    lines = [_line(axis.at(rank)) for rank in axis.marks()]
    style = _style(colours) + f";--back:{','.join([*lines, *zone])}"
    heads = "".join(
        f'<b style="left:{axis.at(rank):.1f}%">{html.escape(text)}</b>'
        for rank, text in zip(axis.marks(), write, strict=True)
    )
    items = "".join(_row(row, axis) for row in rows)
    return (
        f'<div class="teladan-bands" style="{style}"><p class="axis" aria-hidden="true"><span>{heads}</span></p>'
        f'<ol aria-label="{html.escape(label)}">{items}</ol></div>'
    )


def band_strips(rows: Sequence[tuple[Row, Axis, str]], whole: Whole | None, colours: Palette) -> str:
    """The figure of one region: its ranks, each on an axis of its own whose last place is written at its end.

    Below them stands what its levels are.
    """
    items = "".join(_row(row, axis, end) for row, axis, end in rows)
    if whole is not None:
        drawn = "".join(
            f'<i style="flex:{part.share:.4f};--fill:{part.fill};color:{legible_on(part.fill, colours)}" '
            f'title="{html.escape(part.tooltip)}">{html.escape(part.text) if part.share >= _WIDE else ""}</i>'
            for part in whole.parts
        )
        items += (
            f'<li><span class="name">{html.escape(whole.name)}</span><span class="text">{html.escape(whole.text)}'
            f'</span><span class="parts" aria-hidden="true">{drawn}</span></li>'
        )
    return f'<div class="teladan-bands strips" style="{_style(colours)}"><ul>{items}</ul></div>'


def _row(row: Row, axis: Axis, end: str = "") -> str:
    left, right = axis.at(row.low - 0.5), axis.at(row.high + 0.5)
    name = html.escape(row.name) if row.address is None else link(row.name, row.full_name, row.address)
    ends = f"<small>1</small><small>{html.escape(end)}</small>" if end else ""
    return (
        f'<li class="{row.role}" title="{html.escape(row.tooltip)}"><span class="name">{name}</span>'
        f'<span class="text">{html.escape(row.text)}</span><span class="track" aria-hidden="true">{ends}'
        f'<i class="band" style="left:{left:.1f}%;width:{right - left:.1f}%"></i>'
        f'<i class="tick" style="left:{axis.at(row.rank):.1f}%"></i></span></li>'
    )


def _stripe(axis: Axis, low: float, high: float, colour: str) -> str:
    left, right = axis.at(low - 0.5), axis.at(high + 0.5)
    width = right - left
    # In percent of the room that the stripe leaves: so CSS places a background.
    place = 100 * left / (100 - width) if width < 100 else 0.0
    return f"linear-gradient({colour},{colour}) {place:.1f}% 0/{width:.1f}% 100% no-repeat"


def _line(at: float) -> str:
    return f"linear-gradient(var(--line),var(--line)) {at:.1f}% 0/1px 100% no-repeat"


def _style(colours: Palette) -> str:
    drawn = {"accent": colours.accent, "second": colours.second, "others": colours.others, "ink": colours.ink}
    drawn |= {"edge": colours.others_edge, "line": colours.hairline, "paper": colours.paper}
    return ";".join(f"--{name}:{value}" for name, value in drawn.items())


def _steps() -> Sequence[int]:
    """Distances between round numbers."""
    return [factor * 10**power for power in range(7) for factor in (1, 2, 5)]
