"""Other weights tried on a composite: what each method gives, and what it would change."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from metrics.laboratory import METHODS, groups_of, outside, try_method
from metrics.results import Results, open_results
from metrics.weighting.experts import nobody
from tests.bad_input.small import FRAMEWORK, write_small

YEAR = 2021


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    folder = tmp_path_factory.mktemp("small")
    write_small(folder)
    return open_results(folder / "data", folder / FRAMEWORK)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("node", ["index", "people"])
def test_every_method_gives_weights_and_ranks(results: Results, method: str, node: str) -> None:
    kind = "budget" if method == "budget" else "ahp"
    found = try_method(results, YEAR, node, method, answers=nobody(kind, 2))
    assert found.refused is None and found.weights is not None and found.comparison is not None
    assert found.weights.sum() == pytest.approx(1) and found.own.sum() == pytest.approx(1)
    assert found.comparison.ranked == 4
    assert sum(found.points().values()) in (99, 100, 101) and list(found.points()) == [n.id for n in found.children]
    assert (found.low is not None) == (method == "benefit_of_the_doubt")


def test_experts_who_differ_span_a_range(results: Results) -> None:
    found = try_method(results, YEAR, "people", "ahp", answers=((8,), (-8,)))
    assert found.weights is not None and found.low is not None and found.high is not None
    assert found.weights == pytest.approx([0.5, 0.5])
    assert found.low == pytest.approx([0.1, 0.1]) and found.high == pytest.approx([0.9, 0.9])
    given = try_method(results, YEAR, "people", "budget", answers=((80, 20), (60, 40), (0, 0)))
    assert given.low is not None and given.low == pytest.approx([0.6, 0.2])


def test_no_weights_leave_no_comparison(results: Results) -> None:
    found = try_method(results, YEAR, "people", "budget", answers=((80, 10),))
    assert found.weights is None and found.comparison is None and found.points() == {}
    with pytest.raises(KeyError):
        try_method(results, YEAR, "people", "luck")


def test_a_refusal_says_why(tmp_path: Path) -> None:
    write_small(tmp_path)
    regions = (tmp_path / "data/regions.csv").read_text("utf-8").splitlines()
    (tmp_path / "data/regions.csv").write_text("\n".join(regions[:3]) + "\n", "utf-8")
    for name in ("first", "second"):
        file = tmp_path / f"data/sources/{name}/values.csv"
        kept = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("02.")]
        file.write_text("\n".join(kept) + "\n", "utf-8")
    (tmp_path / "data/groups.csv").write_text("group,region,year,status,source\ncoast,01.10,2020,named,list\n", "utf-8")
    results = open_results(tmp_path / "data", tmp_path / FRAMEWORK)
    found = try_method(results, YEAR, "people", "pca")
    assert found.refused is not None and found.refused.code == "too-few" and found.found is None


def test_regions_that_leave_their_band_are_counted(results: Results) -> None:
    comparison = try_method(results, YEAR, "index", "ahp", answers=((0,),)).comparison
    assert comparison is not None
    rank = comparison.regions["rank_other"]
    ranking = pd.DataFrame({"region": rank.index, "rank_low": rank.to_numpy(), "rank_high": rank.to_numpy()})
    assert outside(comparison, ranking) == 0
    ranking.loc[0, ["rank_low", "rank_high"]] += 1
    assert outside(comparison, ranking) == 1
    ranking.loc[1, "rank_low"] = np.nan
    assert outside(comparison, ranking) is None


def test_indicators_are_grouped_by_the_child_they_are_in(results: Results) -> None:
    assert groups_of(results, "index") == {"schooling": "people", "poverty": "people", "water": "services"}
    assert groups_of(results, "people") == {"schooling": "schooling", "poverty": "poverty"}
