"""A catalogue narrowed down by what its entries have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.practices.facets import FACETS, Facets, Loosened
from metrics.results import open_results
from tests.metrics.practices.small import practice, text

RESULT = {"text": text("Ada", "There is"), "by": text("Kota", "City"), "self_reported": True, "source": 1}
PRACTICES = (
    practice("one", grade="A", started=2019, results=[RESULT | {"value": 3, "unit": text("ton", "tonnes")}]),
    practice("two", region="35.15", started=2021, sub_dimension="health", also=["waste"], seminars=["kupang-2019"]),
    practice("three", region="35.78", started=2020, results=[RESULT], cost={"size": "low", "text": text("Rp1")}),
    practice(
        "four", province="Daerah Khusus Ibukota Jakarta", sub_dimension="nowhere", lesson=text("Sepi", "Few came")
    ),
    practice("five", abroad={"city": "Seoul", "country": text("Korea")}, grade="D", cost={"text": text("?")}),
)


@pytest.fixture(scope="module")
def facets(results_cache: Path) -> Facets:
    return Facets(PRACTICES, open_results())


def test_each_practice_falls_under_what_it_is(facets: Facets) -> None:
    traits = {facet: [facets.of(one, facet) for one in PRACTICES] for facet in FACETS}
    assert traits == {
        "dimension": [("environment",), ("living", "environment"), ("environment",), (), ("environment",)],
        "sub_dimension": [("waste",), ("health", "waste"), ("waste",), (), ("waste",)],
        "kind": [("kota",), ("kabupaten",), ("kota",), ("province",), ("abroad",)],
        "size": [("medium",), ("large",), ("large",), (), ()],
        "grade": [("A",), ("C",), ("C",), ("C",), ("D",)],
        "cost": [("unknown",), ("unknown",), ("low",), ("unknown",), ("unknown",)],
        "years": [("2015",), ("2020",), ("2020",), ("unknown",), ("unknown",)],
        "seminar": [(), ("kupang-2019",), (), (), ()],
        "figures": [("yes",), ("no",), ("no",), ("no",), ("no",)],
        "lesson": [("no",), ("no",), ("no",), ("yes",), ("no",)],
    }


def test_choices_are_joined_by_and(facets: Facets) -> None:
    assert facets.narrowed(PRACTICES, {}) == PRACTICES
    left = facets.narrowed(PRACTICES, {"dimension": "environment", "years": "2020"})
    assert [one.id for one in left] == ["two", "three"]


def test_counts_are_what_another_choice_of_the_facet_would_leave(facets: Facets) -> None:
    assert facets.counts(PRACTICES, {}, "kind") == {"kota": 2, "kabupaten": 1, "province": 1, "abroad": 1}
    assert facets.counts(PRACTICES, {"kind": "kota"}, "kind") == facets.counts(PRACTICES, {}, "kind")
    narrow = facets.counts(PRACTICES, {"kind": "kota"}, "grade")
    assert narrow == {"A": 1, "C": 1, "D": 0}
    assert list(facets.counts(PRACTICES, {}, "cost")) == ["low", "unknown"]
    for facet in FACETS:
        for choice, count in facets.counts(PRACTICES, {"grade": "C"}, facet).items():
            chosen = {"grade": "C"} | {facet: choice}
            assert len(facets.narrowed(PRACTICES, chosen)) == count


def test_what_to_loosen_is_told_where_nothing_is_left(facets: Facets) -> None:
    chosen = {"grade": "A", "kind": "kabupaten", "dimension": "environment"}
    assert facets.narrowed(PRACTICES, chosen) == ()
    assert facets.loosened(PRACTICES, chosen) == (Loosened("grade", 1), Loosened("kind", 1))
