"""Paces and limits, worked by hand: which two figures make a stretch, and what peers make possible."""

from __future__ import annotations

from typing import Any

import pytest

from metrics.limits import Limit, limits
from metrics.pace import Evidence, Stretch, evidence, fast, pace, paces
from metrics.results import Results
from tests.metrics.test_trend import LEAF, Figures, opened

SERIES: Figures = {
    "water": {
        "A": {2015: 10, 2018: 30, 2020: 40, 2021: 43},
        "B": {2018: 50, 2021: 56},
        "C": {2018: 60, 2020: 50},
        "D": {2021: 90},
    },
    "poverty": {"A": {2018: 20, 2021: 20}, "B": {2018: 20, 2021: 14}, "C": {2018: 20, 2021: 23}},
    "tied": {"A": {2021: 1}, "C": {2021: 5}, "B": {2021: 5}},
}
WATER = LEAF | {"variable": "water"}
CHILDREN: dict[str, Any] = {
    "water": LEAF,
    "poverty": LEAF | {"direction": "lower", "goalposts": [100, 0]},
    "tied": LEAF | {"decimals": 1},
    "broken": WATER | {"breaks": [2020]},
    "carried": WATER | {"carry_forward": 3},
    "guessed": WATER | {"impute": {"using": "mean"}},
    "sure": WATER | {"error": {"sd": 2.5}},
    "unsure": WATER | {"error": {"sd": 3.0}},
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    return opened(tmp_path_factory.mktemp("pace"), SERIES, CHILDREN)


def test_a_stretch_runs_from_the_oldest_of_the_five_years_before_to_the_newest_figure(results: Results) -> None:
    found = pace(results, 2021, "water", "ABCD")
    # 2015 lies six years back; D has one figure only
    assert found == {
        "A": Stretch(2018, 30, 2021, 43),
        "B": Stretch(2018, 50, 2021, 56),
        "C": Stretch(2018, 60, 2020, 50),
    }
    assert [stretch.yearly for stretch in found.values()] == [pytest.approx(13 / 3), 2.0, -5.0]


def test_newest_figures_count_in_an_earlier_year_too(results: Results) -> None:
    assert pace(results, 2018, "water", "ABCD") == pace(results, 2021, "water", "ABCD")


def test_a_stretch_stays_on_the_side_of_the_break_that_the_year_is_on(results: Results) -> None:
    assert pace(results, 2021, "broken", "ABCD") == {"A": Stretch(2020, 40, 2021, 43)}
    assert pace(results, 2018, "broken", "ABCD") == {"A": Stretch(2015, 10, 2018, 30)}


def test_a_carried_figure_is_none_of_its_own(results: Results) -> None:
    assert pace(results, 2021, "carried", "C") == {"C": Stretch(2018, 60, 2020, 50)}
    assert limits(results, 2021, "C", "AB")["carried"].today == 50


def test_an_estimate_is_no_figure(results: Results) -> None:
    assert pace(results, 2021, "guessed", "D") == {}
    assert "guessed" in limits(results, 2021, "D", "AB")
    assert "guessed" not in limits(results, 2020, "D", "AB")


def test_a_difference_within_the_errors_of_its_figures_is_not_clear(results: Results) -> None:
    # B rose by 6; two errors of 2.5 explain up to 1.645 * 2.5 * sqrt(2) = 5.8, of 3.0 up to 7.0
    assert pace(results, 2021, "sure", "B")["B"].clear
    assert not pace(results, 2021, "unsure", "B")["B"].clear


def test_fast_is_the_75th_percentile_for_the_better(results: Results) -> None:
    # poverty fell by 2 a year in B, rose by 1 in C, stood in A: for the better 2, -1, 0
    assert fast(results.node("poverty"), pace(results, 2021, "poverty", "ABC")) == pytest.approx(1.0)
    assert fast(results.node("poverty"), {}) is None


def test_a_pace_says_what_it_rests_on(results: Results) -> None:
    def rests(node: str, **stretches: Stretch) -> Evidence | None:
        return evidence(results.node(node), stretches)

    slow, quick = Stretch(2018, 50, 2021, 56), Stretch(2018, 20, 2021, 50)
    assert rests("water") is None
    # clear ones that are slower, or fell back, say nothing of the fast
    unclear = Stretch(2018, 50, 2021, 62, clear=False)
    assert rests("water", A=slow, B=unclear) == Evidence(2, 1, True, None)
    assert rests("water", A=slow, B=unclear, C=quick, D=quick) == Evidence(4, 3, False, None)
    # where less is better the one that fell is fast
    assert rests("poverty", A=slow, B=Stretch(2018, 50, 2021, 40, clear=False)) == Evidence(2, 1, True, None)
    jump = Stretch(2020, 50, 2021, 60)
    assert rests("water", A=jump, B=jump) == Evidence(2, 2, False, 2021)
    assert rests("water", A=jump, B=Stretch(2019, 50, 2020, 60)) == Evidence(2, 2, False, None)
    assert rests("water", A=slow, B=slow) == Evidence(2, 2, False, None)


def test_limits_are_the_best_peer_and_the_pace_of_the_peers(results: Results) -> None:
    found = limits(results, 2021, "A", ["C", "B", "A"])
    # C has no figure of 2021; its pace counts all the same: 2 and -5
    # what compares with a number within a tolerance stands in the place of one
    assert found["water"] == Limit(43, 56, "B", pytest.approx(0.25), None, Evidence(2, 2, False, None))
    assert found["poverty"] == Limit(20, 14, "B", pytest.approx(1.25), None, Evidence(2, 2, False, None))
    # of equal ones the first by code, and no pace where each has one figure only
    assert found["tied"] == Limit(1, 5, "B", None, 1)
    assert limits(results, 2021, "A", []) == {}


def test_every_indicator_has_its_paces(results: Results) -> None:
    assert paces(results, 2021, "A").keys() == CHILDREN.keys()
    with pytest.raises(KeyError):
        pace(results, 2021, "index", "A")
