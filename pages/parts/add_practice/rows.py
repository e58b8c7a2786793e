"""The tables of the form for a practice: its results and its sources."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.add_practice.fields import Fields
from pages.parts.add_practice.words import head
from words import LANGUAGES, mark

_ROWS = {"results": 5, "sources": 3}  # to begin with
_SPARE = 2  # beyond those that are filled
_WIDTHS = {
    "text": 122, "value": 92, "unit": 112, "date": 102, "by": 125, "self_reported": 145, "source": 95,
    "title": 540, "address": 540,
}  # fmt: skip
_TYPES = {"value": "float64", "source": "Int64"}
_BOTH = ("text", "unit", "by")  # texts in both languages
_PARTS = {
    "results": ("text", "value", "unit", "date", "by", "self_reported", "source"),
    "sources": ("title", "address"),
}
# Whose account a result is: a tick would be an answer before anybody gave one.
_ACCOUNTS = {"1": mark("its own"), "0": mark("of others")}


def draw_rows(fields: Fields, field: str) -> None:
    """A table to type into; its rows are read as a list of mappings.

    It has a fixed number of rows: only then does Streamlit keep what is typed when the language changes.
    """
    typed = st.data_editor(
        _begun(field, json.dumps(fields.entry.get(field, ()))),
        column_config=_config(fields, field),
        num_rows="fixed",
        hide_index=field != "sources",  # they are named by their number
        height="content",
        placeholder="",
        key=fields.key(field),
    )
    names, cells = list(typed.columns), zip(*(typed[name].tolist() for name in typed.columns), strict=True)
    fields.take(field, [_nested(dict(zip(names, row, strict=True))) for row in cells])
    fields.below(field)


def _columns(field: str) -> list[tuple[str, str]]:
    """Part and language of each column; no language where the part has one text for all readers."""
    return [(part, of) for part in _PARTS[field] for of in (LANGUAGES if part in _BOTH else ("",))]


@lru_cache(maxsize=50)
def _begun(field: str, written: str) -> pd.DataFrame:
    """The rows of an entry, written as JSON, and empty ones behind them; never changed in place."""
    rows = json.loads(written)
    given = [*rows, *[{}] * max(_SPARE, _ROWS[field] - len(rows))]
    columns = {}
    for part, of in _columns(field):
        cells = [(row.get(part) or {}).get(of) if of else row.get(part) for row in given]
        if part == "self_reported":
            cells = [None if cell is None else str(int(cell)) for cell in cells]
        columns[f"{part}.{of}" if of else part] = pd.array(cells, _TYPES.get(part, "str"))
    return pd.DataFrame(columns, index=range(1, len(given) + 1))


def _nested(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as it stands in an entry; empty cells are None."""
    found: dict[str, Any] = {}
    for name, cell in row.items():
        part, _, language = name.partition(".")
        value = None if pd.isna(cell) else cell
        if language:
            found.setdefault(part, {})[language] = value
        else:
            found[part] = value == "1" if part == "self_reported" and value is not None else value
    return found


def _config(fields: Fields, field: str) -> dict[str, Any]:
    words = fields.words
    config: dict[str, Any] = {}
    for part, language in _columns(field):
        name, width = head(words, f"{field}.{part}", language), _WIDTHS[part]
        if part == "value":
            column = st.column_config.NumberColumn(name, width=width)
        elif part == "source":
            told = words.say("Which of the sources below says it, counted from 1.")
            column = st.column_config.NumberColumn(name, width=width, help=told, min_value=1, step=1, format="%d")
        elif part == "self_reported":
            column = st.column_config.SelectboxColumn(
                name, width=width, options=list(_ACCOUNTS), format_func=lambda one: words.say(_ACCOUNTS[one]),
                help=words.say("Its own where the government says so whose practice it is, also through the press."),
            )  # fmt: skip
        elif part == "date":
            told = words.say("As far as it is known: 2019, 2019-10 or 2019-10-16.")
            column = st.column_config.TextColumn(name, width=width, help=told)
        else:
            column = st.column_config.TextColumn(name, width=width, max_chars=2000)
        config[f"{part}.{language}" if language else part] = column
    return config
