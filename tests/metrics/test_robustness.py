"""Many draws: each is what `score` gives for its framework, and the bands are those of its ranks."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics import shipped
from metrics.bands import quantiles
from metrics.cli import main
from metrics.draws.assumptions import AS_WRITTEN, Alternative, Assumptions, default_assumptions, settled
from metrics.draws.cells import counted
from metrics.draws.further import FURTHER_SOURCES, further_choices
from metrics.draws.places import ranks
from metrics.framework import Impute, Method, Normalise, Treat
from metrics.problems import InputProblems
from metrics.results import Results, open_results
from metrics.robustness import drawn_framework, robustness, write_drawn_data
from tests.strategies import Case, write_case

YEARS, REGIONS = (2018, 2019, 2020), tuple(f"0{i}.10" for i in range(9))
RANGE = (1, 100)


def alternative(**method: Any) -> Alternative:
    return Alternative(Method(**method))


EVERYTHING = Assumptions(
    weights=0.25,
    choices={
        "carry_forward": (AS_WRITTEN, alternative(carry_forward=0)),
        "impute": (AS_WRITTEN, alternative(impute=Impute(using="median")), alternative(impute=None)),
        "treat": (AS_WRITTEN, alternative(treat=Treat(winsorise=2, skew=0.4, kurtosis=0.1))),
        "normalise": (
            AS_WRITTEN,
            alternative(normalise=Normalise(using="percentile", range=RANGE)),
            alternative(normalise=Normalise(using="distance_to_max", range=RANGE, over="year")),
        ),
        "aggregate": (
            AS_WRITTEN,
            alternative(aggregate="geometric"),
            alternative(aggregate="mazziotta_pareto"),
            Alternative(Method(aggregate="minimum"), aggregate_at_root=True),
            alternative(aggregate="copeland"),
        ),
    },
    leave_out=True,
)


def small_case(**method: Any) -> Case:
    """Nine regions, three years and six indicators with gaps, outliers and a break, in a tree of three levels."""
    drawn = np.random.default_rng(4)
    figures = [
        (region, variable, year, float(value))
        for variable in "abcdef"
        for year in YEARS
        for region, value in zip(REGIONS, np.round(drawn.lognormal(2, 0.8, 9), 2), strict=True)
        if drawn.random() > 0.15
    ]
    leaf = {"error": {"relative": 0.05}}
    children = {
        "one": {"weight": 2, "children": {"a": leaf, "b": {"direction": "lower", "breaks": [2020]}}},
        "two": {"minimum_coverage": 0.5, "children": {"c": {"weight": 0.3}, "d": {"scale": "log"}, "e": leaf}},
        "f": {"weight": 0.5},
    }
    settled = {"carry_forward": 1, "normalise": {"using": "minmax", "range": list(RANGE)}} | method
    kinds = [{"region": code, "name": code, "kind": ("kota", "kabupaten")[i % 2]} for i, code in enumerate(REGIONS)]
    return Case({"id": "index", "title": "Index", "method": settled, "children": children}, kinds, figures)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return open_results(*write_case(tmp_path_factory.mktemp("small"), small_case()))


def scored_again(folder: Path, results: Results, year: int, text: str) -> pd.DataFrame:
    """The ranking of a framework file by the chain, with the regions in file order."""
    file = folder / "drawn.yaml"
    file.write_text(text, "utf-8")
    ranking = open_results(results.data, file).ranking(year).set_index("region")
    return ranking.reindex(results.regions()["region"])


def test_every_draw_is_what_score_gives_for_its_framework(folder: Path, small: Results) -> None:
    found = robustness(small, 2020, EVERYTHING, draws=60, seed=5)
    assert {tuple(row) for row in found.parameters.choices.tolist()} > {(0, 0, 0, 0, 0)}
    assert (found.parameters.left_out >= 0).any()
    for draw in range(0, 60, 5):
        again = scored_again(folder, small, 2020, drawn_framework(small, found, draw))
        expected = again["score"].where(again["rank"].notna()).to_numpy(dtype=float)
        np.testing.assert_allclose(found.own[draw], expected, rtol=1e-9, atol=1e-9, err_msg=f"draw {draw}")
        np.testing.assert_array_equal(found.bands.ranks[draw], again["rank"].fillna(0))
        np.testing.assert_array_equal(found.bands.ranks_in_kind[draw], again["rank_in_kind"].fillna(0))


@pytest.mark.parametrize("impute", ["none", {"using": "mean", "by": "kind"}])
def test_draw_of_the_shipped_method_settings(folder: Path, impute: Any) -> None:
    case = small_case(impute=impute, treat={"winsorise": 3, "skew": 0.4, "kurtosis": 0.1, "otherwise": "log"})
    results = open_results(*write_case(folder, case))
    for year in results.years:
        found = robustness(results, year, Assumptions(weights=0.5), draws=3, seed=1)
        for draw in range(3):
            again = scored_again(folder, results, year, drawn_framework(results, found, draw))
            np.testing.assert_allclose(found.own[draw], again["score"].astype(float), rtol=1e-9, atol=1e-9)


def test_draws_of_the_shipped_framework_are_scored_alike(tmp_path: Path) -> None:
    results = open_results()
    varied = default_assumptions(counted(results.nodes)).without("errors")
    found = robustness(results, 2023, varied, draws=8, seed=2)
    for draw in (0, 7):
        again = scored_again(tmp_path, results, 2023, drawn_framework(results, found, draw))
        expected = again["score"].where(again["rank"].notna()).to_numpy(dtype=float)
        np.testing.assert_allclose(found.own[draw], expected, rtol=1e-9)
        np.testing.assert_array_equal(found.bands.ranks[draw], again["rank"].fillna(0))


def test_a_dimension_whose_only_indicator_is_left_out(folder: Path) -> None:
    """It has no part in the root's mean, which is another mean than its own."""
    case = small_case(aggregate="arithmetic")
    case.framework["children"]["alone"] = {"children": {"g": {"children": {"h": {"error": {"relative": 0.01}}}}}}
    case.framework["aggregate"] = "geometric"
    figures = [(region, "h", year, 10.0 + i) for year in YEARS for i, region in enumerate(REGIONS)]
    results = open_results(*write_case(folder, case._replace(figures=[*case.figures, *figures])))
    for varied in (Assumptions(leave_out=True), Assumptions(leave_out=True, errors=True)):
        found = robustness(results, 2020, varied, draws=90, seed=1)
        emptied = [node.id for node in counted(results.nodes)].index("h")
        (draw, *_) = np.flatnonzero(found.parameters.left_out == emptied)
        assert not np.isnan(found.own[draw]).all()
        if not varied.errors:
            again = scored_again(folder, results, 2020, drawn_framework(results, found, draw))
            np.testing.assert_allclose(found.own[draw], again["score"].astype(float), rtol=1e-9)


