"""Rows of values as one SVG, for documents: it needs no script, no font of its own, and prints sharp at any size."""

from __future__ import annotations

import html
from textwrap import wrap

from charts.palette import Palette
from charts.slides.kinds import Row, Rows
from charts.slides.style import ticks, written
from words import Words

WIDTH = 680  # units of the drawing: what an A4 page holds between its margins, at 96 to the inch
_NAMES, _TOLD = 210, 110  # for the names to the left, and for what is written to the right
_LINE, _ROW, _FOOT = 15, 26, 38  # heights: a line of text, a row of one line, the axis
_LETTERS = 29  # of a name in a line
_SIZE = 12.5
_MOST = 5  # numbers on the axis


def rows_svg(chart: Rows, words: Words, label: str, colours: Palette) -> str:
    """The figure; `label` is what a reader hears of the whole.

    Bands are thick and pale, the value is a dot (or a bar from zero); a tick is what it stands beside. What is no
    published figure, or not clear, is hollow.
    """
    names = [wrap(row.name, _LETTERS) or [""] for row in chart.rows]
    heights = [_ROW + _LINE * (len(lines) - 1) for lines in names]
    drawn, top = [], 0.0
    track = _Track(chart)
    for row, lines, height in zip(chart.rows, names, heights, strict=True):
        drawn.append(_row(row, lines, top, height, track, colours))
        top += height
    axis = _axis(chart, top, track, words, colours)
    return (
        f'<svg viewBox="0 0 {WIDTH} {top + _FOOT:.0f}" role="img" aria-label="{html.escape(label)}" '
        f'font-size="{_SIZE}" fill="{colours.ink}">{axis}{"".join(drawn)}</svg>'
    )


class _Track:
    """Where a value lies between the ends of the axis, in units of the drawing."""

    def __init__(self, chart: Rows) -> None:
        self.bars, self.low, self.high = chart.bars, chart.axis.low, chart.axis.high
        self.reversed = chart.axis.reversed
        self.left, self.right = _NAMES + 10, WIDTH - _TOLD - 10

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        share = min(max(share, 0.0), 1.0)
        return self.left + (self.right - self.left) * (1 - share if self.reversed else share)


def _row(row: Row, lines: list[str], top: float, height: float, track: _Track, colours: Palette) -> str:
    middle = top + height / 2
    start = middle - _LINE * (len(lines) - 1) / 2
    weight = ' font-weight="700"' if row.role in ("mine", "subject") else ""
    name = "".join(
        f'<text x="{_NAMES}" y="{start + _LINE * at:.1f}" text-anchor="end" dominant-baseline="central"{weight}>'
        f"{html.escape(line)}</text>"
        for at, line in enumerate(lines)
    )
    text = (
        f'<text x="{WIDTH - _TOLD}" y="{middle:.1f}" dominant-baseline="central"{weight}>{html.escape(row.told)}</text>'
    )
    return f"<g>{name}{_marks(row, middle, track, colours)}{text}</g>"


def _marks(row: Row, middle: float, track: _Track, colours: Palette) -> str:
    fill = {"mine": colours.accent, "subject": colours.accent, "peers": colours.second}.get(row.role, colours.muted)
    parts = []
    if row.low is not None and row.high is not None:
        first, last = sorted((track.at(row.low), track.at(row.high)))
        parts.append(
            f'<rect x="{first:.1f}" y="{middle - 6:.1f}" width="{max(last - first, 1):.1f}" height="12" rx="2" '
            f'fill="{fill}" fill-opacity="0.25"/>'
        )
    if row.beside is not None:
        at = track.at(row.beside)
        parts.append(f'<path d="M{at:.1f} {middle - 9:.1f}V{middle + 9:.1f}" stroke="{colours.ink}" stroke-width="2"/>')
    if row.value is None:
        parts.append(
            f'<circle cx="{track.left + 6:.1f}" cy="{middle:.1f}" r="4.5" fill="{colours.paper}" '
            f'stroke="{colours.others_edge}" stroke-width="1.5"/>'
        )
    elif track.bars:
        first, last = sorted((track.at(0.0), track.at(row.value)))
        inside = colours.paper if row.estimate else fill
        parts.append(
            f'<rect x="{first:.1f}" y="{middle - 7:.1f}" width="{max(last - first, 1):.1f}" height="14" '
            f'fill="{inside}" stroke="{fill}" stroke-width="1.5"/>'
        )
    else:
        inside = colours.paper if row.estimate else fill
        parts.append(
            f'<circle cx="{track.at(row.value):.1f}" cy="{middle:.1f}" r="5.5" fill="{inside}" stroke="{fill}" '
            'stroke-width="1.5"/>'
        )
    return "".join(parts)


def _axis(chart: Rows, bottom: float, track: _Track, words: Words, colours: Palette) -> str:
    """Faint lines at round numbers, what is measured, and the tick of what the rows stand beside."""
    y = bottom + 15
    parts = []
    for value in ticks(chart.axis, _MOST):
        at, text = track.at(value), html.escape(written(chart.axis, value, words))
        parts.append(f'<path d="M{at:.1f} 0V{bottom:.1f}" stroke="{colours.hairline}"/>')
        parts.append(f'<text x="{at:.1f}" y="{y:.1f}" text-anchor="middle" fill="{colours.muted}">{text}</text>')
    title, middle = html.escape(chart.axis.title), (track.left + track.right) / 2
    parts.append(
        f'<text x="{middle:.1f}" y="{y + _LINE:.1f}" text-anchor="middle" fill="{colours.muted}">{title}</text>'
    )
    if chart.beside:
        parts.append(
            f'<path d="M6 {y - 13:.1f}V{y + 3:.1f}" stroke="{colours.ink}" stroke-width="2"/>'
            f'<text x="14" y="{y:.1f}" fill="{colours.muted}">{html.escape(chart.beside)}</text>'
        )
    return "".join(parts)
