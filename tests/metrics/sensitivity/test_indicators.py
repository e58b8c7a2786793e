"""What each indicator does: left out against the chain, correlations and components against numpy and scipy."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from metrics.bands import bands_of
from metrics.results import Results
from metrics.sensitivity.certainty import Certainty, certainty
from metrics.sensitivity.components import components
from metrics.sensitivity.correlations import METHODS, alphas, correlations, cronbach_alpha, flagged
from metrics.sensitivity.indicator_scores import indicator_scores
from metrics.sensitivity.influence import effective_weights, influence
from metrics.sensitivity.leave_one_out import leave_one_out
from tests.metrics.scoring import YEAR, opened

LEAVES = ("a", "b", "c", "d", "e")
MATURITY = {"levels": [{"from": start, "title": str(start)} for start in (0, 30, 60)]}


def tree(**leaves: Any) -> dict[str, Any]:
    """Five indicators; `leaves` are keys of some of them."""
    own = {name: leaves.get(name, {}) for name in LEAVES}
    return {
        "one": {"children": {"a": own["a"], "b": own["b"] | {"direction": "lower"}}},
        "two": {"weight": 2, "minimum_coverage": 0.5, "children": {"c": own["c"] | {"weight": 3}, "d": own["d"]}},
        "three": {"children": {"e": own["e"]}},
    }


def figures(gaps: float = 0.15) -> dict[str, dict[str, float | None]]:
    drawn = np.random.default_rng(11)
    common = drawn.normal(size=20)
    return {
        name: {f"r{i:02d}": None if drawn.random() < gaps else float(common[i] + drawn.normal()) for i in range(20)}
        for name in LEAVES
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Results]:
    """Twenty regions, of which some lack some figures."""
    folder = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TELADAN_CACHE", str(folder / "cache"))
        yield opened(folder, tree(), figures(), maturity=MATURITY)


def test_leaving_out_is_what_the_chain_gives_without_the_indicator(folder: Path, small: Results) -> None:
    found = leave_one_out(small, YEAR)
    assert found.nodes == LEAVES
    nominal = small.ranking(YEAR).set_index("region")
    table = found.table().set_index("node")
    for at, name in enumerate(LEAVES):
        (folder / name).mkdir()
        without = opened(folder / name, tree(**{name: {"status": "shown"}}), figures(), maturity=MATURITY)
        again = without.ranking(YEAR).set_index("region").reindex(nominal.index)
        shift = pd.Series(found.shifts[at], index=found.bands.regions).reindex(nominal.index)
        pd.testing.assert_series_equal(shift, again["rank"] - nominal["rank"], check_names=False, check_dtype=False)
        size = (again["rank"] - nominal["rank"]).abs()
        row = table.loc[name]
        assert (row["mean"], row["median"], row["largest"]) == pytest.approx((size.mean(), size.median(), size.max()))
        assert size[row["moved"]] == size.max()
        both = nominal["score"].notna() & again["score"].notna()
        assert row["levels"] == (nominal["maturity"] != again["maturity"])[both].sum()
        region = nominal.index[3]
        own = found.of_region(region).set_index("node").loc[name]
        assert own["rank"] == again["rank"][region]
        assert own["ranked"] == again["rank"].notna().sum()
        assert own["shift"] == again["rank"][region] - nominal["rank"][region]
    most = found.moved_most("c", 3)
    assert len(most) == 3 and abs(most["shift"][0]) == table.loc["c", "largest"]


def test_an_only_indicator_cannot_be_left_out(folder: Path) -> None:
    found = leave_one_out(opened(folder, {"a": {}}, {"a": {"r1": 1.0, "r2": 2.0}}), YEAR)
    assert found.nodes == () and found.table().empty


def test_effective_weights_are_products_of_shares(small: Results) -> None:
    weights = effective_weights(small)
    assert {name: weights[name] for name in LEAVES} == pytest.approx(
        {"a": 1 / 8, "b": 1 / 8, "c": 3 / 8, "d": 1 / 8, "e": 1 / 4}
    )


def test_influence_is_the_squared_correlation_with_the_score(small: Results) -> None:
    table = influence(small, YEAR).set_index("node")
    assert table["parent"].tolist() == ["one", "one", "two", "two", "index"]
    scores = small.scores(YEAR).pivot(index="region", columns="node", values="score")
    for name in LEAVES:
        for column, above in (("with_root", "index"), ("with_parent", table.loc[name, "parent"])):
            both = scores[[name, above]].dropna()
            assert table.loc[name, column] == pytest.approx(stats.pearsonr(both[name], both[above])[0])
    helping = table["explained"].where(table["with_root"] > 0, 0)
    assert table["share"].to_numpy() == pytest.approx((helping / helping.sum()).to_numpy())
    assert table["share"].sum() == pytest.approx(1) and table["weight"].sum() == pytest.approx(1)


def test_an_indicator_that_hardly_varies_departs_from_its_weight(folder: Path) -> None:
    drawn = np.random.default_rng(2)
    spread = {"a": 30.0, "b": 1.0}
    values = {name: {f"r{i}": 50 + sd * x for i, x in enumerate(drawn.normal(size=30))} for name, sd in spread.items()}
    leaf = {"normalise": {"using": "goalposts"}, "goalposts": [-1000, 1000]}
    table = influence(opened(folder, {"a": leaf, "b": leaf}, values), YEAR).set_index("node")
    assert table.loc["b", "departs"] == -1 and table.loc["a", "share"] > 0.9
    assert table["weight"].tolist() == [0.5, 0.5]


@pytest.mark.parametrize("method", METHODS)
def test_correlations_are_those_of_scipy_pair_by_pair(small: Results, method: Any) -> None:
    scores = indicator_scores(small, YEAR)
    assert scores.isna().any().any()
    matrix = correlations(scores, method)
    expected = {"pearson": stats.pearsonr, "spearman": stats.spearmanr, "kendall": stats.kendalltau}[method]
    for one in LEAVES:
        for other in LEAVES:
            both = (
                scores[[one, other]].dropna() if one != other else scores[[one]].dropna().assign(**{other: scores[one]})
            )
            assert matrix.loc[one, other] == pytest.approx(expected(both[one], both[other])[0], abs=1e-12)


def test_kendall_is_tau_b_over_ties() -> None:
    ties = pd.DataFrame({"x": [1.0, 1, 2, 2, 3], "y": [1.0, 2, 2, 2, 1]})
    assert correlations(ties, "kendall").loc["x", "y"] == pytest.approx(stats.kendalltau(ties["x"], ties["y"])[0])


def test_pairs_worth_a_look_are_flagged() -> None:
    names = ["a", "b", "c"]
    matrix = pd.DataFrame([[1, 0.95, -0.5], [0.95, 1, -0.4], [-0.5, -0.4, 1]], names, names)
    assert flagged(matrix).to_dict("records") == [
        {"one": "a", "other": "b", "correlation": 0.95, "flag": "redundant"},
        {"one": "a", "other": "c", "correlation": -0.5, "flag": "trade-off"},
    ]
    assert flagged(matrix * np.nan).empty


def test_alpha_of_parallel_and_of_unrelated_indicators() -> None:
    x = np.random.default_rng(3).normal(size=200)
    assert cronbach_alpha(pd.DataFrame({"a": x, "b": x, "c": x})) == pytest.approx(1)
    # Three standardised indicators whose correlations are all r have alpha 3 r / (1 + 2 r).
    covariance = np.full((3, 3), 0.4) + 0.6 * np.eye(3)
    drawn = np.random.default_rng(5).normal(size=(50, 3))
    drawn = (drawn - drawn.mean(axis=0)) @ np.linalg.inv(np.linalg.cholesky(np.cov(drawn, rowvar=False))).T
    shaped = pd.DataFrame(drawn @ np.linalg.cholesky(covariance).T)
    assert cronbach_alpha(shaped) == pytest.approx(3 * 0.4 / (1 + 2 * 0.4))
    assert np.isnan(cronbach_alpha(pd.DataFrame({"a": x})))


def test_alphas_are_of_the_children_of_each_composite(small: Results) -> None:
    scores = small.scores(YEAR).pivot(index="region", columns="node", values="score")
    table = alphas(small, YEAR)
    assert table["node"].tolist() == ["index", "one", "two", "index"] and table["children"].tolist() == [3, 2, 2, 5]
    covariance = scores[["c", "d"]].cov()
    assert table["alpha"][2] == pytest.approx(2 * (1 - np.trace(covariance) / covariance.to_numpy().sum()))
    assert table["alpha"][3] == cronbach_alpha(scores[list(LEAVES)]) and table["whole"].tolist() == [False] * 3 + [True]


def test_components_are_those_of_the_singular_values() -> None:
    scores = pd.DataFrame(figures(0.02)).assign(flat=1.0)
    found = components(scores)
    assert found is not None
    whole = scores.dropna()[list(LEAVES)]
    assert found.rows == len(whole) < len(scores) and list(found.loadings.index) == list(LEAVES)
    standardised = stats.zscore(whole.to_numpy(), ddof=1)
    _, singular, vectors = np.linalg.svd(standardised, full_matrices=False)
    np.testing.assert_allclose(found.eigenvalues, singular**2 / (len(whole) - 1), rtol=1e-9)
    expected = vectors.T * np.sqrt(found.eigenvalues)
    np.testing.assert_allclose(np.abs(found.loadings), np.abs(expected), rtol=1e-9)
    for at, column in enumerate(found.loadings.T.to_numpy()):
        assert column[np.abs(column).argmax()] > 0
        component = standardised @ (column / np.sqrt(found.eigenvalues[at]))
        assert np.corrcoef(component, whole["a"])[0, 1] == pytest.approx(column[0])
    assert found.shares.sum() == pytest.approx(1)
    assert found.above_one == (found.eigenvalues > 1).sum()


def test_too_little_to_take_components_of() -> None:
    assert components(pd.DataFrame({"a": [1.0, 2, 3], "b": [1.0, 1, 1]})) is None
    assert components(pd.DataFrame({"a": [1.0, 2, np.nan], "b": [1.0, np.nan, 1]})) is None


def test_certainty_counts_bands_and_levels() -> None:
    steady, either = [90.0] * 20, [70.0, 50.0] * 10
    scores = np.column_stack([steady, either, either[::-1], [np.nan] * 20])
    bands = bands_of(("a", "b", "c", "d"), ("",) * 4, scores)
    assert certainty(bands, [60]) == Certainty(3, 2, 1)
    assert certainty(bands, []) == Certainty(3, 2, None)
    assert certainty(bands_of(("d",), ("",), scores[:, 3:]), [60]) == Certainty(0, None, None)
