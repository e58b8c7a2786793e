"""A table on a screen, in two forms: a grid that can be sorted and searched, and plain HTML that is read out well."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.palette import Palette
from pages.inert import inert


@dataclass(frozen=True)
class Column:
    """One column: the field it shows, its title, and how a value of it is written in the reader's language."""

    field: str
    title: str
    write: Callable[[Any], str] = str
    number: bool = False
    help: str | None = None
    width: int | None = None  # pixels, in the grid


def draw_grid(rows: pd.DataFrame, columns: Sequence[Column], marked: str | None, colours: Palette, alt: str) -> None:
    """Draw the grid. `rows` has a field `region`; the row of the region `marked` is highlighted."""
    fields = [column.field for column in columns]
    styled = rows.set_index("region")[fields].style
    styled.format({column.field: column.write for column in columns}, na_rep="–")
    if marked in styled.index:
        one_row = pd.IndexSlice[[marked], :]
        styled.set_properties(one_row, color=colours.accent, **{"font-weight": "700"})
    st.dataframe(
        styled,
        hide_index=True,
        height=560,
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
        text = html.escape("–" if pd.isna(value) else column.write(value))
        cells.append(f'<th scope="row">{text}</th>' if column.field == "name" else f"<td{_right(column)}>{text}</td>")
    mine = ' class="mine"' if row["region"] == marked else ""
    return f"<tr{mine}>{''.join(cells)}</tr>"


def _right(column: Column) -> str:
    return ' class="number"' if column.number else ""


def _config(column: Column) -> Any:
    make = st.column_config.NumberColumn if column.number else st.column_config.TextColumn
    return make(column.title, help=inert(column.help) if column.help else None, width=column.width)
