"""What must hold whatever the figures are."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metrics.scoring import scored

FIGURES = st.lists(st.integers(0, 400).map(lambda quarters: quarters / 4), min_size=3, max_size=9)
SLOW = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
GOALPOSTS = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}


def solve(children: dict[str, Any], values: dict[str, list[float]], **keys: Any) -> dict[tuple[str, str], Any]:
    named = {name: {f"R{i}": x for i, x in enumerate(column)} for name, column in values.items()}
    with tempfile.TemporaryDirectory() as folder:
        return scored(Path(folder), children, named, **keys)


def score_of(rows: dict[tuple[str, str], Any], node: str) -> list[float]:
    return [row.score for (_, name), row in sorted(rows.items()) if name == node]


def close(expected: list[float]) -> Any:
    return pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True)


@given(figures=FIGURES, factor=st.sampled_from([0.5, 3, 1e6]), shift=st.sampled_from([-7.0, 0.0, 1e4]))
@SLOW
def test_scale_direction_and_ties(figures: list[float], factor: float, shift: float) -> None:
    """Units do not matter to minmax; turning direction and sign together changes nothing, direction alone mirrors."""
    values = {
        "x": figures,
        "scaled": [factor * x + shift for x in figures],
        "negative": [-x for x in figures],
    }
    children: dict[str, Any] = {
        "x": {},
        "scaled": {},
        "negative": {"direction": "lower"},
        "mirrored": {"variable": "x", "direction": "lower"},
    }
    rows = solve(children, values)
    plain = score_of(rows, "x")
    assert score_of(rows, "scaled") == pytest.approx(plain, rel=1e-6, abs=1e-6, nan_ok=True)
    assert score_of(rows, "negative") == close(plain)
    assert score_of(rows, "mirrored") == close([100 - x for x in plain])
    if len(set(figures)) > 1:
        for i, x in enumerate(figures):
            assert rows[f"R{i}", "x"].rank == 1 + sum(other > x for other in figures)  # ties share the smaller
        assert min(plain) == 0 and max(plain) == 100
    else:
        assert all(row.score != row.score for (_, node), row in rows.items() if node == "x")


@given(
    figures=st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=2, max_size=8),
    raised=st.integers(1, 60),
    weight=st.sampled_from([0.1, 1, 3]),
)
@SLOW
def test_doing_better_never_scores_less(figures: list[tuple[int, int]], raised: int, weight: float) -> None:
    """The last region is the first with a higher figure of x; with goalposts nobody else's score moves."""
    doubled = [*figures, (figures[0][0] + raised, figures[0][1])]
    children: dict[str, Any] = {"x": GOALPOSTS | {"weight": weight}, "y": GOALPOSTS}
    rows = solve(children, {"x": [x for x, _ in doubled], "y": [y for _, y in doubled]})
    index = score_of(rows, "index")
    assert index[-1] >= index[0]
    assert rows[f"R{len(figures)}", "index"].rank <= rows["R0", "index"].rank
    alone = solve(children, {"x": [x for x, _ in figures], "y": [y for _, y in figures]})
    assert score_of(alone, "index") == index[:-1]


@given(figures=FIGURES, constant=st.sampled_from([-3.0, 0.0, 8.5]), over=st.sampled_from(["year", "all_years"]))
@SLOW
def test_a_constant_child_changes_nothing(figures: list[float], constant: float, over: str) -> None:
    """It tells nothing, so under minmax it has no normalised value and stays out of the mean."""
    children: dict[str, Any] = {
        "without": {"children": {"x": {}, "y": {}}},
        "with": {
            "children": {
                "x_again": {"variable": "x"},
                "y_again": {"variable": "y"},
                "constant": {"weight": 5},
            }
        },
    }
    values = {"x": figures, "y": [(x * 7) % 11 for x in figures], "constant": [constant for _ in figures]}
    rows = solve(children, values, method={"normalise": {"using": "minmax", "over": over}})
    assert score_of(rows, "with") == close(score_of(rows, "without"))


@given(figures=FIGURES, aggregate=st.sampled_from(["arithmetic", "geometric", "harmonic", "minimum", "power"]))
@SLOW
def test_a_mean_lies_between_its_children(figures: list[float], aggregate: str) -> None:
    children: dict[str, Any] = {"x": GOALPOSTS, "y": GOALPOSTS}
    keys = {"method": {"normalise": {"range": [1, 100]}, "aggregate": aggregate, "p": 2}}
    rows = solve(children, {"x": figures, "y": figures[::-1]}, **keys)
    for low, high, mean in zip(*(score_of(rows, node) for node in ("x", "y", "index")), strict=True):
        assert min(low, high) - 1e-9 <= mean <= max(low, high) + 1e-9
