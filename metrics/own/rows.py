"""A row of the form, wherever it was written, and what its cells mean."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from metrics.problems import Problem

_TEMPORAL = (datetime.date, datetime.time, datetime.timedelta)  # a datetime is a date
_LIKE_A_NUMBER = re.compile(r"[+-]?(rp\.?\s*)?[\d.,\s]*\d[\d.,\s]*%?", re.IGNORECASE)
_YEAR = re.compile(r"(19[0-9]{2}|20[0-9]{2}|2100)(\.0+)?")
LARGEST = 1e30


@dataclass(frozen=True)
class Row:
    """The cells of a row by column key, and where it stands.

    On a workbook `sheet` is its sheet and `cells` the address of each cell ("D7"); in a CSV and in a table
    typed on a screen `line` is the row and `columns` the heading of each column.
    """

    values: Mapping[str, object]
    file: str = ""
    sheet: str = ""
    line: int | None = None
    cells: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)

    def problem(self, code: str, column: str, **details: object) -> Problem:
        """A problem of one cell of this row."""
        place = {"sheet": self.sheet} if self.sheet else {}
        if column in self.cells:
            return Problem(code, self.file, details={**place, "cell": self.cells[column], **details})
        return Problem(code, self.file, self.line, self.columns.get(column, column), {**place, **details})

    @property
    def where(self) -> str:
        """The place in short, to point at from elsewhere: a cell, or a line."""
        return next(iter(self.cells.values()), str(self.line))

    def text(self, column: str) -> str:
        """The text of a cell in one line, empty where there is none; whole numbers without a point."""
        value = self.values.get(column)
        if value is None or (isinstance(value, float) and math.isnan(value)):
            return ""
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return " ".join("".join(sign if sign.isprintable() else " " for sign in str(value)).split())

    def number(self, column: str) -> float | Problem | None:
        """The number in a cell, None where it is empty, or what is wrong with it."""
        value, text = self.values.get(column), self.text(column)
        if not text:
            return None
        if isinstance(value, _TEMPORAL):
            return self.problem("own-date", column, value=text)
        if isinstance(value, bool) or not isinstance(value, int | float):
            code = "own-text-number" if _LIKE_A_NUMBER.fullmatch(text) else "own-not-a-number"
            return self.problem(code, column, value=text[:80])
        if not math.isfinite(value) or abs(value) > LARGEST:
            return self.problem("own-not-a-number", column, value=text[:80])
        return float(value)

    def year(self, column: str) -> int | Problem | None:
        """The year in a cell, None where it is empty, or what is wrong with it."""
        value, text = self.values.get(column), self.text(column)
        if not text:
            return None
        if isinstance(value, _TEMPORAL):
            return self.problem("own-date", column, value=text)
        if isinstance(value, bool) or not _YEAR.fullmatch(text):
            return self.problem("bad-year", column, value=text[:80])
        return int(text[:4])
