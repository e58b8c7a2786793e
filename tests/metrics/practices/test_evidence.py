"""Which figures are held against which, and what is missing where none can be."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from metrics.practices.course import course, publishers
from metrics.practices.entry import Practice
from metrics.practices.evidence import Evidence, compare, evidence
from metrics.practices.fair_peers import by_likeness
from metrics.practices.panel import Shortage, Windows, read_panel, windows
from metrics.practices.placebo import standing, usable
from metrics.results import Results, open_results
from tests.metrics.practices.panels import figures, node, panel, structure
from tests.strategies import Case, write_case

CODES = [f"{at:02}" for at in range(24)]
YEARS = range(2016, 2025)
OWN = "00"


def entry(**keys: Any) -> Practice:
    text = {"id": "tentang", "en": "about"}
    given = {"id": "one", "region": OWN, "title": text, "summary": text, "sub_dimension": "part", "grade": "C"}
    return Practice.model_validate(given | {"sources": [{"title": "A report"}], "started": 2020} | keys)


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """24 regions, the last four of another kind; the figures of the first leap in 2021, for the better in all three."""
    chance = np.random.default_rng(5)
    rows: list[tuple[str, str, int, float | None]] = []
    for at, code in enumerate(CODES):
        for year in YEARS:
            leap = 30 if code == OWN and year > 2020 else 0
            for variable, sign in (("water", 1), ("poor", -1), ("spent", 1), ("new", 1)):
                value = 100 + at + sign * (year - 2016 + leap) + chance.normal()
                if variable != "new" or year >= 2023:
                    rows.append((code, variable, year, float(value)))
            rows.append((code, "people", year, 10.0))
    children = {
        "water": {"per": "people", "times": 10},
        "poor": {"direction": "lower", "breaks": [2018]},
        "spent": {"scale": "log"},
        "new": {},
        "broken": {"variable": "water", "breaks": [2020]},
        "nobody": {"status": "wanted"},
    }
    kinds = {code: "kota" if at >= 20 else "kabupaten" for at, code in enumerate(CODES)}
    regions = [{"region": code, "name": f"Region {code}", "kind": kinds[code]} for code in CODES]
    framework = {"id": "index", "title": "Index", "years": [2016, 2024], "children": children}
    return open_results(*write_case(tmp_path_factory.mktemp("evidence"), Case(framework, regions, rows)))


def one(results: Results, **keys: Any) -> Evidence:
    return evidence(results, entry(**keys))


def test_the_nearest_years_on_either_side_without_the_start_are_compared(results: Results) -> None:
    found = one(results, indicators=["water"])
    (water,) = found.compared
    assert water.windows == Windows((2017, 2018, 2019), (2021, 2022, 2023))
    values = read_panel(results, results.node("water"))
    own = values.values[0]
    assert water.own == pytest.approx((own[1:4].mean(), own[5:8].mean()))
    assert water.change == pytest.approx(water.own[1] - water.own[0])
    others = values.values[1:20, 5:8].mean(axis=1) - values.values[1:20, 1:4].mean(axis=1)
    assert water.peers_change == pytest.approx(others.mean())
    assert (water.verdict, water.place, water.among, water.course_before) == ("more", 1, 20, False)
    assert not water.low <= water.change <= water.high
    assert publishers(results, water)


def test_peers_are_of_the_same_kind_and_did_nothing_of_the_sort(results: Results) -> None:
    assert set(one(results, indicators=["water"]).peers) == set(CODES[1:20])
    other = entry(id="two", region="05", indicators=["water"])
    found = evidence(results, entry(indicators=["water"]), (other,))
    assert [(lacking.reason, lacking.peers) for lacking in found.cannot] == [("peers", 18)]
    adopted = {"text": {"id": "a", "en": "b"}, "regions": ["07"], "source": 1}
    assert one(results, indicators=["water"], adopters=adopted).cannot[0].reason == "peers"


def test_lower_may_be_better_and_logarithms_are_told_in_percent(results: Results) -> None:
    poor, spent = one(results, indicators=["poor", "spent"]).compared
    assert (poor.node.id, poor.verdict, poor.windows.before) == ("poor", "more", (2018, 2019))
    assert poor.change < 0 and not poor.percent
    assert spent.percent and spent.verdict == "more"
    assert spent.own[1] / spent.own[0] == pytest.approx(1 + spent.change / 100)


def test_years_on_the_way_count_from_before_the_start(results: Results) -> None:
    found = one(results, indicators=["water"])
    steps = course(results, found, found.compared[0])
    assert [(step.year, step.told) for step in steps] == [(year, year != 2020) for year in range(2017, 2024)]
    before, after = ([step.own for step in steps if step.year in years] for years in ((2017, 2018, 2019), (2021, 2022)))
    assert sum(x or 0 for x in before) == pytest.approx(0)
    assert min(x or 0 for x in after) > 20
    assert all((step.low or 0) < (step.median or 0) < (step.high or 0) for step in steps)


@pytest.mark.parametrize(
    ("keys", "reason", "years", "at"),
    [
        ({"region": None, "abroad": {"city": "Seoul", "country": {"id": "a", "en": "b"}}}, "place", None, None),
        ({"started": None}, "start", None, None),
        ({"indicators": []}, "indicators", None, None),
        ({"indicators": ["elsewhere"]}, "indicators", None, None),
        ({"indicators": ["nobody"]}, "wanted", (2015, 2025), None),
        ({"indicators": ["nobody"], "ended": 2022}, "wanted", (2015, 2022), None),
        ({"indicators": ["new"]}, "before", (2015, 2019), None),
        ({"started": 2024}, "after", (2025, 2029), None),
        ({"started": 2005}, "both", (2000, 2010), None),
        ({"indicators": ["broken"]}, "break", (2015, 2025), 2020),
        ({"indicators": ["broken"], "started": 2019}, "break", (2014, 2024), 2020),
    ],
)
def test_what_cannot_be_assessed_says_what_is_needed(
    results: Results, keys: dict[str, Any], reason: str, years: tuple[int, int] | None, at: int | None
) -> None:
    found = one(results, **({"indicators": ["water"]} | keys))
    (lacking,) = found.cannot
    assert (lacking.reason, lacking.years, lacking.at) == (reason, years, at)
    assert found.verdicts == ("cannot",) and not found.compared


def test_what_lasted_to_a_year_is_followed_to_that_year(results: Results) -> None:
    (water,) = one(results, indicators=["water"], ended=2022).compared
    assert water.windows.after == (2021, 2022)


def test_other_practices_of_the_region_in_those_years_are_named(results: Results) -> None:
    others = [
        entry(id="then", started=2023), entry(id="unknown", started=None), entry(id="later", started=2030),
        entry(id="over", started=2010, ended=2012), entry(id="elsewhere", region="07"),
    ]  # fmt: skip
    assert evidence(results, entry(indicators=["water"]), others).beside == ("then", "unknown")


def test_one_yardstick_holds_for_all_indicators_of_a_practice() -> None:
    chance = np.random.default_rng(2)
    changes = chance.normal(size=(40, 3))
    changes[0] = (5, 0, 0)
    stands = standing(changes)
    assert stands.out.tolist() == [True, False, False]
    outside = (changes[0] < stands.low) | (changes[0] > stands.high)
    assert outside.tolist() == stands.out.tolist()
    alone = [sum(standing(np.roll(changes, -at, axis=0)).out.any() for at in range(40))]
    assert alone == [2]  # of 40 regions two stand out, whatever the number of indicators


def test_regions_that_do_not_differ_do_not_stand_out() -> None:
    assert not standing(np.zeros((20, 1))).out.any()
    assert not standing(np.zeros((10, 1))).out.any()
    assert [usable(count, 120) for count in (18, 19, 38, 39, 90)] == [0, 19, 19, 39, 59]
    assert [usable(count, count) for count in (20, 86, 400)] == [19, 39, 59]


def test_the_indicator_with_the_fewest_figures_gives_way() -> None:
    known = structure()
    full = panel(figures("independent", np.random.default_rng(3)))
    holes = replace(full, values=full.values.copy(), node=node(-1))
    holes.values[7:, 6:] = np.nan  # nearly nobody has figures after the start
    region = full.regions[0]
    years = windows(full, region, 2020)
    assert isinstance(years, Windows)
    compared, few, peers = compare([(holes, years), (full, years)], region, by_likeness(known, region))
    assert [found.node.sign for found in compared] == [1] and len(peers) == 39  # of 83 others of its kind
    assert [(found.sign, count) for found, count in few] == [(-1, 1)]


def test_a_level_that_peers_do_not_reach_and_a_lone_figure_are_told() -> None:
    known, values = structure(), figures("independent", np.random.default_rng(4))
    values[0] += 100
    values[0, :4] = np.nan
    found = panel(values)
    years = windows(found, found.regions[0], 2020)
    assert years == Windows((2019,), (2021, 2022, 2023))
    (one,), _, _ = compare([(found, years)], found.regions[0], by_likeness(known, found.regions[0]))
    assert one.level_apart and one.course_before is None


def test_figures_on_the_other_side_of_a_break_are_not_missing() -> None:
    broken = panel(figures("independent", np.random.default_rng(6)), node(breaks=(2021,)))
    broken.values[0, :6] = np.nan
    assert windows(broken, broken.regions[0], 2020) == Shortage("before", (2015, 2019))
