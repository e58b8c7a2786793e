"""Gaps to peers, worked by hand: the goal, what closing a gap adds, and how long it takes at the region's own pace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from metrics.gaps import Gap, Gaps, _is_clear, gaps
from metrics.simulation import Simulator, simulator
from tests.metrics.test_trend import LEAF, Figures, opened

SERIES: Figures = {
    "health": {"A": {2018: 36, 2020: 40}, "B": {2020: 50}, "C": {2018: 58, 2020: 60}, "D": {2018: 60, 2020: 70}},
    "income": {"A": {2018: 50, 2020: 50}, "B": {2020: 40}, "C": {2020: 45}, "D": {2020: 80}},
    "poverty": {"A": {2018: 20, 2020: 30}, "B": {2020: 20}, "C": {2020: 20}, "D": {2020: 20}, "E": {2020: 60}},
    "waste": {"A": {2018: 10, 2020: 11}, "B": {2020: 90}, "E": {2020: 30}},
    "lonely": {"A": {2020: 5}},
    "parks": {"A": {2018: 10, 2020: 40}, "B": {2018: 30}},
}
# E has neither health nor income, so it has no score.
SERIES["schooling"] = {code: {2018: 50, 2020: 50} for code in "ABCDE"}
CHILDREN: dict[str, Any] = {
    "health": LEAF,
    "income": LEAF,
    "poverty": LEAF | {"direction": "lower", "goalposts": [100, 0], "error": {"sd": 7}},
    "schooling": LEAF,
    "waste": LEAF | {"status": "shown"},
    "lonely": LEAF | {"status": "shown"},
    "parks": LEAF | {"status": "shown"},
}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Simulator:
    folder: Path = tmp_path_factory.mktemp("gaps")
    return simulator(opened(folder, SERIES, CHILDREN, aggregate="geometric"), 2020)


def by_id(found: Gaps) -> dict[str, Gap]:
    return {gap.node.id: gap for gap in found.gaps}


def mean(*values: float) -> float:
    product = 1.0
    for value in values:
        product *= value
    return float(product ** (1 / len(values)))


def test_the_goal_is_the_median_of_the_peers_or_what_their_best_quarter_reach(ready: Simulator) -> None:
    found = by_id(gaps(ready, "A", "BCDA"))
    # 40, 45 and 80 for income: the region itself, with 50, is none of its peers
    assert {name: gap.goal for name, gap in found.items()} == {
        "health": 60, "income": 45, "poverty": 20, "schooling": 50, "waste": 90, "lonely": None, "parks": None
    }  # fmt: skip
    assert (found["health"].compared, found["waste"].compared, found["lonely"].compared) == (3, 1, 0)
    best = by_id(gaps(ready, "A", "BCD", "quarter"))
    assert (best["health"].goal, best["poverty"].goal) == (65, 20)


def test_what_a_gap_adds_is_found_by_scoring_again(ready: Simulator) -> None:
    found = gaps(ready, "A", "BCD")
    now = mean(40, 50, 70, 50)
    assert found.now.score == pytest.approx(now)
    told = by_id(found)
    assert told["health"].gain == pytest.approx(mean(60, 50, 70, 50) - now)
    assert told["poverty"].gain == pytest.approx(mean(40, 50, 80, 50) - now)
    assert told["health"].step == pytest.approx(20)
    assert told["health"].then is not None and (found.now.rank, told["health"].then.rank) == (4, 3)
    # a geometric mean: more than the sum of both
    assert found.together.score == pytest.approx(mean(60, 50, 80, 50))
    assert found.together.score - now > sum(gap.gain or 0 for gap in found.behind) + 0.1


def test_the_largest_gain_comes_first_and_what_is_outside_the_score_last(ready: Simulator) -> None:
    found = gaps(ready, "A", "BCD")
    assert [gap.node.id for gap in found.behind] == ["health", "poverty"]
    assert [gap.node.id for gap in found.beside] == ["waste"]
    states = {gap.node.id: gap.state for gap in found.gaps}
    assert states == {
        "health": "behind", "poverty": "behind", "income": "ahead", "schooling": "level", "waste": "behind",
        "lonely": "alone", "parks": "alone",
    }  # fmt: skip


def test_years_are_those_at_the_regions_own_pace_or_never(ready: Simulator) -> None:
    found = by_id(gaps(ready, "A", "BCD"))
    # 20 behind, 2 a year; C gained 1 a year and D 5
    health = found["health"]
    assert (health.prospect, health.years, health.outpaced) == ("closes", pytest.approx(10), True)
    assert (health.usual, health.fast, health.moved) == (3, 4, 2)
    # 30 was 20: an error of 7 in both explains up to 1.645 * 7 * sqrt(2) = 16.3, so it does not count as a change
    assert (found["poverty"].prospect, found["poverty"].years) == ("unclear", None)
    assert not found["poverty"].clear
    assert (found["schooling"].prospect, found["schooling"].years) == ("stands", None)
    assert found["lonely"].prospect == "unknown"
    assert (found["waste"].years, found["waste"].usual) == (pytest.approx(158), None)
    assert found["income"].years is None


def test_a_goal_is_surer_than_one_figure(ready: Simulator) -> None:
    # poverty: 10 to the median of three equal figures; errors of 7 in mine, of about 0.67 times that in their median
    found = by_id(gaps(ready, "A", "BCD"))["poverty"]
    assert not found.clear
    assert by_id(gaps(ready, "E", "BCD"))["poverty"].clear  # 40 apart
    # 14.5 in between: more than 1.645 * 7 * sqrt(1 + 0.67^2) = 13.9, less than 16.3 with a single figure in its place
    assert _is_clear(found.node, 34.5, 20, [20.0, 20.0, 20.0], 0.5)
    assert not _is_clear(found.node, 34.5, 20, [20.0], 0.5)


def test_a_younger_figure_tells_what_is_left(ready: Simulator) -> None:
    found = by_id(gaps(simulator(ready.results, 2018), "A", "BCD"))
    # 36 in 2018 against 59; by 2020 it was 40
    assert (found["health"].distance, found["health"].newest, found["health"].years) == (23, (2020, 40), 9.5)
    assert (found["parks"].state, found["parks"].prospect, found["parks"].years) == ("behind", "passed", None)


def test_missing_figures_are_taken_to_be_the_median_of_the_peers(ready: Simulator) -> None:
    found = gaps(ready, "E", "BCD")
    assert [node.id for node in found.assumed] == ["health", "income"]
    assert found.now.score == pytest.approx(mean(60, 45, 40, 50))
    assert by_id(found)["poverty"].gain == pytest.approx(mean(60, 45, 80, 50) - mean(60, 45, 40, 50))
    assert by_id(found)["health"].state == "missing"


def test_without_peers_there_is_nothing_to_reach(ready: Simulator) -> None:
    found = gaps(ready, "A", "A")
    assert (found.peers, found.behind, found.beside) == ((), (), ())
    assert {gap.state for gap in found.gaps} == {"alone"}
    assert found.together.score == found.now.score


def small(
    folder: Path, children: dict[str, Any], keys: dict[str, Any] | None = None, **figures: tuple[float | None, ...]
) -> Simulator:
    """Regions A, B, C and on, with figures of one year."""
    series: Figures = {
        name: {code: {2020: x} for code, x in zip("ABCDE", column, strict=False) if x is not None}
        for name, column in figures.items()
    }
    return simulator(opened(folder, series, children, **(keys or {})), 2020)


def test_indicators_on_one_figure_are_closed_one_by_one_and_the_larger_gain_stands_for_both(tmp_path: Path) -> None:
    children = {
        "raw": LEAF | {"variable": "roads", "goalposts": [0, 40]},
        "roads": LEAF | {"per": "people", "goalposts": [0, 20]},
    }
    found = gaps(small(tmp_path, children, roads=(10, 20, 30, 25), people=(2, 2, 2, 8)), "A", "BCD")
    # 10 roads are 25 and 25 points. 25 roads are 62.5 and 62.5; 10 a head are 20 roads, 50 and 50 points.
    assert {gap.node.id: (gap.goal, gap.gain) for gap in found.gaps} == {"raw": (25, 37.5), "roads": (10, 25)}
    assert found.together.values == {"raw": 25} and found.together.score == 62.5
    assert [gap.node.id for gap in found.closed] == ["raw"]


def test_missing_indicators_on_one_figure_are_assumed_once(tmp_path: Path) -> None:
    children = {"a": LEAF | {"variable": "x"}, "b": LEAF | {"variable": "x", "times": 2}, "c": LEAF}
    found = gaps(small(tmp_path, children, x=(None, 20, 30, 25), c=(10, 20, 20, 20)), "A", "BCD")
    assert [node.id for node in found.assumed] == ["a"] and found.now.score == pytest.approx((25 + 50 + 10) / 3)


def test_a_goal_beyond_the_bounds_of_the_figure_ends_at_them(tmp_path: Path) -> None:
    children = {"roads": LEAF | {"per": "people", "bounds": [0, 40]}, "people": LEAF}
    found = gaps(small(tmp_path, children, roads=(10, 20, 30, 25), people=(20, 4, 8, 5)), "A", "BCD")
    # 5 a head are 100 roads for 20 people; 40 are what there can be
    assert by_id(found)["roads"].goal == 2 and by_id(found)["roads"].gain == 0.75


def test_a_goal_that_the_method_refuses_says_why_and_the_others_stand(tmp_path: Path) -> None:
    children = {
        "roads": LEAF | {"per": "people", "goalposts": [2, 10]},
        "people": LEAF,
        "other": LEAF,
    }
    figures = {"roads": (10, 48, 48), "people": (2, 8, 8), "other": (10, 20, 20)}
    ready = small(tmp_path, children, {"aggregate": "geometric"}, **figures)
    found = gaps(ready, "A", "BC")
    # 10 roads for 8 people instead of 2 score nothing, and a geometric mean takes no 0
    assert [gap.node.id for gap in found.refused] == ["people"]
    assert [problem.code for problem in found.refused[0].refused] == ["mean-not-positive"]
    assert by_id(found)["people"].gain is None and found.idle == ()
    assert [gap.node.id for gap in found.behind] == ["other", "roads"]
    assert found.together.values == {"other": 20, "roads": 6}


def test_what_is_refused_beside_the_others_is_left_out_of_all_together(tmp_path: Path) -> None:
    children = {
        "roads": LEAF | {"per": "people", "goalposts": [2, 10], "bounds": [0, 60]},
        "people": LEAF | {"goalposts": [0, 20]},
    }
    found = gaps(small(tmp_path, children, roads=(24, 60, 60), people=(6, 8, 8)), "A", "BC")
    # 7.5 a head are 45 roads today, and 60 for 8 people; 12 people would leave 5 at most
    assert found.together.values == {"people": 8, "roads": 7.5}
    found = gaps(small(tmp_path / "more", children, roads=(24, 60, 60), people=(6, 12, 5)), "A", "BC")
    assert by_id(found)["roads"].goal == 8.5 and by_id(found)["people"].goal == 8.5
    assert found.together.values == {"roads": 8.5}


def test_what_no_administrative_area_has_is_not_assumed_of_one(shipped_2023: Simulator) -> None:
    found = gaps(shipped_2023, "31.71", ["32.73", "35.78", "31.74"])
    assert found.assumed == ()
    assert found.behind == ()
    assert found.beside
    assert all(gap.step is not None and gap.step > 0 for gap in found.beside)


def test_gaps_of_the_shipped_data_lie_within_the_peers(shipped_2023: Simulator) -> None:
    peers = ["35.78", "33.74", "13.71", "73.71", "51.71", "72.71"]
    found = gaps(shipped_2023, "53.71", peers, "quarter")
    gains = [gap.gain for gap in found.behind if gap.gain is not None]
    assert gains == sorted(gains, reverse=True)
    assert found.together.score > found.now.score + max(gains)
    for gap in found.behind:
        values = [shipped_2023.current(peer)[gap.node.id] for peer in peers]
        assert gap.goal is not None and min(values) <= gap.goal <= max(values)


@pytest.fixture(scope="module")
def shipped_2023() -> Simulator:
    from metrics.results import open_results

    return simulator(open_results(), 2023)
