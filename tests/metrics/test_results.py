"""What screens and exports get from the results, and what the small rules of reading come to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from metrics import shipped
from metrics.framework_file import framework_schema, read_framework
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results, open_results
from tests.bad_input.small import FRAMEWORK, edit, write, write_small
from tests.metrics.scoring import YEAR, opened

REGIONS = "ABCD"
LEAF: dict[str, Any] = {"goalposts": [0, 10], "normalise": {"using": "goalposts"}}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Results:
    folder = tmp_path_factory.mktemp("small")
    write_small(folder)
    return open_results(folder / "data", folder / FRAMEWORK)


def test_the_ranking(small: Results) -> None:
    ranking = small.ranking(2022)
    assert list(ranking.columns) == [
        *("region", "name", "kind", "province", "island", "score", "rank", "ranked"),
        *("rank_in_kind", "ranked_in_kind", "coverage", "maturity", "people", "services"),
    ]
    assert ranking["region"].tolist() == ["02.20", "02.10", "01.20", "01.10"]
    assert ranking["rank"].tolist() == [1, 2, 3, 4]
    assert ranking["rank_in_kind"].tolist() == [1, 2, 1, 2]
    assert set(ranking["ranked_in_kind"]) == {2}
    assert ranking["maturity"].tolist() == ["2", "2", "1", "1"]
    assert ranking["province"].isna().all()
    mean = (2 * ranking["people"] + ranking["services"]) / 3
    assert ranking["score"].tolist() == pytest.approx(mean.tolist())


def test_who_published(small: Results) -> None:
    assert small.publishers(2022) == ("This test",)


def test_regions_and_nodes(small: Results) -> None:
    assert small.regions()["region"].tolist() == ["01.10", "01.20", "02.10", "02.20"]
    assert [node.id for node in small.children("people")] == ["schooling", "poverty"]
    assert small.node("water").parent == "services"
    assert small.root.id == "index"
    with pytest.raises(KeyError):
        small.node("nothing")


def test_missing_says_what_stands_in_the_way(tmp_path: Path) -> None:
    values = {"x": {"A": 1.0, "B": 2.0, "C": None, "D": 3.0}, "y": {"A": 4.0, "B": None, "C": None, "D": 1.0}}
    maturity = {"levels": [{"from": 0, "title": "Low"}], "minimum_coverage": 0.6}
    results = opened(tmp_path, {"x": LEAF, "y": LEAF}, values, maturity=maturity)
    missing = results.missing(YEAR)
    assert list(zip(missing["region"], missing["node"], strict=True)) == [("B", "y"), ("C", "x"), ("C", "y")]
    ranking = results.ranking(YEAR)
    assert ranking["region"].tolist()[:2] == ["A", "D"]
    assert ranking["rank"].isna().tolist() == [False, False, True, True]
    assert ranking["maturity"].tolist() == ["1", "1", "x", "x"]


def test_the_opening_year(tmp_path: Path) -> None:
    """The newest settled year with half of the regions; a year of carried figures is provisional."""
    from tests.strategies import Case, write_case

    regions = [{"region": region, "name": region} for region in REGIONS]
    complete = [(region, "x", 2020, 1.0 + i) for i, region in enumerate(REGIONS)]
    few = [("A", "x", 2021, 5.0)]
    framework = {"id": "index", "title": "Index", "children": {"x": LEAF}}
    plain = open_results(*write_case(tmp_path / "a", Case(framework, regions, [*complete, *few])))
    assert (plain.years, plain.opening_year, plain.provisional_years) == ((2020, 2021), 2020, ())
    carried = framework | {"method": {"carry_forward": 1}}
    results = open_results(*write_case(tmp_path / "b", Case(carried, regions, [*complete, *few])))
    assert (results.opening_year, results.provisional_years) == (2020, (2021,))
    only = carried | {"years": [2021, 2021]}
    results = open_results(*write_case(tmp_path / "c", Case(only, regions, complete)))
    assert (results.opening_year, results.provisional_years) == (2021, (2021,))
    sparse = open_results(*write_case(tmp_path / "d", Case(framework, regions, few)))
    assert sparse.opening_year == 2021


def test_text_columns_are_text(small: Results) -> None:
    scores = small.scores(2022)
    assert all(not isinstance(scores[column].dtype, pd.CategoricalDtype) for column in scores)
    assert scores["node"].iloc[0] == "index"


@pytest.mark.parametrize("name", ["indicators.yaml", "frameworks/hdi.yaml", "frameworks/spbe.yaml"])
def test_shipped_frameworks_hold_together(name: str) -> None:
    assert read_framework(shipped.ROOT / name).nodes


def test_the_schema_is_json() -> None:
    assert json.loads(json.dumps(framework_schema()))["properties"]["children"]


def test_input_problems_read_well_in_a_log() -> None:
    problems = InputProblems([Problem("bad-year", "values.csv", 7), Problem("no-sources", "sources")])
    assert str(problems) == "bad-year values.csv:7; no-sources sources:"


def test_nearest_ignores_case_and_gives_up() -> None:
    assert nearest("Wieght", ["weight", "title"]) == "weight"
    assert nearest("xyz", ["weight", "title"]) == ""


def test_statuses_settle_upward_and_downward(tmp_path: Path) -> None:
    write_small(tmp_path)
    edit(FRAMEWORK, "    weight: 2", "    status: shown")(tmp_path)
    edit(FRAMEWORK, "        direction: lower", "        status: wanted")(tmp_path)
    nodes = {node.id: node for node in read_framework(tmp_path / FRAMEWORK).nodes}
    assert {name: node.status for name, node in nodes.items()} == {
        "index": "active",
        "people": "shown",
        "schooling": "active",
        "poverty": "wanted",
        "services": "active",
        "water": "active",
    }
    assert [name for name, node in nodes.items() if node.counts] == ["index", "schooling", "services", "water"]


def test_yaml_keeps_what_was_written(tmp_path: Path) -> None:
    """No text becomes a number or a truth value on the way; aliases stand for what they name."""
    text = "a: 53.70\nb: no\nc: ~\nd: '~'\ne: &twice [1, {f: 010}]\ng: *twice\nh: &word yes\ni: *word\n"
    write("some.yaml", text)(tmp_path)
    from metrics.yaml_text import as_written, line_of, read_yaml

    read = read_yaml(tmp_path / "some.yaml")
    assert read == {
        **{"a": "53.70", "b": "no", "c": None, "d": "~", "e": ["1", {"f": "010"}]},
        **{"g": ["1", {"f": "010"}], "h": "yes", "i": "yes"},
    }
    assert line_of(read, ("e", 1, "f")) == 5
    assert line_of(read, ("z",)) == 1
    assert as_written(read, ("e", 1, "f", "deeper")) == ("e", 1, "f")
    assert as_written(read, ("e", 7)) == ("e",)


def test_a_dimension_is_called_by_the_one_part_that_is_measured() -> None:
    shipped_results = open_results()
    assert shipped_results.measured("economy").id == "welfare"
    assert shipped_results.measured("environment").id == "waste_managed"
    assert shipped_results.measured("governance").id == "governance"
