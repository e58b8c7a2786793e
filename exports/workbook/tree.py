"""The sheets of the tree: weights to be changed, scores from the indicators up to the whole, and their coverage."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from exports.own_form import LINE, MUTED
from exports.workbook.constants import Constants
from exports.workbook.formulas import LIVE_MEANS, covered, mean
from exports.workbook.method_words import say_mean
from exports.workbook.sheets import FIRST, FOURTH, GENERAL, HEADING, SECOND, THIRD, Book, Sheet, here, missing
from metrics.tree import Node

_WEIGHT, _SHARE, _WHOLE, _POWER, _LEAST = 3, 4, 5, 7, 8  # columns of the weights
_TOP = HEADING + 1  # the row of the root


class Tree:
    """Where the nodes stand on the sheet of weights, and which are whose children."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.nodes = [node for node in book.results.nodes if node.status != "wanted"]
        self.row = {node.id: _TOP + place for place, node in enumerate(self.nodes)}
        self._columns: dict[str, list[int]] = {}
        for node in book.audit.tree:
            if node.counts and node.parent is not None:
                self._columns.setdefault(node.parent, []).append(book.of_node[node.id])

    def columns(self, parent: Node) -> list[int]:
        """Those of the children that count, side by side."""
        return self._columns[parent.id]

    def weight(self, node: Node) -> str:
        """The cell of a weight as other sheets name it."""
        return self.book.cell("weights", self.row[node.id], _WEIGHT)

    def least(self, node: Node) -> str:
        """The cell of a minimum coverage."""
        return self.book.cell("weights", self.row[node.id], _LEAST)

    def power(self, node: Node) -> str:
        """The cell of the power of a power mean."""
        return f"{self.book.name('weights')}!${here(self.row[node.id], _POWER, fixed_row=True)}"


def write_weights(book: Book, tree: Tree) -> None:
    """The tree with its weights and means."""
    words, say = book.words, book.words.say
    lead = say("The tree and its weights. Yellow cells may be changed; only the ratio of weights side by side counts.")
    sheet = book.sheet("weights", lead)
    headings = (
        (say("Title"), 52), (say("What it is"), 16), (say("Part"), 30), (say("Weight"), 10),
        (say("Share of its parent"), 13),
        (say("Share of the whole"), 13), (say("Made by"), 20), (say("Power"), 9), (say("Minimum coverage"), 13),
        (say("Name in the framework file"), 28),
    )  # fmt: skip
    book.heads(sheet, headings, (_WEIGHT, _SHARE, _WHOLE, _POWER, _LEAST))
    sheet.set_row(HEADING, 3 * LINE)
    sheet.freeze_panes(_TOP, 1)
    sheet.repeat_rows(HEADING)
    levels = book.results.framework.level_names
    shares = _shares(book.results.nodes)
    for node in tree.nodes:
        row, muted = tree.row[node.id], book.look(font_color=MUTED)
        sheet.write_string(row, 0, words.title(node.title), book.look(indent=node.depth, bold=node.depth < 2))
        level = words.title(levels[node.depth]) if levels and node.depth < len(levels) else ""
        sheet.write_string(row, 1, level, muted)
        sheet.write_string(row, 2, _part(book, node), muted)
        if node.parent is not None:
            look = book.of("input" if node.counts else "fixed", num_format=GENERAL)
            sheet.write_number(row, _WEIGHT, node.weight, look)
        _write_shares(book, sheet, tree, node, shares)
        if not node.is_leaf:
            sheet.write_string(row, 6, say_mean(words, node), book.look(indent=1))
            sheet.write_number(row, _LEAST, node.minimum_coverage, book.of("input", num_format="0.##%"))
            if node.aggregate == "power":
                sheet.write_number(row, _POWER, node.p or 1.0, book.of("constant", num_format=GENERAL))
        sheet.write_string(row, 9, node.id, book.look(font_color=MUTED, indent=1))
    message = say("Type a number above 0.")
    rule = {"validate": "decimal", "criteria": ">", "value": 0, "error_message": message}
    sheet.data_validation(_TOP + 1, _WEIGHT, _TOP + len(tree.nodes) - 1, _WEIGHT, rule)


def _part(book: Book, node: Node) -> str:
    if not node.counts:
        return book.words.say("shown, outside the score")
    return book.words.say("proxy, in the score") if node.proxy else ""


def _shares(nodes: Sequence[Node]) -> dict[str, float]:
    """The weight of each node in the whole, for those that have one."""
    shares = {nodes[0].id: 1.0}
    for node in nodes[1:]:
        if node.counts and node.parent in shares:
            total = sum(other.weight for other in nodes if other.parent == node.parent and other.counts)
            shares[node.id] = shares[node.parent] * node.weight / total
    return shares


