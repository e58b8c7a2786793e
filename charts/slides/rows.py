"""Rows on a slide: dots with their bands, or bars from zero, each with its name before it and its value behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.palette import Palette
from charts.slides.drawing import Drawing
from charts.slides.kinds import Row, Rows
from charts.slides.style import ORDER, Roles, Type, empty, hover, lines, pale, roles, scale, type_for, wrapped
from charts.text import figure_text
from words import Words

# Characters: what a name before its row has room for, in up to two lines.
_NAME = 30
_TOLD = 26
_LONG = 30  # where it needs a second line, in smaller type
_BESIDE = 40  # of a name and its words that stand beside each other on a phone
_HOLLOW = "○ "  # a hollow mark where there is no figure


@dataclass(frozen=True)
class Room:
    """How rows are laid out. On a phone their words stand above their marks, `stacked` where they need two lines.

    `text` and `mark` are where words end and where the mark is, in rows from the middle of a row downward; `row` is the
    height of a row on a phone in pixels, `width` its characters.
    """

    size: Type
    narrow: bool
    stacked: bool = False
    text: float = 0.0
    mark: float = 0.0
    row: int = 0
    width: int = 44


def _room(chart: Rows, narrow: bool) -> Room:
    size = type_for(narrow)
    if not narrow:
        return Room(size, narrow)
    stacked = any(len(row.name) + len(row.told) > _BESIDE for row in chart.rows)
    most = max((len(wrapped(row.name, Room.width)) for row in chart.rows), default=1)
    words = (most + stacked) * 1.3 * size.text
    row = int(words + size.mark + 12)
    return Room(size, narrow, stacked, words / row - 0.5, 0.5 - (size.mark / 2 + 6) / row, row)


def rows_figure(chart: Rows, words: Words, colours: Palette, narrow: bool = False) -> Drawing:
    """The figure; the first row stands at the top. On a phone names stand above their rows."""
    room, found = _room(chart, narrow), roles([row.role for row in chart.rows], colours)
    figure = empty(words, colours, room.size)
    if chart.bars:
        _draw_bars(figure, chart, room, found)
    else:
        _draw_bands(figure, chart, room, found)
    _draw_beside(figure, chart, room, colours)
    if not chart.bars:
        _draw_dots(figure, chart, room, found)
    _write(figure, chart, room, found)
    _lay_out(figure, chart, room, words, found)
    return figure


def _draw_bands(figure: Drawing, chart: Rows, room: Room, found: Roles) -> None:
    for role in sorted({row.role for row in chart.rows}, key=lambda role: ORDER[role]):
        x: list[float | None] = []
        y: list[float | None] = []
        for at, row in enumerate(chart.rows):
            if row.role == role and row.low is not None and row.high is not None:
                x += [row.low, row.high, None]
                y += [at + room.mark, at + room.mark, None]
        if x:
            figure.add_scatter(
                x=x, y=y, mode="lines", hoverinfo="skip",
                line={"width": room.size.mark - 2, "color": pale(found.fill(role), 0.55 if role == "other" else 0.32)},
            )  # fmt: skip


def _draw_dots(figure: Drawing, chart: Rows, room: Room, found: Roles) -> None:
    marked = [(at, row) for at, row in enumerate(chart.rows) if row.value is not None]
    figure.add_scatter(
        x=[row.value for _, row in marked],
        y=[at + room.mark for at, _ in marked],
        mode="markers",
        cliponaxis=False,
        marker={
            "size": room.size.mark,
            # An estimate has a mark of its own: a hollow diamond.
            "symbol": ["diamond-open" if row.estimate else "circle" for _, row in marked],
            "color": [found.fill(row.role) for _, row in marked],
            "line": {"width": 2, "color": [found.edge(row.role) for _, row in marked]},
        },
        hoverinfo="text",
        hovertext=[hover(row.name, row.told) for _, row in marked],
    )


def _draw_bars(figure: Drawing, chart: Rows, room: Room, found: Roles) -> None:
    start = min(max(chart.axis.low, 0.0), chart.axis.high)
    figure.add_bar(
        orientation="h",
        base=start,
        width=room.size.mark / room.row if room.narrow else 0.62,
        x=[None if row.value is None else row.value - start for row in chart.rows],
        y=[at + room.mark for at in range(len(chart.rows))],
        marker={
            "color": ["rgba(0,0,0,0)" if row.estimate else found.fill(row.role) for row in chart.rows],
            "line": {"width": [2 if row.estimate else 1 for row in chart.rows],
                     "color": [found.edge(row.role) for row in chart.rows]},
        },
        error_x=_whiskers(chart.rows, found),
        hoverinfo="text",
        hovertext=[hover(row.name, row.told) for row in chart.rows],
    )  # fmt: skip


def _whiskers(rows: Sequence[Row], found: Roles) -> dict[str, object]:
    """The bands of bars: from end to end over the end of the bar."""
    if all(row.low is None or row.high is None for row in rows):
        return {"visible": False}
    up = [_length(row.value, row.high) for row in rows]
    down = [_length(row.low, row.value) for row in rows]
    return {"array": up, "arrayminus": down, "color": found.colours.ink, "thickness": 2, "width": 6}


def _length(start: float | None, end: float | None) -> float:
    return 0.0 if start is None or end is None else end - start


def _draw_beside(figure: Drawing, chart: Rows, room: Room, colours: Palette) -> None:
    """The second value of each row: a tick in the second colour, named above the first row that has one.

    On a phone it is named above all rows, for above the mark of a row stand its words.
    """
    size = room.size
    pairs = [(at + room.mark, row.beside) for at, row in enumerate(chart.rows) if row.beside is not None]
    if not pairs:
        return
    if not chart.bars:
        x: list[float | None] = []
        y: list[float | None] = []
        for at, row in enumerate(chart.rows):
            if row.beside is not None and row.value is not None:
                x += [row.value, row.beside, None]
                y += [at + room.mark, at + room.mark, None]
        line = {"width": 2, "color": colours.others_edge}
        figure.add_scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip")
    figure.add_scatter(
        x=[value for _, value in pairs],
        y=[at for at, _ in pairs],
        mode="markers",
        cliponaxis=False,
        hoverinfo="skip",
        marker={"symbol": "line-ns", "size": size.mark + 6, "line": {"width": 5, "color": colours.second}},
    )
    first, value = pairs[0]
    share = (value - chart.axis.low) / ((chart.axis.high - chart.axis.low) or 1)
    share = 1 - share if chart.axis.reversed else share
    above, lift = (-0.5, 2) if room.narrow else (first, size.mark)
    figure.add_annotation(
        x=value, y=above, yshift=lift, yanchor="bottom", text=figure_text(chart.beside),
        xanchor="left" if share < 0.2 else "right" if share > 0.8 else "center",
        font={"size": size.small, "color": colours.second},
    )  # fmt: skip


def _write(figure: Drawing, chart: Rows, room: Room, found: Roles) -> None:
    """The value of each row in words; on a phone its name too. Where there is no figure, a hollow mark and why.

    Text that belongs to a mark rather than notes: it keeps its place whenever its typeface arrives.
    """
    axis, size = chart.axis, room.size
    places: dict[str, list[tuple[float, float, str, int, str]]] = {"right": [], "left": []}
    for at, row in enumerate(chart.rows):
        missing = row.value is None
        long = missing or len(row.told) > _TOLD
        words = (_HOLLOW if missing else "") + row.told
        shown = found.named("other" if missing else row.role, lines(words, room.width if room.narrow else _LONG))
        colour = found.colours.muted if missing else found.text(row.role)
        if not room.narrow:
            # Behind the bar that it belongs to; behind dots, in one column.
            end = axis.low if row.value is None else row.value if chart.bars else axis.high
            # A mark at the end of the axis must not cover its own words.
            gap = "&nbsp;" * (2 if chart.bars else 4)
            text = gap + shown.replace("<br>", f"<br>{gap}")
            places["right"].append((end, at, text, size.small if long else size.text, colour))
            continue
        name = found.named(row.role, lines(row.name, room.width))
        if room.stacked:
            told = f'<span style="font-size:{size.small}px;color:{colour}">{shown}</span>'
            places["right"].append((axis.low, at + room.text, f"{name}<br>{told}", size.text, found.text(row.role)))
        else:
            places["right"].append((axis.low, at + room.text, name, size.text, found.text(row.role)))
            places["left"].append((axis.high, at + room.text, shown, size.small if missing else size.text, colour))
    for side, texts in places.items():
        if texts:
            across, down, shown_, sizes, colours = (list(column) for column in zip(*texts, strict=True))
            figure.add_scatter(
                x=across, y=down, text=shown_, mode="text", textposition=f"{'top' if room.narrow else 'middle'} {side}",
                textfont={"size": sizes, "color": colours}, hoverinfo="skip", cliponaxis=False,
            )  # fmt: skip


def _lay_out(figure: Drawing, chart: Rows, room: Room, words: Words, found: Roles) -> None:
    size, count, colours = room.size, len(chart.rows), found.colours
    named = bool(chart.beside) and any(row.beside is not None for row in chart.rows)
    ends = {"range": [count - 0.5, -0.5], "fixedrange": True, "zeroline": False, "showgrid": False}
    across = scale(chart.axis, words, colours, size, 4 if room.narrow else 7)
    if room.narrow:
        top, bottom = size.small + 12 if named else 4, 2 * size.small + 6
        figure.update_layout(
            xaxis=across,
            yaxis=ends | {"visible": False},
            margin={"l": 12, "r": 12, "t": top, "b": bottom},
            height=top + bottom + room.row * count,
        )
        return
    names = [found.named(row.role, lines(row.name, _NAME)) for row in chart.rows]
    before = max((size.width(line) for row in chart.rows for line in wrapped(row.name, _NAME)), default=0)
    behind = max((_behind(row, size) for row in chart.rows), default=0)
    figure.update_layout(
        xaxis=across,
        yaxis=ends | {"tickmode": "array", "tickvals": list(range(count)), "ticktext": names, "ticklen": 10,
                      "tickcolor": "rgba(0,0,0,0)", "tickfont": {"size": size.text, "color": colours.ink}},
        margin={"l": int(before) + 26, "r": int(behind) + (26 if chart.bars else 38),
                "t": size.mark + size.small + 8 if named else 6, "b": 2 * size.small + 4},
    )  # fmt: skip


def _behind(row: Row, size: Type) -> float:
    """How much room the words behind a row need."""
    if row.value is None:
        return 0.0
    if len(row.told) <= _TOLD:
        return size.width(row.told)
    return max(size.width(line) for line in wrapped(row.told, _LONG)) * size.small / size.text
