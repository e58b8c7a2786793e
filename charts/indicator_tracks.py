"""Indicators one below the other, each with two marks on a common scale that starts at zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette
from charts.text import figure_text, tooltip_text
from words import Words

_ROW = 42  # pixels: a title and the track under it
_AXIS = 44
_NUMBERS = 64  # pixels at the right, for what is written beside a track


@dataclass(frozen=True)
class MarkStyle:
    """How all marks of one meaning look."""

    symbol: str
    fill: str
    edge: str


@dataclass(frozen=True)
class IndicatorTrack:
    """One indicator: its title, where its marks stand (None: nowhere), what is written at the end, and a sentence."""

    title: str
    marks: Sequence[float | None]
    written: str
    tooltip: str


def indicator_tracks_figure(
    tracks: Sequence[IndicatorTrack],
    styles: Sequence[MarkStyle],
    axis: str,
    words: Words,
    colours: Palette,
    percent: bool = False,
) -> Figure:
    """The figure, from top to bottom. `styles` has the look of each mark of a track, the last one on top.

    `axis` says what the marks stand for; with `percent` they are shares of 1.
    """
    figure = Figure(layout={"template": {}})
    high = max((mark for track in tracks for mark in track.marks if mark is not None), default=1.0) or 1.0
    for number, track in enumerate(tracks):
        known = [mark for mark in track.marks if mark is not None]
        for ends, colour, width in (((0, high), colours.hairline, 1), ((min(known), max(known)), colours.others, 3)):
            figure.add_shape(
                type="line", x0=ends[0], x1=ends[1], y0=-number, y1=-number, layer="below",
                line={"color": colour, "width": width},
            )  # fmt: skip
        for x, xref, shift, text in (
            (0, "x", 14, figure_text(track.title)),
            (1, "paper", 0, f"<b>{figure_text(track.written)}</b>"),
        ):
            figure.add_annotation(
                x=x, xref=xref, xanchor="left", xshift=10 if xref == "paper" else 0, y=-number, yshift=shift,
                showarrow=False, text=text, font={"size": 13, "color": colours.ink}, borderpad=0,
            )  # fmt: skip
    for place, style in enumerate(styles):
        drawn = [(-n, track) for n, track in enumerate(tracks) if track.marks[place] is not None]
        figure.add_scatter(
            x=[track.marks[place] for _, track in drawn], y=[y for y, _ in drawn], mode="markers",
            hovertext=[tooltip_text(track.tooltip) for _, track in drawn], hoverinfo="text", cliponaxis=False,
            marker={
                "symbol": style.symbol, "size": 11, "color": style.fill, "line": {"width": 1.5, "color": style.edge},
            },
        )  # fmt: skip
    figure.update_layout(
        **plain_layout(words, colours),
        height=_ROW * len(tracks) + _AXIS + 12,
        margin={"l": 6, "r": _NUMBERS, "t": 0, "b": _AXIS},
        dragmode=False,
        xaxis={
            "range": [0, 1.02 * high], "showgrid": True, "gridcolor": colours.hairline, "zeroline": False,
            "fixedrange": True, "nticks": 6, "ticklabeloverflow": "allow",
            "tickformat": ".0%" if percent else None, "tickfont": {"color": colours.muted, "size": 13},
            "title": {"text": figure_text(axis), "font": {"color": colours.muted, "size": 13}, "standoff": 4},
        },
        yaxis={"range": [0.5 - len(tracks), 0.75], "visible": False, "fixedrange": True},
    )  # fmt: skip
    return figure


def indicator_tracks_alt(tracks: Sequence[IndicatorTrack], words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    return " ".join([words.say("Dot plot, one line an indicator."), *(track.tooltip for track in tracks)])
