"""What must hold of own figures, targets and programmes: every problem at once, each with its cell and its mend."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from metrics.own.data import Kind, OwnData, OwnFigure, OwnTarget, Programme
from metrics.own.form import KINDS, Table, labels, open_leaves, readable, served, shown_bounds
from metrics.own.rows import Row
from metrics.problems import InputProblems, Problem, nearest
from metrics.tree import Node

MOST_ROWS = 2_000  # of a table; a region has a few dozen
LONGEST = 1_000  # characters of a text

Entry = TypeVar("Entry")
Cell = TypeVar("Cell")


@dataclass
class _Checked:
    """Rows being looked through: what is wrong so far."""

    nodes: Sequence[Node]
    this_year: int
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.leaves = readable(open_leaves(self.nodes))
        self.wanted = readable(node for node in self.nodes if node.is_leaf and node.status == "wanted")
        self.composites = readable(served(self.nodes))
        self.by_id = {node.id: node for node in self.nodes}

    def take(self, cell: Cell | Problem) -> Cell | None:
        """What a cell says, None with the problem noted."""
        if isinstance(cell, Problem):
            self.problems.append(cell)
            return None
        return cell

    def note(self, row: Row, code: str, column: str, **details: object) -> None:
        """Note a problem of one cell."""
        self.problems.append(row.problem(code, column, **details))

    def text(self, row: Row, column: str) -> str:
        """The text of a cell, within the longest that is kept."""
        text = row.text(column)
        if len(text) > LONGEST:
            self.note(row, "own-text-long", column, most=LONGEST)
        return text

    def indicator(self, row: Row) -> Node | None:
        """The indicator that a row is about."""
        text = row.text("indicator")
        if not text:
            self.note(row, "own-cell-empty", "indicator")
        elif (key := text.casefold()) in self.leaves:
            return self.by_id[self.leaves[key]]
        elif key in self.wanted:
            self.note(row, "own-indicator-wanted", "indicator", value=text[:120])
        else:
            self.note(
                row,
                "own-indicator-unknown",
                "indicator",
                value=text[:120],
                near=_nearest(text, open_leaves(self.nodes)),
            )
        return None

    def within(self, row: Row, column: str, node: Node, value: float) -> None:
        """Whether a value can be one of the indicator."""
        bounds = shown_bounds(node)
        if bounds and not bounds[0] <= value <= bounds[1]:
            details = {"value": value, "low": bounds[0], "high": bounds[1], "title": dict(node.title)}
            self.note(row, "own-out-of-bounds", column, **details)

    def amount(self, row: Row, column: str, others: tuple[str, ...]) -> tuple[Node, int, float] | None:
        """Indicator, year and number of a row; None where the row says nothing, or something is wrong.

        A row of the form that was left as it is has no number, and that is no fault; a number that is missing
        beside one of `others` is.
        """
        before = len(self.problems)
        value = self.take(row.number(column))
        if value is None and len(self.problems) == before:
            if any(row.text(other) for other in others):
                self.note(row, "own-cell-empty", column)
            return None
        year = self.take(row.year("year"))
        if year is None and not row.text("year"):
            self.note(row, "own-cell-empty", "year")
        node = self.indicator(row)
        if node is not None and value is not None:
            self.within(row, column, node, value)
        if node is None or year is None or value is None or len(self.problems) > before:
            return None
        return node, year, value

    def figure(self, row: Row) -> OwnFigure | None:
        """The figure of a row."""
        note, found = self.text(row, "note"), self.amount(row, "value", ("note",))
        if found is None:
            return None
        node, year, value = found
        if year > self.this_year:
            self.note(row, "own-year-ahead", "year", value=year)
            return None
        return OwnFigure(node.id, year, value, note)

    def target(self, row: Row) -> OwnTarget | None:
        """The target of a row."""
        source, found = self.text(row, "source"), self.amount(row, "target", ("year", "source"))
        return None if found is None else OwnTarget(found[0].id, found[1], found[2], source)

    def programme(self, row: Row) -> Programme | None:
        """The programme of a row."""
        if not any(row.text(column) for column in ("title", "kind", "node", "start", "end", "note")):
            return None
        before = len(self.problems)
        title, note = self.text(row, "title"), self.text(row, "note")
        if not title:
            self.note(row, "own-cell-empty", "title")
        kind, node = self.kind(row), self.served(row)
        start, end = self.take(row.year("start")), self.take(row.year("end"))
        if start is not None and end is not None and start > end:
            self.note(row, "own-years-backwards", "end", first=start, last=end)
        if kind is None or node is None or len(self.problems) > before:
            return None
        return Programme(title, kind, node, start, end, note)

    def kind(self, row: Row) -> Kind | None:
        """A programme, which an empty cell means too, or a quick win."""
        text = row.text("kind") or "programme"
        for kind, names in KINDS.items():
            if text.casefold() in (kind, *(name.casefold() for name in names.values())):
                return kind
        self.note(row, "own-kind-unknown", "kind", value=text[:80], choices=", ".join(_both(KINDS.values())))
        return None

    def served(self, row: Row) -> str | None:
        """The sub-dimension that a programme serves."""
        text = row.text("node")
        if not text:
            self.note(row, "own-cell-empty", "node")
        elif (node := self.composites.get(text.casefold())) is not None:
            return node
        else:
            self.note(row, "own-node-unknown", "node", value=text[:120], near=_nearest(text, served(self.nodes)))
        return None


def settle(
    nodes: Sequence[Node], region: str, tables: Mapping[Table, Sequence[Row]], this_year: int | None = None
) -> OwnData:
    """The rows of a region as own data, figures and targets in the order of the framework.

    `this_year` is the newest year that a figure can be of, the running one where it is not said. Raises
    InputProblems with everything that is wrong in any of the tables.
    """
    checked = _Checked(nodes, this_year or datetime.date.today().year)
    place = {node.id: at for at, node in enumerate(nodes)}
    figures = _unique(checked, _entries(checked, tables.get("figures", ()), checked.figure))
    targets = _unique(checked, _entries(checked, tables.get("targets", ()), checked.target))
    programmes = _entries(checked, tables.get("plan", ()), checked.programme)
    if checked.problems:
        raise InputProblems(checked.problems)
    return OwnData(
        region,
        tuple(sorted(figures, key=lambda figure: (place[figure.indicator], figure.year))),
        tuple(sorted(targets, key=lambda target: (place[target.indicator], target.year))),
        tuple(programme for _, programme in programmes),
    )


def _entries(checked: _Checked, rows: Sequence[Row], read: Callable[[Row], Entry | None]) -> list[tuple[Row, Entry]]:
    """What the rows say, each with its row; those that say nothing, or something wrong, left out."""
    if len(rows) > MOST_ROWS:
        first = rows[MOST_ROWS]
        column = next(iter({**first.cells, **first.columns}), "")
        checked.problems.append(first.problem("own-rows-many", column, most=MOST_ROWS))
        return []
    return [(row, entry) for row in rows if (entry := read(row)) is not None]


Dated = TypeVar("Dated", OwnFigure, OwnTarget)


def _unique(checked: _Checked, entries: Iterable[tuple[Row, Dated]]) -> list[Dated]:
    """The entries, with a problem for each that says again what an earlier one has said."""
    first: dict[tuple[str, int], tuple[Row, Dated]] = {}
    for row, entry in entries:
        earlier, _ = first.setdefault((entry.indicator, entry.year), (row, entry))
        if earlier is not row:
            title = dict(checked.by_id[entry.indicator].title)
            checked.note(row, "own-repeated", "year", title=title, year=entry.year, first=earlier.where)
    return [entry for _, entry in first.values()]


def _nearest(text: str, nodes: Sequence[Node]) -> str:
    """The label, in either language, that a text looks most like."""
    return nearest(text, [label for language in ("en", "id") for label in labels(nodes, language).values()])


def _both(names: Iterable[Mapping[str, str]]) -> list[str]:
    """Names in both languages, each once."""
    return list(dict.fromkeys(name for by_language in names for name in by_language.values()))
