"""The way up: nothing smaller is found by trying everything, and what is promised is what the simulator says."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from metrics.limits import Limit, limits
from metrics.pace import pace
from metrics.problems import InputProblems
from metrics.rescored import Rescored
from metrics.results import Results, open_results
from metrics.simulation import Simulator, simulator
from metrics.way_up import WaysUp, ways_up
from metrics.way_up_levers import Lever, levers, on_steps
from metrics.way_up_movers import movers
from metrics.way_up_targets import level_score, peer_median, targets
from tests.metrics.scoring import YEAR, opened

PEERS, YEARS = 8, 5
PAIRS = 12


@pytest.fixture(scope="module")
def shipped() -> Results:
    return open_results()


@pytest.fixture(scope="module")
def simulated(shipped: Results) -> Simulator:
    return simulator(shipped, shipped.opening_year)


def pairs(scored: Results, count: int, seed: int) -> list[tuple[str, float, list[str]]]:
    """Random regions, each with a target a little above its score, and peers of its kind."""
    ranked = scored.ranking(scored.opening_year).dropna(subset="rank").set_index("region")
    random = np.random.default_rng(seed)
    found = []
    for region in random.choice(ranked.index.to_numpy(), count, replace=False):
        kin = ranked.index[ranked["kind"] == ranked.loc[region, "kind"]].drop(region).to_numpy()
        target = float(ranked.loc[region, "score"]) + random.uniform(0.2, 12)
        found.append((str(region), target, sorted(random.choice(kin, PEERS, replace=False))))
    return found


def gains(scored: Results, found: Lever) -> np.ndarray:
    """What each value of a lever adds to the root's score, by hand: goalposts, and weights along the path."""
    node = found.node
    assert node.goalposts is not None
    worst, best = node.goalposts
    normal = [np.clip((x - worst) / (best - worst), 0, 1) * 100 for x in [found.today, *found.values]]
    share = 1.0
    while node.parent is not None:
        siblings = [child for child in scored.children(node.parent) if child.counts]
        share *= node.weight / sum(child.weight for child in siblings)
        node = scored.node(node.parent)
    return share * (np.array(normal) - normal[0])


def least_share(held: tuple[tuple[np.ndarray, np.ndarray], ...], needed: float) -> float:
    """The least sum of shares with which all of these levers add what is needed: every value of all but the last,
    and the first value of the last that is enough."""
    shares, added = np.zeros(1), np.zeros(1)
    for costs, adds in held[:-1]:
        shares = (shares[:, None] + costs[None]).ravel()
        added = (added[:, None] + adds[None]).ravel()
    costs, adds = held[-1]
    at = np.searchsorted(adds, needed - added - 5e-10)
    enough = at < len(costs)
    return float((shares[enough] + costs[at[enough]]).min(initial=np.inf))


def brute_force(scored: Results, moved: tuple[Lever, ...], needed: float, most: int = 3) -> tuple[int, float] | None:
    """How few levers add what is needed, up to `most`, and the least sum of their shares."""
    tables = [(found.shares, gains(scored, found)[1:]) for found in moved]
    for size in range(1, most + 1):
        least = min((least_share(held, needed) for held in combinations(tables, size)), default=np.inf)
        if least < np.inf:
            return size, least
    return None


def check_limits(found: WaysUp, within: dict[str, Limit], target: float) -> None:
    """What is promised holds: the score, and every value within what peers reached and did."""
    for way in found.ways:
        assert round(way.rescored.score, 9) >= target
        for step in way.steps:
            limit, sign = within[step.node.id], step.node.sign
            assert limit.best_of_peers is not None and limit.yearly_change_p75 is not None
            assert sign * limit.today < sign * step.value <= sign * limit.best_of_peers + 1e-9
            assert step.share == pytest.approx(
                abs(step.value - limit.today) / found.years / limit.yearly_change_p75, rel=1e-9
            )
            assert 0 < step.share <= 1 + 1e-9
            assert step.node.lever == "direct"


