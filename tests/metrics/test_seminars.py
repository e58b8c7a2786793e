"""Figures then and now worked by hand, and what must hold of the shipped seminars."""

from __future__ import annotations

from typing import Any

import pytest

from metrics.practices.catalogue import catalogue
from metrics.results import Results, open_results
from metrics.seminars.entry import Talk
from metrics.seminars.held import seminars
from metrics.seminars.talks import Told, since, told
from metrics.seminars.then_and_now import Basis, Figure, ThenAndNow, basis, then_and_now
from tests.metrics.practices.small import practice
from tests.strategies import Case, write_case

LEAF: dict[str, Any] = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}
CHILDREN: dict[str, Any] = {
    "water_part": {
        "children": {
            "water": LEAF | {"direction": "lower", "goalposts": [100, 0], "error": {"sd": 2.0}},
            "pipes": LEAF | {"breaks": [2020]},
            "tariff": {"status": "wanted"},
        }
    },
    "roads_part": {"children": {"roads": LEAF | {"carry_forward": 3}}},
    "parks_part": {"children": {"parks": {"status": "wanted"}}},
}
FIGURES: dict[str, dict[str, dict[int, float]]] = {
    "water": {
        "A": {2018: 30, 2021: 20, 2022: 10},
        "B": {2018: 40, 2022: 38},
        "C": {2018: 50, 2022: 44},
        "D": {2018: 60},
        "K": {2018: 90, 2022: 10},
    },
    "pipes": {"A": {2018: 1, 2019: 2, 2021: 5, 2022: 6}, "B": {2020: 7, 2022: 9}, "C": {2022: 3}, "K": {2022: 3}},
    "roads": {"A": {2015: 4, 2022: 8}, "B": {2019: 5}, "K": {2022: 3}},
}
KINDS = {"A": "kota", "B": "kota", "C": "kota", "D": "kota", "K": "kabupaten"}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Results:
    rows = [(r, v, y, x) for v, of in FIGURES.items() for r, years in of.items() for y, x in years.items()]
    regions = [{"region": code, "name": f"Region {code}", "kind": kind} for code, kind in KINDS.items()]
    framework = {"id": "index", "title": "Index", "years": [2015, 2022], "children": CHILDREN}
    return open_results(*write_case(tmp_path_factory.mktemp("seminars"), Case(framework, regions, rows)))


def seen(results: Results, region: str, node: str, year: int = 2019) -> ThenAndNow:
    return then_and_now(results, region, year, [results.node(node)])[0]


def test_then_is_the_nearest_figure_and_the_change_stands_beside_that_of_the_kind(small: Results) -> None:
    found = seen(small, "A", "water")
    assert (found.state, found.then, found.now) == ("both", Figure(2018, 30), Figure(2022, 10))
    assert (found.change, found.clear) == (-20, True)
    assert (found.usual, found.others) == (-4, 2)  # of B and C; D has one figure, K is of another kind
    assert found.reach == (10, 60)


def test_of_two_years_as_near_the_earlier_one_stands_for_then(small: Results) -> None:
    assert seen(small, "A", "pipes", 2020).then == Figure(2021, 5)
    assert seen(small, "A", "water", 2020).then == Figure(2021, 20)
    assert seen(small, "B", "water", 2020).then == Figure(2018, 40)


def test_a_change_within_the_error_is_not_clear(small: Results) -> None:
    assert not seen(small, "B", "water").clear  # 2 is less than 1.645 times the error of the difference, 4.7


def test_a_change_of_figures_without_a_stated_error_is_neither_for_the_better_nor_for_the_worse(small: Results) -> None:
    assert seen(small, "A", "pipes", 2020).clear is None
    talk = Talk.model_construct(id="a", region="A")
    figures = then_and_now(small, "A", 2020, [small.node("water"), small.node("pipes")])
    counted = since((Told(talk, (), Basis("none", (), ()), figures),))
    assert (counted.better, counted.worse, counted.unclear, counted.unstated) == (1, 0, 0, 1)


def test_figures_across_a_break_are_not_held_together(small: Results) -> None:
    found = seen(small, "A", "pipes", 2017)
    assert (found.state, found.change, found.usual) == ("broken", None, None)
    assert (found.apart, found.broken, found.now) == (Figure(2018, 1), 2020, Figure(2022, 6))
    # 2019 has a figure, but 2021 is the nearest on the side of the newest one
    assert seen(small, "A", "pipes").then == Figure(2021, 5)


def test_a_figure_from_long_before_or_after_is_no_then(small: Results) -> None:
    found = seen(small, "A", "roads")
    assert (found.state, found.then, found.oldest) == ("late", None, Figure(2015, 4))
    assert seen(small, "C", "pipes").state == "only"
    assert seen(small, "D", "pipes").state == "none"


def test_a_carried_figure_is_none(small: Results) -> None:
    assert seen(small, "B", "roads").now == Figure(2019, 5)


def test_a_talk_is_told_by_what_its_practices_should_move(small: Results) -> None:
    node = small.node

    def of(*indicators: str, part: str = "water_part") -> Basis:
        return basis(small, [practice("p", sub_dimension=part, indicators=list(indicators))])

    assert of("pipes", "tariff") == Basis("practice", (node("pipes"),), (node("tariff"),))
    assert of("tariff") == Basis("part", (node("water"), node("pipes")), (node("tariff"),))
    assert of("unknown", part="parks_part") == Basis("none", (), ())
    assert of("unknown", part="elsewhere") == Basis("none", (), ())


@pytest.fixture(scope="module")
def shipped() -> Results:
    return open_results()


def test_talks_and_practices_name_one_another(shipped: Results) -> None:
    for seminar in seminars(shipped):
        named = {name for talk in seminar.talks for name in talk.practices}
        assert named == {found.id for found in catalogue(shipped).of_seminar(seminar.id)}
        for talk in seminar.talks:
            for name in talk.practices:
                one = catalogue(shipped).practice(name)
                assert (one.region, one.province, one.abroad) == (talk.region, talk.province, talk.abroad)


def test_the_shipped_seminar_has_both_languages_and_every_report_is_cited(shipped: Results) -> None:
    (seminar,) = seminars(shipped)
    assert (seminar.year, len(seminar.talks), len(seminar.reports)) == (2019, 6, 5)
    content = seminar.model_dump_json()
    assert all(f'"reports":["{report.id}"' in content or f',"{report.id}"' in content for report in seminar.reports)
    texts = [*seminar.aims, *seminar.statements, *(topic for talk in seminar.talks for topic in talk.topics)]
    assert all(one.text.id != one.text.en for one in texts)


def test_the_note_on_the_intake_of_2019_is_what_the_data_hold(shipped: Results) -> None:
    intake = shipped.table(
        "SELECT count(DISTINCT region) AS count FROM membership WHERE \"group\" = 'gerakan-menuju-smart-city' "
        "AND year = 2019"
    )
    notes = [found.note.en for found in seminars(shipped)[0].disagreements if found.note]
    assert any(f"has {intake['count'][0]} regions" in note for note in notes)


def test_only_what_compares_is_counted_since(shipped: Results) -> None:
    talks = told(shipped, seminars(shipped)[0])
    counted = since(talks)
    found = {(one.talk.region, figure.node.id): figure for one in talks for figure in one.figures}
    assert counted.known == sum(figure.state == "both" for figure in found.values()) <= counted.figures
    assert [one.figures for one in talks if one.talk.region is None] == [(), ()]
    assert all(one.practices for one in talks if one.talk.practices)
