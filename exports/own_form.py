"""The workbook that the form of a region is written into: its sheets, formats, locks and rules for cells."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from metrics.own.data import OwnData
from metrics.own.form import (
    COLUMNS,
    KINDS,
    LISTS,
    SHEETS,
    Table,
    labels,
    open_leaves,
    served,
    shown_bounds,
    sub_dimensions,
)  # fmt: skip
from metrics.own.published import published_figures
from metrics.results import Results
from metrics.tree import Node
from words import Words

HEADER = 3  # the row of the headings, from 0
LINE = 16  # points; rows have their height given, because not every program finds it by itself
# A date would make a file of its own of every download.
MADE = datetime.datetime(2000, 1, 1)

INK, MUTED, HAIRLINE, PANEL, INPUT = "#17262E", "#5A6A73", "#C9D2D8", "#F6F8F9", "#FFF8DC"


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading, its width in characters, and whether its cells are filled in by the region.

    `number` says that numbers stand in it, which are to the right, and so the heading is.
    """

    heading: str
    width: int
    own: bool = False
    number: bool = False


class Form:
    """A workbook being made."""

    def __init__(self, words: Words, results: Results, region: str, own: OwnData) -> None:
        self.words, self.results, self.own = words, results, own
        self.region = region
        self.name = str(results.regions().set_index("region").loc[region, "name"])
        self.leaves = open_leaves(results.nodes)
        self.names = labels(self.leaves, words.language)
        serving = labels(served(results.nodes), words.language)
        self.serving = {node.id: serving[node.id] for node in sub_dimensions(results.nodes)}
        self.published = published_figures(results, region)
        self.file = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.file, {"in_memory": True, "strings_to_formulas": False})
        self.book.set_properties({"created": MADE, "title": self.title})
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    @property
    def title(self) -> str:
        """What stands at the top."""
        return self.words.say("Own figures and plan of {region}", region=self.name)

    def look(self, **keys: object) -> Format:
        """A format, each made once."""
        look: dict[str, object] = {"font_color": INK, "valign": "vcenter", **keys}
        return self._formats.setdefault(tuple(sorted(look.items())), self.book.add_format(look))

    def finish(self) -> bytes:
        """The workbook's bytes."""
        self.book.close()
        return self.file.getvalue()

    def cell(self, *, own: bool = False, first: bool = False, **keys: Any) -> Format:
        """The format of a cell in a table: `own` to be filled in, `first` of an indicator with a line above it."""
        own_keys = {"locked": False, "bg_color": INPUT, "border": 1, "border_color": HAIRLINE} if own else {}
        line = {} if own or not first else {"top": 1, "top_color": HAIRLINE}
        return self.look(**{"text_wrap": True, **line, **own_keys, **keys})

    def heading(self, table: Table, key: str) -> str:
        """The heading of a column that is read."""
        return COLUMNS[table][key][self.words.language]

    def sheet(self, table: Table, lead: str, columns: Sequence[Column]) -> Worksheet:
        """A sheet with its headings, protected but for the cells to be filled in; printed across one page."""
        sheet = self.book.add_worksheet(SHEETS[table][self.words.language])
        sheet.hide_gridlines(2)
        sheet.set_default_row(LINE)
        sheet.set_row(0, 1.5 * LINE)
        sheet.set_row(HEADER, 2 * LINE)
        sheet.write_string(0, 0, self.title, self.look(bold=True, font_size=14))
        sheet.write_string(1, 0, lead, self.look(font_color=MUTED))
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            keys = {"bg_color": INPUT if column.own else PANEL, "align": "right" if column.number else "left"}
            sheet.write_string(
                HEADER, place, column.heading, self.look(bold=True, text_wrap=True, bottom=2, bottom_color=INK, **keys)
            )
        sheet.freeze_panes(HEADER + 1, 1)
        self.protect(sheet)
        return sheet

    def protect(self, sheet: Worksheet) -> None:
        """No password: the lock keeps from slips, not from intent. Columns may be made wider."""
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)  # inches
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADER)
        sheet.set_footer(f"&L{self.name.replace('&', '&&')}&R&P / &N")

    def tall(self, sheet: Worksheet, row: int, texts: Mapping[str, int]) -> None:
        """Give a row the height of the longest of its texts, each with the characters that a line of it takes."""
        lines = max((math.ceil(len(text) / width) for text, width in texts.items()), default=1)
        sheet.set_row(row, LINE * max(1, lines))

    def number_format(self, node: Node, *, own: bool = False) -> str:
        """As many decimals as the indicator's figures have; an `own` one may have two more."""
        decimals = node.decimals
        if decimals is None:
            written = (f"{figure.value:.10g}".partition(".")[2] for figure in self.published[node.id])
            decimals = max((len(rest) for rest in written if "e" not in rest), default=1)
        return "#,##0" + ("." + "0" * decimals + "##" * own if decimals else "")

    def choose(self, sheet: Worksheet, row: int, column: int, which: str) -> None:
        """A cell that takes one entry of a column of the lists."""
        rows = {"A": len(self.names), "B": len(self.serving), "C": len(KINDS)}[which]
        source = f"={LISTS[self.words.language]}!${which}$1:${which}${rows}"
        message = self.words.say("Choose one from the list.")
        sheet.data_validation(
            row, column, row, column, {"validate": "list", "source": source, "error_message": message}
        )

    def year(self, sheet: Worksheet, row: int, column: int) -> None:
        """A cell that takes a year."""
        message = self.words.say("Type a year, such as {year}.", year=self.words.year(self.results.years[-1]))
        rule = {"validate": "integer", "criteria": "between", "minimum": 1900, "maximum": 2100}
        sheet.data_validation(row, column, row, column, {**rule, "error_message": message})

    def number(self, sheet: Worksheet, row: int, column: int, node: Node | None) -> None:
        """A cell that takes a number, within the bounds of its indicator where it has any."""
        bounds = None if node is None else shown_bounds(node)
        low, high = bounds or (-1e15, 1e15)
        message = self.words.say("Type a number, without unit or per cent sign.")
        if node is not None and bounds:
            message = self.words.say(
                "Type a number from {low} to {high} ({unit}), without unit or per cent sign.",
                low=self.words.number(low), high=self.words.number(high), unit=self.words.title(node.unit),
            )  # fmt: skip
        rule: dict[str, Any] = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        sheet.data_validation(row, column, row, column, {**rule, "error_message": message[:255]})
