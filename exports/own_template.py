"""The form that a region fills in, as a workbook: published figures with their sources, and cells for its own."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from exports.own_form import HEADER, MUTED, Column, Form
from metrics.own.data import OwnData, OwnFigure, OwnTarget, Programme
from metrics.own.form import FORM, GUIDE, KINDS, LISTS, REGION, VERSION
from metrics.own.published import Published
from metrics.results import Results
from metrics.tree import Node
from words import Words

SPARE_ROWS = 20  # empty rows below those that are prepared
# The years beyond the newest scored one that the form prepares: a region has its figures before they are published.
AHEAD = 2


def own_workbook(words: Words, results: Results, region: str, own: OwnData | None = None) -> bytes:
    """The form of a region as XLSX, with `own` filled in: what is saved is what can be loaded again.

    The same results and data give the same bytes. Nothing is written to disk. Raises KeyError for a region
    that is not there.
    """
    form = Form(words, results, region, own or OwnData(region))
    _guide(form)
    _figures(form)
    _targets(form)
    _plan(form)
    _lists(form)
    return form.finish()


def _guide(form: Form) -> None:
    say = form.words.say
    sheet = form.book.add_worksheet(GUIDE[form.words.language])
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 84)
    sheet.write_string(0, 0, form.title, form.look(bold=True, font_size=16))
    plain, muted = form.look(text_wrap=True), form.look(font_color=MUTED)
    steps = (
        say("Fill in the yellow cells only. Everything else is locked, so that nothing published is lost by a slip."),
        say(
            "Own figures go beside the published ones, in the unit of the row. "
            "Leave a cell empty where you have no figure."
        ),
        say("A further indicator or year goes into the empty rows at the foot of a sheet."),
        say("Targets are what a plan such as the RPJMD or the masterplan promises, with its year."),
        say("The plan lists programmes and quick wins under the sub-dimension that they serve."),
        say("Save as .xlsx and load the file on the screen for own figures."),
        say("The server keeps nothing of it: whoever should see the figures needs this file."),
    )
    sheet.write_string(2, 0, say("How to fill it in"), form.look(bold=True))
    for row, step in enumerate(steps, start=2):
        sheet.write_string(row, 1, f"{row - 1}. {step}", plain)
    facts = (
        (say("Region"), form.name),
        (REGION[form.words.language], form.region),
        (say("Framework"), form.words.title(form.results.framework.title)),
        (FORM[form.words.language], str(VERSION)),
        (say("Data version"), form.results.data_version[:12]),
    )
    for row, (label, value) in enumerate(facts, start=len(steps) + 4):
        sheet.write_string(row, 0, label, muted)
        sheet.write_string(row, 1, value, plain)
    form.protect(sheet)


def _figures(form: Form) -> None:
    say = form.words.say
    columns = (
        Column(form.heading("figures", "indicator"), 38), Column(say("Unit"), 20),
        Column(form.heading("figures", "year"), 8), Column(say("Published figure"), 12),
        Column(say("Source of the figure"), 34), Column(form.heading("figures", "value"), 14, own=True),
        Column(form.heading("figures", "note"), 40, own=True),
    )  # fmt: skip
    lead = say("Yellow: your own figures. Grey headings: as published.")
    sheet, row = form.sheet("figures", lead, columns), HEADER + 1
    for node in form.leaves:
        published = {figure.year: figure for figure in form.published[node.id]}
        own = {figure.year: figure for figure in form.own.figures_of(node.id)}
        years = _years(form, published, own)
        for year in years:
            _figure_row(form, sheet, row, node, year, published.get(year), own.get(year), year == years[0])
            row += 1
    for spare in range(row, row + SPARE_ROWS):
        for place in range(len(columns)):
            sheet.write_blank(spare, place, None, form.cell(own=place in (0, 2, 5, 6)))
        form.choose(sheet, spare, 0, "A")
        form.year(sheet, spare, 2)
        form.number(sheet, spare, 5, None)


def _years(form: Form, published: dict[int, Published], own: dict[int, OwnFigure]) -> list[int]:
    """From the opening year to two years ahead, the newest published year before it, and those of own figures."""
    newest, opening = form.results.years[-1], form.results.opening_year
    years = {*range(opening, newest + AHEAD + 1), *own}
    older = [year for year in published if year < opening]
    return sorted(years if opening in published else years | set(older[-1:]))


def _figure_row(
    form: Form,
    sheet: Worksheet,
    row: int,
    node: Node,
    year: int,
    published: Published | None,
    own: OwnFigure | None,
    first: bool,
) -> None:
    shown, muted = form.cell(first=first), form.cell(first=first, font_color=MUTED)
    number = form.number_format(node)
    sheet.write_string(row, 0, form.names[node.id], form.cell(first=first, bold=first))
    sheet.write_string(row, 1, form.words.title(node.unit), muted)
    sheet.write_number(row, 2, year, shown)
    if published is None:
        sheet.write_blank(row, 3, None, shown)
        sheet.write_blank(row, 4, None, muted)
    else:
        sheet.write_number(row, 3, published.value, form.cell(first=first, num_format=number))
        sheet.write_string(row, 4, f"{published.publisher} ({published.file}:{published.line})", muted)
    form.number(sheet, row, 5, node)
    _fill(form, sheet, row, 5, None if own is None else own.value, num_format=number)
    _fill(form, sheet, row, 6, own and own.note)


def _fill(form: Form, sheet: Worksheet, row: int, column: int, value: object, num_format: str = "0") -> None:
    """A cell to be filled in, with what the region has entered before; `num_format` is that of a number."""
    look = form.cell(own=True, num_format=num_format)
    if isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    elif value:
        sheet.write_string(row, column, str(value), look)
    else:
        sheet.write_blank(row, column, None, look)


def _targets(form: Form) -> None:
    say = form.words.say
    columns = (
        Column(form.heading("targets", "indicator"), 38), Column(say("Unit"), 20), Column(say("Direction"), 14),
        Column(say("Newest published figure"), 12), Column(say("Year"), 8),
        Column(form.heading("targets", "year"), 10, own=True), Column(form.heading("targets", "target"), 14, own=True),
        Column(form.heading("targets", "source"), 40, own=True),
    )  # fmt: skip
    lead = say("Yellow: your own targets, with the plan that sets them, such as the RPJMD.")
    sheet, row = form.sheet("targets", lead, columns), HEADER + 1
    for node in form.leaves:
        for place, target in enumerate(form.own.targets_of(node.id) or (None,)):
            _target_row(form, sheet, row, node, target, place == 0)
            row += 1
    for spare in range(row, row + SPARE_ROWS):
        for place in range(len(columns)):
            sheet.write_blank(spare, place, None, form.cell(own=place in (0, 5, 6, 7)))
        form.choose(sheet, spare, 0, "A")
        form.year(sheet, spare, 5)
        form.number(sheet, spare, 6, None)


def _target_row(form: Form, sheet: Worksheet, row: int, node: Node, target: OwnTarget | None, first: bool) -> None:
    say, shown, muted = form.words.say, form.cell(first=first), form.cell(first=first, font_color=MUTED)
    number = form.number_format(node)
    sheet.write_string(row, 0, form.names[node.id], form.cell(first=first, bold=first))
    sheet.write_string(row, 1, form.words.title(node.unit), muted)
    sheet.write_string(row, 2, say("higher is better") if node.sign > 0 else say("lower is better"), muted)
    if figures := form.published[node.id]:
        sheet.write_number(row, 3, figures[-1].value, form.cell(first=first, num_format=number))
        sheet.write_number(row, 4, figures[-1].year, shown)
    else:
        sheet.write_blank(row, 3, None, shown)
        sheet.write_blank(row, 4, None, shown)
    form.year(sheet, row, 5)
    form.number(sheet, row, 6, node)
    _fill(form, sheet, row, 5, target and target.year)
    _fill(form, sheet, row, 6, target and target.target, num_format=number)
    _fill(form, sheet, row, 7, target and target.source)


def _plan(form: Form) -> None:
    widths = {"title": 50, "kind": 14, "node": 34, "start": 9, "end": 9, "note": 50}
    columns = [Column(form.heading("plan", key), width, own=True) for key, width in widths.items()]
    lead = form.words.say("Programmes and quick wins of the masterplan, each under the sub-dimension that it serves.")
    sheet = form.sheet("plan", lead, columns)
    spare: list[Programme | None] = [None] * SPARE_ROWS
    for row, programme in enumerate([*form.own.programmes, *spare], start=HEADER + 1):
        values: tuple[object, ...] = (None,) * len(columns)
        if programme is not None:
            kind, node = KINDS[programme.kind][form.words.language], form.serving.get(programme.node, programme.node)
            values = (programme.title, kind, node, programme.start, programme.end, programme.note)
        for column, value in enumerate(values):
            _fill(form, sheet, row, column, value)
        form.choose(sheet, row, 1, "C")
        form.choose(sheet, row, 2, "B")
        form.year(sheet, row, 3)
        form.year(sheet, row, 4)


def _lists(form: Form) -> None:
    """What can be chosen from, on a sheet that is not shown."""
    sheet = form.book.add_worksheet(LISTS[form.words.language])
    kinds = [names[form.words.language] for names in KINDS.values()]
    for column, entries in enumerate((form.names.values(), form.serving.values(), kinds)):
        for row, entry in enumerate(entries):
            sheet.write_string(row, column, entry)
    sheet.hide()
