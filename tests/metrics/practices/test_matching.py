"""Practices matched to a region, and regions to a practice, on a small country worked by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from exports.match_reasons import say_match
from metrics.gaps import Gaps, gaps
from metrics.practices.account import CREDIT
from metrics.practices.entry import Practice
from metrics.practices.gainers import gainers
from metrics.practices.matching import Match, matches
from metrics.results import Results, open_results
from metrics.simulation import Simulator, simulator
from tests.metrics.test_trend import LEAF
from tests.strategies import Case, write_case
from words import speak

YEAR = 2020
TEXT = {"id": "x", "en": "x"}
CHILDREN: dict[str, Any] = {
    "people": {
        "children": {
            "health": LEAF,
            "poverty": LEAF | {"direction": "lower", "goalposts": [100, 0], "error": {"sd": 10}},
            "trust": {"direction": "higher", "status": "wanted"},
        }
    },
    "city": {"children": {"water": LEAF | {"breaks": [2019]}, "waste": LEAF | {"status": "shown"}}},
    "brand": {"children": {"visits": {"direction": "higher", "status": "wanted"}}},
}
# A is ours; B, C and D are its peers.
FIGURES: dict[str, dict[str, dict[int, float]]] = {
    "health": {"A": {2020: 40}, "B": {2020: 60}, "C": {2020: 60}, "D": {2020: 70}, "E": {2020: 90}},
    "poverty": {"A": {2020: 30}, "B": {2020: 25}, "C": {2020: 20}, "D": {2020: 20}, "E": {2020: 10}},
    "water": {
        "A": {2019: 30, 2020: 52}, "B": {2020: 50}, "C": {2018: 10, 2019: 90, 2020: 50},
        "D": {2018: 99, 2019: 51, 2020: 40}, "E": {2020: 45},
    },
    "waste": {"A": {2020: 10}, "B": {2020: 20}, "C": {2020: 30}, "E": {2020: 80}},
}  # fmt: skip
REGIONS = [
    {"region": code, "name": f"Region {code}", "kind": kind, "province": province, "population": people}
    for code, kind, province, people in (
        ("A", "kota", "west", 100), ("B", "kota", "west", 110), ("C", "kota", "east", 150),
        ("D", "kabupaten", "east", 90), ("E", "kabupaten", "east", 2000),
    )
]  # fmt: skip


def practice(id: str, region: str | None = "C", sub: str = "people", **more: Any) -> Practice:
    place = {} if region is None else {"region": region}
    sources = [{"title": "x"}]
    written = {"id": id, "title": TEXT, "summary": TEXT, "sub_dimension": sub, "grade": "C", "sources": sources}
    return Practice.model_validate(written | place | more)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Simulator:
    figures = [
        (region, name, year, value)
        for name, column in FIGURES.items()
        for region, years in column.items()
        for year, value in years.items()
    ]
    framework = {"id": "index", "title": "Index", "years": [2018, 2020], "children": CHILDREN}
    return simulator(
        open_results(*write_case(tmp_path_factory.mktemp("match"), Case(framework, REGIONS, figures))), YEAR
    )


@pytest.fixture(scope="module")
def ours(ready: Simulator) -> Gaps:
    return gaps(ready, "A", "BCD")


def matched(ready: Simulator, ours: Gaps, *practices: Practice) -> dict[str, Match]:
    return {match.practice.id: match for match in matches(ready.results, practices, ours)}


def test_a_practice_answers_the_widest_gap_that_it_should_close(ready: Simulator, ours: Gaps) -> None:
    found = matched(ready, ours, practice("both", indicators=("poverty", "health", "trust")))["both"]
    assert found.need == "gap" and found.gap is not None and found.gap.node.id == "health"
    assert found.size == pytest.approx(20 / np.std([40, 60, 60, 70, 90]))
    assert [node.id for node in found.unmeasured] == ["trust"]


def test_what_is_proposed_first_answers_a_gap_and_what_nobody_knows_is_no_gap(ready: Simulator, ours: Gaps) -> None:
    taken = {"adopters": {"text": TEXT, "regions": ["A"], "source": 1}}
    found = matched(
        ready,
        ours,
        practice("a-adopted", indicators=("health",), **taken),
        practice("b-none", indicators=("water",), grade="A"),
        practice("c-unknown", sub="brand", indicators=("visits",), grade="A"),
        practice("d-nearby", indicators=("trust",), grade="A"),
        practice("e-unclear", indicators=("poverty",), grade="A"),
        practice("f-gap", indicators=("health",)),
        practice("f-title", indicators=("health",), grade="D"),
        practice("d-names-none", grade="A"),
        practice("g-elsewhere", indicators=("of_another_framework",), sub="of_another_framework"),
    )
    needs = {name: match.need for name, match in found.items()}
    assert list(needs.items()) == [
        ("f-gap", "gap"), ("e-unclear", "unclear"), ("d-nearby", "nearby"), ("c-unknown", "unknown"),
        ("b-none", "none"), ("a-adopted", "adopted"),
    ]  # fmt: skip
    assert found["d-nearby"].gap is not None and found["d-nearby"].gap.node.id == "health"
    assert found["c-unknown"].size == 0.0 and found["c-unknown"].gap is None


def test_what_warns_comes_after_what_answers_the_same_gap_without(ready: Simulator, ours: Gaps) -> None:
    health, poverty = {"indicators": ("health",)}, {"indicators": ("poverty",)}
    found = matched(
        ready,
        ours,
        practice("a-lesson", "B", lesson=TEXT, **health),
        practice("b-lesson-alone", "B", lesson=TEXT, **poverty),
        practice("c-far", None, province="east", **health),
        practice("d-near", "B", **health),
    )
    assert list(found) == ["d-near", "c-far", "a-lesson", "b-lesson-alone"]
    assert found["a-lesson"].worth == found["d-near"].worth > found["c-far"].worth


def test_no_region_is_given_its_own_practice_nor_that_of_its_province(ready: Simulator, ours: Gaps) -> None:
    own, around = practice("own", "A", indicators=("health",)), practice("around", None, province="west")
    other, abroad = (
        practice("other", None, province="east", indicators=("health",)),
        practice("abroad", None, abroad={"city": "X", "country": TEXT}, indicators=("health",)),
    )
    assert set(matched(ready, ours, own, around, other, abroad)) == {"other", "abroad"}


def test_the_gap_times_the_fit_decides_within_a_need(ready: Simulator, ours: Gaps) -> None:
    found = matched(
        ready,
        ours,
        practice("abroad", None, abroad={"city": "X", "country": TEXT}, indicators=("health",), grade="B"),
        practice("far", "D", indicators=("health",), grade="B"),
        practice("near", "B", indicators=("health",), grade="B"),
        practice("near-less", "B", indicators=("health",), grade="C"),
    )
    assert list(found) == ["near", "near-less", "far", "abroad"]
    assert {name: match.likeness for name, match in found.items()} == {
        "near": 1.0, "near-less": 1.0, "far": pytest.approx(1 / 3), "abroad": None
    }  # fmt: skip
    near = found["near"]
    assert near.fit == pytest.approx((1 + CREDIT["documented"] + 0.5) / 3)
    assert near.worth == pytest.approx(near.size * near.fit)
    assert [
        match.practice.id for match in matches(ready.results, [found[name].practice for name in found], ours)
    ] == list(found)


def test_what_it_presupposes_is_held_against_the_start_there_within_one_series(ready: Simulator, ours: Gaps) -> None:
    needs = {"indicators": ("health",), "presupposes": ("water",)}
    found = matched(
        ready,
        ours,
        practice("before-the-break", started=2018, **needs),  # C: 10 in 2018 is of another series than our 52
        practice("of-that-year", started=2020, **needs),
        practice("just-behind", "D", started=2017, **needs),  # D: 51 in 2019
        practice("no-start", **needs),
        practice("not-yet-there", started=2021, **needs),
        practice("unmeasured", started=2018, indicators=("health",), presupposes=("trust",)),
    )
    conditions = {name: match.conditions[0] for name, match in found.items()}
    assert conditions["before-the-break"].theirs == (90, 2019) and conditions["before-the-break"].met is False
    assert conditions["of-that-year"].theirs == (50, 2020) and conditions["of-that-year"].met is True
    assert conditions["just-behind"].theirs == (51, 2019) and conditions["just-behind"].met is True
    assert {conditions[name].met for name in ("no-start", "not-yet-there", "unmeasured")} == {None}
    assert [found[name].readiness for name in ("before-the-break", "of-that-year", "no-start")] == [0.0, 1.0, 0.5]


def test_a_match_explains_itself_in_one_sentence(ready: Simulator, ours: Gaps) -> None:
    told = practice("x", indicators=("health",), presupposes=("water",), started=2018, lesson=TEXT)
    found = matched(ready, ours, told)["x"]
    assert say_match(speak("en"), found, ours, "Region C", "Region A") == (
        "Concerns a gap: health, 40 against 60 (the median of its peers); Region C is more like Region A in structure "
        "than 66% of all regions; no results known (grade C); less to start from: water 52, there 90 (2019); "
        "with a lesson on what did not work."
    )  # fmt: skip
    assert say_match(speak("id"), found, ours, "Region C", "Region A").startswith(
        "Menyangkut kesenjangan: health 40 (median daerah"
    )


@pytest.mark.parametrize(
    ("indicators", "gaining"),
    [(("health",), "A"), (("health", "poverty"), "AB"), (("waste",), "AB"), (("health", "waste"), "A")],
)
def test_what_a_region_would_gain_is_what_scoring_it_again_says(
    ready: Simulator, indicators: tuple[str, ...], gaining: str
) -> None:
    results: Results = ready.results
    found = gainers(results, YEAR, practice("x", "C", indicators=indicators))
    theirs = ready.current("C")
    # Nobody is looked at who has no figure in what the practice should move.
    looked_at = [
        one for one in results.regions()["region"] if one != "C" and ready.current(one).keys() & set(indicators)
    ]
    assert found.own and found.among == len(looked_at) and "C" not in {one.region for one in found.regions}
    for one in found.regions:
        current = ready.current(one.region)
        better = {
            name: theirs[name]
            for name in indicators
            if name in current and ready.results.node(name).sign * (theirs[name] - current[name]) > 0
        }
        then, now = ready.rescore(one.region, better), ready.published(one.region)
        assert one.step == pytest.approx(max(then.scores[name] - now.scores[name] for name in better))
        assert (one.today, one.aim) == (current[one.node.id], theirs[one.node.id])
        expected = None if indicators == ("waste",) else pytest.approx(then.score - now.score)
        assert one.gain == expected
    assert "".join(one.region for one in found.regions) == gaining and found.gaining == len(gaining)


def test_without_a_region_of_the_register_the_best_quarter_is_the_aim(ready: Simulator) -> None:
    found = gainers(ready.results, YEAR, practice("x", None, province="west", indicators=("health",)))
    assert not found.own and {one.aim for one in found.regions} == {70.0}
    assert [one.region for one in found.regions] == ["A", "B", "C"] and found.regions[0].place is None


def test_where_nothing_has_a_figure_nobody_can_say_who_would_gain(ready: Simulator) -> None:
    found = gainers(ready.results, YEAR, practice("x", indicators=("trust", "visits")))
    assert found.regions == () and [node.id for node in found.missing] == ["trust", "visits"] and not found.nodes
    with pytest.raises(ValueError, match="2031"):
        gainers(ready.results, 2031, practice("x"))


def test_those_that_took_it_over_are_not_among_the_gainers(ready: Simulator) -> None:
    taken = {"adopters": {"text": TEXT, "regions": ["A"], "source": 1}}
    assert gainers(ready.results, YEAR, practice("x", indicators=("health",), **taken)).regions == ()


def test_who_has_passed_the_aim_since_gains_nothing(ready: Simulator) -> None:
    gaining = {
        home: [one.region for one in gainers(ready.results, 2019, practice("x", home, indicators=("water",))).regions]
        for home in "CD"
    }
    assert gaining == {"C": ["A", "D"], "D": []}  # 90 in C and 51 in D; A had 30 in 2019, and has 52 since
