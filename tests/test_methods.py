"""Every formula of normalising and aggregating, on published examples or on figures worked by hand.

An example that cites no source is worked by hand in the lines beside it.
"""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.worked import SOLVERS, Solve, Values, close, column, solve_with

SPREAD = {"A": 10.0, "B": 20.0, "C": 20.0, "D": 50.0}
MINMAX = {"using": "minmax"}


@pytest.fixture(params=SOLVERS)
def solve(request: pytest.FixtureRequest, tmp_path: Path) -> Solve:
    return partial(solve_with, request.param, tmp_path)


NORMALISED: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, float]]] = {
    # Minimum 10, maximum 50: (20 - 10) / 40 is a quarter.
    "minmax": ({}, {}, {"A": 0, "B": 25, "C": 25, "D": 100}),
    "minmax onto a range": ({"range": [1, 5]}, {}, {"A": 1, "B": 2, "C": 2, "D": 5}),
    "minmax, lower is better": ({}, {"direction": "lower"}, {"A": 100, "B": 75, "C": 75, "D": 0}),
    # ln 10, ln 20, ln 50 between ln 10 and ln 50.
    "minmax on a logarithm": (
        {},
        {"scale": "log"},
        {"A": 0, "B": 100 * math.log(2) / math.log(5), "C": 100 * math.log(2) / math.log(5), "D": 100},
    ),
    # Mean 25, squares 225 + 25 + 25 + 625 = 900, sd = sqrt(900 / 3).
    "zscore": (
        {"using": "zscore"},
        {},
        {
            "A": -15 / math.sqrt(300),
            "B": -5 / math.sqrt(300),
            "C": -5 / math.sqrt(300),
            "D": 25 / math.sqrt(300),
        },
    ),
    "zscore around 100, lower is better": (
        {"using": "zscore", "mean": 100, "sd": 10},
        {"direction": "lower"},
        {
            "A": 100 + 150 / math.sqrt(300),
            "B": 100 + 50 / math.sqrt(300),
            "C": 100 + 50 / math.sqrt(300),
            "D": 100 - 250 / math.sqrt(300),
        },
    ),
    "goalposts": (
        {"using": "goalposts"},
        {"goalposts": [15, 40]},
        {"A": 0, "B": 20, "C": 20, "D": 100},
    ),
    "goalposts, lower is better": (
        {"using": "goalposts"},
        {"goalposts": [40, 15], "direction": "lower"},
        {"A": 100, "B": 80, "C": 80, "D": 0},
    ),
    "rank": ({"using": "rank"}, {}, {"A": 1, "B": 2, "C": 2, "D": 4}),
    "rank, lower is better": ({"using": "rank"}, {"direction": "lower"}, {"A": 4, "B": 2, "C": 2, "D": 1}),
    "borda": ({"using": "borda"}, {}, {"A": 0, "B": 1, "C": 1, "D": 3}),
    "percentile": ({"using": "percentile"}, {}, {"A": 0, "B": 100 / 3, "C": 100 / 3, "D": 100}),
    "distance_to_max": ({"using": "distance_to_max"}, {}, {"A": 0, "B": 25, "C": 25, "D": 100}),
    # From 10 to the reference's 20: D is capped.
    "distance_to_reference": (
        {"using": "distance_to_reference", "reference": "B"},
        {},
        {"A": 0, "B": 100, "C": 100, "D": 100},
    ),
    "distance_to_reference at the worst value": (
        {"using": "distance_to_reference", "reference": "A"},
        {},
        {"B": 100, "C": 100, "D": 100},
    ),
    "distance_to_target": (
        {"using": "distance_to_target"},
        {"target": 60},
        {"A": 0, "B": 20, "C": 20, "D": 80},
    ),
    # Turned: from -50 to -18; 20 is 30 of 32 on the way, 10 is beyond.
    "distance_to_target, lower is better": (
        {"using": "distance_to_target"},
        {"target": 18, "direction": "lower"},
        {"A": 100, "B": 93.75, "C": 93.75, "D": 0},
    ),
    "fraction_of_max": ({"using": "fraction_of_max"}, {}, {"A": 20, "B": 40, "C": 40, "D": 100}),
}


@pytest.mark.parametrize("name", NORMALISED)
def test_normaliser(solve: Solve, name: str) -> None:
    how, keys, expected = NORMALISED[name]
    tables = solve({"x": keys}, {"x": SPREAD}, method={"normalise": MINMAX | how})
    assert column(tables, "normalised", "x") == close(expected)
    assert column(tables, "treated", "x") == SPREAD  # natural units up to here


@pytest.mark.parametrize("using", ["minmax", "zscore", "distance_to_max", "distance_to_target"])
def test_constant_indicator_has_no_information(solve: Solve, using: str) -> None:
    values = {"x": dict.fromkeys("ABC", 7.0), "y": {"A": 1.0, "B": 2.0, "C": 5.0}}
    tables = solve({"x": {"target": 9}, "y": {"target": 5}}, values, method={"normalise": {"using": using}})
    assert column(tables, "normalised", "x") == {}
    assert column(tables, "score", "index") == close(column(tables, "normalised", "y"))
    assert column(tables, "coverage", "index") == dict.fromkeys("ABC", 1)  # there are figures; they say nothing


