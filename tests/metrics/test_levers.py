"""What a region can be asked "what if" about."""

from typing import Any

import pytest

from metrics.levers import Lever, levers
from metrics.results import Results, open_results
from metrics.simulation import Simulator, simulator
from tests.metrics.scoring import YEAR, opened

POSTS = {"normalise": {"using": "goalposts"}}
CHILDREN: dict[str, Any] = {
    "roads": POSTS | {"goalposts": [0, 60], "bounds": [0, 50], "decimals": 0},
    "smoke": {"direction": "lower", "lever": "slow", "decimals": 1},
    "age": {"lever": "none"},
    "waste": {"status": "shown"},
}
FIGURES = {
    "roads": {"01": 10.0, "02": 30.0, "03": 40.0},
    "smoke": {"01": 7.3, "02": 2.04, "03": 9.0},
    "age": {"01": 1.0, "02": 2.0, "03": 3.0},
    "waste": {"02": 5.0, "03": 6.0},
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Simulator:
    return simulator(opened(tmp_path_factory.mktemp("levers"), CHILDREN, FIGURES), YEAR)


def by_name(found: tuple[Lever, ...]) -> dict[str, Lever]:
    return {lever.node.id: lever for lever in found}


def test_levers_run_from_today_to_the_best_that_counts(small: Simulator) -> None:
    found = by_name(levers(small, "01", ["01", "02"]))
    assert list(found) == ["roads", "smoke", "waste"]
    roads, smoke, waste = found.values()
    assert (roads.today, roads.best_of_peers, roads.best_peer, roads.end) == (10.0, 30.0, "02", 50.0)  # its bound
    assert roads.stops == tuple(float(value) for value in range(10, 51)) and roads.direct
    assert (smoke.today, smoke.best_of_peers, smoke.end) == (7.3, 2.0, 2.0) and not smoke.direct
    assert smoke.stops[0] == 7.3 and smoke.stops[-1] == 2.0 and list(smoke.stops) == sorted(smoke.stops, reverse=True)
    assert (waste.today, waste.figure_year, waste.stops[0], waste.counts) == (None, None, 5.0, False)


def test_every_stop_can_be_set_and_better_ones_never_score_less(small: Simulator) -> None:
    for lever in levers(small, "01", ["02", "03"]):
        scores = [small.rescore("01", {lever.node.id: stop}).scores[lever.node.id] for stop in lever.stops]
        assert scores == sorted(scores)


def test_who_is_ahead_of_all_has_nothing_further(small: Simulator) -> None:
    assert by_name(levers(small, "02", ["01"]))["smoke"].stops == (2.04,)
    assert by_name(levers(small, "02", []))["roads"].best_of_peers is None


@pytest.fixture(scope="module")
def shipped() -> Results:
    return open_results()


def test_shipped_levers_never_lower_the_score(shipped: Results) -> None:
    ready = simulator(shipped, 2023)
    found = levers(ready, "53.71", ["35.71", "52.71"])
    before = ready.published("53.71").score
    for lever in found:
        assert 1 <= len(lever.stops) <= 90
        assert ready.rescore("53.71", {lever.node.id: lever.stops[-1]}).score >= before - 1e-9
    best = by_name(found)["spbe_governance"]
    assert best.place_of_peers is not None and best.stops[round(best.place_of_peers * (len(best.stops) - 1))] == 3.7