def _write_shares(book: Book, sheet: Worksheet, tree: Tree, node: Node, shares: dict[str, float]) -> None:
    row, look = tree.row[node.id], book.of("formula", num_format="0.0%")
    if node.parent is None:
        sheet.write_number(row, _WHOLE, 1, look)
    elif node.counts:
        siblings = [other for other in tree.nodes if other.parent == node.parent and other.counts]
        cells = ",".join(here(tree.row[other.id], _WEIGHT) for other in siblings)
        share = node.weight / sum(other.weight for other in siblings)
        book.formula(sheet, row, _SHARE, f"{here(row, _WEIGHT)}/SUM({cells})", look, share)
        if node.id in shares:
            above = here(tree.row[node.parent], _WHOLE)
            book.formula(sheet, row, _WHOLE, f"{here(row, _SHARE)}*{above}", look, shares[node.id])


def write_scores(book: Book, tree: Tree) -> None:
    """The score of every node, each composite from its children side by side."""
    say = book.words.say
    lead = say(
        "From the indicators at the right up to the whole at the left, each composite by its own mean; the children of "
        "one stand side by side, with their weights above them."
    )
    sheet = _grid(book, "scores", lead, tree)
    unfit = say("not above 0")
    for node in book.audit.tree:
        at, values = book.of_node[node.id], book.audit.scores[node.id].to_list()
        formula, fixed = book.of("formula", num_format="0.00"), book.of("fixed", num_format="0.00")
        for row, value in enumerate(values, start=FIRST):
            if node.is_leaf:
                text = book.cell("normalised", row, book.of_leaf[node.id])
                book.formula(sheet, row, at, f'IF(ISNUMBER({text}),{text},"")', formula, value)
            elif node.aggregate in LIVE_MEANS:
                book.formula(sheet, row, at, _mean(book, tree, node, row, unfit), formula, value)
            else:
                book.figure(sheet, row, at, fixed, value)


def _mean(book: Book, tree: Tree, node: Node, row: int, unfit: str) -> str:
    columns = tree.columns(node)
    cells = [(here(row, column), here(THIRD, column, fixed_row=True)) for column in columns]
    scores, weights = f"{cells[0][0]}:{cells[-1][0]}", f"{cells[0][1]}:{cells[-1][1]}"
    least = here(FOURTH, book.of_node[node.id], fixed_row=True)
    return mean(node, cells, scores, weights, least, tree.power(node), unfit)


def write_coverage(book: Book, tree: Tree, constants: Constants) -> None:
    """How much of each node rests on figures of the very year."""
    say = book.words.say
    lead = say(
        "How much of the weight has a figure of {year} itself: 0 for a missing, carried or estimated value, "
        "1 for a figure.",
        year=book.words.year(book.audit.year),
    )
    sheet, look = _grid(book, "coverage", lead, tree), book.of("formula", num_format="0.0%")
    for node in book.audit.tree:
        at = book.of_node[node.id]
        for row, value in enumerate(book.audit.coverage[node.id].to_list(), start=FIRST):
            if node.is_leaf:
                figure, of_year = (book.cell(name, row, book.of_leaf[node.id]) for name in ("denominated", "years"))
                older = f"IF(N({of_year})=0,1,IF({of_year}<{constants.year},0,1))"
                text = f"IF(ISNUMBER({figure}),{older},0)"
            else:
                columns = tree.columns(node)
                cells = f"{here(row, columns[0])}:{here(row, columns[-1])}"
                weights = ":".join(here(THIRD, column, fixed_row=True) for column in (columns[0], columns[-1]))
                text = covered(cells, weights)
            book.formula(sheet, row, at, text, look, 0.0 if missing(value) else value)


def _grid(book: Book, name: Sheet, lead: str, tree: Tree) -> Worksheet:
    """A sheet of the tree with the weights, and the minimum coverage of composites, above the regions."""
    say = book.words.say
    nodes = book.audit.tree
    how = [_how(book, node) for node in nodes]
    sheet = book.grid(name, lead, nodes, {SECOND: (say("Made by, or unit"), how)})
    sheet.set_row(SECOND, 3 * LINE)
    muted = book.look(font_color=MUTED, font_size=9)
    for row, label in ((THIRD, say("Weight")), (FOURTH, say("Minimum coverage"))):
        sheet.write_string(row, 1, label, muted)
    for node in nodes:
        at, weight = book.of_node[node.id], book.look(font_color=MUTED, font_size=9, num_format=GENERAL)
        if node.parent is not None:
            book.formula(sheet, THIRD, at, tree.weight(node), weight, node.weight)
        if not node.is_leaf:
            share = book.look(font_color=MUTED, font_size=9, num_format="0%")
            book.formula(sheet, FOURTH, at, tree.least(node), share, node.minimum_coverage)
    return sheet


def _how(book: Book, node: Node) -> str:
    """What stands below the heading of a node."""
    if node.is_leaf:
        return book.words.title(node.unit)
    if book.measured(node) is not node:
        return book.words.say("all that is measured of “{title}”", title=book.words.title(node.title))
    return say_mean(book.words, node)
