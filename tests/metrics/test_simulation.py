"""What if: the same as the chain gives for a dataset that holds the figures."""

from __future__ import annotations

import math
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from metrics.kept_bands import kept_bands
from metrics.problems import InputProblems
from metrics.results import Results, open_results
from metrics.simulation import Rescored, simulator
from tests.metrics.scoring import YEAR, opened
from tests.oracle import score
from tests.strategies import Case, cases, is_scorable, leaves_of, write_case


def assert_alike(found: Rescored, results: Results) -> None:
    """What is simulated is what the results have: figures to 1e-9, places and levels exactly."""
    rows = results.scores(found.year).set_index(["region", "node"]).loc[found.region]
    assert set(rows.index) == set(found.scores)
    for node, row in rows.astype(object).where(rows.notna(), None).to_dict("index").items():
        expected = math.nan if row["score"] is None else row["score"]
        assert found.scores[node] == pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True), node
        assert found.ranks[node] == row["rank"], node
        assert found.coverages[node] == pytest.approx(row["coverage"], rel=0, abs=1e-9), node
    (own,) = results.ranking(found.year).query("region == @found.region").astype(object).to_dict("records")
    for name in ("rank", "ranked", "rank_in_kind", "ranked_in_kind", "maturity"):
        expected = None if own[name] is None or own[name] != own[name] else own[name]
        if name == "ranked" or found.rank is not None or not name.startswith("rank"):
            assert getattr(found, name) == expected, name


@st.composite
def sharing_cases(draw: st.DrawFn) -> Case:
    """A case in which indicators may read the figures of others, or what others divide by."""
    case = draw(cases())
    leaves = [(name, leaf) for name, leaf in leaves_of(case.framework) if leaf.get("status") != "wanted"]
    below = {leaf["per"] for _, leaf in leaves if "per" in leaf}
    variables = [name for name, _ in leaves] + sorted(below)
    for name, leaf in leaves[1:]:
        variable = draw(st.sampled_from([name, *variables]))
        if variable not in (name, leaf.get("per")):
            leaf["variable"] = variable
            leaf.pop("bounds", None)  # they are those of the figures it had
    read = below | {leaf.get("variable", name) for name, leaf in leaves}
    return Case(case.framework, case.regions, [figure for figure in case.figures if figure[1] in read])


@st.composite
def changes(draw: st.DrawFn) -> tuple[Case, Case, str, int, list[str]]:
    """A case, the same with other figures of one region in one year, and which indicators these are of."""
    case = draw(sharing_cases().filter(is_scorable))
    region = draw(st.sampled_from(case.regions))["region"]
    leaves = {name: leaf for name, leaf in leaves_of(case.framework) if leaf.get("status") != "wanted"}
    below = {leaf["per"] for leaf in leaves.values() if "per" in leaf}
    figures = {(code, variable, year): value for code, variable, year, value in case.figures}
    year = draw(st.sampled_from(sorted({year for year, _, _ in score(*case)["score"]})))
    said = {  # without a denominator a figure says nothing
        name for name, leaf in leaves.items()
        if "per" not in leaf or (figures.get((region, leaf["per"], year)) or 0) > 0
    }  # fmt: skip
    assume(said)
    chosen = draw(st.lists(st.sampled_from(sorted(said)), min_size=1, max_size=3, unique=True))
    for name in chosen:
        variable = leaves[name].get("variable", name)
        others = sorted({value for (_, v, _), value in figures.items() if v == variable and value is not None})
        drawn = [value for value in (*others, 3.25, 17.0, 90.5) if value > 0 or variable not in below]
        figures[region, variable, year] = draw(st.sampled_from(drawn))
    changed = Case(case.framework, case.regions, [(*key, value) for key, value in figures.items()])
    assume(is_scorable(changed))
    return case, changed, region, year, chosen


