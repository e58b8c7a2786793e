"""Regions by two values on a slide: one point a region; mine and the subject carry their names."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle

from charts.palette import Palette
from charts.slides.drawing import Drawing
from charts.slides.kinds import Axis, Cloud, Point
from charts.slides.style import ORDER, Roles, Type, empty, hover, key, roles, scale, type_for
from charts.text import figure_text
from words import Words

_HEIGHT = 340  # pixels on a phone
_PEERS_NAMED = 6
_SYMBOLS = ("circle", "diamond")  # of the kinds, by their names


def cloud_figure(chart: Cloud, words: Words, colours: Palette, narrow: bool = False) -> Drawing:
    """The figure: what matters is drawn on top and larger."""
    size, found = type_for(narrow), roles([point.role for point in chart.points], colours)
    figure = empty(words, colours, size)
    if chart.medians is not None:
        line = {"color": colours.muted, "width": 2, "dash": "dot"}
        x, y = chart.medians
        figure.add_shape(type="line", x0=x, x1=x, y0=0, y1=1, yref="paper", line=line)
        figure.add_shape(type="line", y0=y, y1=y, x0=0, x1=1, xref="paper", line=line)
    points = sorted(chart.points, key=lambda point: ORDER[point.role])
    symbols = symbols_of(chart)
    large = {"mine": size.mark + 4, "subject": size.mark + 2, "peers": size.mark - 5}
    figure.add_scatter(
        x=[point.x for point in points],
        y=[point.y for point in points],
        mode="markers",
        cliponaxis=False,
        marker={
            "size": [large.get(point.role, size.mark // 2) for point in points],
            "color": [fill(point, symbols, found) for point in points],
            "symbol": [symbols[point.kind] for point in points],
            "opacity": 1,
            "line": {"width": [1 if point.role in ("other", "peers") else 2 for point in points],
                     "color": [found.edge(point.role) if point.role == "other" else colours.paper for point in points]},
        },
        hoverinfo="text",
        hovertext=[hover(point.name, point.told) for point in points],
        showlegend=False,
    )  # fmt: skip
    if len(symbols) > 1:
        _draw_key(figure, symbols, colours, size)
    peers = sum(point.role == "peers" for point in points)
    for point in points:
        if point.role in ("mine", "subject") or (point.role == "peers" and peers <= _PEERS_NAMED):
            _name(
                figure, point, chart, found.named(point.role, figure_text(point.name)), found.text(point.role), narrow
            )
    title = {"font": {"size": size.small, "color": colours.muted}, "standoff": 8}
    across, upward = (scale(axis, words, colours, size, 4 if narrow else 6) for axis in (chart.across, chart.upward))
    figure.update_layout(
        **({"height": _HEIGHT} if narrow else {}),
        **(key(colours, size) if len(symbols) > 1 else {}),
        xaxis=across | {"title": title | {"text": _called(chart.across)}},
        yaxis=upward | {"title": title | {"text": _called(chart.upward)}},
        margin={"l": 56 if narrow else 84, "r": 14, "t": 44 if len(symbols) > 1 else 18, "b": 48 if narrow else 66},
    )
    return figure


def symbols_of(chart: Cloud) -> dict[str, str]:
    """The mark of each kind, by the name of the kind."""
    return dict(zip(sorted({point.kind for point in chart.points}), cycle(_SYMBOLS), strict=False))


def fill(point: Point, symbols: Mapping[str, str], found: Roles) -> str:
    """The colour of the role; of the regions that only fill the picture, the second kind is darker."""
    if point.role == "other" and symbols[point.kind] != _SYMBOLS[0]:
        return found.edge(point.role)
    return found.fill(point.role)


def _draw_key(figure: Drawing, symbols: Mapping[str, str], colours: Palette, size: Type) -> None:
    for kind, symbol in symbols.items():
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=figure_text(kind), showlegend=True, hoverinfo="skip",
            marker={"size": size.mark * 0.7, "symbol": symbol, "opacity": 1,
                    "color": colours.others if symbol == _SYMBOLS[0] else colours.others_edge,
                    "line": {"width": 1, "color": colours.others_edge}},
        )  # fmt: skip


def _name(figure: Drawing, point: Point, chart: Cloud, text: str, colour: str, narrow: bool) -> None:
    size = type_for(narrow)
    share = (point.x - chart.across.low) / ((chart.across.high - chart.across.low) or 1)
    share = 1 - share if chart.across.reversed else share
    figure.add_annotation(
        x=point.x, y=point.y, yanchor="bottom", yshift=size.mark // 2 + 4, text=text, borderpad=1,
        xanchor="left" if share < 0.15 else "right" if share > 0.85 else "center",
        font={"size": size.text, "color": colour},
    )  # fmt: skip


def _called(axis: Axis) -> str:
    return figure_text(f"{axis.title} ({axis.unit})" if axis.unit else axis.title)
