"""Newer figures that do not bear out who is strong take back the lesson and the part in a session."""

from __future__ import annotations

from typing import Any

import pytest

from metrics.agenda import agenda
from metrics.learning_pair import learning_pair
from metrics.network import network
from metrics.newer import Newer, newer
from metrics.pairs import likeness
from metrics.results import Results, open_results
from metrics.within_kind import Cell, within_kind
from tests.strategies import Case, write_case

LEAF: dict[str, Any] = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}
CODES = "ABCDEFGHI"
OLD = (90, 85, 20, 10, 40, 45, 50, 55, 60)
#         A   B   C   D: A has fallen below the median, B is still above it but behind C
NEW = (30, 60, 65, 10, 40, 45, 50, 55, 60)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """The same figures three times: water as they are, pipes begun anew between, lamps newer of three regions only."""
    figures = [
        (code, name, year, value)
        for name in ("water", "pipes", "lamps")
        for year, row in ((2020, OLD), (2021, NEW))
        for code, value in zip(CODES, row, strict=True)
        if (name, year) != ("lamps", 2021) or code in "ABC"
    ]
    regions = [
        {"region": code, "name": f"Kota {code}", "kind": "kota", "population": 100_000 * (1 + at)}
        for at, code in enumerate(CODES)
    ]
    children = {
        "water": LEAF, "pipes": LEAF | {"breaks": [2021]}, "lamps": LEAF
    }  # fmt: skip
    framework = {"id": "index", "title": "Index", "children": {"services": {"children": children}}}
    return open_results(*write_case(tmp_path_factory.mktemp("newer"), Case(framework, regions, figures)))


@pytest.fixture(scope="module")
def since(small: Results) -> Newer:
    return newer(small, within_kind(small, 2020))


def cell(since: Newer, node: str, region: str) -> Cell:
    return since.within.cells[node][region]


def test_a_region_has_fallen_where_its_newest_figure_is_below_the_median(since: Newer) -> None:
    assert since.fallen(cell(since, "water", "A"))
    assert not since.fallen(cell(since, "water", "B"))


def test_a_break_between_and_a_year_of_few_say_nothing_of_the_median(since: Newer) -> None:
    assert not since.fallen(cell(since, "pipes", "A"))
    assert not since.fallen(cell(since, "lamps", "A"))


def test_a_lesson_is_reversed_where_the_newest_figures_of_both_stand_the_other_way(since: Newer) -> None:
    def reversed_in(node: str, teacher: str, learner: str) -> bool:
        return since.reversed(cell(since, node, teacher), cell(since, node, learner))

    assert reversed_in("water", "B", "C") and not reversed_in("water", "B", "D")
    assert not reversed_in("pipes", "B", "C")
    assert reversed_in("lamps", "B", "C") and not reversed_in("lamps", "B", "D")


def test_lessons_and_presenters_are_those_that_newer_figures_bear_out(small: Results) -> None:
    def lessons(one: str, other: str) -> list[str]:
        return sorted(lesson.node.id for lesson in learning_pair(small, 2020, one, other).pair.lessons)

    assert lessons("B", "D") == ["lamps", "pipes", "water"]
    assert lessons("B", "C") == ["pipes"]
    assert lessons("A", "D") == ["lamps", "pipes"]
    found = network(small, 2020, ["A", "C", "D"])
    (session,) = agenda(small, found, likeness(small, 2020), ()).sessions
    assert (session.node.id, session.presenters) == ("water", ())
    assert sorted(one.region for one in session.invited) == ["B", "I"]


def test_the_newest_year_has_nothing_newer(small: Results) -> None:
    assert not newer(small, within_kind(small, 2021)).figures
