"""The sheets of the steps, from the figures to the common scale, each cell a formula on the step before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from exports.own_form import MUTED
from exports.workbook.constants import Constants
from exports.workbook.formulas import BY_PLACE, denominated, normalised, treated
from exports.workbook.method_words import say_normaliser
from exports.workbook.sheets import FIRST, FOURTH, GENERAL, SECOND, THIRD, Book, Sheet
from metrics.tree import Node


def divides(book: Book) -> bool:
    """Whether any indicator is divided by another figure."""
    return any(leaf.per is not None for leaf in book.audit.leaves)


def treats(book: Book) -> bool:
    """Whether any value is estimated or treated as an outlier, so that there is a step for it."""
    return any(leaf.impute is not None or leaf.treat is not None for leaf in book.audit.leaves)


def live(book: Book, leaf: Node) -> bool:
    """Whether the common scale can be a formula: places among all years need the years that are not here."""
    limits, how = book.audit.limits.get(leaf.id), leaf.normalise
    if limits is None or not limits.informative:
        return False
    return how.using not in BY_PLACE or how.over == "year" or len(book.results.years) == 1


def write_raw(book: Book) -> None:
    """Figures as published, to be changed."""
    say, leaves = book.words.say, book.audit.leaves
    lead = say("The figures as published, in their own units. Yellow cells may be changed; clear one to leave it out.")
    directions = [say("higher is better") if leaf.sign > 0 else say("lower is better") for leaf in leaves]
    sheet = _grid(book, "raw", lead, book.audit.raw, {THIRD: (say("Direction"), directions)})
    years, year = book.audit.figure_years, book.audit.year
    for leaf, at, values in _columns(book, book.audit.raw):
        number, of_years = book.number_format(leaf), years[leaf.id].to_list()
        whole, older = book.of("input", num_format=number), book.of("carried", num_format=number)
        for row, (value, of_year) in enumerate(zip(values, of_years, strict=True), start=FIRST):
            book.figure(sheet, row, at, older if of_year < year else whole, value)
        if leaf.bounds:
            _bounds(book, sheet, leaf, at)


def _bounds(book: Book, sheet: Worksheet, leaf: Node, at: int) -> None:
    low, high = leaf.bounds or (0.0, 0.0)
    message = book.words.say(
        "Type a number from {low} to {high} ({unit}), without unit or per cent sign.",
        low=book.words.number(low), high=book.words.number(high), unit=book.words.title(leaf.unit),
    )  # fmt: skip
    rule = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
    sheet.data_validation(
        FIRST, at, FIRST + book.count - 1, at, {**rule, "error_message": message[:255], "error_type": "warning"}
    )


def write_years(book: Book) -> None:
    """The year that each figure is from."""
    say, year = book.words.say, book.audit.year
    lead = say(
        "The year that each figure is from. One before {year} stands in for it, in italics, and does not count as "
        "coverage; an empty cell beside a figure means {year}.",
        year=book.words.year(year),
    )
    sheet = _grid(book, "years", lead, book.audit.figure_years, {})
    for _, at, values in _columns(book, book.audit.figure_years):
        for row, value in enumerate(values, start=FIRST):
            book.figure(sheet, row, at, book.of("carried" if value < year else "input", num_format="0"), value)


def write_denominators(book: Book) -> None:
    """What figures are divided by."""
    say = book.words.say
    lead = say("What the figures are divided by. Yellow cells may be changed.")
    by = (say("Divided by"), [leaf.per or "" for leaf in book.audit.leaves])
    sheet = _grid(book, "denominators", lead, book.audit.denominators, {THIRD: by})
    for leaf, at, values in _columns(book, book.audit.denominators):
        if leaf.per is not None:
            for row, value in enumerate(values, start=FIRST):
                book.figure(sheet, row, at, book.of("input", num_format=GENERAL), value)


def write_denominated(book: Book, constants: Constants) -> None:
    """Figures divided by their denominators."""
    say = book.words.say
    lead = say("The figures divided by their denominators where there are any, times a factor; else as they are.")
    sheet = _grid(book, "denominated", lead, book.audit.denominated, {})
    for leaf, at, values in _columns(book, book.audit.denominated):
        times = constants.at(leaf, "times") if constants.has(leaf, "times") else None
        look = book.of("formula", num_format=book.number_format(leaf))
        for row, value in enumerate(values, start=FIRST):
            by = book.cell("denominators", row, at) if leaf.per is not None else None
            book.formula(sheet, row, at, denominated(book.cell("raw", row, at), by, times), look, value)


def write_treated(book: Book, constants: Constants) -> None:
    """Values with estimates for missing ones, and outliers brought to their limits."""
    say = book.words.say
    lead = say(
        "Estimates of missing values and treatment of outliers. Grey: an estimate, not live. Orange: an outlier at its "
        "limit (Constants), which does not follow the figure until that comes within the limit."
    )
    sheet = _grid(book, "treated", lead, book.audit.treated, {})
    for leaf, at, values in _columns(book, book.audit.treated):
        number, marks = book.number_format(leaf), book.audit.marks[leaf.id].to_list()
        ends = {name: constants.has(leaf, name) for name in ("log_low", "clip_low", "clip_high")}
        for row, (value, mark) in enumerate(zip(values, marks, strict=True), start=FIRST):
            if mark == "imputed":
                book.figure(sheet, row, at, book.of("fixed", num_format=number), value)
                continue
            x = book.cell("denominated", row, at)
            look = book.of("clipped" if mark == "winsorised" else "formula", num_format=number)
            text = treated(
                x, partial(constants.at, leaf), log=ends["log_low"], low=ends["clip_low"], high=ends["clip_high"]
            )
            book.formula(sheet, row, at, text, look, value)


def write_normalised(book: Book, constants: Constants) -> None:
    """Values on one scale, more is better."""
    say, leaves = book.words.say, book.audit.leaves
    lead = say("Every indicator on one scale, more is better: only here its direction acts.")
    how = (say("Normalised by"), [say_normaliser(book.words, leaf) for leaf in leaves])
    sheet = _grid(book, "normalised", lead, book.audit.normalised, {THIRD: how})
    before: Sheet = "treated" if treats(book) else "denominated"
    for leaf, at, values in _columns(book, book.audit.normalised):
        if not live(book, leaf):
            for row, value in enumerate(values, start=FIRST):
                book.figure(sheet, row, at, book.of("fixed", num_format="0.00"), value)
            continue
        pool, reference = book.regions(before, at), _reference(book, leaf, before, at)
        for row, value in enumerate(values, start=FIRST):
            x = book.cell(before, row, at)
            text = normalised(leaf, x, partial(constants.at, leaf), pool, reference)
            book.formula(sheet, row, at, text, book.of("formula", num_format="0.00"), value)


def _reference(book: Book, leaf: Node, before: Sheet, at: int) -> str:
    """The cell of the reference region, the first one's where the method names none."""
    codes = book.audit.regions["region"].to_list()
    named = leaf.normalise.reference
    return book.cell(before, FIRST + (codes.index(named) if named in codes else 0), at, fixed_row=True)


def _grid(
    book: Book, name: Sheet, lead: str, table: pd.DataFrame, under: dict[int, tuple[str, Sequence[str]]]
) -> Worksheet:
    """A sheet of indicators that counts how many regions have a number."""
    leaves, say = book.audit.leaves, book.words.say
    units = (say("Unit"), [book.words.title(leaf.unit) for leaf in leaves])
    sheet = book.grid(name, lead, leaves, {SECOND: units, **under})
    look = book.look(font_color=MUTED, font_size=9, num_format="#,##0")
    sheet.write_string(FOURTH, 1, say("Regions with a value"), look)
    for leaf, at, _ in _columns(book, table):
        book.formula(sheet, FOURTH, at, f"COUNT({book.regions(None, at)})", look, int(table[leaf.id].count()))
    return sheet


def _columns(book: Book, table: pd.DataFrame) -> list[tuple[Node, int, list[float]]]:
    return [(leaf, book.of_leaf[leaf.id], table[leaf.id].to_list()) for leaf in book.audit.leaves]
