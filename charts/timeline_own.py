"""What a region brings itself, on its time lines: own figures as diamonds, targets as a bar to be reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.figure import Figure
from charts.palette import Palette
from charts.text import figure_text
from metrics.time_series import TimeSeries
from words import Words

_HALF = 0.32  # of a year: half the width of a target's bar


@dataclass(frozen=True)
class Mark:
    """A year with a value in natural units, and a sentence."""

    year: int
    value: float
    tooltip: str


def draw_own(
    figure: Figure,
    series: TimeSeries,
    own: Sequence[Mark],
    targets: Sequence[Mark],
    decimals: int | None,
    axis: str,
    words: Words,
    colours: Palette,
) -> None:
    """Draw both on a panel, each with its value; dotted lines lead to them where nothing begins anew in between."""
    known = {point.year: point.value for segment in series.segments for point in segment}
    for mark in sorted(own, key=lambda mark: mark.year):
        _lead(figure, series, known, mark, axis, colours.accent)
        known[mark.year] = mark.value
    figures = dict(known)
    for mark in sorted(targets, key=lambda mark: mark.year):
        _lead(figure, series, figures, mark, axis, colours.muted)
        figure.add_shape(
            type="line", x0=mark.year - _HALF, x1=mark.year + _HALF, y0=mark.value, y1=mark.value, yref=axis,
            line={"color": colours.ink, "width": 4},
        )  # fmt: skip
    for marks, symbol, colour in ((targets, "line-ew", colours.ink), (own, "diamond", colours.accent)):
        if not marks:
            continue
        figure.add_scatter(
            x=[mark.year for mark in marks],
            y=[mark.value for mark in marks],
            yaxis=axis,
            mode="markers",
            marker={"symbol": symbol, "size": 11, "color": colour, "line": {"width": 1.5, "color": colours.paper}},
            hovertext=[figure_text(mark.tooltip) for mark in marks],
            hoverinfo="text",
            cliponaxis=False,
        )
    published = {point.year for point in series.points}
    for mark in ([max(own, key=lambda mark: mark.year)] if own else []) + list(targets):
        before = _before(figures, mark.year)
        below = before is not None and before[1] > mark.value
        # Beside its mark where a published figure of the same year has its own value above or below.
        beside = mark in own and mark.year in published
        figure.add_annotation(
            x=mark.year, y=mark.value, yref=axis, yanchor="middle" if beside else "top" if below else "bottom",
            xanchor="left" if beside else "center", xshift=9 if beside else 0,
            yshift=0 if beside else -7 if below else 7,
            showarrow=False, borderpad=0, text=f"<b>{words.number(mark.value, decimals)}</b>",
            font={"size": 13, "color": colours.accent if mark in own else colours.ink},
        )  # fmt: skip


def own_alt(title: str, own: Sequence[Mark], targets: Sequence[Mark], decimals: int | None, words: Words) -> list[str]:
    """What they show, in sentences."""
    return [
        *(words.say("{title}: own figure {value} in {year}.", **_holes(title, mark, decimals, words)) for mark in own),
        *(words.say("{title}: target {value} in {year}.", **_holes(title, mark, decimals, words)) for mark in targets),
    ]


def _holes(title: str, mark: Mark, decimals: int | None, words: Words) -> dict[str, str]:
    return {"title": title, "value": words.number(mark.value, decimals), "year": words.year(mark.year)}


def _lead(figure: Figure, series: TimeSeries, figures: dict[int, float], mark: Mark, axis: str, colour: str) -> None:
    """A dotted line from the figure before to the mark."""
    before = _before(figures, mark.year)
    if before is not None and not any(before[0] < at <= mark.year for at in series.node.breaks):
        figure.add_scatter(
            x=[before[0], mark.year], y=[before[1], mark.value], yaxis=axis, mode="lines", hoverinfo="skip",
            line={"color": colour, "width": 1.5, "dash": "dot"},
        )  # fmt: skip


def _before(figures: dict[int, float], year: int) -> tuple[int, float] | None:
    """The newest figure before a year."""
    earlier = [known for known in figures if known < year]
    return (max(earlier), figures[max(earlier)]) if earlier else None
