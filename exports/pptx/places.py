"""Places as a native chart: points of longitude and latitude over the coast, as large as their population."""

from __future__ import annotations

import math
from collections.abc import Callable
from copy import deepcopy
from functools import cache

from pptx.chart.chart import Chart
from pptx.chart.series import XySeries
from pptx.enum.chart import XL_LABEL_POSITION as SIDE
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as DeckSlide
from pptx.util import Pt

from charts.coastline import VIEW, coastline
from charts.levels import level_colours
from charts.slides.kinds import Places, Role, Spot
from charts.slides.style import ORDER, Roles, roles
from exports.pptx.drawn import (
    COLOURS,
    SMALL,
    TEXT,
    Box,
    Label,
    Points,
    add_points,
    colour,
    marked,
    place_plot,
    width_of,
    write_label,
)  # fmt: skip
from exports.pptx.roles import role_name
from exports.pptx.text import Said, write
from words import Words

_LARGEST = 22.0  # points: the diameter of the largest population
_LEAST: dict[Role, float] = {"mine": 15.0, "subject": 15.0, "peers": 10.0}
_KEY = 26.0  # points above the map
_PEERS_NAMED = 6
_WIDE, _HIGH = 47_600, 18_600  # of the path of the coast: a thousandth of a degree each
_STEP = 0.06  # degrees: bends of the coast that are smaller are not drawn


def add_places(slide: DeckSlide, chart: Places, box: Box, words: Words) -> Chart:
    """The chart; what matters is drawn on top."""
    found = roles([spot.role for spot in chart.spots], COLOURS)
    land = _land(box, _KEY if chart.levels else 4.0)
    _draw_coast(slide, land)
    most = max((spot.size for spot in chart.spots), default=0.0)
    series = [
        Points(
            _called(spots[0], chart, words),
            [(spot.lon, spot.lat) for spot in spots],
            _dressed(spots, chart, found, most),
        )
        for spots in _groups(chart)
    ]
    drawn = add_points(slide, series, box)
    west, east, south, north = VIEW
    for axis, low, high in ((drawn.category_axis, west, east), (drawn.value_axis, south, north)):
        axis.minimum_scale, axis.maximum_scale = low, high
        axis.has_major_gridlines = False
        axis.visible = False
    left, top = land.left - box.left, land.top - box.top
    place_plot(drawn, box, left, top, box.width - left - land.width, box.height - top - land.height)
    if chart.levels:
        _draw_key(slide, chart, box, words)
    return drawn


def _groups(chart: Places) -> list[list[Spot]]:
    """The series: the others by level, the most common one first; then those that matter. The large spots first."""
    found: dict[tuple[int, int | None], list[Spot]] = {}
    for spot in sorted(chart.spots, key=lambda spot: -spot.size):
        found.setdefault((ORDER[spot.role], spot.level if spot.role == "other" else 0), []).append(spot)
    return [spots for _, spots in sorted(found.items(), key=lambda entry: (entry[0][0], -len(entry[1])))]


def _called(spot: Spot, chart: Places, words: Words) -> str:
    if spot.role != "other" or not chart.levels:
        return role_name(words, spot.role)
    return words.say("cannot be assessed") if spot.level is None else chart.levels[spot.level]


def _dressed(spots: list[Spot], chart: Places, found: Roles, most: float) -> Callable[[XySeries], None]:
    """Circles as large as their population, in the colour of level or role; those that matter with their names."""
    spot = spots[0]
    fill, edge = _colours(spot, chart, found)
    named = spot.role in ("mine", "subject") or (spot.role == "peers" and len(spots) <= _PEERS_NAMED)

    def dress(series: XySeries) -> None:
        marked(fill, edge, width=0.5 if spot.role == "other" else 1.5)(series)
        first = series._element.find(qn("c:xVal"))
        for at, one in enumerate(spots):
            sized = f'<c:dPt {nsdecls("c")}><c:idx val="{at}"/><c:marker><c:symbol val="circle"/>'
            sized += f'<c:size val="{_diameter(one, most)}"/></c:marker><c:bubble3D val="0"/></c:dPt>'
            point = parse_xml(sized)
            point.find(qn("c:marker")).append(deepcopy(series.marker._element.find(f"{qn('c:marker')}/{qn('c:spPr')}")))
            first.addprevious(point)
        for at, one in enumerate(spots if named else ()):
            write_label(series.points[at], Label(one.name, SIDE.ABOVE, TEXT, found.text(one.role), bold=True))

    return dress


