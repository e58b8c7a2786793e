"""One variable across the country, worked by hand and read back from the files."""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from metrics import shipped
from metrics.indicator import (
    Coverage,
    Indicator,
    Spread,
    course,
    coverage,
    figures,
    indicators,
    medians,
    opening_year,
    reaching,
    skewed,
    sources,
    spreads,
)
from metrics.results import Results, open_results
from tests.bad_input.small import FRAMEWORK, write_small


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Results:
    folder = tmp_path_factory.mktemp("small")
    write_small(folder)
    return open_results(folder / "data", folder / FRAMEWORK)


@pytest.fixture(scope="module")
def results() -> Results:
    return open_results()


def named(results: Results, variable: str) -> Indicator:
    return {one.variable: one for one in indicators(results)}[variable]


def test_every_variable_with_figures_is_there_once_those_of_the_framework_first(results: Results) -> None:
    found = indicators(results)
    known = results.table("SELECT DISTINCT variable FROM figure")["variable"]
    assert sorted(one.variable for one in found) == sorted(known)
    inside = [one.node is not None for one in found]
    assert inside == sorted(inside, reverse=True)
    assert sum(inside) == sum(node.is_leaf and node.status != "wanted" for node in results.nodes)


def test_framework_gives_target_breaks_and_error_and_the_others_have_none(results: Results) -> None:
    stunting = named(results, "stunting")
    assert (stunting.sign, stunting.target, stunting.breaks) == (-1, 14, (2018, 2021))
    assert stunting.error is not None
    assert stunting.error.sd == 3.5
    assert (named(results, "hdi").sign, named(results, "hdi").target) == (1, None)
    assert named(results, "area_km2").sign == 0


def test_lower_is_better_ranks_the_lowest_first_within_its_kind(small: Results) -> None:
    found = figures(small, named(small, "poverty"), 2020)
    assert list(zip(found["region"], found["rank_in_kind"], found["ranked_in_kind"], strict=True)) == [
        *(("02.20", 1, 2), ("02.10", 2, 2)),
        *(("01.20", 1, 2), ("01.10", 2, 2)),
    ]
    assert found["value"].tolist() == [8.0, 12.0, 16.5, 21.0]


def test_no_direction_no_rank_and_the_largest_first(results: Results) -> None:
    found = figures(results, named(results, "area_km2"), 2024)
    assert found["rank_in_kind"].isna().all()
    assert found["value"].is_monotonic_decreasing


def test_region_without_a_figure_comes_last_and_knows_its_newest(results: Results) -> None:
    found = figures(results, named(results, "stunting"), 2023)
    assert len(found) == 514
    left = found[found["value"].isna()]
    assert len(left) == 15
    assert found.tail(15)["region"].tolist() == left["region"].tolist()
    assert left["rank_in_kind"].isna().all()
    assert left["newest"].notna().all()


@pytest.mark.parametrize("variable", ["poverty_rate", "hdi", "unemployment_rate"])
def test_file_and_line_hold_the_very_figure(results: Results, variable: str) -> None:
    found = figures(results, named(results, variable), 2021).dropna(subset="value")
    for file, rows in found.groupby("file"):
        lines = (shipped.DATA / str(file)).read_text("utf-8-sig").splitlines()
        head = next(csv.reader([lines[0]]))
        for row in rows.head(50).itertuples():
            cells = dict(zip(head, next(csv.reader([lines[row.line - 1]])), strict=True))
            assert (cells["region"], cells["variable"], float(cells["value"])) == (row.region, variable, row.value)


def test_spreads_by_hand() -> None:
    found = pd.DataFrame(
        {"kind": ["kota", "kabupaten", "kabupaten", "kabupaten"], "value": [4.0, 1.0, 3.0, float("nan")]}
    )
    assert spreads(found) == (
        Spread(None, 3, 1.0, 2.0, 3.0, 3.5, 4.0),
        Spread("kota", 1, 4.0, 4.0, 4.0, 4.0, 4.0),
        Spread("kabupaten", 2, 1.0, 1.5, 2.0, 2.5, 3.0),
    )


def test_year_of_few_regions_is_not_typical(results: Results) -> None:
    years = coverage(results, "poverty_rate")
    assert years[-1] == Coverage(2025, 68, typical=False)
    assert opening_year(years, 2025) == 2024
    assert opening_year(coverage(results, "unemployment_rate"), 2023) == 2021
    assert opening_year(coverage(results, "area_km2"), 2023) == 2024
    assert medians(results, "poverty_rate")["year"].max() == 2024


def test_medians_and_course_are_those_of_the_figures(results: Results) -> None:
    by_kind = medians(results, "poverty_rate").set_index(["kind", "year"])["median"]
    found = figures(results, named(results, "poverty_rate"), 2023)
    assert by_kind["kota", 2023] == pytest.approx(found[found["kind"] == "kota"]["value"].median())
    mine = course(results, "poverty_rate", "53.71").set_index("year")["value"]
    assert mine[2023] == found.set_index("region")["value"]["53.71"]


def test_how_many_reach_the_target(results: Results) -> None:
    stunting = named(results, "stunting")
    found = figures(results, stunting, 2023)
    assert reaching(found, stunting) == int((found["value"] <= 14).sum())
    with pytest.raises(ValueError, match="hdi"):
        reaching(found, named(results, "hdi"))


@pytest.mark.parametrize(("values", "expected"), [([1.0, 2.0, 30.0], True), ([0.0, 2.0, 30.0], False), ([1.0], False)])
def test_skewed(values: list[float], expected: bool) -> None:
    assert skewed(pd.DataFrame({"value": values})) is expected


def test_sources_add_up_to_the_figures(results: Results) -> None:
    found = sources(results, "poverty_rate", 2023)
    assert found["figures"].sum() == 514
    assert found["figures"].is_monotonic_decreasing


def test_divided_figures_stand_under_their_own_name(tmp_path: Path) -> None:
    write_small(tmp_path)
    file = tmp_path / FRAMEWORK
    file.write_text(file.read_text("utf-8").replace("title: {id: Air, en: Water}", "per: schooling"), encoding="utf-8")
    water = named(open_results(tmp_path / "data", file), "water")
    assert (water.node, water.title.en) == (None, "water")
