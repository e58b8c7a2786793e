"""A visitor's own weights: the same as the chain gives for a framework file with these weights."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.own_points import changed, dimension_of, families, framework_points, shares_of, weights_of
from metrics.own_weights import Prepared, own_bands, own_framework, own_ranking, prepare, settled_weights
from metrics.problems import InputProblems
from metrics.results import Results, open_results
from metrics.robustness import robustness
from tests.metrics.scoring import opened
from tests.metrics.test_robustness import small_case
from tests.strategies import write_case

EXACT = ("rank", "ranked", "rank_in_kind", "ranked_in_kind", "maturity")
LEVELS = {"minimum_coverage": 0.6, "levels": [{"from": 0, "title": "Low"}, {"from": 45, "title": "High"}]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


@pytest.fixture(scope="module")
def small(folder: Path) -> Results:
    case = small_case()
    case.framework["maturity"] = {**LEVELS, "levels": [{"from": 1, "title": "Low"}, {"from": 45, "title": "High"}]}
    return open_results(*write_case(folder, case))


@pytest.fixture(scope="module")
def shipped() -> Prepared:
    return prepare(open_results(), 2023, draws=40)


def assert_scored_alike(folder: Path, data: Path, prepared: Prepared, weights: dict[str, float]) -> None:
    file = folder / "own.yaml"
    file.write_text(own_framework(prepared, weights), "utf-8")
    expected = open_results(data, file).ranking(prepared.year)
    found = own_ranking(prepared, weights)
    assert list(found["region"]) == list(expected["region"])
    for column in ("score", "coverage"):
        np.testing.assert_allclose(found[column], expected[column].astype(float), rtol=0, atol=1e-9)
    for column in EXACT:
        assert found[column].isna().equals(expected[column].isna()), column
        assert found[column].dropna().tolist() == expected[column].dropna().tolist(), column


def weightings(prepared: Prepared, count: int) -> Iterator[dict[str, float]]:
    """Random weights of every size, about one in four of them 0."""
    drawn = np.random.default_rng(7)
    names = [node.id for node in prepared.nodes[1:]]
    while count:
        weights = dict(zip(names, np.round(drawn.uniform(-30, 100, len(names)).clip(0), 1).tolist(), strict=True))
        if settled_weights(prepared.nodes, weights)[prepared.nodes[0].id]:
            count -= 1
            yield weights


def test_any_weights_give_what_score_gives_for_the_framework_with_them(folder: Path, small: Results) -> None:
    prepared = prepare(small, 2020, draws=2)
    for weights in weightings(prepared, 5):
        assert_scored_alike(folder, small.data, prepared, weights)


@pytest.mark.parametrize("aggregate", ["geometric", "minimum", "copeland"])
def test_any_mean_gives_the_same(folder: Path, aggregate: str) -> None:
    results = open_results(*write_case(folder / aggregate, small_case(aggregate=aggregate)))
    prepared = prepare(results, 2020, draws=2)
    for weights in weightings(prepared, 2):
        assert_scored_alike(folder, results.data, prepared, weights)


def test_shipped_framework_with_other_weights_is_scored_alike(folder: Path, shipped: Prepared) -> None:
    points = {"governance": 60, "economy": 5, "living": 0, "stunting": 0, "community": 80}
    assert_scored_alike(folder, open_results().data, shipped, weights_of(shipped.nodes, points))


def test_with_no_points_moved_it_is_the_ranking_of_the_framework(shipped: Prepared) -> None:
    expected = open_results().ranking(2023)
    found = own_ranking(shipped, weights_of(shipped.nodes, {}))
    np.testing.assert_allclose(found["score"], expected["score"], atol=1e-9)
    for column in ("region", "rank", "rank_in_kind", "ranked_in_kind", "maturity"):
        assert found[column].dropna().tolist() == expected[column].dropna().tolist(), column


def test_bands_are_those_of_the_default_run_on_the_framework_with_these_weights(folder: Path, small: Results) -> None:
    prepared = prepare(small, 2020, draws=90)
    names = [node.id for node in prepared.nodes[1:]]
    weights = dict(zip(names, np.random.default_rng(3).uniform(1, 9, len(names)).tolist(), strict=True))
    (folder / "bands.yaml").write_text(own_framework(prepared, weights), "utf-8")
    expected = robustness(open_results(small.data, folder / "bands.yaml"), 2020, draws=90).bands
    found = own_bands(prepared, weights)
    np.testing.assert_allclose(found.scores, expected.scores, rtol=1e-9)
    np.testing.assert_array_equal(found.ranks, expected.ranks)
    np.testing.assert_array_equal(found.ranks_in_kind, expected.ranks_in_kind)
    ranking = own_ranking(prepared, weights, found).set_index("region")
    ends = [f"{name}_{end}" for name in ("rank", "rank_in_kind") for end in ("low", "high")]
    np.testing.assert_array_equal(ranking.dropna(subset="rank")[ends].sort_index(), found.whole[ends].sort_index())
    assert ranking[ranking["rank"].isna()][ends].isna().all(axis=None)


def test_first_draw_is_the_ranking_itself_and_what_has_no_weight_moves_nothing(shipped: Prepared) -> None:
    weights = weights_of(shipped.nodes, {"living": 0, "poverty": 100, "expenditure": 0})
    ranking = own_ranking(shipped, weights).set_index("region")["rank"].fillna(0)
    bands = own_bands(shipped, weights)
    assert bands.ranks[0].tolist() == ranking.reindex(list(bands.regions)).tolist()
    heavier = weights | {"sanitation": 90.0, "health": 3.0}
    np.testing.assert_array_equal(own_bands(shipped, heavier).scores, bands.scores)


def test_nothing_is_ranked_where_every_weight_is_0(shipped: Prepared) -> None:
    weights = weights_of(shipped.nodes, dict.fromkeys(framework_points(shipped.nodes), 0))
    found = own_ranking(shipped, weights)
    assert found["rank"].isna().all() and found["ranked"].eq(0).all() and found["maturity"].eq("x").all()
    assert not own_bands(shipped, weights).ranks.any()
    with pytest.raises(ValueError, match="every weight is 0"):
        own_framework(shipped, weights)


def test_mean_that_meets_a_0_is_told_as_a_problem(folder: Path) -> None:
    children = {"both": {"aggregate": "arithmetic", "children": {"a": {}, "b": {}}}, "c": {}}
    values = {"a": {"01": 0.0, "02": 5.0}, "b": {"01": 7.0, "02": 3.0}, "c": {"01": 6.0, "02": 9.0}}
    method = {"aggregate": "geometric", "normalise": {"using": "goalposts", "range": [0, 100]}}
    for child in (*children["both"]["children"].values(), children["c"]):
        child["goalposts"] = [0, 10]
    prepared = prepare(opened(folder / "zero", children, values, method=method), 2020, draws=2)
    assert own_ranking(prepared, weights_of(prepared.nodes, {}))["score"].notna().all()
    with pytest.raises(InputProblems) as refused:
        own_ranking(prepared, weights_of(prepared.nodes, {"b": 0}))
    assert [problem.code for problem in refused.value.problems] == ["mean-not-positive"]


def test_points_left_alone_keep_the_exact_weights_of_the_framework(shipped: Prepared) -> None:
    nodes = shipped.nodes
    points = framework_points(nodes)
    assert points["governance"] == 25 and points["public_service"] == 46 and "spbe_policy" not in points
    assert changed(nodes, points) == {} == changed(nodes, {})
    shares = shares_of(nodes, weights_of(nodes, points))
    assert shares["public_service"] == pytest.approx(0.455) and shares["poverty"] == 0.5
    moved = shares_of(nodes, weights_of(nodes, {"governance": 50}))
    assert moved["governance"] == pytest.approx(0.4) and moved["living"] == pytest.approx(0.2)
    assert {family.parent.id for family in families(nodes)} >= {"masterplan", "governance", "bureaucracy"}
    assert dimension_of(nodes, "spbe_management") == "governance"
    with pytest.raises(KeyError):
        dimension_of(nodes, "masterplan")


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_shares_add_up_and_only_what_has_weight_has_one(shipped: Prepared, data: st.DataObject) -> None:
    names = framework_points(shipped.nodes)
    points = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(names, st.integers(0, 100))))
    weights = weights_of(shipped.nodes, points)
    shares = shares_of(shipped.nodes, weights)
    for family in families(shipped.nodes):
        found = [shares[child.id] for child in family.children]
        assert sum(found) == pytest.approx(1.0 if weights[family.parent.id] else 0.0)
        assert all((share > 0) == (weights[child.id] > 0) for share, child in zip(found, family.children, strict=True))
