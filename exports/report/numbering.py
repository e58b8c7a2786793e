"""The numbers of tables and figures, each counted by itself, and how captions are written."""

from __future__ import annotations

from collections.abc import Mapping

from exports.report.content import Figure, Report, Table
from words import Words


def numbers(report: Report) -> Mapping[Table | Figure, int]:
    """The number of each table and of each figure."""
    tables = [block for block in report.blocks() if isinstance(block, Table)]
    figures = [block for block in report.blocks() if isinstance(block, Figure)]
    return dict(zip((*tables, *figures), (*range(1, len(tables) + 1), *range(1, len(figures) + 1)), strict=True))


def say_caption(words: Words, block: Table | Figure, number: str) -> str:
    """A caption with its number."""
    if isinstance(block, Table):
        return words.say("Table {number}. {caption}", number=number, caption=block.caption)
    return words.say("Figure {number}. {caption}", number=number, caption=block.caption)
