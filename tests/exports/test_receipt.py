"""A file says from which figures it was made, and the same input makes the same bytes."""

import io
import zipfile

import pytest
import xlsxwriter

from exports.fixed_zip import fixed
from exports.receipt import Receipt, receipt
from metrics.results import Results, open_results
from words import LANGUAGES, speak


@pytest.fixture(scope="module")
def results() -> Results:
    return open_results()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_names_versions_options_link_and_dates(results, language):
    words = speak(language)
    made = receipt(results, words, 2023, "rankings?year=2023", (("Kind", "kota"), ("Region", "53.71")))
    told = "\n".join(made.lines(words))
    for part in (results.data_version[:8], results.framework_version[:8], "2023", "Kind: kota; Region: 53.71"):
        assert part in told
    assert words.date(results.table("SELECT max(accessed) AS day FROM source")["day"][0]) in told
    assert told.endswith("rankings?year=2023")


def test_what_is_not_known_is_left_out():
    made = Receipt("Kerangka", "f" * 64, "d" * 64, None, None, "method")
    assert len(made.lines(speak("en"))) == 2


def test_the_day_of_a_year_is_that_of_its_own_sources(results):
    assert receipt(results, speak("en"), 1900, "").date_of_data is None


def _book(name: str) -> bytes:
    """A workbook as it is written now, with the time of its making in it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet(name)
    return file.getvalue()


def _archive(*entries: tuple[str, bytes], year: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), content)
    return file.getvalue()


def test_neither_time_nor_order_changes_the_bytes():
    core = "<x><dcterms:created xsi:type='dcterms:W3CDTF'>{}</dcterms:created><dc:title>A</dc:title></x>"
    then, now = (("docProps/core.xml", core.format(day).encode()) for day in ("2020-01-01T00:00:00Z", "2026-11-22"))
    book, types = ("ppt/embeddings/book.xlsx", _book("A")), ("[Content_Types].xml", b"<Types/>")
    inner = zipfile.ZipFile(io.BytesIO(book[1]))
    later = _archive(*((name, inner.read(name)) for name in reversed(inner.namelist())), year=2025)
    first = fixed(_archive(then, book, types, year=2001))
    assert first == fixed(_archive(types, (book[0], later), now, year=2026))
    found = zipfile.ZipFile(io.BytesIO(first))
    assert found.namelist()[0] == "[Content_Types].xml"
    assert b"<dc:title>A</dc:title>" in found.read("docProps/core.xml")
    assert found.read("[Content_Types].xml") == b"<Types/>"


def test_another_content_is_another_file():
    assert fixed(_book("A")) != fixed(_book("B"))