@given(drawn=changes())
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_random_frameworks_with_other_figures(drawn: tuple[Case, Case, str, int, list[str]]) -> None:
    case, changed, region, year, chosen = drawn
    with tempfile.TemporaryDirectory() as folder:
        before = open_results(*write_case(Path(folder) / "before", case))
        after = open_results(*write_case(Path(folder) / "after", changed))
        assert_alike(simulator(before, year).published(region), before)
        then = simulator(after, year).current(region)
        assert_alike(simulator(before, year).rescore(region, {name: then[name] for name in chosen}), after)


FIGURES = {
    "roads": {"01": 10.0, "02": 20.0, "03": 30.0, "04": None},
    "water": {"01": 50.0, "02": 60.0, "03": 95.0, "04": 70.0},
    "people": {"01": 2.0, "02": 4.0, "03": 8.0, "04": 5.0},
}
POSTS = {"using": "goalposts"}
CHILDREN: dict[str, Any] = {
    "roads": {"per": "people", "times": 100, "bounds": [0, 40], "normalise": POSTS, "goalposts": [0, 800]},
    "pair": {"children": {"water": {}, "crowd": {"variable": "people", "direction": "lower"}}},
    "wish": {"status": "wanted"},
    "beside": {"variable": "water", "status": "shown", "scale": "log"},
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return opened(tmp_path_factory.mktemp("small"), CHILDREN, FIGURES)


def with_figures(figures: Mapping[str, float], region: str) -> dict[str, dict[str, float | None]]:
    return {name: column | ({region: figures[name]} if name in figures else {}) for name, column in FIGURES.items()}


def test_what_reads_the_same_figures_follows(small: Results, tmp_path: Path) -> None:
    """`crowd` sets what `roads` is divided by; `water` the end of its range, and `beside`, which reads it too."""
    after = opened(tmp_path, CHILDREN, with_figures({"people": 1.0, "roads": 7.5, "water": 99.0}, "01"))
    ready = simulator(small, YEAR)
    assert_alike(ready.rescore("01", {"roads": 750.0, "crowd": 1.0, "water": 99.0}), after)
    assert ready.rescore("01", {"crowd": 1.0}).scores["roads"] == 100  # 10 a person, and 800 is the best that counts
    assert_alike(ready.rescore("01", {"water": 50.0, "beside": 50.0}), small)  # the same figure may be set twice


@pytest.mark.parametrize("crowd", [{}, {"per": "area", "times": 4}])
def test_what_is_set_may_be_divided_by_what_is_set(tmp_path: Path, crowd: dict[str, Any]) -> None:
    """`length` reads the very figure that 750 roads for 100 people make of 1 of the people, in 4 of the area or not."""
    children = {"length": {"variable": "roads"}, "crowd": {"variable": "people", **crowd}, "roads": CHILDREN["roads"]}
    area = {"area": dict.fromkeys(FIGURES["people"], 4.0)}
    before = opened(tmp_path / "before", children, FIGURES | area)
    after = opened(tmp_path / "after", children, with_figures({"people": 1.0, "roads": 7.5}, "01") | area)
    ready = simulator(before, YEAR)
    for settings_ in ({"roads": 750.0, "crowd": 1.0}, {"crowd": 1.0, "roads": 750.0, "length": 7.5}):
        assert_alike(ready.rescore("01", settings_), after)


def test_a_figure_where_there_was_none(small: Results, tmp_path: Path) -> None:
    ready = simulator(small, YEAR)
    assert "roads" not in ready.current("04") and ready.published("04").coverages["roads"] == 0
    found = ready.rescore("04", {"roads": 500.0})
    assert found.coverages["roads"] == 1 and found.values == {"roads": 500.0}
    assert_alike(found, opened(tmp_path, CHILDREN, with_figures({"roads": 25.0}, "04")))


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"rods": 1.0}, [("node-not-found", {"value": "rods", "near": "roads"})]),
        ({"pair": 1.0}, [("setting-of-composite", {"key": "pair", "choices": "water, crowd"})]),
        ({"wish": 1.0}, [("node-wanted", {"value": "wish"})]),
        ({"water": math.inf}, [("setting-not-finite", {"key": "water", "value": math.inf})]),
        ({"roads": 2001.0}, [("setting-out-of-bounds", {"key": "roads", "value": 2001.0, "low": 0.0, "high": 2000.0})]),
        ({"water": 1.0, "beside": 2.0}, [("setting-twice", {"key": "beside", "other": "water", "variable": "water"})]),
        ({"x": 1.0, "index": 2.0}, [("node-not-found", None), ("setting-of-composite", None)]),
        ({"beside": -1.0}, [("log-not-positive", {"key": "beside", "region": "01", "year": YEAR, "value": -1.0})]),
    ],
)
def test_what_cannot_be_set(
    small: Results, values: dict[str, float], problems: list[tuple[str, dict[str, object] | None]]
) -> None:
    with pytest.raises(InputProblems) as caught:
        simulator(small, YEAR).rescore("01", values)
    assert [problem.code for problem in caught.value.problems] == [code for code, _ in problems]
    for problem, (_, details) in zip(caught.value.problems, problems, strict=True):
        assert details is None or problem.details == details