@pytest.mark.parametrize("pair", range(PAIRS))
def test_brute_force_over_up_to_three_indicators_finds_nothing_smaller(
    shipped: Results, simulated: Simulator, pair: int
) -> None:
    region, target, peers = pairs(shipped, PAIRS, seed=5)[pair]
    within = limits(shipped, shipped.opening_year, region, peers)
    found = ways_up(simulated, region, target, within, YEARS)
    check_limits(found, within, target)
    moved, _ = levers(simulated, region, within, YEARS)
    tried = brute_force(shipped, on_steps(moved), target - simulated.published(region).score)
    if tried is None:
        assert not found.ways or len(found.ways[0].steps) > 3
        return
    first = found.ways[0]
    assert (len(first.steps), first.share) == (tried[0], pytest.approx(tried[1], abs=1e-6))
    assert first.proven
    for step in first.steps:  # no share is above 1, so somebody was as fast
        fast = movers(pace(shipped, shipped.opening_year, step.node.id, peers), step, YEARS)
        assert fast and all(step.node.sign * one.stretch.yearly > 0 for one in fast)
    held = [{step.node.id for step in way.steps} for way in found.ways]
    assert not any(one <= other for one, other in combinations(held, 2))
    assert [len(one) for one in held] == sorted(len(one) for one in held)


# --- small frameworks ---

GOALPOSTS = {"using": "goalposts", "range": [0, 100]}


def limit(today: float, best: float | None, yearly: float | None, decimals: int | None = 0) -> Limit:
    return Limit(today, best, "r2" if best is not None else None, yearly, decimals)


def leaf(**keys: object) -> dict[str, object]:
    return {"title": "Leaf", "goalposts": [0, 100], "decimals": 0} | keys


def three(aggregate: str = "arithmetic", **keys: object) -> dict[str, object]:
    """Three indicators; regions r1 (20, 40, 60) and r2 (80, 80, 80)."""
    return {"method": {"normalise": GOALPOSTS, "aggregate": aggregate}} | keys


FIGURES = {"a": {"r1": 20.0, "r2": 80.0}, "b": {"r1": 40.0, "r2": 80.0}, "c": {"r1": 60.0, "r2": 80.0}}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Simulator:
    scored = opened(tmp_path_factory.mktemp("small"), {name: leaf() for name in "abc"}, FIGURES, **three())
    return simulator(scored, YEAR)


WITHIN = {"a": limit(20, 80, 6.0), "b": limit(40, 80, 4.0), "c": limit(60, 80, 2.0)}


def test_the_fewest_levers_come_before_the_least_share(small: Simulator) -> None:
    # 10 points of the root are 30 of one indicator: only `a` may go so far in five years.
    found = ways_up(small, "r1", 50.0, WITHIN, 5)
    assert found.ways[0].values == {"a": 50.0}
    assert found.score == 40.0 and found.needed_years == 5 and not found.reached


def test_ways_beside_the_first_hold_none_of_its_sets(small: Simulator) -> None:
    found = ways_up(small, "r1", 50.0, WITHIN, 5)
    assert [sorted(way.values) for way in found.ways] == [["a"], ["b", "c"]]
    assert all(way.rescored.score == 50.0 for way in found.ways)


def test_what_is_not_reachable_says_how_far_one_gets_and_how_long_it_takes(small: Simulator) -> None:
    found = ways_up(small, "r1", 70.0, WITHIN, 5)
    assert not found.ways and found.furthest is not None
    assert found.furthest.values == {"a": 50.0, "b": 60.0, "c": 70.0}
    assert found.furthest.rescored.score == 60.0
    assert found.needed_years == 8  # (48 + 32 + 16) / 3 is more than 30, in 7 years it is not
    assert ways_up(small, "r1", 81.0, WITHIN, 5).needed_years is None  # no peer is there


def test_a_target_that_is_reached_needs_no_change(small: Simulator) -> None:
    found = ways_up(small, "r1", 40.0, WITHIN, 5)
    assert found.reached and not found.ways and found.needed_years is None


def test_limits_between_two_steps_are_reached_where_nothing_else_is_enough(small: Simulator) -> None:
    within = WITHIN | {"a": limit(20, 80, 6.1), "b": limit(40, 41, 0.1), "c": limit(60, 60, 1.0)}
    found = ways_up(small, "r1", 40 + 30.45 / 3, within, 5)
    assert found.ways[0].values == {"a": 50.5} and not found.ways[1:]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (limit(20, None, 1.0), "unknown"),
        (limit(20, 80, None), "unknown"),
        (limit(20, 20, 1.0), "ahead"),
        (limit(20, 80, 0.0), "still"),
        (limit(20, 80, 0.1), "still"),  # half a step in five years
        (None, "no_figure"),
    ],
)
def test_what_is_not_moved_says_why(small: Simulator, change: Limit | None, reason: str) -> None:
    within = {name: found for name, found in (WITHIN | {"a": change}).items() if found is not None}
    moved, fixed = levers(small, "r1", within, 5)
    assert [(one.node.id, one.reason) for one in fixed] == [("a", reason)]
    assert [one.node.id for one in moved] == ["b", "c"]


