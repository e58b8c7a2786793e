"""The text that reports a figure: all that its publisher needs to find it, and nothing that could act."""

import pytest

from exports.correction import Doubted, correction
from metrics.explain import explain, figure_row
from metrics.results import Results, open_results
from words import speak

KUPANG = "53.71"
LINK = "https://example.org/profile?lang=id&framework=masterplan&year=2023&region=53.71&node=stunting"


@pytest.fixture(scope="module")
def results() -> Results:
    return open_results()


def doubted(results: Results, node: str, year: int = 2023, link: str = LINK) -> Doubted:
    found = explain(results, KUPANG, node, year)
    cell = found.derivation
    origins = () if cell is None else tuple(one for one in (cell.raw, cell.denominator) if one is not None)
    return Doubted(
        "Kota Kupang", KUPANG, found.node.title, found.node.unit, found.node.variable, year, origins, link,
        results.framework.title, results.framework_version, results.data_version,
    )  # fmt: skip


def test_the_publisher_is_told_which_row_it_is(results: Results) -> None:
    row = figure_row(results, KUPANG, "stunting", 2023)
    lines = correction(speak("id"), doubted(results, "stunting")).splitlines()
    assert lines[:4] == [
        "Perihal: kemungkinan angka keliru: Prevalensi stunting balita, Kota Kupang, 2023",
        f"Kepada: {row.publisher}",
        "Kepada: pengelola Teladan",
        "",
    ]
    for line in (
        "Daerah: Kota Kupang (53.71)",
        "Indikator: Prevalensi stunting balita (stunting)",
        "Tahun yang ditampilkan: 2023",
        "Angka tahun 2023: 29,9 persen balita",
        f"Sumber: {row.title}, {row.publisher}",
        f"Dibaca dari: {row.address}",
        f"Berkas dan baris: {row.file}, baris {row.line}",
        f"Dilihat di: {LINK}",
        f"Versi data: {results.data_version[:8]}",
    ):
        assert line in lines
    assert any(results.framework_version[:8] in line and "Kerangka" in line for line in lines)
    assert lines[-1] == "Nama, instansi, dan cara menghubungi kami:"


def test_the_same_in_english(results: Results) -> None:
    lines = correction(speak("en"), doubted(results, "stunting")).splitlines()
    assert lines[0] == "Subject: a figure that may be wrong: Stunting of children under 5, Kota Kupang, 2023"
    assert "Figure of 2023: 29.9 percent of under-fives" in lines
    assert len(lines) == len(correction(speak("id"), doubted(results, "stunting")).splitlines())


def test_a_carried_figure_says_its_own_year(results: Results) -> None:
    carried = results.table(
        "SELECT node, figure_year FROM treated WHERE region = ? AND year = 2024 AND origin = 'carried'", [KUPANG]
    ).iloc[0]
    said = correction(speak("en"), doubted(results, carried["node"], 2024))
    assert "Year shown: 2024" in said
    assert f"Figure of {carried['figure_year']}:" in said


def test_a_figure_that_is_not_there_goes_to_the_maintainers(results: Results) -> None:
    said = correction(speak("en"), doubted(results, "spbe_services", 2019))
    assert said.startswith("Subject: a figure that is missing: ")
    assert [line for line in said.splitlines() if line.startswith("To:")] == ["To: the maintainers of Teladan"]
    assert "Figure: none is recorded in Teladan" in said


def test_nothing_in_it_acts_where_it_is_pasted(results: Results) -> None:
    said = correction(speak("en"), doubted(results, "stunting", link="https://example.org/\x1b[2J\r\nBcc: all"))
    assert all(line.isprintable() for line in said.split("\n"))
    assert "\nBcc" not in said
