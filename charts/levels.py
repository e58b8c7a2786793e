"""How many regions of each kind stand at each level, as one bar a kind."""

from __future__ import annotations

from collections.abc import Sequence

from charts.figure import Figure
from charts.layout import plain_layout
from charts.palette import Palette, legible_on
from charts.text import figure_text, tooltip_text
from metrics.overview import Levels
from words import Words

_ROW = 92  # pixels: a name and its bar
_WIDE = 0.045  # of the bar: what a number inside needs


def levels_figure(
    rows: Sequence[Levels], titles: Sequence[str], not_assessed: str, words: Words, colours: Palette
) -> Figure:
    """A bar a group, as long as all of its regions. `titles` name the levels, `not_assessed` what has none."""
    figure = Figure(layout={"template": {}})
    for number, row in enumerate(rows):
        name, start = str(row.group), 0.0
        for title, count, fill in _parts(row, titles, not_assessed, colours):
            share = count / row.regions
            hollow = fill == colours.paper
            figure.add_bar(
                x=[share], y=[-number], base=[start], orientation="h", width=0.42,
                marker={"color": fill, "line": {"width": 1, "color": colours.others_edge if hollow else colours.ink}},
                hovertext=[tooltip_text(_sentence(words, name, title, count, row.regions))], hoverinfo="text",
            )  # fmt: skip
            if share >= _WIDE:
                figure.add_annotation(
                    x=start + share / 2, y=-number, showarrow=False, text=words.number(count),
                    font={"size": 13, "color": legible_on(fill, colours)},
                )  # fmt: skip
            start += share
        told = words.say(
            "<b>{name}</b>: {assessed} of {regions} can be assessed",
            name=figure_text(name.capitalize()),
            assessed=words.number(row.assessed),
            regions=words.number(row.regions),
        )
        figure.add_annotation(
            x=0, y=-number + 0.24, xanchor="left", yanchor="bottom", showarrow=False, text=told, font={"size": 14},
        )  # fmt: skip
    figure.update_layout(
        **plain_layout(words, colours),
        height=_ROW * len(rows),
        margin={"l": 1, "r": 1, "t": 0, "b": 0},
        barmode="overlay",
        dragmode=False,
        xaxis={"range": [0, 1], "visible": False, "fixedrange": True},
        yaxis={"range": [0.35 - len(rows), 0.65], "visible": False, "fixedrange": True},
    )
    return figure


def levels_alt(rows: Sequence[Levels], titles: Sequence[str], not_assessed: str, words: Words) -> str:
    """What the figure shows, in sentences, for a reader who does not see it."""
    return " ".join(
        _sentence(words, str(row.group), title, count, row.regions)
        for row in rows
        for title, count in zip([*titles, not_assessed], [*row.counts, row.not_assessed], strict=True)
    )


def level_colours(count: int, colours: Palette) -> list[str]:
    """The colour of each of `count` levels; further ones than there are colours take the last."""
    return [colours.levels[min(number, len(colours.levels) - 1)] for number in range(count)]


def _parts(row: Levels, titles: Sequence[str], not_assessed: str, colours: Palette) -> list[tuple[str, int, str]]:
    """Title, number of regions and colour of each part of a bar that holds any."""
    fills = [*level_colours(len(titles), colours), colours.paper]
    parts = zip([*titles, not_assessed], [*row.counts, row.not_assessed], fills, strict=True)
    return [part for part in parts if part[1]]


def _sentence(words: Words, name: str, title: str, count: int, regions: int) -> str:
    return words.say(
        "{name}, {title}: {count} of {regions} regions.",
        name=name.capitalize(),
        title=title,
        count=words.number(count),
        regions=words.number(regions),
    )
