"""Wholes that fall into the same parts on a slide: one stacked bar a whole, as long as all of it."""

from __future__ import annotations

from charts.levels import level_colours
from charts.palette import Palette, legible_on
from charts.slides.drawing import Drawing
from charts.slides.kinds import Part, Shares
from charts.slides.style import empty, key, lines, type_for
from charts.text import figure_text, tooltip_text
from words import Words

_WIDE = 0.045  # of the bar: what a number inside it needs
_NAME = 24  # characters of a name before its bar, in up to two lines
_AFTER = "right"  # of where it is put a name begins
_ROW_ON_PHONE = 92  # pixels: a name and its bar


def shares_figure(chart: Shares, words: Words, colours: Palette, narrow: bool = False) -> Drawing:
    """The figure; the first whole stands at the top, its parts run from left to right in their order."""
    size = type_for(narrow)
    figure = empty(words, colours, size)
    parts = max((found for _, found in chart.wholes), key=len, default=())
    fills = _fills(parts, colours)
    for number, part in enumerate(parts):
        shares = [_share(found, number) for _, found in chart.wholes]
        hollow = part.level is None
        counts = [found[number].count if number < len(found) else 0 for _, found in chart.wholes]
        figure.add_bar(
            orientation="h",
            name=figure_text(part.name),
            x=shares,
            y=[-at for at in range(len(chart.wholes))],
            width=0.5 if narrow else 0.56,
            marker={"color": fills[number],
                    "line": {"width": 1.2, "color": colours.others_edge if hollow else colours.ink}},
            text=[words.number(count) if share >= _WIDE * (2 if narrow else 1) else ""
                  for count, share in zip(counts, shares, strict=True)],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"size": size.text, "color": legible_on(fills[number], colours)},
            hoverinfo="text",
            hovertext=[
                tooltip_text(
                    words.say(
                        "{name}, {title}: {count} of {regions}.",
                        name=name, title=part.name, count=words.number(count),
                        regions=words.number(sum(other.count for other in found)),
                    )
                )
                for (name, found), count in zip(chart.wholes, counts, strict=True)
            ],
        )  # fmt: skip
    names, count = [figure_text(name) for name, _ in chart.wholes], len(chart.wholes)
    figure.update_layout(
        **key(colours, size), barmode="stack", xaxis={"range": [0, 1], "visible": False, "fixedrange": True}
    )
    down = {"range": [0.5 - count, 0.75 if narrow else 0.5], "fixedrange": True, "showgrid": False, "zeroline": False}
    if narrow:
        figure.add_scatter(
            x=[0] * count, y=[-at + 0.27 for at in range(count)], text=[f"<b>{name}</b>" for name in names],
            mode="text", textposition=f"top {_AFTER}", hoverinfo="skip", cliponaxis=False, showlegend=False,
        )  # fmt: skip
        figure.update_layout(
            height=70 + _ROW_ON_PHONE * count, margin={"l": 2, "r": 2, "t": 60, "b": 4}, yaxis=down | {"visible": False}
        )
        return figure
    longest = max((min(len(name), _NAME) for name, _ in chart.wholes), default=0)
    figure.update_layout(
        margin={"l": int(size.width("x" * longest)) + 24, "r": 2, "t": 40, "b": 4},
        yaxis=down
        | {"tickmode": "array", "tickvals": [-at for at in range(count)], "ticklen": 10, "tickcolor": "rgba(0,0,0,0)",
           "ticktext": [lines(name, _NAME) for name, _ in chart.wholes]},
    )  # fmt: skip
    return figure


def _fills(parts: tuple[Part, ...], colours: Palette) -> list[str]:
    """The colour of each part; what has no level is hollow."""
    ramp = level_colours(1 + max((part.level for part in parts if part.level is not None), default=0), colours)
    return [colours.paper if part.level is None else ramp[part.level] for part in parts]


def _share(parts: tuple[Part, ...], number: int) -> float:
    whole = sum(part.count for part in parts)
    return parts[number].count / whole if whole and number < len(parts) else 0.0