def test_slow_levers_stay_as_they_are(tmp_path_factory: pytest.TempPathFactory) -> None:
    children = {"a": leaf(lever="slow"), "b": leaf(lever="none"), "c": leaf()}
    scored = opened(tmp_path_factory.mktemp("slow"), children, FIGURES, **three())
    found = ways_up(simulator(scored, YEAR), "r1", 50.0, WITHIN, 5)
    assert [one.reason for one in found.fixed] == ["slow", "slow"]
    assert found.furthest is not None and found.furthest.values == {"c": 70.0}


def test_without_a_lever_there_is_no_way(small: Simulator) -> None:
    found = ways_up(small, "r1", 50.0, {}, 5)
    assert not found.ways and found.furthest is None and found.needed_years is None


def test_where_less_is_better_and_goalposts_end_before_the_limit(tmp_path_factory: pytest.TempPathFactory) -> None:
    children = {"a": leaf(direction="lower", goalposts=[50, 30]), "b": leaf()}
    figures = {"a": {"r1": 60.0, "r2": 10.0}, "b": {"r1": 40.0, "r2": 80.0}}
    scored = opened(tmp_path_factory.mktemp("lower"), children, figures, **three())
    within = {"a": limit(60, 10, 10.0), "b": limit(40, 80, 1.0)}
    found = ways_up(simulator(scored, YEAR), "r1", 60.0, within, 5)
    # Nothing is scored before 50, and nothing more after 30: 80 of 100 points are at 34.
    assert found.ways[0].values == {"a": 34.0}
    assert found.ways[0].share == pytest.approx(26 / 50)


@pytest.mark.parametrize("aggregate", ["geometric", "mazziotta_pareto", "copeland"])
def test_other_means_are_searched(tmp_path_factory: pytest.TempPathFactory, aggregate: str) -> None:
    scored = opened(tmp_path_factory.mktemp(aggregate), {name: leaf() for name in "abc"}, FIGURES, **three(aggregate))
    simulated = simulator(scored, YEAR)
    now, best = simulated.published("r1").score, simulated.rescore("r1", {"a": 50.0, "b": 60.0, "c": 70.0}).score
    target = (now + best) / 2 if best > now else now + 1
    found = ways_up(simulated, "r1", target, WITHIN, 5)
    check_limits(found, WITHIN, target)
    if aggregate == "copeland":  # behind in every duel, as far as these limits go
        assert not found.ways
        return
    assert found.ways and found.ways[0].proven == (aggregate != "mazziotta_pareto")
    fewer = [{name: 5 * found.yearly_change_p75 + found.today} for name, found in WITHIN.items()]
    if len(found.ways[0].steps) > 1:
        assert all(simulated.rescore("r1", one).score < target for one in fewer)


@pytest.fixture(scope="module")
def duels(tmp_path_factory: pytest.TempPathFactory) -> Simulator:
    figures = {
        "a": {"r1": 20.0, "r2": 30.0, "r3": 80.0},
        "b": {"r1": 40.0, "r2": 45.0, "r3": 80.0},
        "c": {"r1": 60.0, "r2": 80.0, "r3": 80.0},
    }
    children = {name: leaf() for name in "abc"}
    return simulator(opened(tmp_path_factory.mktemp("duels"), children, figures, **three("copeland")), YEAR)


def test_a_way_through_duels_is_searched_and_proven(duels: Simulator) -> None:
    # r2 is beaten in two of three indicators; in `c` it is out of reach
    target = duels.rescore("r1", {"a": 31.0, "b": 46.0}).score
    found = ways_up(duels, "r1", target, WITHIN, 5)
    assert [(way.values, way.proven) for way in found.ways] == [({"a": 31.0, "b": 46.0}, True)]
    assert found.ways[0].rescored.score == target > duels.published("r1").score