def test_an_alternative_that_says_nothing_new_is_not_drawn(folder: Path) -> None:
    case = small_case(impute={"using": "mean"})
    nodes = open_results(*write_case(folder, case)).nodes
    assert [found.method.impute for found in further_choices(nodes)["impute"]] == [None, Impute(using="median"), None]


def test_a_geometric_root_is_drawn_with_the_arithmetic_mean_too() -> None:
    nodes = counted(open_results(framework=shipped.FRAMEWORKS / "hdi.yaml").nodes)
    chosen = default_assumptions(nodes).choices["aggregate"]
    assert [settled(nodes, [found])[0].aggregate for found in chosen] == ["geometric", "arithmetic"]


def test_further_sources_are_scored_alike(folder: Path, small: Results) -> None:
    choices = further_choices(small.nodes)
    assert set(choices) == set(FURTHER_SOURCES)
    found = robustness(small, 2020, Assumptions(choices=choices), draws=40, seed=5)
    for draw in range(0, 40, 4):
        again = scored_again(folder, small, 2020, drawn_framework(small, found, draw))
        expected = again["score"].where(again["rank"].notna()).to_numpy(dtype=float)
        np.testing.assert_allclose(found.own[draw], expected, rtol=1e-9, err_msg=f"draw {draw}")


@pytest.mark.parametrize("per", [None, "people"])
def test_the_figures_of_a_draw_can_be_scored_too(folder: Path, per: str | None) -> None:
    case = small_case()
    case.framework["children"]["f"] |= {"error": {"sd": 0.2}, "per": per, "times": 10} if per else {}
    people = [(region, "people", 2019, 3.0 + i) for i, region in enumerate(REGIONS)]
    results = open_results(*write_case(folder, case._replace(figures=[*case.figures, *people])))
    varied = replace(EVERYTHING, errors=True)
    assert default_assumptions(counted(results.nodes)).errors
    found = robustness(results, 2020, varied, draws=70, seed=6)
    for draw in (0, 1, 66):
        write_drawn_data(results, found, draw, folder / f"drawn-{draw}")
        (folder / "drawn.yaml").write_text(drawn_framework(results, found, draw), "utf-8")
        ranking = open_results(folder / f"drawn-{draw}", folder / "drawn.yaml").ranking(2020).set_index("region")
        expected = ranking["score"].where(ranking["rank"].notna()).reindex(REGIONS).astype(float)
        np.testing.assert_allclose(found.own[draw], expected, rtol=1e-9, err_msg=f"draw {draw}")


