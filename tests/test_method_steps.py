"""Every step beside the formulae: what is carried, divided, imputed, treated, inherited, shown and ranked.

An example that cites no source is worked by hand in the lines beside it.
"""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.worked import SOLVERS, YEAR, Solve, Values, close, column, solve_with


@pytest.fixture(params=SOLVERS)
def solve(request: pytest.FixtureRequest, tmp_path: Path) -> Solve:
    return partial(solve_with, request.param, tmp_path)


# Microsoft's help pages of the Excel functions SKEW and KURT use these ten figures.
EXCEL = dict(zip("ABCDEFGHIJ", [3.0, 4.0, 5.0, 2.0, 3.0, 4.0, 5.0, 6.0, 4.0, 7.0], strict=True))


@pytest.mark.parametrize(
    ("limits", "treated"),
    [
        ({"skew": 0.359543, "kurtosis": -0.151800}, True),  # SKEW is 0.359543071, KURT -0.151799637
        ({"skew": 0.359544, "kurtosis": -0.151800}, False),
        ({"skew": 0.359543, "kurtosis": -0.151799}, False),
    ],
)
def test_limits_stand_between_six_decimals_of_excels_example(
    solve: Solve, limits: dict[str, float], treated: bool
) -> None:
    treat = {"winsorise": 0, "otherwise": "log"} | limits
    tables = solve({"x": {}}, {"x": EXCEL}, method={"treat": treat})
    logged = {region: math.log(x - 2 + 0.05) for region, x in EXCEL.items()}
    assert column(tables, "treated", "x") == close(logged if treated else EXCEL)


# One value of ten stands far out: beyond both of the usual limits, 2 and 3.5, until it is brought in to 6.
OUTLIERS = dict(zip("ABCDEFGHIJ", [1.0, 2.0, 3.0, 3.0, 4.0, 4.0, 5.0, 5.0, 6.0, 100.0], strict=True))


@pytest.mark.parametrize("turned", [1, -1])
def test_winsorising_brings_an_outlier_to_the_next_value(solve: Solve, turned: int) -> None:
    values = {region: turned * x for region, x in OUTLIERS.items()}
    tables = solve({"x": {}}, {"x": values}, method={"treat": {"winsorise": 5}})
    assert column(tables, "treated", "x") == values | {"J": turned * 6}


def test_winsorised_ties_move_together(solve: Solve) -> None:
    """Of 24 figures two are 100: one step takes both to 6, for the limit of 1 was not reached before it."""
    values = {f"R{i:02d}": 1.0 + i % 6 for i in range(22)} | {"R22": 100.0, "R23": 100.0}
    tables = solve({"x": {}}, {"x": values}, method={"treat": {"winsorise": 1}})
    assert column(tables, "treated", "x") == values | {"R22": 6, "R23": 6}


