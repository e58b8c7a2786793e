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