def test_a_moved_figure_that_another_indicator_reads_is_refused(folder: Path) -> None:
    case = small_case()
    case.framework["children"]["f"]["variable"] = "a"
    results = open_results(*write_case(folder, case))
    found = robustness(results, 2020, Assumptions(errors=True), draws=3)
    with pytest.raises(InputProblems) as refused:
        write_drawn_data(results, found, 1, folder / "drawn")
    assert [problem.code for problem in refused.value.problems] == ["draw-shared-variable"]
    assert not (folder / "drawn").exists()


def test_a_seed_draws_the_same_on_any_number_of_threads(folder: Path) -> None:
    """To the last digit: on the shipped framework without errors, where draws are matrix products."""
    said = set()
    for threads in ("1", "4"):
        command = [sys.executable, "-m", "metrics", "robustness", "--fix", "errors", "--draws", "300"]
        done = subprocess.run(
            command, capture_output=True, check=True, text=True, env=os.environ | {"OPENBLAS_NUM_THREADS": threads}
        )
        said.add(done.stdout)
    assert len(said) == 1


def test_a_seed_draws_the_same_for_any_number_of_draws(small: Results) -> None:
    for varied in (None, Assumptions(weights=0.3), replace(EVERYTHING, leave_out=False)):
        few, many = (robustness(small, 2020, varied, draws=count, seed=3) for count in (70, 150))
        np.testing.assert_array_equal(few.bands.scores, many.bands.scores[:70])
    few = robustness(small, 2020, draws=70, seed=3)
    other = robustness(small, 2020, draws=70, seed=4)
    assert (other.bands.scores[1:] != few.bands.scores[1:]).any()
    np.testing.assert_array_equal(other.bands.scores[0], few.bands.scores[0])


def test_the_framework_as_it_is_lies_within_its_draws(small: Results) -> None:
    found = robustness(small, 2020, draws=40)
    ranked = np.where(found.bands.ranks > 0, found.bands.ranks, np.nan)
    nominal = small.ranking(2020).set_index("region").reindex(found.cells.regions)["rank"]
    assert (np.nanmin(ranked, axis=0) <= nominal).all() and (nominal <= np.nanmax(ranked, axis=0)).all()


def test_order_and_names_of_the_regions_change_nothing(folder: Path) -> None:
    """Of draws with errors neither, where many figures are equal."""
    case = small_case()
    equal = [(region, name, year, 5.0 * np.ceil(value / 5)) for region, name, year, value in case.figures]
    case = case._replace(figures=[(*row[:3], float(row[3])) if row[1] in "ae" else own
                                  for row, own in zip(equal, case.figures, strict=True)])  # fmt: skip
    names = dict(zip(REGIONS, reversed([f"7{i}.01" for i in range(9)]), strict=True))
    renamed = Case(
        case.framework,
        [row | {"region": names[row["region"]]} for row in case.regions[::-1]],
        [(names[region], *row) for region, *row in case.figures],
    )
    tables = []
    for name, found in (("one", case), ("other", renamed)):
        (folder / name).mkdir()
        results = open_results(*write_case(folder / name, found))
        tables.append(robustness(results, 2020, draws=30).bands.table().set_index("region"))
    one, other = tables
    assert len({value for region, name, year, value in case.figures if name == "a" and year == 2020}) < 6
    pd.testing.assert_frame_equal(one, other.rename(index={new: old for old, new in names.items()}).reindex(one.index))


def test_nothing_varied_leaves_no_band(small: Results) -> None:
    bands = robustness(small, 2020, Assumptions(), draws=5).bands.table()
    assert (bands["rank_p5"] == bands["rank"]).all() and (bands["rank_p95"] == bands["rank"]).all()


def test_errors_of_figures_are_as_large_as_they_say(folder: Path) -> None:
    leaf = {"goalposts": [0, 100], "bounds": [0, 100], "error": {"sd": 3.5}}
    figures = [(region, "a", 2020, 50.0) for region in REGIONS[:3]] + [(REGIONS[3], "a", 2020, 99.0)]
    regions = [{"region": code, "name": code} for code in REGIONS[:4]]
    framework = {
        "id": "index",
        "title": "Index",
        "method": {"normalise": {"using": "goalposts"}},
        "children": {"a": leaf},
    }
    results = open_results(*write_case(folder, Case(framework, regions, figures)))
    scores = robustness(results, 2020, Assumptions(errors=True), draws=4000).bands.scores
    assert scores[:, :3].std(axis=0) == pytest.approx(3.5, rel=0.05)
    assert abs(np.corrcoef(scores[:, 0], scores[:, 1])[0, 1]) < 0.05
    assert scores[:, 3].max() == 100  # no figure leaves its bounds