def _colours(spot: Spot, chart: Places, found: Roles) -> tuple[str, str]:
    """Fill and outline."""
    if spot.role in ("mine", "subject"):
        return found.fill(spot.role), COLOURS.paper
    if not chart.levels:
        return found.fill(spot.role), found.edge(spot.role)
    ring = COLOURS.second if spot.role == "peers" else COLOURS.ink
    return (COLOURS.paper, COLOURS.others_edge) if spot.level is None else (_ramp(chart)[spot.level], ring)


def _ramp(chart: Places) -> list[str]:
    return level_colours(len(chart.levels), COLOURS)


def _diameter(spot: Spot, most: float) -> int:
    """Points: the area is in proportion to the size, down to what can be seen; mine and the subject stand out."""
    share = spot.size / most if most > 0 else 0.0
    return round(max(_LEAST.get(spot.role, 4.0), _LARGEST * math.sqrt(share)))


def _draw_key(slide: DeckSlide, chart: Places, box: Box, words: Words) -> None:
    """What the colours mean: a circle and a name for each level, above the map."""
    entries = list(zip(chart.levels, _ramp(chart), strict=True))
    if any(spot.level is None for spot in chart.spots):
        entries.append((words.say("cannot be assessed"), COLOURS.paper))
    left = box.left
    for name, fill in entries:
        dot = slide.shapes.add_shape(MSO_SHAPE.OVAL, *Box(left, box.top + 4, 11, 11).lengths)
        dot.name = f"key-{name}"
        dot._element.remove(dot._element.find(qn("p:style")))  # the shadow of the theme
        dot.fill.solid()
        dot.fill.fore_color.rgb = colour(fill)
        dot.line.color.rgb = colour(COLOURS.others_edge if fill == COLOURS.paper else COLOURS.ink)
        dot.line.width = Pt(0.75)
        wide = width_of(name, SMALL) + 14
        write(slide, f"level-{name}", [Said(name, SMALL)], Box(left + 16, box.top + 1, wide, 18), words.language)
        left += 16 + wide


def _land(box: Box, head: float) -> Box:
    """The part of the box that the map fills, in its own proportions."""
    west, east, south, north = VIEW
    room, shape = Box(box.left, box.top + head, box.width, box.height - head), (east - west) / (north - south)
    width = min(room.width, room.height * shape)
    height = width / shape
    return Box(room.left + (room.width - width) / 2, room.top + (room.height - height) / 2, width, height)


def _draw_coast(slide: DeckSlide, land: Box) -> None:
    """The land as one shape behind the bubbles: written as a whole, for pptx adds up all points for each of them."""
    left, top, width, height = land.lengths
    number = max(shape.shape_id for shape in slide.shapes) + 1
    slide.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="Land"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            f'<a:custGeom><a:pathLst><a:path w="{_WIDE}" h="{_HIGH}">{_path()}</a:path></a:pathLst></a:custGeom>'
            f'<a:solidFill><a:srgbClr val="{colour(COLOURS.hairline)}"/></a:solidFill><a:ln w="6350"><a:solidFill>'
            f'<a:srgbClr val="{colour(COLOURS.others)}"/></a:solidFill></a:ln></p:spPr></p:sp>'
        )
    )


@cache
def _path() -> str:
    """The closed lines of the coast as the path of a shape."""
    west, east, south, north = VIEW
    written = []
    for outline in _outlines():
        points = [
            f'<a:pt x="{(x - west) / (east - west) * _WIDE:.0f}" y="{(north - y) / (north - south) * _HIGH:.0f}"/>'
            for x, y in outline
        ]
        first, *others = points
        drawn = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
        written.append(f"<a:moveTo>{first}</a:moveTo>{drawn}<a:close/>")
    return "".join(written)


@cache
def _outlines() -> tuple[tuple[tuple[float, float], ...], ...]:
    """The closed lines of the coast, within the view and without the smallest bends; none of what lies outside."""
    west, east, south, north = VIEW
    found: list[list[tuple[float, float]]] = [[]]
    for x, y in zip(*(axis.tolist() for axis in coastline()), strict=True):
        if math.isnan(x):
            found.append([])
            continue
        point = (min(max(x, west), east), min(max(y, south), north))
        line = found[-1]
        if not line or abs(point[0] - line[-1][0]) + abs(point[1] - line[-1][1]) >= _STEP:
            line.append(point)
    return tuple(tuple(line) for line in found if line and all(len(set(side)) > 1 for side in zip(*line, strict=True)))