@pytest.mark.parametrize("otherwise", ["log", "none"])
def test_what_winsorising_cannot_mend(solve: Solve, otherwise: str) -> None:
    """Two different outliers, of which one may be moved; the logarithm is of the original figures."""
    values = {f"R{i:02d}": 1.0 + i % 4 for i in range(40)} | {"S": 80.0, "T": 100.0}
    tables = solve({"x": {}}, {"x": values}, method={"treat": {"winsorise": 1, "otherwise": otherwise}})
    logged = {region: math.log(x - 1 + 0.99) for region, x in values.items()}
    assert column(tables, "treated", "x") == close(logged if otherwise == "log" else values | {"T": 80.0})


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"using": "mean"}, {"D": 4, "E": 4}),
        ({"using": "median"}, {"D": 2, "E": 2}),
        (
            {"using": "mean", "by": "island"},
            {"D": 1.5},
        ),  # E is alone in the west: an empty group stays missing
    ],
)
def test_imputation(solve: Solve, how: dict[str, str], expected: dict[str, float]) -> None:
    figures = {"A": 1.0, "B": 2.0, "C": 9.0, "D": None, "E": None}
    islands = {"A": "east", "B": "east", "C": "south", "D": "east", "E": "west"}
    regions = {region: {"island": island} for region, island in islands.items()}
    tables = solve({"x": {}}, {"x": figures}, regions=regions, method={"impute": how})
    assert column(tables, "imputed", "x") == close({"A": 1, "B": 2, "C": 9} | expected)
    assert column(tables, "coverage", "x") == {"A": 1, "B": 1, "C": 1, "D": 0, "E": 0}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, {"A": 1.0, "B": 3.0}),
        ({"carry_forward": 1}, {"A": 1.0, "B": 3.0, "C": 18.0}),
        ({"carry_forward": 2}, {"A": 1.0, "B": 3.0, "C": 18.0, "D": 28.0}),
        ({"carry_forward": 2, "breaks": [YEAR - 1]}, {"A": 1.0, "B": 3.0, "C": 18.0}),
        ({"carry_forward": 2, "breaks": [YEAR]}, {"A": 1.0, "B": 3.0}),
    ],
)
def test_carry_forward(solve: Solve, keys: dict[str, Any], expected: dict[str, float]) -> None:
    older = [("C", "x", YEAR - 1, 18.0), ("C", "x", YEAR - 2, 17.0), ("D", "x", YEAR - 2, 28.0)]
    figures: Values = {"x": {"A": 1.0, "B": 3.0, "C": None, "D": None}}
    tables = solve({"x": keys}, figures, more=older, years=[YEAR, YEAR])
    assert column(tables, "raw", "x") == expected
    assert column(tables, "coverage", "x") == {region: float(region in "AB") for region in "ABCD"}


def test_denominators_are_of_the_figures_year_or_older(solve: Solve) -> None:
    """A: this year's. B: last year's. C: too old. D: at 0. E: last year's, as its carried figure is."""
    figures: Values = {"x": {"A": 8.0, "B": 6.0, "C": 5.0, "D": 4.0, "E": None}}
    people = [
        ("A", 0, 4.0),
        ("A", 1, 100.0),
        ("B", 1, 2.0),
        ("C", 2, 5.0),
        ("D", 0, 0.0),
        ("E", 0, 50.0),
        ("E", 1, 5.0),
    ]
    more = [(region, "people", YEAR - age, value) for region, age, value in people]
    more.append(("E", "x", YEAR - 1, 20.0))
    leaf = {"per": "people", "times": 1000, "carry_forward": 1}
    tables = solve({"x": leaf}, figures, more=more, years=[YEAR, YEAR])
    assert column(tables, "raw", "x") == {"A": 8, "B": 6, "C": 5, "D": 4, "E": 20}
    assert column(tables, "denominated", "x") == close({"A": 2000, "B": 3000, "E": 4000})
    assert column(tables, "coverage", "x") == {"A": 1, "B": 1, "C": 0, "D": 0, "E": 0}


@pytest.mark.parametrize(("over", "expected"), [("all_years", {"A": 20, "B": 100}), ("year", {"A": 0, "B": 100})])
def test_statistics_over_all_years_or_each(solve: Solve, over: str, expected: dict[str, float]) -> None:
    before = [("A", "x", YEAR - 1, 0.0), ("B", "x", YEAR - 1, 5.0)]
    method = {"normalise": {"using": "minmax", "over": over}}
    tables = solve({"x": {}}, {"x": {"A": 2.0, "B": 10.0}}, more=before, method=method)
    assert column(tables, "normalised", "x") == close(expected)
    assert column(tables, "normalised", "x", YEAR - 1) == close({"A": 0, "B": 50 if over == "all_years" else 100})


