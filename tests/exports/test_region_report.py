"""The report of a region says what the numbers say, in both languages and in both files, and the same each time."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree, html

from charts.slides.kinds import Rows
from exports.report.content import Bullets, Figure, Report, Said, Table
from exports.report.html import report_html
from exports.report.inert import inert
from exports.report.region_report import region_report
from exports.report.word import report_docx
from metrics import shipped
from metrics.explain import explain
from metrics.gaps import gaps
from metrics.kept_bands import kept_bands
from metrics.peer_choices import chosen_peers
from metrics.profile import region_profile
from metrics.results import Results, open_results
from metrics.simulation import simulator
from words import Language, speak

if TYPE_CHECKING:
    from playwright.sync_api import Page

KUPANG, NDUGA, SEMARANG, BANYUWANGI, DEIYAI = "53.71", "95.08", "33.74", "35.10", "94.08"
REGIONS = (KUPANG, NDUGA, SEMARANG, BANYUWANGI, DEIYAI)
YEAR = 2023
CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


@cache
def results(framework: str = "") -> Results:
    return open_results(framework=shipped.FRAMEWORKS / framework if framework else None)


@cache
def report(region: str, language: Language = "id") -> Report:
    return region_report(results(), speak(language), region, YEAR, f"profile?region={region}&year={YEAR}")


@cache
def document(region: str, language: Language = "id") -> bytes:
    return report_docx(speak(language), report(region, language))


@cache
def page(region: str, language: Language = "id") -> str:
    return " ".join(html.fromstring(report_html(speak(language), report(region, language))).text_content().split())


def said(found: Report) -> str:
    """All that is said in sentences."""
    items = [block.items if isinstance(block, Bullets) else (block,) for block in found.blocks()]
    return " ".join(one.text for listed in items for one in listed if isinstance(one, Said))


def tables(found: Report) -> list[Table]:
    return [block for block in found.blocks() if isinstance(block, Table)]


def figures(found: Report) -> list[Figure]:
    return [block for block in found.blocks() if isinstance(block, Figure)]


def value(text: str, language: Language = "id") -> float:
    """A number as it is written, read back."""
    digits = re.match(r"[+-]?[\d.,]+", text)
    assert digits, text
    thousands, decimal = (".", ",") if language == "id" else (",", ".")
    return float(digits[0].replace(thousands, "").replace(decimal, "."))


@pytest.mark.parametrize(("region", "language"), [(KUPANG, "id"), (DEIYAI, "en")])
def test_both_files_say_the_same(region: str, language: Language) -> None:
    found, read = report(region, language), docx.Document(io.BytesIO(document(region, language)))
    written = " ".join(paragraph.text for paragraph in read.paragraphs)
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    for block in found.blocks():
        if isinstance(block, Said):
            assert block.text in page(region, language)
            assert block.text in written
    assert cells == [cell for table in tables(found) for row in (table.head, *table.rows) for cell in row]
    headings = [paragraph.text for paragraph in read.paragraphs if paragraph.style.name == "Heading 1"]
    assert [heading.partition(". ")[2] for heading in headings[1:-1]] == [section.title for section in found.sections]


def test_charts_to_edit_hold_the_figures_shown() -> None:
    found = report(KUPANG)
    with zipfile.ZipFile(io.BytesIO(document(KUPANG))) as file:
        for number, figure in enumerate(figures(found), start=1):
            chart = etree.fromstring(file.read(f"word/charts/chart{number}.xml"))
            held = {
                round(float(text), 9)
                for text in chart.xpath("//c:val//c:v/text()|//c:xVal//c:v/text()", namespaces=CHART)
            }
            for row in figure.chart.rows:
                wanted = [row.value, row.low, row.high, row.beside]
                assert {round(one, 9) for one in wanted if one is not None} <= held
            assert f"word/embeddings/chart{number}.xlsx" in file.namelist()


def test_the_same_input_gives_the_same_bytes() -> None:
    words = speak("id")
    again = region_report(results(), words, KUPANG, YEAR, f"profile?region={KUPANG}&year={YEAR}")
    assert report_html(words, report(KUPANG)) == report_html(words, again)
    assert document(KUPANG) == report_docx(words, again)


@pytest.mark.parametrize("region", [KUPANG, SEMARANG, BANYUWANGI])
def test_the_position_is_that_of_the_ranking_with_its_band(region: str) -> None:
    row = results().ranking(YEAR).set_index("region").loc[region]
    band = kept_bands(results(), YEAR).whole.loc[region]
    answer = report(region).sections[0].answer.text
    score = f"{row['score']:.1f} ({band['score_low']:.1f}–{band['score_high']:.1f})"
    assert f"adalah {score.replace('.', ',')} " in answer
    for rank in ("rank_in_kind", "rank"):
        told = f"{row[rank]:.0f} ({band[f'{rank}_low']:.0f}–{band[f'{rank}_high']:.0f})"
        assert f"{told} dari {row['ranked' + rank.removeprefix('rank')]:.0f} " in answer


@pytest.mark.parametrize("region", [KUPANG, DEIYAI])
def test_every_figure_leads_to_its_source(region: str) -> None:
    found = report(region)
    table = next(table for table in tables(found) if table.head[-1] == speak("id").say("Source"))
    places = [place for place in region_profile(results(), region, YEAR).places if place.node.is_leaf]
    for place, row in zip(places, table.rows, strict=True):
        if place.value is None:
            assert row[1] == speak("id").say("no figure")
            assert row[-1] == "–"
            continue
        assert value(row[1]) == pytest.approx(round(place.value, place.node.decimals or 0))
        assert row[2] == str(place.figure_year)
        told = found.references[int(row[-1].strip("[]")) - 1]
        cell = explain(results(), region, place.node.id, YEAR).derivation
        assert cell and cell.raw and told.startswith(f"{cell.raw.publisher}: {cell.raw.title}")


@pytest.mark.parametrize("region", REGIONS)
def test_references_lead_somewhere_and_each_is_referred_to(region: str) -> None:
    found = report(region)
    listed = [one for block in found.blocks() for one in (block.items if isinstance(block, Bullets) else (block,))]
    used = {number for one in listed for number in one.references}
    used |= {
        int(number) for table in tables(found) for row in table.rows for number in re.findall(r"\[(\d+)\]", row[-1])
    }
    assert used == set(range(1, len(found.references) + 1))


@pytest.mark.parametrize("region", [KUPANG, DEIYAI])
def test_gaps_are_those_of_the_numbers(region: str) -> None:
    found = gaps(simulator(results(), YEAR), region, chosen_peers(results(), YEAR, region))
    table = next(table for table in tables(report(region)) if speak("id").say("Points if closed") in table.head)
    behind = (*found.behind, *found.beside, *found.idle)
    assert len(table.rows) == len(behind)
    for gap, row in zip(behind, table.rows, strict=True):
        assert gap.today is not None and gap.goal is not None
        assert value(row[1]) == pytest.approx(round(gap.today, gap.node.decimals or 0))
        assert value(row[2]) == pytest.approx(round(gap.goal, gap.node.decimals or 0))
        if gap.gain is not None and gap not in found.idle:
            assert value(row[4]) == pytest.approx(round(gap.gain, 1))


def test_a_gap_is_not_called_the_largest_above_a_table_that_begins_with_larger_ones() -> None:
    found = gaps(simulator(results(), YEAR), KUPANG, chosen_peers(results(), YEAR, KUPANG))
    section = next(one for one in report(KUPANG, "en").sections if one.title == "Gaps to its peers")
    assert found.largest != found.behind[0]
    assert "that is clear and still open is in" in section.answer.text


def test_a_step_that_a_newer_figure_has_made_says_so() -> None:
    section = next(one for one in report(KUPANG, "en").sections if one.title == "The way up")
    told = next(one.text for one in section.blocks if isinstance(one, Said) and "the median of its peers" in one.text)
    assert "A newer figure has reached the goal already: Digital management (SPBE) (1.64 in 2024)." in told


def test_signs_are_explained_before_they_stand() -> None:
    assert page(KUPANG).index("Tanda ≈") == page(KUPANG).index("≈") - len("Tanda ")


def test_what_cannot_be_assessed_says_so_and_has_no_rank() -> None:
    found = report(DEIYAI, "en")
    assert "cannot be assessed for 2023: there is no figure yet of Improved sanitation" in found.sections[0].answer.text
    assert "rank is" not in said(found)
    drawn = [row for figure in figures(found) for row in figure.chart.rows if row.value is None]
    assert drawn and all(row.told == "no figure" for row in drawn)


def test_it_calls_itself_material_and_carries_its_receipt() -> None:
    for told, phrase in (
        (page(KUPANG), "bukan analisis itu sendiri"),
        (page(DEIYAI, "en"), "it is not that analysis"),
    ):
        assert phrase in told
        assert results().data_version[:8] in told and results().framework_version[:8] in told
    shown = report_html(speak("id"), report(KUPANG)).decode()
    assert not re.search(r"(?:src|href)=\"(?!#)", shown)  # nothing is loaded from elsewhere


@pytest.mark.parametrize(("framework", "year"), [("hdi.yaml", 2024), ("spbe.yaml", 2024)])
def test_other_frameworks_have_a_report(framework: str, year: int) -> None:
    found = region_report(results(framework), speak("id"), KUPANG, year, "profile")
    low, high = next(node for node in results(framework).nodes if node.is_leaf).normalise.range
    first = figures(found)[0].chart
    assert isinstance(first, Rows) and (first.axis.low, first.axis.high) == (low, high)
    assert all(row.value is not None and low <= row.value <= high for row in first.rows)
    assert report_html(speak("id"), found)


def test_without_bands_no_rank_is_told() -> None:
    found = region_report(results("hdi.yaml"), speak("en"), KUPANG, 2018, "profile")
    assert "so no rank is told" in found.sections[0].answer.text
    assert not re.search(r"rank (is \d|from|lies)", said(found))


def test_a_rank_that_would_be_reached_has_its_band_too() -> None:
    simulated = simulator(results(), YEAR)
    then = gaps(simulated, KUPANG, chosen_peers(results(), YEAR, KUPANG)).together
    band = simulated.band(KUPANG, then.values)
    assert band is not None
    low, high = band.rank_in_kind
    moved = re.findall(r"rank from (.*?) if all others stay", said(report(KUPANG, "en")))
    assert f"65 (61–82) to {then.rank_in_kind} ({low}–{high}) of {then.ranked_in_kind} kota" in moved
    assert len(moved) > 1 and all(re.fullmatch(r"\d+ \(\d+–\d+\) to \d+ \(\d+–\d+\) of 93 kota", one) for one in moved)


def test_texts_of_a_dataset_do_no_harm() -> None:
    section = report(KUPANG).sections[0]
    hostile = "<script>window.ran = 1</script> \x0b\x00 =1+1 {name}"
    found = inert(replace(report(KUPANG), title=hostile, sections=(replace(section, title=hostile),)))
    shown = report_html(speak("id"), found).decode()
    assert "<script" not in shown and "\x0b" not in shown
    read = docx.Document(io.BytesIO(report_docx(speak("id"), found)))
    assert read.paragraphs[0].text == "<script>window.ran = 1</script>  =1+1 {name}"


def test_unknown_regions_and_years_are_refused() -> None:
    with pytest.raises(KeyError):
        region_report(results(), speak("id"), "00.00", YEAR, "")
    with pytest.raises(ValueError):
        region_report(results(), speak("id"), KUPANG, 1999, "")


@pytest.mark.browser
def test_it_prints_on_six_to_ten_pages(new_page: Callable[..., "Page"]) -> None:
    hdi = region_report(results("hdi.yaml"), speak("id"), KUPANG, 2024, "profile")
    pages = {region: report_html(speak("id"), report(region)) for region in REGIONS}
    tab = new_page()
    for name, content in {**pages, "hdi": report_html(speak("id"), hdi)}.items():
        tab.set_content(content.decode())
        printed = tab.pdf(prefer_css_page_size=True)
        assert 6 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 10, name
