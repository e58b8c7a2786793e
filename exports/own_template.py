"""The form that a region fills in, as a workbook: published figures with their sources, and cells for its own."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from xlsxwriter.worksheet import Worksheet

from exports.own_form import HEADER, LINE, MUTED, Column, Form
from metrics.own.data import OwnData, OwnFigure, OwnTarget, Programme
from metrics.own.form import FORM, GUIDE, KINDS, LISTS, REGION, VERSION
from metrics.own.published import Published
from metrics.results import Results
from metrics.tree import Node
from words import Words

SPARE_ROWS = 20  # empty rows below those that are prepared
# The years beyond the newest scored one that the form prepares: a region has its figures before they are published.
AHEAD = 2
TITLE, UNIT, SOURCE, NOTE = 42, 34, 36, 50  # widths of columns, in characters
STEP = 120


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
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, STEP)
    sheet.set_default_row(LINE)
    sheet.set_row(0, 2 * LINE)
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
        form.tall(sheet, row, {step: STEP})
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
    _sources(form, sheet, len(steps) + len(facts) + 5)
    form.protect(sheet)


def _sources(form: Form, sheet: Worksheet, row: int) -> None:
    """Who published the figures of the form, each source under the name that stands beside its figures."""
    sheet.write_string(row, 0, form.words.say("Sources of the published figures"), form.look(bold=True))
    figures = (figure for published in form.published.values() for figure in published)
    publishers = {PurePath(figure.file).parent.name: figure.publisher for figure in figures}
    for at, (source, publisher) in enumerate(sorted(publishers.items()), start=row + 1):
        sheet.write_string(at, 0, source, form.look(font_color=MUTED))
        sheet.write_string(at, 1, publisher, form.look())


def _figures(form: Form) -> None:
    say = form.words.say
    columns = (
        Column(form.heading("figures", "indicator"), TITLE),
        Column(say("Unit"), UNIT),
        Column(form.heading("figures", "year"), 8, number=True),
        Column(say("Published figure"), 14, number=True),
        Column(say("Source of the figure"), SOURCE),
        Column(form.heading("figures", "value"), 16, own=True, number=True),
        Column(form.heading("figures", "note"), NOTE, own=True),
    )
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
    texts = _name(form, sheet, row, node, first)
    sheet.write_number(row, 2, year, shown)
    if published is None:
        sheet.write_blank(row, 3, None, shown)
        sheet.write_blank(row, 4, None, muted)
    else:
        sheet.write_number(row, 3, published.value, form.cell(first=first, num_format=number))
        source = form.words.say(
            "{source}, line {line}", source=PurePath(published.file).parent.name, line=published.line
        )
        sheet.write_string(row, 4, source, form.cell(first=first, font_color=MUTED, indent=1))
    form.number(sheet, row, 5, node)
    _fill(form, sheet, row, 5, own and own.value, num_format=form.number_format(node, own=True))
    _fill(form, sheet, row, 6, own and own.note)
    form.tall(sheet, row, {**texts, (own and own.note) or "": NOTE})


def _name(form: Form, sheet: Worksheet, row: int, node: Node, first: bool) -> dict[str, int]:
    """What indicator a row is about and in what unit; the texts with the width that each has."""
    name, unit = form.names[node.id], form.words.title(node.unit)
    keys: dict[str, Any] = {"bold": True} if first else {"font_color": MUTED}
    sheet.write_string(row, 0, name, form.cell(first=first, **keys))
    sheet.write_string(row, 1, unit, form.cell(first=first, font_color=MUTED))
    return {name: TITLE, unit: UNIT}


def _fill(form: Form, sheet: Worksheet, row: int, column: int, value: object, num_format: str = "0") -> None:
    """A cell to be filled in, with what the region has entered before; `num_format` is that of a number."""
    look = form.cell(own=True, num_format=num_format)
    if isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    elif value:
        sheet.write_string(row, column, str(value), form.cell(own=True, indent=1))
    else:
        sheet.write_blank(row, column, None, look)


def _targets(form: Form) -> None:
    say = form.words.say
    columns = (
        Column(form.heading("targets", "indicator"), TITLE),
        Column(say("Unit"), UNIT),
        Column(say("Direction"), 24),
        Column(say("Newest published figure"), 16, number=True),
        Column(say("Year"), 8, number=True),
        Column(form.heading("targets", "year"), 14, own=True, number=True),
        Column(form.heading("targets", "target"), 16, own=True, number=True),
        Column(form.heading("targets", "source"), NOTE, own=True),
    )
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
    texts = _name(form, sheet, row, node, first)
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
    _fill(form, sheet, row, 6, target and target.target, num_format=form.number_format(node, own=True))
    _fill(form, sheet, row, 7, target and target.source)
    form.tall(sheet, row, {**texts, (target and target.source) or "": NOTE})


def _plan(form: Form) -> None:
    widths = {"title": 50, "kind": 14, "node": 34, "start": 9, "end": 9, "note": 50}
    numbers = ("start", "end")
    columns = [
        Column(form.heading("plan", key), width, own=True, number=key in numbers) for key, width in widths.items()
    ]
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
        form.tall(sheet, row, {str(value or ""): width for value, width in zip(values, widths.values(), strict=True)})
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