@pytest.mark.parametrize(
    ("using", "expected"), [("rank", 1), ("borda", 0), ("percentile", 0), ("fraction_of_max", 100)]
)
def test_constant_indicator_under_the_other_normalisers(solve: Solve, using: str, expected: float) -> None:
    tables = solve({"x": {}}, {"x": dict.fromkeys("ABC", 7.0)}, method={"normalise": {"using": using}})
    assert column(tables, "normalised", "x") == close(dict.fromkeys("ABC", expected))


# A has children 20 and 80; B has 50 and 50; C lacks the second.
CHILDREN = {"x": {"A": 20.0, "B": 50.0, "C": 40.0}, "y": {"A": 80.0, "B": 50.0, "C": None}}
AGGREGATED = {
    # Weights 1 and 3.
    "arithmetic": ({}, {"A": 65, "B": 50, "C": 40}),
    "geometric": ({}, {"A": 20**0.25 * 80**0.75, "B": 50, "C": 40}),
    "harmonic": ({}, {"A": 4 / (1 / 20 + 3 / 80), "B": 50, "C": 40}),
    "power": ({"p": 2}, {"A": math.sqrt((400 + 3 * 6400) / 4), "B": 50, "C": 40}),
    "minimum": ({}, {"A": 20, "B": 50, "C": 40}),
    # A: M = 65 with weights, S^2 = 2 * 30^2 / 1 without. Equal children, or one, have no penalty.
    "mazziotta_pareto": ({}, {"A": 65 - 1800 / 65, "B": 50, "C": 40}),
    # A beats B on y, of weight 3. C shares x alone: beats A, loses to B. B loses to A and beats C.
    "copeland": ({}, {"A": 0, "B": 0, "C": 0}),
}


@pytest.mark.parametrize("name", AGGREGATED)
def test_aggregation_over_the_children_present(solve: Solve, name: str) -> None:
    keys, expected = AGGREGATED[name]
    method = {"normalise": {"using": "goalposts"}, "aggregate": name} | keys
    leaf = {"goalposts": [0, 100]}
    tables = solve({"x": leaf, "y": leaf | {"weight": 3}}, CHILDREN, method=method)
    assert column(tables, "score", "index") == close(expected)
    assert column(tables, "coverage", "index") == {"A": 1, "B": 1, "C": 0.25}


@pytest.mark.parametrize(("least", "scored"), [(0.25, "ABC"), (0.26, "AB")])
def test_minimum_coverage_is_a_least_share_of_weight(solve: Solve, least: float, scored: str) -> None:
    method = {"normalise": {"using": "goalposts"}, "minimum_coverage": least}
    leaf = {"goalposts": [0, 100]}
    tables = solve({"x": leaf, "y": leaf | {"weight": 3}}, CHILDREN, method=method)
    assert "".join(column(tables, "score", "index")) == scored


def test_copeland_counts_exactly_one_half_as_nothing(solve: Solve) -> None:
    """0.1 + 0.2 against 0.3 is one half, though not in binary floating point."""
    values: Values = {"x": {"A": 9.0, "B": 1.0}, "y": {"A": 9.0, "B": 1.0}, "z": {"A": 1.0, "B": 9.0}}
    children = {"x": {"weight": 0.1}, "y": {"weight": 0.2}, "z": {"weight": 0.3}}
    tables = solve(children, values, method={"aggregate": "copeland"})
    assert column(tables, "score", "index") == {"A": 0, "B": 0}
    assert column(tables, "rank", "index") == {"A": 1, "B": 1}


def test_copeland_of_three_regions_and_five_indicators(solve: Solve) -> None:
    """A beats B on 4 of 6 parts of weight, C beats A on 4 and B on 4."""
    values: Values = {
        "income": {"A": 25.0, "B": 45.0, "C": 20.0},
        "unemployment": {"A": 0.15, "B": 0.1, "C": 0.08},
        "waste": {"A": 0.4, "B": 0.7, "C": 0.35},
        "inequality": {"A": 9.2, "B": 13.2, "C": 5.3},
        "crime": {"A": 40.0, "B": 52.0, "C": 80.0},
    }
    children: dict[str, Any] = {name: {"direction": "lower"} for name in values}
    children["income"] = {}
    children["waste"]["weight"] = 2
    tables = solve(children, values, method={"aggregate": "copeland"})
    assert column(tables, "score", "index") == {"A": 0, "B": -2, "C": 2}


def test_undp_human_development_index(solve: Solve) -> None:
    """Human Development Report 2015, table 1 (HDI 2014): Norway 0.944 and Australia 0.935.

    Goalposts by its technical note 1; expected years of schooling count 18 at most: Australia's case.
    """
    goalposts = {"life": [20, 85], "expected": [0, 18], "mean": [0, 15], "income": [100, 75000]}
    leaf = {name: {"goalposts": ends} for name, ends in goalposts.items()}
    education = {"aggregate": "arithmetic", "children": {"expected": leaf["expected"], "mean": leaf["mean"]}}
    values: Values = {
        "life": {"AUS": 82.4, "NOR": 81.6},
        "expected": {"AUS": 20.2, "NOR": 17.5},
        "mean": {"AUS": 13.0, "NOR": 12.6},
        "income": {"AUS": 42261.0, "NOR": 64992.0},
    }
    tables = solve(
        {"life": leaf["life"], "education": education, "income": leaf["income"] | {"scale": "log"}},
        values,
        method={"normalise": {"using": "goalposts", "range": [0, 1]}, "aggregate": "geometric"},
    )
    assert column(tables, "score", "index") == pytest.approx({"AUS": 0.935, "NOR": 0.944}, abs=5e-4)