def test_weights_keep_their_mean_and_their_spread(small: Results) -> None:
    uniform = robustness(small, 2020, Assumptions(weights=0.25), draws=4000).parameters.weights
    own = np.array([node.weight for node in counted(small.nodes)])
    assert uniform.mean(axis=0) == pytest.approx(own, rel=0.02)
    assert (abs(uniform / own - 1) <= 0.25).all()
    dirichlet = robustness(small, 2020, Assumptions(dirichlet=20), draws=4000).parameters.weights
    children = [i for i, node in enumerate(counted(small.nodes)) if node.parent == "index"]
    shares = dirichlet[:, children] / dirichlet[:, children].sum(axis=1, keepdims=True)
    assert shares.mean(axis=0) == pytest.approx(own[children] / own[children].sum(), abs=0.01)


def test_geometric_mean_over_zeros_is_refused(folder: Path) -> None:
    results = open_results(*write_case(folder, small_case(normalise={"using": "minmax"})))
    alternatives = {"aggregate": (AS_WRITTEN, alternative(aggregate="geometric"))}
    with pytest.raises(InputProblems) as refused:
        robustness(results, 2020, Assumptions(choices=alternatives), draws=10)
    assert [problem.code for problem in refused.value.problems] == ["mean-not-positive"]


def test_figures_are_not_carried_further_than_the_framework_does(small: Results) -> None:
    alternatives = {"carry_forward": (AS_WRITTEN, alternative(carry_forward=2))}
    with pytest.raises(InputProblems) as refused:
        robustness(small, 2020, Assumptions(choices=alternatives), draws=1)
    assert [problem.code for problem in refused.value.problems] == ["carry-longer"]


def test_a_run_is_cancelled_by_raising(small: Results) -> None:
    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        robustness(small, 2020, draws=10, progress=stop)


@given(
    st.lists(st.sampled_from([1.0, 2.0, 2.5, 4.0, np.nan]), min_size=1, max_size=12), st.sampled_from([0, 0.05, 0.5, 1])
)
@settings(deadline=None)
def test_quantiles_are_those_of_numpy(values: list[float], share: float) -> None:
    column = np.array(values)[:, None]
    known = column[~np.isnan(column)]
    expected = np.quantile(known, share) if len(known) else np.nan
    assert quantiles(column, (share,))[0] == pytest.approx([expected], nan_ok=True)


def test_ranks_share_the_smaller_number() -> None:
    scores = np.array([[3.0, 5.0, 3.0 + 1e-12, np.nan, 1.0], [np.nan] * 5])
    assert ranks(scores).tolist() == [[2, 1, 2, 0, 4], [0, 0, 0, 0, 0]]


def test_the_command_writes_bands_and_the_framework_of_a_draw(folder: Path, small: Results) -> None:
    data, framework = small.data, small.data.parent / "framework.yaml"
    options = ["--data", str(data), "--framework", str(framework), "--lang", "en", "--draws", "20"]
    written = ["--out", str(folder / "bands.csv"), "--draw", "4", "--framework-out", str(folder / "four.yaml")]
    result = CliRunner().invoke(main, ["robustness", *options, *written])
    assert result.exit_code == 0 and "--fix errors" in result.stderr
    columns = ["year", "region", "rank", "rank_mean", "rank_median", "rank_p5", "rank_p95", "score_p5", "score_p95"]
    assert list(pd.read_csv(folder / "bands.csv")) == columns
    quiet = CliRunner().invoke(main, ["robustness", *options, *written, "--fix", "errors"])
    assert quiet.exit_code == 0 and not quiet.stderr
    found = robustness(small, small.opening_year, default_assumptions(counted(small.nodes)).without("errors"), 20)
    assert (folder / "four.yaml").read_text("utf-8") == drawn_framework(small, found, 4)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--draw", "3"], "go together"),
        (["--draw", "1000", "--framework-out", "x.yaml"], "below 1000"),
        (["--out", "x.txt"], ".csv or .parquet"),
        (["--fix", "luck"], "luck"),
        (["--weights", "0.2", "--dirichlet", "20"], "not both"),
        (["--draw", "3", "--data-out", "."], "not there yet"),
    ],
)
def test_wrong_usage_is_exit_2(options: list[str], said: str) -> None:
    result = CliRunner().invoke(main, ["robustness", *options])
    assert result.exit_code == 2 and said in result.stderr
