"""Sobol indices: a function whose indices are known, and the ranking by the same path."""

import functools
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner
from SALib.analyze import sobol as salib

from metrics.cli import main
from metrics.draws.assumptions import AS_WRITTEN, Alternative, Assumptions
from metrics.draws.cells import counted
from metrics.draws.sampled import inputs, sampled_parameters
from metrics.framework import Method
from metrics.results import Results
from metrics.robustness import drawn_framework, scored
from metrics.sensitivity.drivers import drivers, leaders
from metrics.sensitivity.kept_drivers import kept_drivers
from metrics.sensitivity.sobol import Factors, indices, saltelli, sobol
from tests.metrics.scoring import YEAR, opened
from tests.metrics.test_robustness import scored_again

ISHIGAMI = Factors(("x1", "x2", "x3"), ((-np.pi, np.pi),) * 3, ("x1", "x2", "x3"))
GEOMETRIC = (AS_WRITTEN, Alternative(Method(aggregate="geometric")))


def ishigami(x: np.ndarray) -> np.ndarray:
    return (np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0]))[:, None]


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Results:
    """Twelve regions, five indicators in two dimensions."""
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path / "cache"))
    drawn = np.random.default_rng(7)
    leaf = {"error": {"relative": 0.1}}
    children = {
        "one": {"children": {"a": leaf, "b": {}}},
        "two": {"weight": 2, "children": {"c": {}, "d": {}}},
        "e": {},
    }
    values = {name: {f"r{i:02d}": float(x) for i, x in enumerate(drawn.uniform(1, 9, 12))} for name in "abcde"}
    return opened(tmp_path, children, values, method={"normalise": {"using": "minmax", "range": [1, 100]}})


def test_ishigami_function_has_its_known_indices() -> None:
    found = sobol(ishigami, ISHIGAMI, 4096, seed=1)
    assert found.first[:, 0] == pytest.approx([0.314, 0.442, 0], abs=0.03)
    assert found.total[:, 0] == pytest.approx([0.558, 0.442, 0.244], abs=0.03)
    assert (found.total_half_width < 0.06).all() and (found.first_half_width < 0.1).all()


def test_indices_are_those_of_salib_output_by_output() -> None:
    factors = Factors(("x1", "x2", "x3"), ISHIGAMI.bounds, ("x", "y", "x"))
    sample = saltelli(factors, 256, seed=3)
    outputs = np.column_stack([ishigami(sample)[:, 0] + 100, sample[:, 0], sample[:, 1] * sample[:, 2]])
    found = indices(factors, outputs, seed=3)
    assert found.sources == ("x", "y")
    for i, output in enumerate(outputs.T):
        expected = salib.analyze(factors.problem(), output, calc_second_order=False, num_resamples=500, seed=3)
        assert found.first[:, i] == pytest.approx(expected["S1"], abs=1e-9)
        assert found.total[:, i] == pytest.approx(expected["ST"], abs=1e-9)
        assert found.first_half_width[:, i] == pytest.approx(expected["S1_conf"], rel=0.25, abs=1e-9)
        assert found.total_half_width[:, i] == pytest.approx(expected["ST_conf"], rel=0.25, abs=1e-9)


def test_what_never_changes_has_no_driver_and_what_is_missing_none_known() -> None:
    outputs = np.column_stack([ishigami(saltelli(ISHIGAMI, 8, 1))[:, 0], np.full(40, 3.0), np.full(40, np.nan)])
    found = indices(ISHIGAMI, outputs, 1)
    assert (found.total[:, 1] == 0).all() and (found.first[:, 1] == 0).all()
    assert np.isnan(found.total[:, 2]).all()
    still = indices(ISHIGAMI, np.full((40, 2), 3.0), 1)
    assert (still.total == 0).all() and (still.first_half_width == 0).all()


def test_base_sample_is_a_power_of_two() -> None:
    with pytest.raises(ValueError, match="power of two"):
        saltelli(ISHIGAMI, 1000, 1)


def test_a_sampled_draw_is_what_score_gives_for_its_framework(small: Results, tmp_path: Path) -> None:
    nodes = counted(small.nodes)
    varied = Assumptions(weights=0.25, choices={"aggregate": GEOMETRIC}, leave_out=True)
    columns = inputs(varied, nodes)
    weighed = [name for source, name in columns if source == "weights"]
    assert weighed == ["one", "a", "b", "two", "c", "d", "e"]
    sample = np.random.default_rng(5).random((6, len(columns)))
    parameters = sampled_parameters(varied, nodes, sample, seed=1)
    assert (parameters.left_out[1:] >= 0).any() and set(parameters.choices[:, 0]) == {0, 1}
    found = scored(small, YEAR, parameters)
    for draw in range(len(parameters)):
        again = scored_again(tmp_path, small, YEAR, drawn_framework(small, found, draw))
        np.testing.assert_allclose(found.own[draw], again["score"].astype(float), rtol=1e-9)


def test_inputs_reach_the_ends_of_what_they_stand_for(small: Results) -> None:
    nodes = counted(small.nodes)
    varied = Assumptions(weights=0.25, choices={"aggregate": GEOMETRIC}, leave_out=True, errors=True)
    ends = np.array([[0.0], [0.5], [1.0]]) * np.ones(len(inputs(varied, nodes)))
    parameters = sampled_parameters(varied, nodes, ends, seed=1)
    two = [node.id for node in nodes].index("two")
    assert parameters.weights[:, two] == pytest.approx([2, 1.5, 2, 2.5])
    assert parameters.choices[:, 0].tolist() == [0, 0, 1, 1]
    assert [None if at < 0 else nodes[at].id for at in parameters.left_out] == [None, None, "c", "e"]
    errors = parameters.errors(0, 5)
    assert (errors[0] == 0).all() and len(np.unique(errors[1:, 0])) == 3
    dirichlet = sampled_parameters(Assumptions(dirichlet=20), nodes, np.random.default_rng(1).random((4000, 7)), 1)
    share = dirichlet.weights[1:, two] / dirichlet.weights[1:, [1, two, 7]].sum(axis=1)
    assert share.mean() == pytest.approx(0.5, abs=0.01)
    assert share.std() == pytest.approx(np.sqrt(0.25 / 21), rel=0.05)


