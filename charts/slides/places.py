"""Places on a slide: circles on the coast of Indonesia, as large as their population, in the colour of their level."""

from __future__ import annotations

from charts.coastline import VIEW, coastline
from charts.levels import level_colours
from charts.palette import Palette
from charts.slides.drawing import Drawing
from charts.slides.kinds import Places, Spot
from charts.slides.style import ORDER, Roles, Type, empty, hover, key, roles, type_for
from charts.text import figure_text
from words import Words

_LARGEST, _SMALLEST = 28.0, 5.0  # pixels: diameters of circles in a window of 1280 by 720
COASTLINE = "coastline"  # marks the trace that is the same on every map
_NAMED = ("mine", "subject")
_PEERS_NAMED = 6  # so few peers can be named on the map
_FEW = 12  # so few places can all be named, where there is room
_DEGREE = 20.0  # pixels, at least, in a window of 1280 by 720


def places_figure(chart: Places, words: Words, colours: Palette, narrow: bool = False) -> Drawing:
    """The figure: places without a level are hollow where there are levels, else grey; mine and the subject named."""
    size, found = type_for(narrow), roles([spot.role for spot in chart.spots], colours)
    figure = empty(words, colours, size)
    longitudes, latitudes = coastline()
    figure.add_scatter(
        x=longitudes, y=latitudes, mode="lines", fill="toself", fillcolor=colours.hairline, showlegend=False,
        line={"color": colours.others, "width": 0.7}, hoverinfo="skip", meta=COASTLINE,
    )  # fmt: skip
    # The large ones first, so that none hides a smaller one, and what matters on top of all.
    spots = sorted(chart.spots, key=lambda spot: (ORDER[spot.role], -spot.size))
    most = max((spot.size for spot in spots), default=0.0)
    figure.add_scatter(
        x=[spot.lon for spot in spots],
        y=[spot.lat for spot in spots],
        mode="markers",
        showlegend=False,
        cliponaxis=False,
        marker={
            "size": [_diameter(spot, most, narrow) for spot in spots],
            "color": [_fill(spot, chart, found) for spot in spots],
            "opacity": 1,
            "line": {"width": [0.8 if spot.role == "other" else 2 for spot in spots],
                     "color": [_edge(spot, chart, found) for spot in spots]},
        },
        hoverinfo="text",
        hovertext=[hover(spot.name, spot.told) for spot in spots],
    )  # fmt: skip
    _name(figure, spots, found, size)
    if not narrow and len(spots) <= _FEW:
        _name_all(figure, spots, found, size)
    _draw_key(figure, chart, words, colours, size)
    west, east, south, north = VIEW
    figure.update_layout(
        **(key(colours, size) if chart.levels else {}),
        **({"height": 165 + (70 if chart.levels else 0)} if narrow else {}),
        dragmode="zoom",
        margin={"l": 0, "r": 0, "t": (70 if narrow else 40) if chart.levels else 0, "b": 0},
        xaxis={"range": [west, east], "visible": False, "constrain": "domain"},
        yaxis={"range": [south, north], "visible": False, "scaleanchor": "x", "constrain": "domain"},
    )
    return figure


def _name(figure: Drawing, spots: list[Spot], found: Roles, size: Type) -> None:
    """The names of mine, of the subject, and of peers where they are few."""
    peers = [spot for spot in spots if spot.role == "peers"]
    west, east, *_ = VIEW
    for spot in spots:
        if spot.role in _NAMED or (spot.role == "peers" and len(peers) <= _PEERS_NAMED):
            share = (spot.lon - west) / (east - west)
            figure.add_annotation(
                x=spot.lon, y=spot.lat, yshift=size.mark, borderpad=1,
                xanchor="left" if share < 0.3 else "right" if share > 0.7 else "center", yanchor="bottom",
                text=found.named(spot.role, figure_text(spot.name)), bgcolor=found.colours.paper, opacity=0.92,
                font={"size": size.text if spot.role in _NAMED else size.small, "color": found.text(spot.role)},
            )  # fmt: skip


def _name_all(figure: Drawing, spots: list[Spot], found: Roles, size: Type) -> None:
    """The names of all that have none yet, each on a side where it covers no other name and no circle."""
    reach = _LARGEST / 2 / _DEGREE
    taken = [(spot.lon - reach, spot.lat - reach, spot.lon + reach, spot.lat + reach) for spot in spots]
    high, apart = 1.25 * size.small / _DEGREE, 1.25 * reach
    for spot in (spot for spot in spots if spot.role == "other"):
        wide = 0.55 * size.small * len(spot.name) / _DEGREE
        middle, lower = spot.lon - wide / 2, spot.lat - high / 2
        sides = {
            ("left", "middle"): (spot.lon + apart, lower),
            ("right", "middle"): (spot.lon - apart - wide, lower),
            ("center", "bottom"): (middle, spot.lat + apart),
            ("center", "top"): (middle, spot.lat - apart - high),
        }
        for (across, down), (west, south) in sides.items():
            box = (west, south, west + wide, south + high)
            if any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            beside = {"left": 1, "right": -1}.get(across, 0) * apart * _DEGREE
            above = {"bottom": 1, "top": -1}.get(down, 0) * apart * _DEGREE
            figure.add_annotation(
                x=spot.lon, y=spot.lat, xshift=beside, yshift=above, xanchor=across, yanchor=down, borderpad=0,
                text=figure_text(spot.name), font={"size": size.small, "color": found.text(spot.role)},
            )  # fmt: skip
            break


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _draw_key(figure: Drawing, chart: Places, words: Words, colours: Palette, size: Type) -> None:
    """What the colours mean: a mark of each level without a place, for the legend."""
    told = list(zip(chart.levels, level_colours(len(chart.levels), colours), strict=True))
    if told and any(spot.level is None for spot in chart.spots):
        told.append((words.say("cannot be assessed"), colours.paper))
    for name, fill in told:
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=figure_text(name), showlegend=True, hoverinfo="skip",
            marker={"size": size.mark, "color": fill, "line": {"width": 1, "color": colours.ink}},
        )  # fmt: skip


def _fill(spot: Spot, chart: Places, found: Roles) -> str:
    if spot.role in _NAMED or not chart.levels:
        return found.fill(spot.role)
    ramp = level_colours(len(chart.levels), found.colours)
    return found.colours.paper if spot.level is None else ramp[spot.level]


def _edge(spot: Spot, chart: Places, found: Roles) -> str:
    if spot.role in _NAMED:
        return found.colours.paper
    if spot.role == "peers":
        return found.colours.paper if not chart.levels else found.colours.second
    return found.colours.others_edge if not chart.levels or spot.level is None else found.colours.ink


def _diameter(spot: Spot, most: float, narrow: bool) -> float:
    """Pixels: the area is in proportion to the size, down to what can be seen; mine and the subject stand out."""
    scale = 0.45 if narrow else 1.0
    share = spot.size / most if most > 0 else 0.0
    least = {"mine": 20.0, "subject": 20.0, "peers": 13.0}.get(spot.role, _SMALLEST)
    return float(round(max(least * (0.7 if narrow else 1.0), scale * _LARGEST * share**0.5), 1))
