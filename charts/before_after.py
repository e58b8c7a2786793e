"""Scores as they are and as they would be: a track a part, from the published mark to the other.

The figure is HTML: each row is read out with its numbers, and rows make room on a narrow screen. What would be is a
hollow diamond, so that it never looks like a published figure, which is a filled circle.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from charts.palette import Palette


@dataclass(frozen=True)
class Shift:
    """A part: its name, what is written beside it, both scores (None: there is none), and a sentence.

    `strong` parts stand out, such as the whole that the others are parts of.
    """

    name: str
    text: str
    before: float | None
    after: float | None
    tooltip: str
    strong: bool = False


def before_after(shifts: Sequence[Shift], scale: tuple[float, float], label: str, colours: Palette) -> str:
    """The figure, from top to bottom over `scale`; `label` is what a reader hears of the whole."""
    drawn = {"accent": colours.accent, "edge": colours.others_edge, "line": colours.hairline, "paper": colours.paper}
    style = ";".join(f"--{name}:{value}" for name, value in drawn.items())
    items = "".join(_row(shift, scale) for shift in shifts)
    return f'<ul class="teladan-shift" style="{style}" aria-label="{html.escape(label)}">{items}</ul>'


def _row(shift: Shift, scale: tuple[float, float]) -> str:
    before, after = (None if score is None else _at(score, scale) for score in (shift.before, shift.after))
    marks = ""
    if before is not None and after is not None:
        left, right = sorted((before, after))
        marks += f'<i class="way" style="left:{left:.1f}%;width:{right - left:.1f}%"></i>'
    marks += f'<i class="before" style="left:{before:.1f}%"></i>' if before is not None else ""
    marks += f'<i class="after" style="left:{after:.1f}%"></i>' if after is not None and after != before else ""
    name, text = html.escape(shift.name), html.escape(shift.text)
    return (
        f'<li{" class=strong" if shift.strong else ""} title="{html.escape(shift.tooltip)}"><span class="name">{name}'
        f'</span><span class="text">{text}</span><span class="track" aria-hidden="true">{marks}</span></li>'
    )


def _at(score: float, scale: tuple[float, float]) -> float:
    """How far along the track a score is, in percent."""
    low, high = scale
    return min(max(100 * (score - low) / (high - low), 0.0), 100.0)
