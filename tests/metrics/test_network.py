"""Networks, their partners outside and their pairs: worked by hand on a small country, and on the shipped data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from metrics.groups import groups
from metrics.learning_pair import learning_pair
from metrics.matched import Beside, partners
from metrics.memberships import memberships
from metrics.network import Network, network
from metrics.pairs import likeness, pairs
from metrics.practices.entry import Practice
from metrics.results import Results, open_results
from metrics.within_kind import within_kind
from tests.strategies import Case, write_case

LEAF: dict[str, Any] = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}
FRAMEWORK = {
    "id": "index", "title": "Index", "minimum_coverage": 1,
    "children": {
        "schooling": LEAF,
        "poverty": LEAF | {"direction": "lower", "goalposts": [100, 0], "error": {"sd": 4.0}},
        "climate": LEAF | {"lever": "none"},
    },
}  # fmt: skip
COLUMNS = ("region", "name", "kind", "population")
REGIONS = [
    ("C1", "Kota A", "kota", "100000"),
    ("C2", "Kota B", "kota", "120000"),
    ("C3", "Kota C", "kota", "900000"),
    ("C4", "Kota D", "kota", "1000000"),
    ("R1", "Kabupaten A", "kabupaten", "50000"),
    ("R2", "Kabupaten B", "kabupaten", "60000"),
    ("R3", "Kabupaten C", "kabupaten", "500000"),
    ("R4", "Kabupaten D", "kabupaten", "550000"),
    ("R5", "Kabupaten E", "kabupaten", "700000"),
]
#        schooling, poverty, climate
VALUES: dict[str, tuple[float | None, float, float]] = {
    "C1": (80, 30, 90), "C2": (20, 10, 10), "C3": (60, 20, 50), "C4": (40, 24, 40),
    "R1": (10, 50, 20), "R2": (30, 40, 30), "R3": (50, 30, 40), "R4": (70, 32, 50), "R5": (None, 20, 60),
}  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Four kota and five kabupaten in two years, one of them without a score."""
    figures = [
        (region, variable, year, value + shift)
        for region, row in VALUES.items()
        for variable, value in zip(("schooling", "poverty", "climate"), row, strict=True)
        if value is not None
        for year, shift in ((2020, 5.0 if region == "C1" and variable == "poverty" else 0.0), (2021, 0.0))
    ]
    rows = [dict(zip(COLUMNS, region, strict=True)) for region in REGIONS]
    return open_results(*write_case(tmp_path_factory.mktemp("small"), Case(FRAMEWORK, rows, figures)))


@pytest.fixture(scope="module")
def found(small: Results) -> Network:
    return network(small, 2021, ["R5", "C1", "C2", "R1"])


def test_place_within_the_kind_goes_by_what_is_better(small: Results) -> None:
    cells = within_kind(small, 2021).cells["poverty"]
    cell = cells["C2"]
    assert (cell.percentile, cell.rank, cell.ranked, cell.median) == (100.0, 1, 4, 22.0)
    assert (cell.distance, cells["C1"].distance) == (12.0, -8.0)
    assert (cell.clear, cells["C3"].clear) == (True, False)  # 4 x 1.645 is less than 12, and more than 2
    assert within_kind(small, 2021).cells["schooling"].keys() == VALUES.keys() - {"R5"}


def test_members_stand_in_the_order_of_the_register(found: Network) -> None:
    assert found.members == ("C1", "C2", "R1", "R5")
    assert (found.kinds, found.assessed) == ({"kota": 2, "kabupaten": 2}, 3)
    assert found.part("schooling").missing == ("R5",)


def test_members_behind_are_those_below_the_median_of_their_kind(found: Network) -> None:
    part = found.part("schooling")
    assert [cell.region for cell in part.behind] == ["R1", "C2"]
    assert part.share_behind == pytest.approx(2 / 3)
    assert found.part("poverty").share_behind == 0.5


def test_leader_is_the_best_of_its_kind_and_strong(found: Network) -> None:
    leaders = found.part("schooling").leaders(found.within.kinds)
    assert {kind: cell.region for kind, cell in leaders.items()} == {"kota": "C1"}


def test_partners_are_of_the_kind_each_its_own_and_never_members(found: Network) -> None:
    chosen = [partner.region for partner in found.partners.values()]
    assert len(chosen) == len(set(chosen)) == 3
    assert not set(chosen) & set(found.members)
    assert all(found.within.kinds[one] == found.within.kinds[two.region] for one, two in found.partners.items())
    assert found.partners["R1"].region == "R2"


def test_where_a_kind_is_used_up_outside_a_member_stands_alone(small: Results) -> None:
    assert set(partners(small, 2021, ["C1", "C2", "C3"], [*VALUES])) < {"C1", "C2", "C3"}
    assert partners(small, 2021, [*VALUES], [*VALUES]) == {}


