"""Digital-government capability against results for residents: one mark a region, and the medians as a cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from metrics.contrast import QUADRANTS, Contrast, Quadrant
from words import Words

_SYMBOLS = ("diamond", "circle", "square", "triangle-up")
_HEIGHT = 580
_NAME = 22  # characters: two names stand side by side on a phone
# Where each quadrant's name stands: the corner of the plot it is in.
_CORNERS: dict[Quadrant, tuple[str, str]] = {
    "both": ("right", "top"),
    "capability": ("right", "bottom"),
    "results": ("left", "top"),
    "neither": ("left", "bottom"),
}


def quadrant_names(words: Words) -> dict[Quadrant, str]:
    """What each quadrant is called, in plain words."""
    return {
        "both": words.say("Both at or above the median"),
        "capability": words.say("Digital above, results below"),
        "results": words.say("Results above, digital below"),
        "neither": words.say("Both below the median"),
    }


def kind_marks(kinds: Sequence[str], colours: Palette) -> list[tuple[str, str, str]]:
    """The symbol, fill and outline of each kind, told apart by shape as well as by colour."""
    fills = [(colours.second, colours.paper), *[(colours.others, colours.others_edge)] * len(kinds)]
    return [(_SYMBOLS[n % len(_SYMBOLS)], *fills[n]) for n in range(len(kinds))]


def contrast_figure(
    found: Contrast,
    kinds: Sequence[str],
    tooltips: Mapping[str, str],
    mine: str | None,
    axes: tuple[str, str],
    words: Words,
    colours: Palette,
) -> go.Figure:
    """The figure, with at least one region. `kinds` are told apart; `axes` are the titles of x and y."""
    figure = go.Figure(layout={"template": {}})
    ink = {"color": colours.muted, "width": 1.5, "dash": "dot"}
    figure.add_shape(
        type="line", x0=found.median_capability, x1=found.median_capability, y0=0, y1=1, yref="paper", line=ink
    )
    figure.add_shape(type="line", y0=found.median_results, y1=found.median_results, x0=0, x1=1, xref="paper", line=ink)
    # The kind with most regions at the bottom, so that it does not bury the other.
    for kind, (symbol, fill, edge) in reversed(list(zip(kinds, kind_marks(kinds, colours), strict=True))):
        rows = found.regions[found.regions["kind"] == kind] if kind else found.regions
        marker = {
            "symbol": symbol,
            "size": 9 if symbol == "diamond" else 7.5,
            "color": fill,
            "line": {"width": 1, "color": edge},
        }
        _draw_marks(figure, rows, tooltips, marker)
    for quadrant in QUADRANTS:
        _name_quadrant(figure, found, quadrant, words, colours)
    own = found.regions[found.regions["region"] == mine]
    if len(own):
        marker = {"size": 15, "color": colours.accent, "line": {"width": 2, "color": colours.paper}}
        _draw_marks(figure, own, tooltips, marker)
        figure.add_annotation(
            x=own["capability"].iloc[0], y=own["results"].iloc[0], ax=0, ay=-32, showarrow=True, arrowhead=0,
            arrowwidth=1.5, arrowcolor=colours.accent, text=f"<b>{figure_text(own['name'].iloc[0])}</b>",
            font={"size": 14, "color": colours.accent}, bgcolor=colours.paper, borderpad=2,
        )  # fmt: skip
    axis = {
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "nticks": 6,
        "tickfont": {"color": colours.muted, "size": 13},
    }
    figure.update_layout(
        **plain_layout(words, colours),
        height=_HEIGHT,
        margin={"l": 52, "r": 12, "t": 8, "b": 52},
        dragmode=False,
        xaxis={**axis, "range": _range(found.regions["capability"], 0.03), "title": _title(axes[0], colours)},
        yaxis={**axis, "range": _range(found.regions["results"], 0.17), "title": _title(axes[1], colours)},
    )
    return figure


def contrast_alt(found: Contrast, words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    names = quadrant_names(words)
    counts = [
        words.say("{name}: {count} regions.", name=names[quadrant], count=words.number(found.count(quadrant)))
        for quadrant in QUADRANTS
    ]
    told = words.say("Scatter plot of digital-government capability and results for residents, one mark a region.")
    return " ".join([told, *counts])


def _draw_marks(
    figure: go.Figure, rows: pd.DataFrame, tooltips: Mapping[str, str], marker: Mapping[str, object]
) -> None:
    figure.add_scatter(
        x=rows["capability"].tolist(),
        y=rows["results"].tolist(),
        mode="markers",
        marker=marker,
        hovertext=[tooltip_text(tooltips[code]) for code in rows["region"]],
        hoverinfo="text",
    )


def _name_quadrant(figure: go.Figure, found: Contrast, quadrant: Quadrant, words: Words, colours: Palette) -> None:
    across, up = _CORNERS[quadrant]
    name = "<br>".join(wrap(quadrant_names(words)[quadrant], _NAME))
    count = words.say_plural("{count} region", "{count} regions", found.count(quadrant))
    figure.add_annotation(
        x=1 if across == "right" else 0, xref="paper", xanchor=across, align=across,
        y=1 if up == "top" else 0, yref="paper", yanchor=up, showarrow=False,
        text=f"{name}<br><b>{count}</b>", font={"size": 13, "color": colours.ink},
        bgcolor=colours.paper, opacity=0.9, borderpad=3,
    )  # fmt: skip


def _range(scores: pd.Series[float], share: float) -> list[float]:
    """The scores with a share of their span as room at both ends."""
    low, high = float(scores.min()), float(scores.max())
    room = share * (high - low) or 1.0
    return [low - room, high + room]


def _title(text: str, colours: Palette) -> dict[str, object]:
    return {"text": figure_text(text), "font": {"color": colours.muted, "size": 13}, "standoff": 8}
