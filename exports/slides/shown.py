"""A slide as a browser takes it: its texts, and its chart as Plotly's front end draws it."""

from __future__ import annotations

import json
from math import isnan

from charts.coastline import coastline
from charts.palette import Theme as Theme  # who serves slides knows it, but not the pictures
from charts.palette import palette
from charts.slides.drawing import Drawing, Parts
from charts.slides.figure import slide_figure
from charts.slides.kinds import Facts
from charts.slides.places import COASTLINE
from exports.slides.slide import Slide
from words import Words


def shown(slide: Slide, words: Words, theme: Theme, *, narrow: bool = False) -> Parts:
    """The slide as it is sent as JSON; `narrow` is for a phone.

    `figure` is `{"data": …, "layout": …}`, `facts` a list of `{"title", "figure", "told"}`; each is None where the
    slide has none of the kind. A trace whose `meta` is "coastline" comes without its points (`coastline_json`): they
    are twenty times as much as all else on a map, and the same on each.
    """
    chart = slide.chart
    facts, figure = None, None
    if isinstance(chart, Facts):
        facts = [{"title": fact.title, "figure": fact.figure, "told": fact.told} for fact in chart.facts]
    elif chart is not None:
        figure = _figure(slide_figure(chart, words, palette(theme), narrow, reader=slide.mine is not None))
    return {
        "headline": slide.headline,
        "caption": slide.caption,
        "takeaway": slide.takeaway,
        "source": slide.source,
        "alt": slide.alt,
        "mine": slide.mine,
        "facts": facts,
        "figure": figure,
    }


def coastline_json() -> str:
    """The points of the coastline, `{"x": […], "y": […]}`, each closed line followed by a null."""
    longitudes, latitudes = coastline()
    points = {"x": _rounded(longitudes.tolist()), "y": _rounded(latitudes.tolist())}
    return json.dumps(points, allow_nan=False, separators=(",", ":"))


def _figure(drawn: Drawing | None) -> Parts | None:
    if drawn is None:
        return None
    return {"data": [_without_points(trace) for trace in drawn.data], "layout": drawn.layout}


def _without_points(trace: Parts) -> Parts:
    if trace.get("meta") != COASTLINE:
        return trace
    return {name: value for name, value in trace.items() if name not in ("x", "y")}


def _rounded(degrees: list[float]) -> list[float | None]:
    """To a hundredth of a degree, as they are kept; no number where one line ends and the next begins."""
    return [None if isnan(degree) else round(degree, 2) for degree in degrees]
