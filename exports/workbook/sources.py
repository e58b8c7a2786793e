"""The sheets of sources: for each figure its row of a file, and for each file its publisher."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from exports.own_form import LINE, MUTED
from exports.report.references import KINDS
from exports.workbook.sheets import GENERAL, HEADING, Book

_TOP = HEADING + 1


def write_sources(book: Book) -> None:
    """A row a figure, to be filtered and sorted."""
    say, used = book.words.say, book.audit.sources
    lead = say("Where each figure stands: a file of the dataset and its row. The next sheet says who published it.")
    sheet = book.sheet("sources", lead)
    headings = (
        (say("Code"), 9), (say("Region"), 30), (say("Indicator"), 44), (say("Variable"), 26), (say("Year"), 8),
        (say("Figure"), 14), (say("Source"), 24), (say("File"), 44), (say("Row"), 8), (say("Note"), 60),
    )  # fmt: skip
    book.heads(sheet, headings, (4, 5, 8))
    sheet.freeze_panes(_TOP, 2)
    sheet.repeat_rows(HEADING)
    titles = {leaf.id: book.words.title(leaf.title) for leaf in book.audit.leaves}
    texts, indented = book.look(), book.look(indent=1)
    whole, number = book.look(num_format="0"), book.look(num_format=GENERAL)
    columns = ("region", "name", "node", "variable", "figure_year", "value", "source", "file", "line", "note")
    rows = zip(*(used[column].to_list() for column in columns), strict=True)
    for row, values in enumerate(rows, start=_TOP):
        for column, value in enumerate(values):
            if pd.isna(value):
                continue
            if column in (4, 5, 8):
                sheet.write_number(row, column, value, number if column == 5 else whole)
            else:
                text = titles[value] if column == 2 else str(value)
                sheet.write_string(row, column, text, indented if column in (6, 9) else texts)
    sheet.autofilter(HEADING, 0, HEADING + len(used), len(headings) - 1)


def write_publishers(book: Book) -> None:
    """A row a source, with everything that is said of it."""
    say = book.words.say
    sheet = book.sheet(
        "publishers", say("Who published the figures, under which licence, and what is to be known of them.")
    )
    headings = (
        (say("Source"), 24), (say("Publisher"), 34), (say("Title"), 50), (say("Licence"), 34),
        (say("Kind of source"), 20),
        (say("Address"), 44), (say("Read on"), 18), (say("Caveats"), 70),
    )  # fmt: skip
    book.heads(sheet, headings, ())
    sheet.freeze_panes(_TOP, 1)
    look, muted = book.look(text_wrap=True, valign="top"), book.look(text_wrap=True, valign="top", font_color=MUTED)
    for row, source in enumerate(book.audit.publishers.to_dict("records"), start=_TOP):
        lines = 1
        for column, text in enumerate(_told(book, source)):
            sheet.write_string(row, column, text, muted if column == 0 else look)
            width = headings[column][1]
            lines = max(lines, sum(-(-len(part) // width) or 1 for part in text.split("\n")))
        sheet.set_row(row, LINE * lines)


def _told(book: Book, source: Mapping[Any, Any]) -> list[str]:
    """The cells of a source; an empty text where nothing is known."""
    words = book.words
    known = {name: str(value) for name, value in source.items() if not pd.isna(value)}
    kind, caveats = known.get("kind", ""), known.get("caveats", "")
    return [
        *(known.get(name, "") for name in ("source", "publisher", "title", "licence")),
        words.say(KINDS[kind]) if kind in KINDS else kind,
        known.get("address", ""),
        words.date(known["accessed"]) if "accessed" in known else "",
        known.get("caveats_id", caveats) if words.language == "id" else caveats,
    ]
