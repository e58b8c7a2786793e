"""The workbook being made: its sheets, where everything stands on them, and how cells look."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any, Literal

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from exports.own_form import HAIRLINE, INK, INPUT, LINE, MADE, MUTED, PANEL
from metrics.audit import Audit
from metrics.results import Results
from metrics.tree import Node
from words import Words, mark

Sheet = Literal[
    "guide", "raw", "years", "denominators", "denominated", "treated", "normalised", "weights", "scores", "coverage",
    "ranks", "constants", "sources", "publishers",
]  # fmt: skip

# Single words in both languages: a formula is easier to read when the names in it need no quotation marks.
NAMES: dict[Sheet, str] = {
    "guide": mark("Guide"),
    "raw": mark("Raw"),
    "years": mark("Years"),
    "denominators": mark("Denominators"),
    "denominated": mark("Denominated"),
    "treated": mark("Treated"),
    "normalised": mark("Normalised"),
    "weights": mark("Weights"),
    "scores": mark("Scores"),
    "coverage": mark("Covered"),
    "ranks": mark("Ranks"),
    "constants": mark("Constants"),
    "sources": mark("Sources"),
    "publishers": mark("Publishers"),
}

# Rows and columns from 0. Every sheet of regions has a region in the same row; those of indicators have an indicator
# in the same column, those of the tree a node.
TITLE, LEAD, HEADING, SECOND, IDS, THIRD, FOURTH, FIRST = 0, 1, 3, 4, 5, 6, 7, 8
LABELS = 3  # columns before the first indicator: code, region, kind

# What stands below the headings of a sheet: by row a label, and a text for each column.
Under = Mapping[int, tuple[str, Sequence[str]]]

GENERAL = None  # the format of a number as it comes

# What a cell is, to be seen at a glance.
CONSTANT, FIXED, CLIPPED = "#E4EEF6", "#ECECEC", "#FBE3D3"
LOOKS: dict[str, dict[str, object]] = {
    "input": {"bg_color": INPUT, "border": 1, "border_color": HAIRLINE},
    "carried": {"bg_color": INPUT, "border": 1, "border_color": HAIRLINE, "italic": True, "font_color": MUTED},
    "constant": {"bg_color": CONSTANT, "border": 1, "border_color": HAIRLINE},
    "fixed": {"bg_color": FIXED},
    "clipped": {"bg_color": CLIPPED},
    "formula": {},
}


class _Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet that takes formulas as they are.

    XlsxWriter looks in each for thirty functions newer than those used here, which takes longer than all the rest.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class Book:
    """A workbook for one year of results, and the addresses of everything in it."""

    def __init__(self, words: Words, results: Results, audit: Audit) -> None:
        self.words, self.results, self.audit = words, results, audit
        self.file = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.file, {"in_memory": True, "strings_to_formulas": False})
        self.title = words.say(
            "{framework}, {year}", framework=words.title(results.framework.title), year=words.year(audit.year)
        )
        self.book.set_properties({"created": MADE, "title": self.title})
        self.book.set_calc_mode("auto")
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self._decimals: dict[str, int] = {}
        self.count = len(audit.regions)
        self.of_leaf = {leaf.id: LABELS + place for place, leaf in enumerate(audit.leaves)}
        self.of_node = {node.id: LABELS + place for place, node in enumerate(audit.tree)}

    def finish(self) -> bytes:
        """The workbook's bytes."""
        self.book.close()
        return self.file.getvalue()

    def name(self, sheet: Sheet) -> str:
        """The name of a sheet in the chosen language."""
        return self.words.say(NAMES[sheet])

    def cell(self, sheet: Sheet, row: int, column: int, *, fixed_row: bool = False) -> str:
        """A cell as formulas on other sheets name it: Raw!D9, or Raw!D$9."""
        return f"{self.name(sheet)}!{here(row, column, fixed_row=fixed_row)}"

    def regions(self, sheet: Sheet | None, column: int) -> str:
        """The cells of all regions in a column: Raw!D$9:D$522; of the same sheet without a name."""
        letter = _letters(column)
        cells = f"{letter}${FIRST + 1}:{letter}${FIRST + self.count}"
        return cells if sheet is None else f"{self.name(sheet)}!{cells}"

    def look(self, **keys: object) -> Format:
        """A format, each made once."""
        look = {"font_color": INK, "valign": "vcenter", **keys}
        look = {name: value for name, value in look.items() if value is not None}
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(look)
        return self._formats[key]

    def of(self, kind: str, **keys: Any) -> Format:
        """The format of a cell that is an input, a constant, a formula or fixed."""
        return self.look(**{**LOOKS[kind], **keys})

    def sheet(self, sheet: Sheet, *lead: str) -> Worksheet:
        """A sheet with its title and below it what it is, a line each; printed across one page."""
        made = self.book.add_worksheet(self.name(sheet), _Sheet)
        made.hide_gridlines(2)
        made.set_row(TITLE, 1.4 * LINE)
        made.write_string(TITLE, 0, f"{self.name(sheet)}: {self.title}", self.look(bold=True, font_size=14))
        for row, sentence in enumerate(lead, start=LEAD):
            made.write_string(row, 0, sentence, self.look(font_color=MUTED))
        made.set_landscape()
        made.set_paper(8)  # A3
        made.fit_to_pages(1, 0)
        made.set_footer("&L&A&R&P / &N")
        return made

    def heads(
        self, sheet: Worksheet, headings: Sequence[tuple[str, float]], numbers: Collection[int], row: int = HEADING
    ) -> None:
        """A row of headings with the widths of their columns, in characters; those of `numbers` are to the right."""
        for column, (heading, width) in enumerate(headings):
            side = "right" if column in numbers else "left"
            apart = int(side == "left" and column - 1 in numbers)
            look = self.look(
                bold=True, text_wrap=True, bottom=2, bottom_color=INK, bg_color=PANEL, align=side, indent=apart
            )
            sheet.set_column(column, column, width)
            sheet.write_string(row, column, heading, look)

    def grid(self, sheet: Sheet, lead: str, nodes: Sequence[Node], under: Under) -> Worksheet:
        """A sheet with a row a region and a column a node."""
        say = self.words.say
        made = self.columns(sheet, lead, [(say("Code"), 9), (say("Region"), 30), (say("Kind"), 11)], nodes, under)
        self.names(made)
        return made

    def columns(
        self, sheet: Sheet, lead: str, first: Sequence[tuple[str, float]], nodes: Sequence[Node], under: Under
    ) -> Worksheet:
        """A sheet with a column a node after the first ones, without its rows."""
        say = self.words.say
        made = self.sheet(sheet, lead)
        headings = [*first, *((self.words.title(self.measured(node).title), 15.0) for node in nodes)]
        self.heads(made, headings, range(LABELS, len(headings)))
        made.set_row(HEADING, 4 * LINE)
        muted = self.look(font_color=MUTED, text_wrap=True, font_size=9, align="right")
        under = {**under, IDS: (say("Name in the framework file"), [node.id for node in nodes])}
        for row, (label, texts) in under.items():
            made.write_string(row, 1, label, self.look(font_color=MUTED, font_size=9))
            for column, text in enumerate(texts, start=LABELS):
                made.write_string(row, column, text, muted)
        for row in (SECOND, THIRD):
            made.set_row(row, 2 * LINE)
        made.freeze_panes(FIRST, 2)
        made.repeat_rows(HEADING, IDS)
        return made

    def measured(self, node: Node) -> Node:
        """What stands above a node's numbers: a dimension of which one part is measured must not pass for the whole."""
        return self.results.measured(node.id) if node.depth == 1 else node

    def names(self, sheet: Worksheet) -> None:
        """Code, name and kind of each region, in its row."""
        regions, look = self.audit.regions, self.look()
        kinds = regions["kind"] if "kind" in regions else [""] * self.count
        rows = zip(regions["region"], regions["name"], kinds, strict=True)
        for row, values in enumerate(rows, start=FIRST):
            for column, value in enumerate(values):
                if not pd.isna(value):
                    sheet.write_string(row, column, str(value), look)

    def formula(self, sheet: Worksheet, row: int, column: int, text: str, look: Format, value: object) -> None:
        """A formula with its result, for programs that show files without computing them."""
        sheet.write_formula(row, column, f"={text}", look, "" if missing(value) else value)

    def figure(self, sheet: Worksheet, row: int, column: int, look: Format, value: Any) -> None:
        """A number that stands as it is, or an empty cell."""
        if missing(value):
            sheet.write_blank(row, column, None, look)
        else:
            sheet.write_number(row, column, float(value), look)

    def number_format(self, leaf: Node) -> str | None:
        """As many decimals as the figures were published with, up to four."""
        found = self._decimals.get(leaf.id)
        if found is None:
            written = (f"{value:.10g}".partition(".")[2] for value in self.audit.raw[leaf.id].dropna())
            found = self._decimals[leaf.id] = min(4, max((len(rest) for rest in written if "e" not in rest), default=0))
        if leaf.per is not None or leaf.times != 1:
            found = max(found, 2)
        return "#,##0" + ("." + "0" * found if found else "")


def here(row: int, column: int, *, fixed_row: bool = False) -> str:
    """A cell as formulas on the same sheet name it, by row and column from 0."""
    return f"{_letters(column)}{'$' * fixed_row}{row + 1}"


@cache
def _letters(column: int) -> str:
    return str(xl_col_to_name(column))


def missing(value: object) -> bool:
    """Whether a table has nothing there."""
    return value is None or value is pd.NA or value != value
