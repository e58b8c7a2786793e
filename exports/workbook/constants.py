"""The sheet of constants: goalposts and limits by indicator, the year, the levels; each labelled and told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exports.own_form import MUTED
from exports.workbook.formulas import ON_RANGE
from exports.workbook.method_words import say_constant, say_normaliser
from exports.workbook.sheets import FIRST, LABELS, SECOND, THIRD, Book, here
from metrics.tree import Node

Values = Mapping[str, float]


class Constants:
    """Where each constant stands, known before anything is written."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.values = {leaf.id: dict(_constants(book, leaf)) for leaf in book.audit.leaves}
        used = {name for values in self.values.values() for name in values}
        self.names = [name for name in _ORDER if name in used]
        self.row = {name: FIRST + place for place, name in enumerate(self.names)}
        self.year_row = FIRST + len(self.names) + 1
        self.levels_row = self.year_row + 3  # the first level

    def at(self, leaf: Node, name: str) -> str:
        """The cell of a constant of an indicator, as formulas on other sheets name it."""
        return self.book.cell("constants", self.row[name], self.book.of_leaf[leaf.id], fixed_row=True)

    def has(self, leaf: Node, name: str) -> bool:
        """Whether the indicator has that constant."""
        return name in self.values[leaf.id]

    @property
    def year(self) -> str:
        """The cell of the year."""
        return self._single(self.year_row)

    @property
    def least_coverage(self) -> str:
        """The cell of the coverage that a level needs."""
        return self._single(self.year_row + 1)

    def levels(self, column: int) -> str:
        """The cells from which levels start (column 3) or their names (column 0)."""
        maturity = self.book.results.framework.maturity
        last = self.levels_row + (len(maturity.levels) if maturity else 1) - 1
        first = here(self.levels_row, column, fixed_row=True)
        return f"{self.book.name('constants')}!${first}:${here(last, column, fixed_row=True)}"

    def _single(self, row: int) -> str:
        return f"{self.book.name('constants')}!${here(row, LABELS, fixed_row=True)}"


_ORDER = (
    "times", "sign", "clip_low", "clip_high", "log_low", "log_high", "worst", "best", "least", "most", "target",
    "mean", "sd", "to_mean", "to_sd", "low", "high",
)  # fmt: skip


def _constants(book: Book, leaf: Node) -> Iterator[tuple[str, float]]:
    """The constants that the formulas of an indicator name."""
    how, limits = leaf.normalise, book.audit.limits.get(leaf.id)
    if leaf.times != 1:
        yield "times", leaf.times
    if how.using == "goalposts" and leaf.goalposts:
        yield from zip(("worst", "best"), leaf.goalposts, strict=True)
    if limits is not None:
        ends = ("clip_low", "clip_high", "log_low", "log_high")
        yield from ((end, value) for end in ends if (value := getattr(limits, end)) is not None)
        if how.using in ("minmax", "distance_to_max", "distance_to_reference", "distance_to_target"):
            yield from (("least", limits.least), ("most", limits.most))
        if how.using == "fraction_of_max":
            yield "most", limits.most
        if how.using == "zscore" and limits.informative:
            yield from (("sign", leaf.sign), ("mean", limits.mean), ("sd", limits.sd))
            yield from (("to_mean", how.mean), ("to_sd", how.sd))
    if how.using == "distance_to_target" and leaf.target is not None:
        yield "target", leaf.target
    if how.using in ON_RANGE:
        yield from zip(("low", "high"), how.range, strict=True)


def write_constants(book: Book, constants: Constants) -> None:
    """The sheet."""
    words, say = book.words, book.words.say
    leaves = book.audit.leaves
    under = {
        SECOND: (say("Unit"), [words.title(leaf.unit) for leaf in leaves]),
        THIRD: (say("Normalised by"), [say_normaliser(words, leaf) for leaf in leaves]),
    }
    lead = say("What the formulas take as given. Limits that come from all regions do not move with a changed figure.")
    first = [(say("Constant"), 34), (say("What it does"), 62), ("", 2)]
    sheet = book.columns("constants", lead, first, leaves, under)
    plain, muted = book.look(), book.look(font_color=MUTED, text_wrap=True)
    for name in constants.names:
        row = constants.row[name]
        label, told = say_constant(words, name)
        sheet.write_string(row, 0, label, plain)
        sheet.write_string(row, 1, told, muted)
        for leaf in leaves:
            if constants.has(leaf, name):
                value = constants.values[leaf.id][name]
                sheet.write_number(row, book.of_leaf[leaf.id], value, book.of("constant"))
    sheet.write_string(constants.year_row, 0, say("Year that is scored"), plain)
    sheet.write_number(constants.year_row, LABELS, book.audit.year, book.of("constant", num_format="0"))
    maturity = book.results.framework.maturity
    if maturity is None:
        return
    sheet.write_string(constants.year_row + 1, 0, say("Least coverage"), plain)
    sheet.write_string(constants.year_row + 1, 1, say("with less of it a region cannot be assessed."), muted)
    sheet.write_number(constants.year_row + 1, LABELS, maturity.minimum_coverage, book.of("constant"))
    sheet.write_string(constants.levels_row - 1, 0, say("Levels"), plain)
    sheet.write_string(constants.levels_row - 1, 1, say("each starts from the score beside it."), muted)
    for row, level in enumerate(maturity.levels, start=constants.levels_row):
        sheet.write_string(row, 0, words.title(level.title), book.look(indent=1))
        sheet.write_number(row, LABELS, level.from_, book.of("constant"))