def test_a_mean_that_cannot_take_the_value(tmp_path: Path) -> None:
    posts = {"normalise": POSTS, "goalposts": [0, 100]}
    values = {name: {"01": 50.0, "02": 60.0} for name in ("one", "two")}
    ready = simulator(opened(tmp_path, {"one": posts, "two": posts}, values, aggregate="geometric"), YEAR)
    with pytest.raises(InputProblems) as caught:
        ready.rescore("01", {"one": 0.0})
    assert caught.value.problems[0].code == "mean-not-positive"
    assert ready.rescore("01", {"one": 100.0}).score == pytest.approx(math.sqrt(100 * 50), rel=1e-12)


def test_shipped_figures_changed(tmp_path: Path) -> None:
    """As `score` has a dataset that holds the figures; sanitation is carried, and waste is shown only."""
    region, year = "53.71", 2023
    before = open_results()
    values = {"spbe_services": 4.1, "poverty": 6.25, "sanitation": 93.5, "waste_managed": 40.0}
    shutil.copytree(before.data, tmp_path / "data")
    variables = {before.node(name).variable: value for name, value in values.items()}
    read = {node.variable for node in before.nodes}
    for file in (tmp_path / "data" / "sources").glob("*/values.csv"):
        table = pd.read_csv(file, dtype=str)
        mine = table[(table["region"] == region) & (table["year"] == str(year)) & table["variable"].isin(variables)]
        table.loc[mine.index, "value"] = [str(variables.pop(name)) for name in mine["variable"]]
        table[table["variable"].isin(read)].to_csv(file, index=False)
    new = [f"{region},{name},{year},{value}" for name, value in variables.items()]
    assert len(new) == 1  # sanitation is carried
    with file.open("a", encoding="utf-8") as text:
        text.write("".join(row + "," * (table.shape[1] - 4) + "\n" for row in new))
    assert_alike(simulator(before, year).rescore(region, values), open_results(tmp_path / "data"))


def test_the_band_of_nothing_set_is_the_published_one_and_a_better_figure_moves_it(tmp_path: Path) -> None:
    rolled = {f"{i:02}": float(i) for i in range(1, 13)}
    values = {name: {code: (x * factor) % 13 for code, x in rolled.items()} for name, factor in (("a", 5), ("b", 7))}
    posts = {"normalise": POSTS, "goalposts": [0, 13], "error": {"sd": 1}}
    results = opened(tmp_path, {"a": posts, "b": posts}, values)
    published, ready = kept_bands(results, YEAR).whole.loc["03"], simulator(results, YEAR)
    for settings_ in ({}, ready.current("03")):
        band = ready.band("03", settings_)
        assert band is not None and band.rank == (published["rank_low"], published["rank_high"])
        assert band.score == pytest.approx((published["score_low"], published["score_high"]), rel=1e-9)
    better = ready.band("03", {"a": 13.0})
    assert (
        band is not None and better is not None and better.score[0] > band.score[0] and better.rank[1] <= band.rank[1]
    )
