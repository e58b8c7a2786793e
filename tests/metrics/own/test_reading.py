"""What a region's staff may drop: read as meant, or answered once and clearly; never a traceback."""

import datetime

import pytest

from exports.own_template import own_workbook
from metrics.own.data import OwnData, OwnFigure, OwnTarget, Programme
from metrics.own.odd import odd_entries
from metrics.own.published import published_figures
from metrics.own.reading import read_own, read_typed
from metrics.own.workbook import LARGEST_FILE, LARGEST_UNPACKED, open_workbook
from metrics.problems import InputProblems
from tests.metrics.own.workbooks import (
    blank,
    far_cell,
    figures,
    locked_parts,
    merged,
    one_name,
    one_part,
    other_relation,
    parts_of,
    plan,
    targets,
    with_part,
    without_part,
    workbook,
)  # fmt: skip
from words import LANGUAGES, speak
from words.problems import say_problem

REGION = "01.10"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RIGHT = ["Sekolah", 2023, 8.5, "Dinas"]
LATEST = 2026
NAME = "angka.xlsx"
# Each entity is ten of the one before.
ENTITIES = (
    b'<!DOCTYPE w [<!ENTITY a0 "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]><worksheet><row><c><v>&a9;</v></c></row></worksheet>"
)

# what was broken, the file, the code it is told as, and the place that is named
BROKEN = [
    ("an empty file", b"", "own-file-empty", None),
    ("50 MB", b"x" * (LARGEST_FILE + 1), "own-file-large", None),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(200), "own-not-xlsx", None),
    ("a text", b"angka kami", "own-not-xlsx", None),
    ("an old XLS", OLE + bytes(600), "own-not-xlsx", None),
    ("a password", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "own-password", None),
    ("encrypted parts", locked_parts(), "own-password", None),
    ("half a file", workbook()[:2000], "own-damaged", None),
    ("an OpenDocument", parts_of(workbook(), lambda _: {"content.xml": b"<a/>"}), "own-not-xlsx", None),
    ("a zip bomb", with_part("xl/media/big.png", bytes(LARGEST_UNPACKED + 1)), "own-file-bomb", None),
    ("macros", with_part("xl/vbaProject.bin", b"macro"), "own-macros", None),
    ("a sheet that is no XML", with_part("xl/worksheets/sheet2.xml", b"<worksheet><row"), "own-damaged", None),
    ("an XML bomb", with_part("xl/worksheets/sheet2.xml", ENTITIES), "own-damaged", None),
    ("a sheet that is gone", without_part("xl/worksheets/sheet2.xml"), "own-damaged", None),
    ("no relations", without_part("xl/_rels/workbook.xml.rels"), "own-damaged", None),
    ("a cell at the far corner", far_cell(), "own-sheet-large", "XFD1048576"),
    ("a sheet twice, one of them with a far cell", one_name(), "own-damaged", None),
    ("a sheet twice but for its letters", one_name(second=b"Rencana", first=b"ANGKA"), "own-damaged", None),
    ("a part twice but for its letters", far_cell(under="XL/worksheets/sheet2.xml"), "own-damaged", None),
    ("a far cell in a part of no sheet", far_cell(under="xl/worksheets/x.xml"), "own-sheet-large", "XFD1048576"),
    ("a part that could be another", other_relation(), "own-sheet-large", "XFD1048576"),
    ("one part for many sheets", one_part(100), "own-file-bomb", None),
    ("no guide", workbook({**blank(), "guide": None}), "own-not-the-form", None),
    ("no region on the guide", workbook(blank(region="")), "own-not-the-form", None),
    ("another version of the form", workbook(blank(version=99)), "own-other-version", None),
    ("another region", workbook(blank(region="02.10")), "own-other-region", None),
    ("a sheet renamed", workbook(names={"figures": "Angka 2025"}), "own-sheet-missing", None),
    ("a sheet deleted", workbook(names={"targets": None}), "own-sheet-missing", None),
    ("a heading renamed", workbook(headings={"value": "Nilai kami"}), "own-column-missing", None),
    ("merged cells", workbook({**blank(), "figures": [RIGHT]}, after=merged), "own-merged", "C6"),
    ("a formula", figures(["Sekolah", 2023, "=6+6", None]), "own-formula", "C5"),
    ("an error", figures(["Sekolah", 2023, "=1/0", None]), "own-error-cell", "C5"),
    ("a date for a number", figures(["Sekolah", 2023, datetime.date(2023, 5, 12), None]), "own-date", "C5"),
    ("a date for a year", figures(["Sekolah", datetime.date(2023, 1, 1), 8, None]), "own-date", "B5"),
    ("a number as text", figures(["Sekolah", 2023, "1.234,5", None]), "own-text-number", "C5"),
    ("a per cent as text", figures(["Sekolah", 2023, "12%", None]), "own-text-number", "C5"),
    ("rupiah", figures(["Sekolah", 2023, "Rp 12.000", None]), "own-text-number", "C5"),
    ("a per cent as Excel keeps it", figures(["Sekolah", 2023, (0.12, "0%"), None]), "own-percent", "C5"),
    ("a word", figures(["Sekolah", 2023, "belum ada", None]), "own-not-a-number", "C5"),
    ("yes for a number", figures(["Sekolah", 2023, True, None]), "own-not-a-number", "C5"),
    ("out of bounds", figures(["Sekolah", 2023, 31, None]), "own-out-of-bounds", "C5"),
    ("a year of a word", figures(["Sekolah", "tahun ini", 8, None]), "bad-year", "B5"),
    ("half a year", figures(["Sekolah", 2023.5, 8, None]), "bad-year", "B5"),
    ("a year to come", figures(["Sekolah", 2031, 8, None]), "own-year-ahead", "B5"),
    ("no year", figures(["Sekolah", None, 8, None]), "own-cell-empty", "B5"),
    ("no indicator", figures([None, 2023, 8, None]), "own-cell-empty", "A5"),
    ("a note without its figure", figures(["Sekolah", 2023, None, "dari dinas"]), "own-cell-empty", "C5"),
    ("an unknown indicator", figures(["Sekola", 2023, 8, None]), "own-indicator-unknown", "A5"),
    ("a row twice", figures(RIGHT, ["schooling", 2023, 9, None]), "own-repeated", "B6"),
    ("a note without end", figures(["Sekolah", 2023, 8, "x" * 1001]), "own-text-long", "D5"),
    ("rows without end", figures(*([RIGHT] * 2001)), "own-rows-many", "A2005"),
    ("a target without its year", targets(["Sekolah", None, 9, "RPJMD"]), "own-cell-empty", "B5"),
    ("a target without its number", targets(["Sekolah", 2029, None, None]), "own-cell-empty", "C5"),
    ("a target out of bounds", targets(["Sekolah", 2029, -1, None]), "own-out-of-bounds", "C5"),
    ("a programme without a name", plan([None, "Program", "Warga", None, None, None]), "own-cell-empty", "A5"),
    ("a programme of no kind", plan(["Sekolah baru", "Proyek", "Warga", None, None, None]), "own-kind-unknown", "B5"),
    ("a programme for nothing", plan(["Sekolah baru", None, "Langit", None, None, None]), "own-node-unknown", "C5"),
    ("an end before the start", plan(["Sekolah baru", None, "Warga", 2026, 2024, None]), "own-years-backwards", "E5"),
]  # fmt: skip


