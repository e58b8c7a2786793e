"""The form of a region: what is filled in, what may be changed, and the same bytes each time."""

import io
import re
import zipfile

import pytest

from exports.own_template import own_workbook
from metrics.own.data import OwnData, OwnFigure
from metrics.own.published import published_figures
from metrics.own.workbook import address, open_workbook
from metrics.results import open_results
from words import speak

KUPANG = "53.71"


@pytest.fixture(scope="module")
def results():
    return open_results()


@pytest.fixture(scope="module")
def content(results):
    return own_workbook(speak("id"), results, KUPANG, OwnData(KUPANG, (OwnFigure("poverty", 2019, 9.22, "=1"),)))


@pytest.fixture(scope="module")
def figures(content):
    return open_workbook(content, "form.xlsx", {"angka"})["Angka"]


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def test_every_published_figure_of_the_form_is_the_dataset_s(results, figures):
    published = published_figures(results, KUPANG)
    found = {(row[0], row[2]): (row[3], row[4]) for row in figures.rows[4:] if row[3] != ""}
    assert len(found) > 20
    for node in results.nodes:
        for figure in published.get(node.id, ()):
            if figure.year >= results.opening_year:
                value, source = found[node.title.id, figure.year]
                assert value == pytest.approx(figure.value)
                assert source == f"{figure.file.split('/')[1]}, baris {figure.line}"


def test_the_years_ahead_and_those_of_own_figures_have_rows(results, figures):
    rows = [row for row in figures.rows[4:] if row[0] == results.node("poverty").title.id]
    assert [row[2] for row in rows] == [2019, 2023, 2024, 2025, 2026]
    assert rows[0][5:7] == [9.22, "=1"]


def test_only_the_yellow_cells_are_open(content, figures):
    """Locked is what has no style that says otherwise: of a prepared row the own figure and its note are open."""
    styles = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", part(content, "xl/styles.xml").split("<cellXfs")[1])
    unlocked = {str(at) for at, style in enumerate(styles) if 'locked="0"' in style}
    sheet = part(content, "xl/worksheets/sheet2.xml")
    cells = {where for where, style in re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', sheet) if style in unlocked}
    prepared = [at for at, row in enumerate(figures.rows) if at > 3 and row[2] != ""]
    of_prepared = {address(at, column) for at in prepared for column in range(7)}
    assert cells & of_prepared == {address(at, column) for at in prepared for column in (5, 6)}
    assert "<sheetProtection " in sheet


def test_a_figure_may_only_be_typed_within_its_bounds(content, figures):
    at = next(at for at, row in enumerate(figures.rows) if row[0] == "Layanan SPBE") + 1
    sheet = part(content, "xl/worksheets/sheet2.xml")
    rule = re.search(rf'<dataValidation [^>]*sqref="F{at}".*?</dataValidation>', sheet)
    assert rule
    assert "<formula1>1.0</formula1><formula2>5.0</formula2>" in rule[0]
    assert "Ketik angka dari 1 sampai 5" in rule[0]


def test_the_same_gives_the_same_bytes(results):
    assert own_workbook(speak("en"), results, KUPANG) == own_workbook(speak("en"), results, KUPANG)
