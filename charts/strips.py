"""Two groups of regions on one track a measure: a dot a region, a tick for the median of each group.

The figure is HTML: medians are written beside the tracks, and rows make room on a narrow screen.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from charts.palette import Palette

# So many dots still have a name each under the pointer.
_NAMED = 45


@dataclass(frozen=True)
class Strip:
    """A group: its name, its median as it is written, and a value with a name for every region of it."""

    role: Literal["members", "others"]
    name: str
    text: str
    median: float | None
    dots: Sequence[tuple[float, str]]
    mine: float | None = None


@dataclass(frozen=True)
class Measure:
    """A measure: its title, its unit (none of a score), its track with what is written at its ends, and the groups.

    `said` is a sentence below them.
    """

    title: str
    detail: str
    track: tuple[float, float]
    ends: tuple[str, str]
    strips: Sequence[Strip]
    said: str

    def at(self, value: float) -> float:
        """How far along the track a value is, in percent."""
        low, high = self.track
        return 50.0 if high == low else min(max(100 * (value - low) / (high - low), 0.0), 100.0)


def strips(measures: Sequence[Measure], colours: Palette) -> str:
    """The figure as HTML, measures side by side where there is room."""
    drawn = {"accent": colours.accent, "second": colours.second, "edge": colours.others_edge}
    drawn |= {"line": colours.hairline, "paper": colours.paper, "ink": colours.ink}
    style = ";".join(f"--{name}:{value}" for name, value in drawn.items())
    return f'<div class="teladan-strips" style="{style}">{"".join(map(_measure, measures))}</div>'


def _measure(measure: Measure) -> str:
    rows = "".join(_row(measure, strip) for strip in measure.strips)
    ends = "".join(f"<small>{html.escape(end)}</small>" for end in measure.ends)
    detail = f" <small>{html.escape(measure.detail)}</small>" if measure.detail else ""
    return (
        f'<section><h3>{html.escape(measure.title)}{detail}</h3><ul aria-label="{html.escape(measure.title)}">{rows}'
        f'<li class="ends" aria-hidden="true"><span class="track">{ends}</span></li></ul>'
        f"<p>{html.escape(measure.said)}</p></section>"
    )


def _row(measure: Measure, strip: Strip) -> str:
    named = len(strip.dots) <= _NAMED
    dots = "".join(
        f'<i style="left:{measure.at(value):.1f}%"{_title(name) if named else ""}></i>' for value, name in strip.dots
    )
    if strip.median is not None:
        dots += f'<b style="left:{measure.at(strip.median):.1f}%"></b>'
    if strip.mine is not None:
        dots += f'<i class="mine" style="left:{measure.at(strip.mine):.1f}%"></i>'
    return (
        f'<li class="{strip.role}"><span class="name">{html.escape(strip.name)}</span>'
        f'<span class="text">{html.escape(strip.text)}</span><span class="track" aria-hidden="true">{dots}</span></li>'
    )


def _title(name: str) -> str:
    return f' title="{html.escape(name)}"'
