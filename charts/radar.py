"""The dimensions of a few regions as shapes, one a region: a signature to be recognised, never to be read off.

There is no scale and no number on it; the dot plot beside it has them.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from urllib.parse import quote

from charts.palette import Palette
from charts.province import link

_SIZE, _RADIUS = 140, 54  # of a shape, in its own units
_RINGS = (0.5, 1.0)


@dataclass(frozen=True)
class Shape:
    """A region: its short and full name, its address, how far out it lies on each axis (None: no figure), a sentence.

    Places are shares, 0 in the middle and 1 at the rim.
    """

    name: str
    full_name: str
    address: str
    places: Sequence[float | None]
    alt: str
    mine: bool = False


def radar_shapes(shapes: Sequence[Shape], colours: Palette) -> str:
    """The shapes as HTML, a list; axes are numbered from the top clockwise, and mine lies faintly behind the others."""
    mine = next((shape for shape in shapes if shape.mine), None)
    items = []
    for shape in shapes:
        told = html.escape(shape.alt)
        source = quote(_drawing(shape, None if shape.mine else mine, colours))
        items.append(
            f"<li{' class=mine' if shape.mine else ''}>{link(shape.name, shape.full_name, shape.address)}"
            f'<img alt="{told}" title="{told}" src="data:image/svg+xml,{source}"></li>'
        )
    return f'<ul class="teladan-shapes" style="--accent:{colours.accent}">{"".join(items)}</ul>'


def _drawing(shape: Shape, behind: Shape | None, colours: Palette) -> str:
    count = len(shape.places)
    drawn = []
    for ring in _RINGS:
        drawn.append(f'<polygon points="{_points([ring] * count)}" fill="none" stroke="{colours.hairline}"/>')
    for axis in range(count):
        x, y = _place(axis, count, 1.0)
        drawn.append(f'<path d="M0 0L{x:.1f} {y:.1f}" stroke="{colours.hairline}"/>')
        x, y = _place(axis, count, 1.17)
        drawn.append(
            f'<text x="{x:.1f}" y="{y + 3.5:.1f}" font-size="10" text-anchor="middle" fill="{colours.muted}" '
            f'font-family="sans-serif">{axis + 1}</text>'
        )
    if behind is not None:
        drawn.append(f'<polygon points="{_points(behind.places)}" fill="none" stroke="{colours.accent}"/>')
    own = colours.accent if shape.mine else colours.second
    drawn.append(
        f'<polygon points="{_points(shape.places)}" fill="{own}" fill-opacity="0.2" stroke="{own}" stroke-width="2"/>'
    )
    for axis, place in enumerate(shape.places):
        x, y = _place(axis, count, place or 0.0)
        fill = colours.paper if place is None else own
        drawn.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{fill}" stroke="{own}"/>')
    box = f"{-_SIZE / 2:.0f} {-_SIZE / 2:.0f} {_SIZE} {_SIZE}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{"".join(drawn)}</svg>'


def _points(places: Sequence[float | None]) -> str:
    """The corners of a shape; what has no figure is no corner."""
    known = [_place(axis, len(places), place) for axis, place in enumerate(places) if place is not None]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in known)


def _place(axis: int, count: int, share: float) -> tuple[float, float]:
    angle = 2 * pi * axis / count
    return _RADIUS * share * sin(angle), -_RADIUS * share * cos(angle)