def test_pairs_sum_to_the_least_distance(small: Results) -> None:
    chosen = partners(small, 2021, ["R1", "R4"], ["R2", "R3", "R5"])
    assert {one: two.region for one, two in chosen.items()} == {"R1": "R2", "R4": "R3"}


@pytest.mark.parametrize(("better", "worse", "clear"), [(6, 0, True), (0, 6, True), (5, 0, False), (9, 3, False)])
def test_difference_is_clear_where_a_coin_would_rarely_be_as_lopsided(better: int, worse: int, clear: bool) -> None:
    signs = [1.0] * better + [-1.0] * worse
    beside = Beside({str(i): sign for i, sign in enumerate(signs)}, {str(i): 0.0 for i in range(len(signs))})
    assert (beside.better, beside.worse, beside.clear) == (better, worse, clear)


def test_no_difference_is_told_from_chance_in_more_than_one_of_twenty_groups() -> None:
    rng = np.random.default_rng(1)
    told = 0
    for _ in range(400):
        values = rng.standard_normal((20, 2))
        sides = [{str(i): float(row[side]) for i, row in enumerate(values)} for side in (0, 1)]
        told += Beside(*sides).clear
    assert told / 400 <= 0.065


def test_lesson_is_strong_against_weak_and_clear(small: Results, found: Network) -> None:
    (pair,) = [pair for pair in pairs(small, 2021, found.members, found) if (pair.one, pair.other) == ("C1", "C2")]
    assert [(lesson.node.id, lesson.teacher.region) for lesson in pair.lessons] == [
        ("schooling", "C1"),
        ("poverty", "C2"),
    ]
    assert pair.mutual
    assert pair.dimensions == ("schooling", "poverty")  # climate, which nobody moves, is none


def test_likeness_is_symmetric_and_highest_for_the_nearest(small: Results) -> None:
    found = likeness(small, 2021)
    assert np.array_equal(found.shares, found.shares.T)
    assert found.of("C1", "C2") > found.of("C1", "C4") > found.of("C1", "R4")


def test_two_regions_are_asked_about_lessons_movement_practices_and_conditions(small: Results) -> None:
    practice = Practice.model_validate(
        {
            "id": "reading", "region": "C1", "title": {"id": "Membaca", "en": "Reading"}, "grade": "C",
            "summary": {"id": "Membaca.", "en": "Reading."}, "sub_dimension": "schooling", "sources": [{"title": "A"}],
        }
    )  # fmt: skip
    pair = learning_pair(small, 2021, "C1", "C2", [practice])
    asked = [(q.ask, q.asker, q.asked) for q in pair.questions]
    assert asked == [("how", "C1", "C2"), ("how", "C2", "C1"), ("practice", "C2", "C1")]
    sides = {side.node.id: side for side in pair.sides}
    assert (sides["poverty"].clear, sides["schooling"].clear) == (True, None)
    assert sides["poverty"].better("C1") is None  # five points are within the error of two figures
    with pytest.raises(ValueError, match="twice"):
        learning_pair(small, 2021, "C1", "C1")


def test_unknown_member_is_refused(small: Results) -> None:
    with pytest.raises(KeyError):
        network(small, 2021, ["C1", "nowhere"])


def test_shipped_groups_have_partners_outside_and_pairs_inside(results_cache: Path) -> None:
    results = open_results()
    within = within_kind(results, 2023)
    for group in (group for group in groups(results) if group.code in ("citynet-indonesia", "ntt-governments")):
        found = network(results, 2023, sorted(group.regions), within)
        assert not {partner.region for partner in found.partners.values()} & group.regions
        assert all(part.beside.pairs <= len(found.partners) for part in found.parts)
        made = pairs(results, 2023, found.members, found)
        assert all({pair.one, pair.other} <= group.regions and pair.lessons for pair in made)
        assert all(
            cell.band is None or cell.band[0] <= cell.rank <= cell.band[1] for cell in found.part("living").cells
        )


def test_membership_has_its_part_and_where_it_was_read(results_cache: Path) -> None:
    lines = memberships(open_results(), "citynet-indonesia")
    kupang = next(line for line in lines if line.region == "53.71")
    assert (kupang.year, kupang.status, kupang.publisher) == (2019, "member", "nttterkini.com")
    assert memberships(open_results(), "nobody") == ()


def test_a_newer_figure_that_compares_stands_beside_the_one_of_the_year(small: Results) -> None:
    before, now = (within_kind(small, year).cells["poverty"]["C1"] for year in (2020, 2021))
    assert (before.value, before.figure_year, before.newest) == (35.0, 2020, (2021, 30.0))
    assert now.newest is None
