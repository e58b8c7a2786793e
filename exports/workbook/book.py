"""The audit workbook of a year: every score computed from its figures by formulas, as XLSX."""

from __future__ import annotations

from exports.receipt import receipt
from exports.workbook.constants import Constants, write_constants
from exports.workbook.guide import write_guide
from exports.workbook.ranks import Ranks, write_ranks
from exports.workbook.sheets import Book
from exports.workbook.sources import write_publishers, write_sources
from exports.workbook.steps import (
    divides,
    treats,
    write_denominated,
    write_denominators,
    write_normalised,
    write_raw,
    write_treated,
    write_years,
)
from exports.workbook.tree import Tree, write_coverage, write_scores, write_weights
from metrics.audit import audit
from metrics.results import Results
from words import Words


def audit_workbook(words: Words, results: Results, year: int, link: str) -> bytes:
    """The workbook of a scored year in one language; `link` is the view it belongs to, for its receipt.

    The same results, language and link give the same bytes. Cells hold their results too, for programs that do not
    compute. Raises KeyError for a year that is not scored.
    """
    book = Book(words, results, audit(results, year))
    constants, tree = Constants(book), Tree(book)
    ranks = Ranks(book, constants)
    write_guide(book, ranks, receipt(results, words, year, link))
    write_raw(book)
    write_years(book)
    if divides(book):
        write_denominators(book)
    write_denominated(book, constants)
    if treats(book):
        write_treated(book, constants)
    write_normalised(book, constants)
    write_weights(book, tree)
    write_scores(book, tree)
    write_coverage(book, tree, constants)
    write_ranks(book, ranks)
    write_constants(book, constants)
    write_sources(book)
    write_publishers(book)
    return book.finish()
