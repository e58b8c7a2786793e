"""What stands for a practice, and which others are like it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from metrics.practices.places import Place, Places
from metrics.practices.telling import by_grade, newest_first, similar, standing, telling
from metrics.results import open_results
from tests.metrics.practices.small import practice, text


def result(words: str, value: float | None, date: str | None, own: bool) -> dict[str, Any]:
    return {
        "text": text(words), "value": value, "date": date, "by": text("who"), "self_reported": own, "source": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("results", "told"),
    [
        ([], None),
        ([result("word", None, "2020", False)], "word"),
        ([result("own", 1, None, True), result("word", None, "2020", False)], "own"),
        ([result("others", 1, "2010", False), result("own", 1, "2020", True)], "others"),
        ([result("new", 1, "2019-10", True), result("old", 1, "2019", True)], "new"),
        ([result("first", 5, "2023-12", False), result("second", 1, "2023-12", False)], "first"),
        ([result("old", 5, "2022", False), result("new", 1, "2023", False)], "new"),
        ([result("own", 5, "2020", True), result("followers", 36, "2023-12", False)], "own"),
        ([result("followers", 36, "2023-12", False)], "followers"),
    ],
)
def test_the_result_to_show_is_a_number_by_others_and_new(results: list[dict[str, Any]], told: str | None) -> None:
    units = {"followers": text("pemerintah daerah", "local governments")}
    found = telling(practice("one", results=[one | {"unit": units.get(one["text"]["en"])} for one in results]))
    assert (found and found.text.en) == told


def test_a_list_says_how_far_it_can_be_trusted() -> None:
    some = [
        practice("one", grade="A", results=[result("x", 1, None, False)]),
        practice("two", grade="C", lesson=text("few")),
        practice("three", grade="C", region="35.78"),
    ]
    found = standing(some)
    assert (found.practices, found.places, found.with_figures, found.with_lessons) == (3, 2, 1, 1)
    assert found.grades == {"A": 1, "B": 0, "C": 2, "D": 0}
    assert sum(standing([]).grades.values()) == 0


def test_orders_keep_what_is_equal_as_it_stands() -> None:
    some = [
        practice("one"),
        practice("two", grade="A", started=2010),
        practice("three", started=2019),
        practice("four"),
    ]
    assert [one.id for one in by_grade(some)] == ["two", "one", "three", "four"]
    assert [one.id for one in newest_first(some)] == ["three", "two", "one", "four"]


def test_similar_ones_share_what_they_are_about() -> None:
    some = [
        practice("one", indicators=["waste_managed"]),
        practice("same", indicators=["waste_managed"]),
        practice("topic", grade="D"),
        practice("better", grade="B"),
        practice("touching", sub_dimension="health", also=["waste"]),
        practice("other", sub_dimension="health"),
    ]
    assert [one.id for one in similar(some, some[0], 9)] == ["same", "better", "topic"]
    assert [one.id for one in similar(some, some[0], 1)] == ["same"]
    assert similar(some, some[5], 9)[0].id == "touching"


def test_places_are_of_the_register_provinces_or_abroad(results_cache: Path) -> None:
    places = Places(open_results())
    some = [
        practice("one"),
        practice("two"),
        practice("three", province="Daerah Khusus Ibukota Jakarta"),
        practice("four", abroad={"city": "Seoul", "country": text("Korea Selatan", "South Korea")}),
    ]
    found = places.by_place(some)
    assert [(place.name, place.kind, len(own)) for place, own in found.items()] == [
        ("Kota Kupang", "region", 2),
        ("Daerah Khusus Ibukota Jakarta", "province", 1),
        ("Seoul", "abroad", 1),
    ]
    kupang, jakarta, seoul = found
    assert kupang.code == "53.71"
    assert kupang.within is not None
    assert kupang.within.id == "Nusa Tenggara Timur"
    assert kupang.lat is not None
    assert -11 < kupang.lat < -10
    assert jakarta.lon is not None
    assert 106 < jakarta.lon < 107
    assert seoul.within is not None
    assert (seoul.within.en, seoul.lat) == ("South Korea", None)
    assert places.of(practice("five", region="99.99")) == Place("region", "99.99", "99.99", None)
