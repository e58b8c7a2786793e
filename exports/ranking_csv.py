"""A ranking as CSV, for programs and for Excel."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Dialect:
    """How a CSV is written: what stands between cells, how decimals are marked, and the first bytes."""

    separator: str
    decimal: str
    encoding: str


PLAIN = Dialect(",", ".", "utf-8")
# An Excel set to Indonesian splits at semicolons, reads a decimal comma, and knows UTF-8 by its mark.
EXCEL = Dialect(";", ",", "utf-8-sig")

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def ranking_csv(ranking: pd.DataFrame, stamp: Mapping[str, object], dialect: Dialect = PLAIN) -> bytes:
    """The rows of a ranking in their order, one a region; missing cells are empty.

    `stamp` becomes the last columns, the same in every row: the year and the versions that the
    figures belong to, so that a file still says where it comes from once it has been sent on.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=dialect.separator, lineterminator="\r\n")
    writer.writerow([*ranking.columns, *stamp])
    for row in ranking.itertuples(index=False, name=None):
        writer.writerow([_cell(value, dialect) for value in (*row, *stamp.values())])
    return text.getvalue().encode(dialect.encoding)


def inert_cell(text: str) -> str:
    """Text that a spreadsheet shows and never computes."""
    return "'" + text if text.startswith(_FORMULA) else text


def _cell(value: object, dialect: Dialect) -> str:
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < 1e15
        return str(int(value)) if whole else repr(float(value)).replace(".", dialect.decimal)
    return inert_cell(value) if isinstance(value, str) else str(value)
