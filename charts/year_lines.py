"""Many regions over the years as small multiples: a line a region, over that of the median of its kind."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from charts.palette import Palette
from charts.province import link

_WIDE, _HIGH = 150, 46  # of a panel, in its own units
_ROOM = 6  # around the line, for its marks

Segment = Sequence[tuple[int, float]]  # years and scores that may be joined


@dataclass(frozen=True)
class Panel:
    """A region: its short and full name, its address, its segments, what is written below both ends, and a sentence."""

    name: str
    full_name: str
    address: str
    segments: Sequence[Segment]
    first: str
    last: str
    alt: str
    mine: bool


@dataclass(frozen=True)
class Group:
    """The panels of a kind under a heading, with the segments of its median."""

    title: str
    peers: Sequence[Segment]
    panels: Sequence[Panel]


@dataclass(frozen=True)
class Frame:
    """What all panels share: the first and the last year, the lowest and the highest score, what is provisional."""

    years: tuple[int, int]
    scores: tuple[float, float]
    provisional: Sequence[int]

    def place(self, year: int, score: float) -> tuple[float, float]:
        """Where a point stands in a panel."""
        across, up = _share(year, *self.years), _share(score, *self.scores)
        return _ROOM + across * (_WIDE - 2 * _ROOM), _HIGH - _ROOM - up * (_HIGH - 2 * _ROOM)


def year_lines(groups: Sequence[Group], frame: Frame, colours: Palette) -> str:
    """The figure as HTML, a list of panels a kind; provisional years are hollow."""
    return "".join(_group(group, frame, colours) for group in groups)


def _group(group: Group, frame: Frame, colours: Palette) -> str:
    items = []
    for panel in group.panels:
        told, source = html.escape(panel.alt), quote(_drawing(panel, group.peers, frame, colours))
        items.append(
            f"<li{' class=mine' if panel.mine else ''}>{link(panel.name, panel.full_name, panel.address)}"
            f'<img alt="{told}" title="{told}" src="data:image/svg+xml,{source}">'
            f"<small><span>{html.escape(panel.first)}</span><span>{html.escape(panel.last)}</span></small></li>"
        )
    title = html.escape(group.title)
    return (
        f'<p class="teladan-kind">{title}</p>'
        f'<ul class="teladan-years" aria-label="{title}" style="--accent:{colours.accent}">{"".join(items)}</ul>'
    )


def _drawing(panel: Panel, peers: Sequence[Segment], frame: Frame, colours: Palette) -> str:
    own = colours.accent if panel.mine else colours.second
    drawn = [f'<path d="M0 {_HIGH - 0.5}H{_WIDE}" stroke="{colours.hairline}"/>']
    for segments, colour, width in ((peers, colours.others_edge, 1.25), (panel.segments, own, 2)):
        for segment in segments:
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (frame.place(*point) for point in segment))
            drawn.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
    for segment in panel.segments:
        for point in segment:
            hollow = point[0] in frame.provisional
            if hollow or point in (segment[0], segment[-1]):
                x, y = frame.place(*point)
                fill = colours.paper if hollow else own
                drawn.append(
                    f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{fill}" stroke="{own}" stroke-width="1.5"/>'
                )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}">{"".join(drawn)}</svg>'


def _share(value: float, low: float, high: float) -> float:
    return (value - low) / (high - low) if high > low else 0.5