def test_equal_inputs_have_equal_errors(small: Results) -> None:
    nodes = counted(small.nodes)
    sample = np.repeat([[0.2], [0.9]], 40, axis=0)
    parameters = sampled_parameters(Assumptions(errors=True), nodes, sample, seed=1)
    drawn = np.concatenate([parameters.errors(block, 12) for block in (0, 1)])
    assert len(drawn) == 81 and (drawn[1:41] == drawn[1]).all() and (drawn[41:] == drawn[80]).all()
    assert (drawn[1] != drawn[80]).all()


def test_index_of_all_outputs_together_weighs_them_by_their_variance() -> None:
    sample = saltelli(ISHIGAMI, 1024, seed=2)
    outputs = np.column_stack([ishigami(sample)[:, 0], 5 * sample[:, 0], sample[:, 2] - 50])
    alone, together = (indices(ISHIGAMI, outputs, 2, together=both) for both in (False, True))
    variance = outputs.var(axis=0)
    for name in ("first", "total"):
        expected = getattr(alone, name) @ variance / variance.sum()
        assert getattr(together, name)[:, 0] == pytest.approx(expected, abs=2e-3)
    assert (together.total_half_width < 0.1).all() and (together.total_half_width > 0.001).all()


def test_the_only_source_that_moves_ranks_is_all_of_it(small: Results) -> None:
    found = drivers(small, YEAR, Assumptions(weights=1e-9, leave_out=True), base=64)
    for table in (found.of_ranks(), found.of_shift()):
        assert table["source"].tolist() == ["leave_out", "weights"]
        assert table["total"].tolist() == pytest.approx([1, 0], abs=0.3)
        assert leaders(table) == ("leave_out",)
    assert found.runs == 64 * 4
    moved = [region for region in found.regions if leaders(found.of_region(region))]
    assert found.strongest().to_dict("records")[0] == {"source": "leave_out", "regions": len(moved)}


def test_what_the_intervals_do_not_tell_apart_leads_together() -> None:
    table = pd.DataFrame({
        "source": ["a", "b", "c"], "total": [0.5, 0.45, 0.1], "low": [0.46, 0.43, 0.08], "high": [0.54, 0.47, 0.12],
    })  # fmt: skip
    assert leaders(table) == ("a", "b")
    assert leaders(table.assign(total=0.0)) == () == leaders(table.assign(total=np.nan))


def test_shares_need_two_sources_and_a_ranking(small: Results, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two sources"):
        drivers(small, YEAR, Assumptions(weights=0.1), base=8)
    (tmp_path / "gaps").mkdir()
    halves = {"a": {"r1": 1.0, "r2": 2.0, "r3": None}, "b": {"r1": None, "r2": None, "r3": 3.0}}
    leaf = {"normalise": {"using": "goalposts"}, "goalposts": [0, 5]}
    unranked = opened(tmp_path / "gaps", {"a": leaf, "b": leaf}, halves, minimum_coverage=1)
    with pytest.raises(ValueError, match="nothing is ranked"):
        drivers(unranked, YEAR, Assumptions(weights=0.1, leave_out=True), base=8)


def test_drivers_are_computed_once(small: Results, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = functools.partial(drivers, base=32)
    monkeypatch.setattr("metrics.sensitivity.kept_drivers.drivers", quick)
    first = kept_drivers(small, YEAR)
    monkeypatch.setattr("metrics.sensitivity.kept_drivers.drivers", lambda *_, **__: pytest.fail("computed again"))
    again = kept_drivers(small, YEAR)
    assert (first.regions, first.runs) == (again.regions, again.runs)
    pd.testing.assert_frame_equal(first.of_ranks(), again.of_ranks())
    pd.testing.assert_frame_equal(first.of_shift(), again.of_shift())
    pd.testing.assert_frame_equal(first.of_region("r03"), again.of_region("r03"))


def test_weights_are_one_source_or_several(small: Results) -> None:
    varied = Assumptions(weights=0.25, errors=True)
    by_dimension = drivers(small, YEAR, varied, base=8, weights_by="dimension")
    assert by_dimension.ranks.sources == ("weights:one", "weights:two", "weights:e", "errors")
    each = drivers(small, YEAR, varied, base=8, weights_by="node")
    assert each.ranks.sources == (*(f"weights:{node}" for node in ("one", "a", "b", "two", "c", "d", "e")), "errors")


def test_the_command_writes_the_indices(small: Results, tmp_path: Path) -> None:
    options = ["sensitivity", "--data", str(small.data), "--framework", str(tmp_path / "framework.yaml")]
    options += ["--base", "16", "--fix", "errors", "--out", str(tmp_path / "indices.csv")]
    assert CliRunner().invoke(main, options).exit_code == 0
    table = pd.read_csv(tmp_path / "indices.csv")
    assert list(table) == [
        "year", "output", "source", "first", "first_half_width", "total", "total_half_width", "low", "high",
    ]  # fmt: skip
    assert set(table["output"]) == {"ranks", "shift", *small.regions()["region"]}
    odd = CliRunner().invoke(main, [*options, "--base", "10"])
    assert odd.exit_code == 2 and "power of two" in odd.stderr
