"""A region's dimensions beside the medians of its kind and of its province: one track a dimension."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text
from words import Words

_TRACK = 78  # pixels from one track to the next
_TOP = 4
_BOTTOM = 40


@dataclass(frozen=True)
class Track:
    """One dimension: its title, what is said below it, the marks on it (None: no figure), and a tooltip."""

    title: str
    detail: str
    score: float | None
    kind_median: float | None
    province_median: float | None
    tooltip: str


def dimensions_figure(tracks: Sequence[Track], scale: tuple[float, float], words: Words, colours: Palette) -> Figure:
    """The figure; tracks come from top to bottom, scores run over `scale`."""
    figure = Figure(layout={"template": {}})
    for number, track in enumerate(tracks):
        _draw_track(figure, track, -number, scale, words, colours)
    figure.update_layout(
        **plain_layout(words, colours),
        height=int(_TRACK * (len(tracks) + 0.45)) + _TOP + _BOTTOM,
        margin={"l": 14, "r": 14, "t": _TOP, "b": _BOTTOM},
        dragmode=False,
        xaxis={
            "range": list(scale),
            "showgrid": True,
            "gridcolor": colours.hairline,
            "zeroline": False,
            "fixedrange": True,
            "nticks": 6,
            "tickfont": {"color": colours.muted, "size": 13},
            "title": {"text": words.say("Score"), "font": {"color": colours.muted, "size": 13}, "standoff": 4},
        },
        yaxis={"range": [0.3 - len(tracks), 0.75], "visible": False, "fixedrange": True},
    )
    return figure


def _draw_track(
    figure: Figure, track: Track, at: int, scale: tuple[float, float], words: Words, colours: Palette
) -> None:
    detail = f'<span style="color:{colours.muted};font-size:13px">{figure_text(track.detail)}</span>'
    figure.add_annotation(
        x=scale[0], y=at, xanchor="left", yanchor="bottom", yshift=6, showarrow=False, align="left", borderpad=0,
        text=f"<b>{figure_text(track.title)}</b><br>{detail}", font={"size": 15, "color": colours.ink},
    )  # fmt: skip
    line = {"color": colours.others, "width": 1}
    figure.add_shape(type="line", x0=scale[0], x1=scale[1], y0=at, y1=at, layer="below", line=line)
    for median, symbol, colour in (
        (track.province_median, "diamond", colours.others_edge),
        (track.kind_median, "square", colours.second),
    ):
        if median is not None:
            figure.add_scatter(
                x=[median], y=[at], mode="markers", hoverinfo="text", hovertext=[figure_text(track.tooltip)],
                marker={"symbol": symbol, "size": 11, "color": colour, "line": {"width": 1, "color": colours.paper}},
            )  # fmt: skip
    if track.score is None:
        figure.add_scatter(
            x=[scale[0]], y=[at], mode="markers", hoverinfo="text", hovertext=[figure_text(track.tooltip)],
            marker={"symbol": "circle-open", "size": 13, "color": colours.others_edge, "line": {"width": 2}},
            cliponaxis=False,
        )  # fmt: skip
        return
    figure.add_scatter(
        x=[track.score], y=[at], mode="markers", hoverinfo="text", hovertext=[figure_text(track.tooltip)],
        marker={"size": 15, "color": colours.accent, "line": {"width": 2, "color": colours.paper}}, cliponaxis=False,
    )  # fmt: skip
    figure.add_annotation(
        x=track.score, y=at, yshift=-17, showarrow=False, text=f"<b>{words.number(track.score, 1)}</b>",
        font={"size": 13, "color": colours.accent},
    )  # fmt: skip


def dimensions_alt(tracks: Sequence[Track], words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    told = [track.tooltip for track in tracks]
    return " ".join([words.say("Dot plot of the dimensions beside the medians."), *told])
