"""Regions by two values as a native chart: a series for each role, what matters on top and by name."""

from __future__ import annotations

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.slide import Slide as DeckSlide

from charts.slides.cloud import fill, symbols_of
from charts.slides.kinds import Cloud, Point, Role
from charts.slides.style import ORDER, roles
from exports.pptx.drawn import (
    COLOURS,
    MARK,
    TEXT,
    Box,
    Label,
    Points,
    add_points,
    dotted,
    labelled,
    marked,
    name_axis,
    place_plot,
    scale_of,
    set_scale,
)
from exports.pptx.roles import role_name
from words import Words

_SIZES: dict[Role, float] = {"mine": MARK + 2, "subject": MARK + 2, "peers": MARK - 3}
_PEERS_NAMED = 6  # so few peers can be named


def add_cloud(slide: DeckSlide, chart: Cloud, box: Box, words: Words) -> Chart:
    """The chart."""
    found = roles([point.role for point in chart.points], COLOURS)
    across, upward = scale_of(chart.across, 6), scale_of(chart.upward, 6)
    series = []
    symbols = symbols_of(chart)
    # What matters on top; of the others the second kind, which has fewer regions.
    for role, kind in sorted({(one.role, one.kind) for one in chart.points}, key=lambda one: (ORDER[one[0]], one[1])):
        inside = [one for one in chart.points if (one.role, one.kind) == (role, kind)]
        edge = found.edge(role) if role == "other" else COLOURS.paper
        style = XL_MARKER_STYLE.DIAMOND if symbols[kind] == "diamond" else XL_MARKER_STYLE.CIRCLE
        dress = marked(fill(inside[0], symbols, found), edge, _SIZES.get(role, 7.0), style, width=0.75)
        name = kind if kind and role == "other" else role_name(words, role)
        series.append(Points(name, [(one.x, one.y) for one in inside], dress))
    named = [point for point in chart.points if _is_named(point, chart)]
    labels = [
        Label(point.name, XL_LABEL_POSITION.ABOVE, TEXT, found.text(point.role), point.role != "peers")
        for point in named
    ]
    if chart.medians is not None:
        x, y = chart.medians
        dress = dotted(COLOURS.muted, 1.5)
        series.append(
            Points(words.say("{title}: median", title=chart.across.title), [(x, upward.low), (x, upward.high)], dress)
        )
        series.append(
            Points(words.say("{title}: median", title=chart.upward.title), [(across.low, y), (across.high, y)], dress)
        )
    series.append(Points(words.say("names"), [(point.x, point.y) for point in named], labelled(labels)))
    drawn = add_points(slide, [one for one in series if one.points], box)
    set_scale(drawn.category_axis, chart.across, across)
    set_scale(drawn.value_axis, chart.upward, upward)
    name_axis(drawn.category_axis, chart.across)
    name_axis(drawn.value_axis, chart.upward)
    place_plot(drawn, box, 84, 14, 20, 54)
    return drawn


def _is_named(point: Point, chart: Cloud) -> bool:
    few = sum(other.role == "peers" for other in chart.points) <= _PEERS_NAMED
    return point.role in ("mine", "subject") or (point.role == "peers" and few)
