"""A table on a screen, in two forms: a grid that can be sorted and searched, and plain HTML that is read out well."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.palette import Palette
from pages.shared.inert import inert

# So many rows stand in the grid before it scrolls; fewer get a grid that ends with them.
_ROWS_SEEN = 14


@dataclass(frozen=True)
class Column:
    """One column: the field it shows, its title, and how a value of it is written in the reader's language."""

    field: str
    title: str
    write: Callable[[Any], str] = str
    number: bool = False
    right: bool = False  # text that stands to the right, as numbers do
    help: str | None = None
    width: int | None = None  # pixels, in the grid
    line: tuple[float, float] | None = None  # values are lists of numbers, drawn in the grid on this range


def draw_grid(rows: pd.DataFrame, columns: Sequence[Column], marked: str | None, colours: Palette, alt: str) -> None:
    """Draw the grid. `rows` has a field `region`; the row of the region `marked` is highlighted."""
    shown = rows.set_index("region")[[column.field for column in columns]]
    lines = {column.field: shown[column.field].map(_whole_line) for column in columns if column.line}
    styled = shown.assign(**lines).style
    styled.format({column.field: _nothing if column.line else column.write for column in columns}, na_rep="–")
    if marked in styled.index:
        one_row = pd.IndexSlice[[marked], :]
        styled.set_properties(one_row, color=colours.accent, **{"font-weight": "700"})
    st.dataframe(
        styled,
        hide_index=True,
        height=560 if len(rows) > _ROWS_SEEN else "content",
        row_height=36,
        placeholder="–",
        alt=alt,
        column_config={column.field: _config(column) for column in columns},
    )


def draw_plain(rows: pd.DataFrame, columns: Sequence[Column], marked: str | None, caption: str) -> None:
    """Draw the table as HTML: a caption, headings that belong to their columns and rows, figures to the right."""
    head = "".join(f'<th scope="col"{_right(column)}>{html.escape(column.title)}</th>' for column in columns)
    body = "".join(_plain_row(row, columns, marked) for row in rows.to_dict("records"))
    st.html(
        f'<div class="teladan-scroll" tabindex="0" role="region" aria-label="{html.escape(caption)}">'
        f'<table class="teladan-table"><caption>{html.escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _plain_row(row: dict[Any, Any], columns: Sequence[Column], marked: str | None) -> str:
    cells = []
    for column in columns:
        value = row[column.field]
        missing = not isinstance(value, list) and pd.isna(value)
        text = html.escape("–" if missing else column.write(value))
        cells.append(f'<th scope="row">{text}</th>' if column.field == "name" else f"<td{_right(column)}>{text}</td>")
    mine = ' class="mine"' if row["region"] == marked else ""
    return f"<tr{mine}>{''.join(cells)}</tr>"


def _right(column: Column) -> str:
    return ' class="number"' if column.number or column.line or column.right else ""


def _config(column: Column) -> Any:
    help = inert(column.help) if column.help else None
    if column.line:
        low, high = column.line
        return st.column_config.LineChartColumn(column.title, help=help, width=column.width, y_min=low, y_max=high)
    make = st.column_config.NumberColumn if column.number else st.column_config.TextColumn
    return make(column.title, help=help, width=column.width, alignment="right" if column.right else None)


def _whole_line(points: Any) -> Any:
    """The points, or nothing where one of them is missing: the grid can draw no gap."""
    return points if isinstance(points, list) and None not in points else None


def _nothing(points: Any) -> str:
    """No text beside a line; without it the points would be sent twice."""
    return ""