def told(small, content, name=NAME):
    """The problems of a file that cannot be read."""
    with pytest.raises(InputProblems) as caught:
        read_own(small, REGION, content, name, LATEST)
    return caught.value.problems


@pytest.mark.parametrize(("content", "code", "cell"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_workbook_gets_one_clear_answer(small, content, code, cell):
    (problem,) = told(small, content)
    assert problem.code == code
    for language in LANGUAGES:
        said = say_problem(speak(language), problem)
        assert said.startswith(NAME)
        assert said.isprintable()
        assert cell is None or f" {cell}: " in said
        assert said.count(". ") >= 1 or said.count(": ") >= 2


def test_only_the_sheets_of_the_form_are_read():
    sheets = open_workbook(one_part(10), NAME, {"angka"})
    assert len(sheets) == 14
    assert [name for name, sheet in sheets.items() if sheet.rows] == ["Angka"]


def test_all_that_is_wrong_is_told_at_once(small):
    content = workbook(
        {
            **blank(),
            "figures": [["Sekolah", "?", 31, None], ["Awan", 2023, "x", None]],
            "targets": [["Air", 2029, "12%", None]],
            "plan": [["Sumur", "Proyek", "Langit", None, None, None]],
        }
    )
    found = [(p.code, p.details["sheet"], p.details["cell"]) for p in told(small, content)]
    assert found == [
        ("bad-year", "Angka", "B5"), ("own-out-of-bounds", "Angka", "C5"), ("own-not-a-number", "Angka", "C6"),
        ("own-indicator-unknown", "Angka", "A6"), ("own-text-number", "Target", "C5"),
        ("own-kind-unknown", "Rencana", "B5"), ("own-node-unknown", "Rencana", "C5"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_is_read_in_either_language_by_title_or_id(small, language):
    content = workbook(
        {
            **blank(),
            "figures": [["schooling", 2023, 8.5, "  Dinas\npendidikan "], ["Poverty", "2024", 9, None], ["Air"]],
            "targets": [["Water", 2029, 95, "RPJMD"]],
            "plan": [["Sekolah baru", "quick win", "People", 2025, 2027, None], ["Sumur", None, "services"]],
        },
        language=language,
    )
    assert read_own(small, REGION, content, NAME, LATEST) == OwnData(
        REGION,
        (OwnFigure("schooling", 2023, 8.5, "Dinas pendidikan"), OwnFigure("poverty", 2024, 9.0)),
        (OwnTarget("water", 2029, 95.0, "RPJMD"),),
        (Programme("Sekolah baru", "quick win", "people", 2025, 2027), Programme("Sumur", "programme", "services")),
    )


OWN = OwnData(
    REGION,
    (OwnFigure("schooling", 2019, 7.125), OwnFigure("schooling", 2023, 8.5, "=SUM(1)"), OwnFigure("water", 2024, 0.1)),
    (OwnTarget("schooling", 2025, 9.0), OwnTarget("schooling", 2029, 10.0, "RPJMD 2025-2029")),
    (Programme("Sumur & sekolah <baru>", "quick win", "services", 2025), Programme("+1", "programme", "people")),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_saved_is_what_is_loaded(small, language):
    saved = own_workbook(speak(language), small, REGION, OWN)
    assert read_own(small, REGION, saved, NAME, LATEST) == OWN
    assert saved == own_workbook(speak(language), small, REGION, OWN)
    assert not read_own(small, REGION, own_workbook(speak(language), small, REGION), NAME, LATEST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("indicator,year,value\nschooling,2023,8.5\n", OwnFigure("schooling", 2023, 8.5)),
        ("indicator;year;value;note\r\nSekolah;2023;8,5;Dinas\r\n", OwnFigure("schooling", 2023, 8.5, "Dinas")),
        ("indicator;year;value\nwater;2023;1.234,5\n", OwnFigure("water", 2023, 1234.5)),
        ("region,indicator,year,value\n02.10,water,2023,1\n01.10,water,2023,2\n", OwnFigure("water", 2023, 2.0)),
        ("indikator;tahun;angka;catatan\nSekolah;2023;8,5;Dinas\n", OwnFigure("schooling", 2023, 8.5, "Dinas")),
        ("Indicator, Year ,Own figure,Note\nwater,2023,2,\n", OwnFigure("water", 2023, 2.0)),
        ("Indikator,Tahun target,Target,Sumber target\nwater,2029,95,RPJMD\n", OwnTarget("water", 2029, 95.0, "RPJMD")),
        ("indikator,tahun,target,sumber\nwater,2029,95,\n", OwnTarget("water", 2029, 95.0)),
        ("\ufeffregion,indicator,year,target,source\n01.10,water,2029,95,\n", OwnTarget("water", 2029, 95.0)),
    ],
)  # fmt: skip
def test_a_csv_is_one_table(small, text, expected):
    own = read_own(small, REGION, text.encode(), "angka.csv", LATEST)
    assert (*own.figures, *own.targets) == (expected,)


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b"", "file-empty", (None, None)),
        (b"\x00\x01", "file-binary", (1, None)),
        ("indicator,year,value,note\nwater,2023,1,caf\xe9\n".encode("latin-1"), "encoding", (2, None)),
        (b"indicator,year\nwater,2023\n", "column-missing", (1, "value")),
        (b"indicator,year,value,target\nwater,2023,1,2\n", "own-two-tables", (1, None)),
        (b"indikator,tahun,value,angka\nwater,2023,1,2\n", "column-twice", (1, "value")),
        (b"Daerah,Indikator,Tahun,Angka\n02.10,water,2023,1\n", "own-other-region", (None, None)),
        ("indicator,year,value\nwater,2023,٨\n".encode(), "own-text-number", (2, "value")),
        ("indicator,year,value\nwater,20٢٣,8\n".encode(), "bad-year", (2, "year")),
        (b"indikatr,year,value\nwater,2023,1\n", "column-missing", (1, "indicator")),
        (b"indicator,year,value\nwater,2023\n", "ragged-row", (2, None)),
        (b"indicator,year,value\nwater,2023,12%\n", "own-text-number", (2, "value")),
        (b"indicator;year;value\nwater;2023;1.234\n", "own-text-number", (2, "value")),
        (b"indicator,year,value\nwater,2023,\"1,5\"\n", "own-text-number", (2, "value")),
        (b"region,indicator,year,value\n02.10,water,2023,1\n", "own-other-region", (None, None)),
        (b"x" * (LARGEST_FILE + 1), "own-file-large", (None, None)),
    ],
)  # fmt: skip
def test_a_broken_csv_gets_one_clear_answer(small, content, code, place):
    (problem,) = told(small, content, "angka.csv")
    assert (problem.code, (problem.line, problem.column)) == (code, place)
    assert all(say_problem(speak(language), problem).startswith("angka.csv") for language in LANGUAGES)


def test_rows_of_other_regions_in_a_csv_are_counted(small):
    text = b"region,indicator,year,value\n02.10,water,2023,1\n01.10,water,2023,2\n,water,2024,3\n"
    own = read_own(small, REGION, text, "angka.csv", LATEST, before=OWN)
    assert own.figures == (OwnFigure("water", 2023, 2.0),) and own.left_out == 2


def test_a_typed_table_is_told_by_row_and_heading(small):
    with pytest.raises(InputProblems) as caught:
        typed = {"figures": [{"indicator": "Air", "year": 2024.0, "value": float("nan")}, {"year": 2024, "value": 1}]}
        read_typed(small, REGION, typed, "id", LATEST)
    (problem,) = caught.value.problems
    assert say_problem(speak("id"), problem).startswith("Angka, baris 2, kolom Indikator: ")


def test_a_typed_table_is_read(small):
    typed = {"targets": [{"indicator": "Air", "year": 2029.0, "target": 95, "source": None}], "figures": [{}]}
    own = read_typed(small, REGION, typed, "id", LATEST)
    assert own == OwnData(REGION, targets=(OwnTarget("water", 2029, 95.0),))
    assert own.joined(OwnData(REGION, (OwnFigure("water", 2024, 1.0),))).targets == own.targets


def test_a_csv_leaves_the_other_tables_and_the_form_says_everything(small):
    csv = b"indicator,year,value\nwater,2024,60\n"
    joined = read_own(small, REGION, csv, "angka.csv", LATEST, before=OWN)
    assert joined == OwnData(REGION, (OwnFigure("water", 2024, 60.0),), OWN.targets, OWN.programmes)
    assert read_own(small, REGION, figures(RIGHT), NAME, LATEST, before=OWN).targets == ()


def test_what_is_in_another_unit_is_worth_a_look(small):
    own = OwnData(
        REGION,
        (OwnFigure("water", 2023, 0.42), OwnFigure("water", 2024, 45.0), OwnFigure("schooling", 2023, 0.0)),
        (OwnTarget("poverty", 2029, 1000.0),),
    )
    odd = odd_entries(small, own, published_figures(small, REGION))
    assert [(one.node.id, one.value, one.published.year) for one in odd] == [
        ("poverty", 1000.0, 2022),
        ("water", 0.42, 2022),
    ]
