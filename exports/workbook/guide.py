"""The first sheet: what each sheet is, what the colours mean, what does not move, and whether anything was changed."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from exports.own_form import HAIRLINE, INK, LINE, PANEL
from exports.receipt import Receipt
from exports.workbook.formulas import BY_PLACE, LIVE_MEANS
from exports.workbook.ranks import Ranks, differing
from exports.workbook.sheets import LEAD, Book, Sheet
from exports.workbook.steps import divides, live, treats
from metrics.bands import HIGH, LOW
from metrics.robustness import DRAWS

_NAME, _TOLD = 30, 118  # widths of the two columns, in characters


def write_guide(book: Book, ranks: Ranks, receipt: Receipt) -> None:
    """The sheet."""
    say = book.words.say
    lead = say("Every score of the year by formulas: change a yellow cell, and all that rests on it follows.")
    sheet = book.sheet("guide", lead)
    sheet.set_column(0, 0, _NAME)
    sheet.set_column(1, 1, _TOLD)
    sheet.set_paper(9)  # A4
    row = _section(book, sheet, LEAD + 2, say("The sheets"))
    for name, told in _sheets(book):
        sheet.write_url(row, 0, f"internal:'{book.name(name)}'!A1", book.look(bold=True, valign="top"), book.name(name))
        row = _text(book, sheet, row, told)
    row = _section(book, sheet, row + 1, say("The colours"))
    for kind, label, told in _colours(book):
        sheet.write_string(row, 0, label, book.of(kind, border=1, border_color=HAIRLINE))
        row = _text(book, sheet, row, told)
    row = _section(book, sheet, row + 1, say("What does not move here"))
    for told in _still(book):
        row = _text(book, sheet, row, told)
    row = _section(book, sheet, row + 1, say("Is it as published?"))
    sheet.write_string(row, 0, say("Regions whose score differs"), book.look())
    look = book.look(bold=True, align="left", num_format="#,##0", font_color=INK, indent=1)
    book.formula(sheet, row, 1, differing(ranks), look, 0)
    row = _text(
        book,
        sheet,
        row + 1,
        say("0 as long as nothing is changed. How much each differs stands at the end of the ranks."),
    )
    row = _section(book, sheet, row + 1, say("Receipt"))
    for told in receipt.lines(book.words):
        row = _text(book, sheet, row, told)


def _section(book: Book, sheet: Worksheet, row: int, heading: str) -> int:
    look = book.look(bold=True, bg_color=PANEL)
    sheet.write_string(row, 0, heading, look)
    sheet.write_blank(row, 1, None, look)
    return row + 1


def _text(book: Book, sheet: Worksheet, row: int, told: str) -> int:
    sheet.write_string(row, 1, told, book.look(text_wrap=True, valign="top", align="left", indent=1))
    sheet.set_row(row, LINE * -(-len(told) // _TOLD))
    return row + 1


def sheets(book: Book) -> list[Sheet]:
    """The sheets of this workbook in order; steps that the framework does not take have none."""
    steps: list[Sheet] = ["guide", "raw", "years"]
    steps += ["denominators"] if divides(book) else []
    steps += ["denominated"]
    steps += ["treated"] if treats(book) else []
    return [*steps, "normalised", "weights", "scores", "coverage", "ranks", "constants", "sources", "publishers"]


def _sheets(book: Book) -> list[tuple[Sheet, str]]:
    say = book.words.say
    told: dict[Sheet, str] = {
        "raw": say("The figures as published, in their own units, to be changed. A region stands in the same row on "
                   "every sheet, so rows must not be sorted."),
        "years": say("The year that each figure is from. An older one that stands in does not count as coverage."),
        "denominators": say("What figures are divided by, where they are."),
        "denominated": say("The figures after dividing; the same where nothing is divided."),
        "treated": say("The values after estimates for missing ones and the treatment of outliers."),
        "normalised": say("The indicators on one scale, more is better."),
        "weights": say("The tree of the framework, with weights and minimum coverage to be changed."),
        "scores": say("The score of every node, from the indicators up to the whole."),
        "coverage": say("How much of each score rests on figures of the very year."),
        "ranks": say("Level, rank and band of every region, and what is published."),
        "constants": say("Goalposts, limits and levels that the formulas name."),
        "sources": say("For every figure the file of the dataset and its row."),
        "publishers": say("For every source its publisher, licence, address and caveats."),
    }  # fmt: skip
    return [(name, told[name]) for name in sheets(book) if name in told]


def _colours(book: Book) -> list[tuple[str, str, str]]:
    say = book.words.say
    found = [
        ("input", say("Yellow"), say("May be changed.")),
        ("carried", say("Yellow, in italics"), say("May be changed; a figure of an earlier year that stands in.")),
        ("constant", say("Blue"), say("A number that the framework or all regions together give. Formulas name it.")),
        ("formula", say("White"), say("A formula: follows every change.")),
        ("fixed", say("Grey"), say("Not live: stands as it is published, whatever is changed.")),
    ]
    if treats(book):
        found.append(
            ("clipped", say("Orange"), say("An outlier at its limit: follows the figure only within the limit."))
        )
    return found


def _still(book: Book) -> list[str]:
    """What a change in the workbook does not reach, as far as this framework has it."""
    words, say = book.words, book.words.say
    leaves = book.audit.leaves
    told = []

    def of(*nodes: str) -> str:
        titles = {node.id: words.title(node.title) for node in book.results.nodes}
        return words.listing([titles[node] for node in nodes])

    observed = [leaf.id for leaf in leaves if leaf.normalise.using != "goalposts" and live(book, leaf)
                and leaf.normalise.using not in BY_PLACE]  # fmt: skip
    if observed:
        told.append(say(
            "Limits taken from the values of all regions ({indicators}): they are constants, and a new highest or "
            "lowest figure does not move them.",
            indicators=of(*observed),
        ))  # fmt: skip
    if any(leaf.impute is not None for leaf in leaves):
        told.append(say("Estimates of missing values: they stay as they are when other regions' figures change."))
    if any(leaf.treat is not None for leaf in leaves):
        told.append(say("Which values are outliers, and the limits that they are brought to."))
    places = [leaf.id for leaf in leaves if not live(book, leaf) and book.audit.normalised[leaf.id].notna().any()]
    if places:
        told.append(say(
            "Places among the values of all years ({indicators}): the other years are not in this workbook, so the "
            "normalised values are not live.",
            indicators=of(*places),
        ))  # fmt: skip
    duels = [node.id for node in book.audit.tree if not node.is_leaf and node.aggregate not in LIVE_MEANS]
    if duels:
        told.append(say(
            "Scores by Copeland's method ({nodes}): they come from duels between all regions, which no formula of a "
            "single cell can hold, and are not live.",
            nodes=of(*duels),
        ))  # fmt: skip
    if any(leaf.carry_forward for leaf in leaves):
        told.append(say("Figures of earlier years: clearing a figure does not bring in an older one."))
    if book.audit.bands is not None:
        told.append(say(
            "Bands of ranks: where a rank lies in {share} of {draws} recalculations with other weights, methods and "
            "figures.",
            share=words.percent(HIGH - LOW), draws=words.number(DRAWS),
        ))  # fmt: skip
    elif book.results.ranking(book.audit.year)["rank"].notna().any():
        told.append(say("Bands of ranks cannot be worked out for this year: read its ranks with care."))
    told.append(say("Other years: this workbook holds {year} alone.", year=words.year(book.audit.year)))
    return told
