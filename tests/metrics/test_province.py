"""A province's regions side by side, worked by hand and on the shipped data."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from metrics import shipped
from metrics.courses import Course, Courses, courses
from metrics.province import Beside, median_reach, province, provinces
from metrics.results import Results, open_results
from tests.strategies import Case, write_case

LEAF: dict[str, Any] = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}
FRAMEWORK = {
    "id": "index", "title": "Index", "minimum_coverage": 1,
    "children": {"living": LEAF, "economy": LEAF | {"breaks": [2022]}, "waste": LEAF | {"status": "shown"}},
}  # fmt: skip
REGIONS = [
    ("N1", "Kota Ana", "Ana", "kota", "North", "yes"),
    ("N2", "Kabupaten Bua", "Bua", "kabupaten", "North", "yes"),
    ("N3", "Kabupaten Cia", "Cia", "kabupaten", "North", "no"),
    ("S1", "Kota Dua", "Dua", "kota", "South", "yes"),
    ("S2", "Kabupaten Ema", "Ema", "kabupaten", "South", "yes"),
    ("S3", "Kabupaten Fia", "Fia", "kabupaten", "South", "yes"),
]
COLUMNS = ("region", "name", "short_name", "kind", "province", "autonomous")
#                 living of 2020, 2021, 2022; economy of the same
FIGURES: dict[str, tuple[list[float | None], list[float | None]]] = {
    "N1": ([80, 80, 90], [60, 60, 50]),
    "N2": ([10, None, 30], [30, 30, 50]),
    "N3": ([50, 50, None], [50, 50, 50]),
    "S1": ([60, 60, 60], [80, 80, 80]),
    "S2": ([20, 20, 20], [40, 40, 40]),
    "S3": ([40, 40, 40], [60, 60, 60]),
}


@pytest.fixture
def small(tmp_path: Path) -> Results:
    """Two provinces with a kota and two kabupaten each, three years."""
    figures = [
        (region, variable, 2020 + year, value)
        for region, pair in FIGURES.items()
        for variable, values in zip(("living", "economy"), pair, strict=True)
        for year, value in enumerate(values)
        if value is not None
    ]
    figures.append(("S1", "waste", 2022, 70.0))
    rows = [dict(zip(COLUMNS, region, strict=True)) for region in REGIONS]
    return open_results(*write_case(tmp_path, Case(FRAMEWORK, rows, figures)))


def test_regions_of_each_kind_beside_those_of_the_country(small: Results) -> None:
    found = province(small, small.ranking(2022), "North")
    kota, kabupaten = found.kin
    assert (kota.kind, kota.beside["living"]) == ("kota", Beside(1, 1, 90.0, 2, 75.0))
    assert kota.beside["economy"] == Beside(1, 0, 50.0, 2, 65.0)
    assert kabupaten.beside["living"] == Beside(1, 0, 30.0, 3, 30.0)  # the median itself is not above it
    assert kabupaten.beside["economy"] == Beside(2, 0, 50.0, 4, 50.0)
    assert kabupaten.beside["score"] == Beside(1, 0, 40.0, 3, 40.0)  # N3 cannot be assessed
    assert kota.beside["waste"] == Beside(0, 0, None, 1, 70.0)
    assert (found.regions, found.scored(), found.above(), found.administrative) == (3, 2, 0, 1)
    assert found.reach["living"] == (20.0, 90.0)
    assert found.extremes == ("living", "economy")  # 1 of 2 above, 0 of 3; what is shown only does not count


def test_regions_are_sorted_by_a_measure_those_without_it_last(small: Results) -> None:
    kabupaten = province(small, small.ranking(2022), "North").kin[1]
    assert kabupaten.ordered("score")["region"].tolist() == ["N2", "N3"]
    assert kabupaten.ordered("economy")["region"].tolist() == ["N2", "N3"]  # by name where they are even
    south = province(small, small.ranking(2022), "South").kin[1]
    assert south.ordered("living")["region"].tolist() == ["S3", "S2"]
    assert south.ordered("living")["rank_in_kind"].tolist() == [1, 3]


def test_without_two_different_shares_there_are_no_extremes(small: Results) -> None:
    found = province(small, small.ranking(2021), "North")
    assert found.extremes == ("living", "economy")  # 2 of 2 above, 1 of 3
    one = {column: found.measures[column] for column in ("score", "living")}
    assert replace(found, measures=one).extremes is None


def test_a_province_that_is_not_there(small: Results) -> None:
    with pytest.raises(KeyError):
        province(small, small.ranking(2022), "West")


def test_years_are_cut_at_gaps_and_where_a_series_begins_anew(small: Results) -> None:
    living = courses(small, "North", small.node("living"))
    assert living.regions["N1"] == Course((((2020, 80.0), (2021, 80.0), (2022, 90.0)),))
    assert living.regions["N2"] == Course((((2020, 10.0),), ((2022, 30.0),)))
    assert living.medians["kabupaten"].points == ((2020, 30.0), (2021, 40.0), (2022, 30.0))
    assert (living.span, living.risen) == ((2020, 2022), (1, 1))
    assert (living.years, living.reach) == ((2020, 2022), (10.0, 90.0))
    root = courses(small, "North", small.root)
    assert root.regions["N1"].segments == (((2020, 70.0), (2021, 70.0)), ((2022, 70.0),))
    assert root.span is None  # the last series has one year


def test_nothing_to_compare() -> None:
    course = Course((((2020, 1.0),), ((2022, 3.0),)))
    assert course.change(2020, 2022) is None
    assert Courses({"A": course}, {}, (2020, 2022)).risen == (0, 0)
    assert Courses({"A": course}, {}, None).risen == (0, 0)


def test_provinces_side_by_side(small: Results) -> None:
    found = provinces(small.ranking(2022))
    assert list(found) == ["North", "South"]
    assert (found["North"][None].regions, found["North"][None].ranked) == (3, 2)
    assert found["South"]["kabupaten"].median == 40.0
    assert median_reach(found, "kota") == (70.0, 70.0)
    assert median_reach(found, "nobody") is None


def test_shipped_province_agrees_with_the_ranking() -> None:
    results = open_results()
    ranking = results.ranking(2023)
    found = province(results, ranking, "Jawa Timur")
    assert [(kin.kind, len(kin.regions)) for kin in found.kin] == [("kota", 9), ("kabupaten", 29)]
    kota = ranking[ranking["kind"] == "kota"]["score"]
    own = ranking[(ranking["kind"] == "kota") & (ranking["province"] == "Jawa Timur")]["score"]
    assert found.kin[0].beside["score"].national == pytest.approx(kota.median())
    assert found.kin[0].beside["score"].above == (own > kota.median()).sum()
    assert found.administrative == 0


def test_areas_of_jakarta_have_no_government_and_no_score() -> None:
    results = open_results()
    found = province(results, results.ranking(2023), "Daerah Khusus Ibukota Jakarta")
    assert (found.regions, found.administrative, found.scored()) == (6, 6, 0)
    assert found.scored("economy") == 6
    assert courses(results, found.name, results.root).regions == {}


@pytest.mark.parametrize("framework", ["hdi", "spbe"])
def test_every_province_of_every_framework(framework: str) -> None:
    results = open_results(framework=shipped.FRAMEWORKS / f"{framework}.yaml")
    ranking = results.ranking(results.opening_year)
    for name in provinces(ranking):
        found = province(results, ranking, name)
        assert found.regions == sum(ranking["province"] == name)
        assert found.scored() == ranking.loc[ranking["province"] == name, "score"].notna().sum()
    bali = courses(results, "Bali", results.root)
    assert bali.years == (results.years[0], results.years[-1])
    assert len(bali.regions) == 9