@pytest.mark.parametrize(("most", "proven"), [(2, False), (40, True)])
def test_a_search_through_duels_is_cut_by_what_a_score_of_all_regions_costs(
    duels: Simulator, most: int, proven: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = duels.rescore("r1", {"a": 31.0, "b": 46.0}).score
    asked: list[dict[str, float]] = []
    rescore = duels.rescore

    def counted(region: str, values: dict[str, float]) -> Rescored:
        asked.append(values)
        return rescore(region, values)

    monkeypatch.setattr("metrics.way_up.MOST_RESCORED", most)
    monkeypatch.setattr(duels, "rescore", counted)
    found = ways_up(duels, "r1", target, WITHIN, 5, 1)
    assert sorted(found.ways[0].values) == ["a", "b"] and found.ways[0].rescored.score >= target
    assert found.ways[0].proven == proven and len(asked) <= most + 10


def test_what_the_solver_takes_for_enough_and_is_not_is_searched(
    small: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A solver whose tolerance lets the target be missed by one step, and that finds nothing when asked for more.
    answers = [(29, 0, 0)]
    monkeypatch.setattr("metrics.way_up.smallest_sum", lambda *_: answers.pop() if answers else None)
    found = ways_up(small, "r1", 50.0, WITHIN, 5)
    assert found.ways[0].values == {"a": 50.0} and found.ways[0].proven


def test_a_region_without_a_score_gets_no_way(tmp_path_factory: pytest.TempPathFactory) -> None:
    figures = FIGURES | {"c": {"r1": None, "r2": 80.0}}
    scored = opened(
        tmp_path_factory.mktemp("none"), {name: leaf() for name in "abc"}, figures, **three(minimum_coverage=1)
    )
    found = ways_up(simulator(scored, YEAR), "r1", 50.0, {name: WITHIN[name] for name in "ab"}, 5)
    assert found.score is None and not found.ways and found.furthest is None


def test_targets_are_the_levels_above_and_the_median_of_the_peers(shipped: Results, simulated: Simulator) -> None:
    peers = ["53.71", "51.71", "31.71"]  # the last has no score
    middle = float(np.mean([simulated.published(peer).score for peer in peers[:2]]))
    assert targets(simulated, "32.13", peers) == {"4": 62.5, "5": 80.0, "peers": middle}
    assert targets(simulated, "32.13", []) == {"4": 62.5, "5": 80.0}
    assert peer_median(simulated, ["31.71"]) is None
    assert level_score(shipped, "2") == 20.0
    with pytest.raises(InputProblems):
        level_score(shipped, "1")


@pytest.mark.parametrize(("decimals", "full"), [(0, True), (1, True), (2, False), (None, True)])
def test_only_what_tries_every_written_figure_is_proven(small: Simulator, decimals: int | None, full: bool) -> None:
    within = {"a": limit(20, 80, 6.0, decimals)}  # 30 in five years: 30, 300 and 3,000 steps
    found = ways_up(small, "r1", 45.0, within, 5)
    assert found.ways[0].values == {"a": 35.0} and found.ways[0].proven == full


def test_ranges_that_figures_move_are_proven_on_a_hundred_steps(tmp_path_factory: pytest.TempPathFactory) -> None:
    children = {name: leaf(normalise={"using": "minmax"}) for name in "abc"}
    figures = {name: column | {"r3": 0.0} for name, column in FIGURES.items()}
    simulated = simulator(opened(tmp_path_factory.mktemp("minmax"), children, figures, **three()), YEAR)
    target = simulated.rescore("r1", {"a": 35.0}).score
    for decimals, full in ((0, True), (1, False)):
        found = ways_up(simulated, "r1", target, {"a": limit(20, 80, 6.0, decimals)}, 5)
        assert found.ways[0].values == {"a": 35.0} and found.ways[0].proven == full


def test_a_framework_without_levels_has_none_as_target(small: Simulator) -> None:
    with pytest.raises(InputProblems) as refused:
        level_score(small.results, "3")
    assert [problem.code for problem in refused.value.problems] == ["no-levels"]


def test_years_and_alternatives_are_at_least_one(small: Simulator) -> None:
    for years, alternatives in ((0, 3), (5, 0)):
        with pytest.raises(ValueError):
            ways_up(small, "r1", 50.0, WITHIN, years, alternatives)