def test_shown_and_wanted_nodes_stay_out_of_their_parents(solve: Solve) -> None:
    children: dict[str, Any] = {
        "x": {},
        "y": {"status": "shown", "weight": 5},
        "z": {"status": "wanted"},
        "only_shown": {"children": {"u": {"status": "shown"}, "v": {"status": "wanted"}}},
        "only_wanted": {"children": {"w": {"status": "wanted"}}},
    }
    values: Values = {"x": {"A": 1.0, "B": 2.0}, "y": {"A": 2.0, "B": None}, "u": {"A": 9.0, "B": 8.0}}
    framework = {name: with_goalposts(child) for name, child in children.items()}
    tables = solve(framework, values, method={"normalise": {"using": "goalposts"}})
    assert column(tables, "score", "index") == close({"A": 10, "B": 20})
    assert column(tables, "coverage", "index") == {"A": 1, "B": 1}
    assert column(tables, "score", "y") == close({"A": 20})
    assert column(tables, "score", "only_shown") == close({"A": 90, "B": 80})
    assert {node for _, _, node in tables["score"]} == {"index", "x", "y", "only_shown", "u"}


def with_goalposts(node: dict[str, Any]) -> dict[str, Any]:
    if "children" in node:
        return node | {"children": {name: with_goalposts(child) for name, child in node["children"].items()}}
    return node if node.get("status") == "wanted" else node | {"goalposts": [0, 10]}


def test_levels_and_ranks_of_what_can_be_assessed(solve: Solve) -> None:
    """Below the first cut-off is level 1. E has half of its figures: a score, but no level and no rank."""
    maturity = {
        "minimum_coverage": 0.6,
        "levels": [{"from": start, "title": "Level"} for start in (10, 20, 40)],
    }
    same = {"A": 5.0, "B": 20.0, "C": 20.0, "D": 39.0}
    leaf = {"goalposts": [0, 100]}
    tables = solve(
        {"x": leaf, "y": leaf},
        {"x": same | {"E": 90.0, "F": None}, "y": same | {"E": None, "F": None}},
        method={"normalise": {"using": "goalposts"}},
        maturity=maturity,
    )
    assert column(tables, "maturity", "index") == {"A": "1", "B": "2", "C": "2", "D": "2", "E": "x", "F": "x"}
    assert column(tables, "rank", "index") == {"A": 4, "B": 2, "C": 2, "D": 1}
    assert column(tables, "rank", "x") == {"A": 5, "B": 3, "C": 3, "D": 2, "E": 1}
    assert column(tables, "score", "index") == close(same | {"E": 90})


def test_an_unscored_root_cannot_be_assessed(solve: Solve) -> None:
    """B's coverage of a half would do, but the index asks for every child."""
    tables = solve(
        {"x": {"goalposts": [0, 100]}, "y": {"goalposts": [0, 100]}},
        {"x": {"A": 30.0, "B": 90.0}, "y": {"A": 50.0, "B": None}},
        method={"normalise": {"using": "goalposts"}, "minimum_coverage": 1},
        maturity={"minimum_coverage": 0.5, "levels": [{"from": 0, "title": "Level"}]},
    )
    assert column(tables, "score", "index") == close({"A": 40})
    assert column(tables, "coverage", "index") == {"A": 1, "B": 0.5}
    assert column(tables, "maturity", "index") == {"A": "1", "B": "x"}
    assert column(tables, "rank", "index") == {"A": 1}


def test_what_is_inherited_and_what_is_not(solve: Solve) -> None:
    """`normalise` merges key by key down the tree; `aggregate` holds for the one node."""
    leaf: dict[str, Any] = {}
    inner = {"children": {"x": leaf, "y": {"normalise": {"using": "rank"}}}}
    outer = {"aggregate": "minimum", "normalise": {"range": [0, 10]}, "children": {"inner": inner, "z": leaf}}
    tables = solve(
        {"outer": outer},
        {"x": {"A": 1.0, "B": 2.0}, "y": {"A": 5.0, "B": 6.0}, "z": {"A": 7.0, "B": 8.0}},
        method={"normalise": {"using": "minmax", "range": [0, 1]}},
    )
    assert column(tables, "score", "x") == close({"A": 0, "B": 10})
    assert column(tables, "score", "y") == close({"A": 1, "B": 2})
    assert column(tables, "score", "inner") == close({"A": 0.5, "B": 6})  # arithmetic, not its parent's minimum
    assert column(tables, "score", "outer") == close({"A": 0, "B": 6})
