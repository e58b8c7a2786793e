"""A catalogue is found by words in either language."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from metrics.practices.catalogue import catalogue
from metrics.practices.search import WEIGHTS, Index, search
from metrics.results import open_results
from tests.metrics.practices.small import practice, text

PRACTICES = (
    practice("bins", "Bank sampah", "Waste bank"),
    practice("licences", "Perizinan daring", "Online licensing", region="35.15", sub_dimension="public_service"),
    practice("lamps", "Penerangan jalan", "Street lighting", region="35.78", problem=text("Sampah", "Waste")),
    practice("seoul", "Jembatan", "Bridges", abroad={"city": "Seoul", "country": text("Korea Selatan", "South Korea")}),
    practice("crm", "Aduan warga", "Complaints", province="Daerah Khusus Ibukota Jakarta", also=["public_service"]),
)


@pytest.fixture(scope="module")
def index(results_cache: Path) -> Index:
    return Index(PRACTICES, open_results())


def found(index: Index, asked: str) -> list[str]:
    return [one.practice.id for one in index.find(asked)]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("perijinan", "licences"),
        ("licence online", "licences"),
        ("STREET LIGHTS", "lamps"),
        ("surabya", "lamps"),
        ("sidoarjo", "licences"),
        ("korea", "seoul"),
        ("selatan seoul", "seoul"),
        ("complaint", "crm"),
        ("pengaduan jakarta", "crm"),
        ("kupang bank", "bins"),
    ],
)
def test_words_of_title_and_place_are_found_in_both_languages(index: Index, asked: str, first: str) -> None:
    assert found(index, asked)[0] == first


def test_a_title_says_more_than_the_text_below_it(index: Index) -> None:
    both = index.find("waste")
    assert both[0].practice.id == "bins"
    assert both[0].score > both[1].score > 0
    assert both[0].why[0] == "title"
    assert all(set(one.why) <= WEIGHTS.keys() for one in both)


def test_a_word_that_somebody_wrote_is_hardly_mistyped(results_cache: Path) -> None:
    food, flood = practice("food", "Kuliner", "Food court"), practice("flood", "Banjir", "Flood gates")
    alone, both = (Index(of, open_results()).find("flood") for of in ([food], [food, flood]))
    assert [one.practice.id for one in alone] == ["food"]
    assert [one.practice.id for one in both] == ["flood"]


def test_every_practice_in_its_order_for_no_question(index: Index) -> None:
    assert found(index, " ?!") == [one.id for one in PRACTICES]
    assert all(one.score == 0 and one.why == () for one in index.find(""))


def test_nothing_for_what_nobody_has(index: Index) -> None:
    assert index.find("xylophone") == ()


def test_scores_are_shares_and_a_word_nobody_has_lowers_them(index: Index) -> None:
    (whole, *_), (part, *_) = index.find("seoul"), index.find("seoul xylophone")
    assert 0 < part.score < whole.score < 1


def test_dimensions_are_found_by_the_names_of_the_framework() -> None:
    names = [one.practice.id for one in search(PRACTICES, open_results(), "pelayanan publik")]
    assert names[:2] == ["licences", "crm"]


def test_thirty_questions_written_before_the_search_find_what_they_mean(results_cache: Path) -> None:
    results = open_results()
    shipped = Index(catalogue(results).practices, results)
    with (Path(__file__).parent / "queries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 30
    missed = []
    for row in rows:
        first = [one.practice.id for one in shipped.find(row["query"])[:3]]
        if not set(row["intended"].split()) & set(first):
            missed.append(f"{row['query']}: {first}")
    print(*missed, sep="\n")
    assert len(missed) <= 2
