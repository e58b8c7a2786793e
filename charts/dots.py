"""Regions on tracks: a panel a measure, in it a row a region with its dot, its band and the distance to mine in words.

The figure is HTML: each name leads to its region, each row is read out, and on a narrow screen a track stands below its
words instead of beside them.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from charts.palette import Palette
from charts.province import link

Role = Literal["mine", "other", "unclear"]


@dataclass(frozen=True)
class Dot:
    """A region on a track: its short and full name, where its name leads, what is written, and a sentence.

    `value` is None where there is none; `said` holds the distance to mine, `facts` what else is known of it.
    """

    name: str
    full_name: str
    address: str
    text: str
    value: float | None
    tooltip: str
    role: Role = "other"
    band: tuple[float, float] | None = None
    said: str = ""
    facts: str = ""


@dataclass(frozen=True)
class Panel:
    """A measure: its title, its unit, the dots, and the track with what is written at its ends."""

    title: str
    detail: str
    dots: Sequence[Dot]
    track: tuple[float, float]
    ends: tuple[str, str]

    def at(self, value: float) -> float:
        """How far along the track a value is, in percent; what lies beyond an end stands at the end."""
        low, high = self.track
        return 50.0 if high == low else min(max(100 * (value - low) / (high - low), 0.0), 100.0)


def dot_panels(panels: Sequence[Panel], colours: Palette) -> str:
    """The panels as HTML, side by side where there is room."""
    drawn = {"accent": colours.accent, "second": colours.second, "edge": colours.others_edge, "paper": colours.paper}
    style = ";".join(f"--{name}:{value}" for name, value in drawn.items())
    return f'<div class="teladan-dots" style="{style}">{"".join(map(_panel, panels))}</div>'


def _panel(panel: Panel) -> str:
    detail = f" <small>{html.escape(panel.detail)}</small>" if panel.detail else ""
    rows = "".join(_row(panel, dot) for dot in panel.dots)
    ends = "".join(f"<small>{html.escape(end)}</small>" for end in panel.ends)
    return (
        f"<section><h3>{html.escape(panel.title)}{detail}</h3>"
        f'<ul aria-label="{html.escape(panel.title)}">{rows}'
        f'<li class="ends" aria-hidden="true"><span class="track">{ends}</span></li></ul></section>'
    )


def _row(panel: Panel, dot: Dot) -> str:
    facts = f'<span class="facts">{html.escape(dot.facts)}</span>' if dot.facts else ""
    return (
        f'<li class="{dot.role}" title="{html.escape(dot.tooltip)}">'
        f'<span class="name">{link(dot.name, dot.full_name, dot.address)}</span>'
        f'<span class="text">{html.escape(dot.text)}</span>'
        f'<span class="track" aria-hidden="true">{_marks(panel, dot)}</span>'
        f'<span class="said">{html.escape(dot.said)}</span>{facts}</li>'
    )


def _marks(panel: Panel, dot: Dot) -> str:
    if dot.value is None:
        return ""
    band = ""
    if dot.band is not None:
        left, right = map(panel.at, dot.band)
        band = f'<i class="band" style="left:{left:.1f}%;width:{right - left:.1f}%"></i>'
    return f'{band}<i class="dot" style="left:{panel.at(dot.value):.1f}%"></i>'
