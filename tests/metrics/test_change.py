"""Why a score changed: the ends are what `score` gives, and the parts between them add up."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner

from metrics.change import Change, Moved, change, change_of
from metrics.change_states import FACTORS, end, pair_of
from metrics.cli import main
from metrics.results import Results, open_results
from metrics.trend import trend
from tests.strategies import Case, write_case

YEARS, REGIONS = (2018, 2019, 2020), tuple(f"{i:02}.10" for i in range(40))
INDEX = {"id": "index", "title": "Index"}
CHILDREN: dict[str, Any] = {
    "one": {"weight": 2, "children": {"a": {}, "b": {"direction": "lower"}}},
    "two": {"minimum_coverage": 0.5, "children": {"c": {"weight": 0.3}, "d": {"scale": "log"}}},
    "e": {"weight": 0.5},
}
MOVED: dict[str, Any] = {
    "one": {"children": {"a": {"weight": 3}, "d": {}, "b": {"direction": "lower", "breaks": [2020]}}},
    "three": {"aggregate": "geometric", "children": {"e": {}, "f": {"treat": {"winsorise": 2, "skew": 0.4}}}},
    "c": {},
}
RANGE = [1, 100]
LEVEL: dict[str, Any] = {"normalise": {"using": "minmax", "range": RANGE}}
FRAMEWORKS: tuple[dict[str, Any], ...] = (
    {"method": {"carry_forward": 1, "normalise": {"using": "minmax", "range": RANGE}}, "children": CHILDREN},
    {"method": {"impute": {"using": "mean", "by": "kind"}, "normalise": {"range": RANGE}}, "children": MOVED},
    {
        "method": {"normalise": {"using": "percentile", "over": "year", "range": RANGE}, "aggregate": "geometric"},
        "maturity": {"levels": [{"from": 1, "title": "Low"}, {"from": 50, "title": "High"}], "minimum_coverage": 0.8},
        "children": CHILDREN,
    },
    {"method": {"normalise": {"using": "rank"}, "minimum_coverage": 1}, "children": {"a": {}, "d": {"weight": 4}}},
)


def some_case(framework: dict[str, Any], seed: int, regions: tuple[str, ...] = REGIONS) -> Case:
    """Figures of three years with a few gaps."""
    drawn = np.random.default_rng(seed)
    figures = [
        (region, variable, year, float(value))
        for variable in "abcdef"
        for year in YEARS
        for region, value in zip(regions, np.round(drawn.lognormal(2, 0.8, len(regions)), 2), strict=True)
        if drawn.random() > 0.1
    ]
    kinds = [{"region": code, "name": code, "kind": ("kota", "kabupaten")[i % 2]} for i, code in enumerate(regions)]
    return Case(INDEX | framework, kinds, figures)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Results]:
    """The frameworks on one of two versions of the data; the second has a region more, and another one less."""
    found = []
    for number, framework in enumerate((FRAMEWORKS[0], *FRAMEWORKS)):
        seed, regions = ((4, REGIONS), (5, (*REGIONS[1:], "99.10")))[number % 2]
        folder = tmp_path_factory.mktemp(f"version{number}")
        found.append(open_results(*write_case(folder, some_case(framework, seed, regions))))
    return found


def opened(folder: Path, children: dict[str, Any], figures: dict[tuple[str, int], list[float]], **keys: Any) -> Results:
    """Regions A, B, C ... with a list of figures for each variable and year."""
    method = {"normalise": {"using": "goalposts"}, "minimum_coverage": 1}
    codes = "ABCDE"[: max(map(len, figures.values()))]
    rows = [
        (code, variable, year, value)
        for (variable, year), values in figures.items()
        for code, value in zip(codes, values, strict=False)
        if value is not None
    ]
    case = Case(
        INDEX | {"method": method | keys, "children": children}, [{"region": c, "name": c} for c in codes], rows
    )
    folder.mkdir()
    return open_results(*write_case(folder, case))


def parts_of(moved: Moved) -> dict[str, float]:
    """What is not zero."""
    return {name: round(part, 9) for name, part in moved.parts.items() if round(part, 9)}


def explained(found: object) -> Change:
    assert isinstance(found, Change)
    return found


def test_the_ends_are_what_score_gives(versions: list[Results]) -> None:
    for one, other in zip(versions, versions[1:] + versions[:1], strict=True):
        pair = pair_of((one, 2019), (other, 2020))
        for side, (results, year) in enumerate(((one, 2019), (other, 2020))):
            ranking = results.ranking(year).set_index("region").reindex(pair.regions)
            expected = ranking["score"].where(ranking["rank"].notna()).to_numpy(dtype=float)
            found = end(pair, side, tuple(pair.sides[side].leaves))
            np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9)


def test_the_parts_add_up_on_a_thousand_random_pairs(versions: list[Results]) -> None:
    drawn, told, whole = random.Random(7), 0, 0
    while told < 1000:
        first = drawn.choice(versions)
        second = drawn.choice((first, first, drawn.choice(versions)))
        before, after = (first, drawn.choice(YEARS)), (second, drawn.choice(YEARS))
        pair = pair_of(before, after)
        for region in pair.regions:
            found = change_of(pair, region)
            if not isinstance(found, Change):
                continue
            told += 1
            for moved in (found.score, found.rank, found.rank_in_kind):
                assert sum(moved.parts.values()) == pytest.approx(moved.change, abs=1e-9)
            assert sum(step.points for step in found.steps) == pytest.approx(found.score.parts["own"], abs=1e-9)
            if found.whole:
                whole += 1
                _check_published(found, before, after)
    assert whole > 50


def _check_published(found: Change, before: tuple[Results, int], after: tuple[Results, int]) -> None:
    for (results, year), score, rank, kin, ranked in zip(
        (before, after),
        (found.score.before, found.score.after),
        (found.rank.before, found.rank.after),
        (found.rank_in_kind.before, found.rank_in_kind.after),
        found.ranked,
        strict=True,
    ):
        row = _ranking(results, year).loc[found.region]
        assert (row["rank"], row["rank_in_kind"], row["ranked"]) == (rank, kin, ranked)
        assert row["score"] == pytest.approx(score, rel=1e-9, abs=1e-9)


_RANKINGS: dict[tuple[str, int], pd.DataFrame] = {}


def _ranking(results: Results, year: int) -> pd.DataFrame:
    key = (str(results.path), year)
    if key not in _RANKINGS:
        _RANKINGS[key] = results.ranking(year).set_index("region")
    return _RANKINGS[key]


FIXED: dict[str, Any] = {"a": {"goalposts": [0, 100]}, "b": {"goalposts": [0, 100]}}
FIGURES = {("a", 2020): [40, 50, 60], ("b", 2020): [20, 30, 70]}


def test_own_and_others_figures_by_hand(tmp_path: Path) -> None:
    """A rises by 10 points, which passes B (40); had B not risen to 55 as well, it would stand second."""
    both = FIGURES | {("a", 2021): [50, 70, 60], ("b", 2021): [30, 40, 70]}
    results = opened(tmp_path / "one", FIXED, both)
    found = explained(change((results, 2020), (results, 2021), "A"))
    assert (found.score.before, found.score.after, found.whole) == (30, 40, True)
    assert parts_of(found.score) == {"own": 10}
    assert [(step.node.id, round(step.points, 9)) for step in found.steps] == [("a", 5), ("b", 5)]
    # Rank 3 to 3. Own figures first: 40 equals B's 40, rank 2; others first: 30 stays third. Mean of both orders.
    assert (found.rank.before, found.rank.after) == (3, 3)
    assert parts_of(found.rank) == {"own": -0.5, "others": 0.5}


def test_weights_method_and_versions_of_data_are_told_apart(tmp_path: Path) -> None:
    base = opened(tmp_path / "base", FIXED, FIGURES)
    heavier = opened(tmp_path / "heavier", FIXED | {"a": FIXED["a"] | {"weight": 3}}, FIGURES)
    stricter = opened(tmp_path / "stricter", FIXED | {"a": {"goalposts": [0, 80]}}, FIGURES)
    mended = opened(tmp_path / "mended", FIXED, FIGURES | {("b", 2020): [50, 30, 70]})
    for other, factor, after in ((heavier, "weights", 35), (stricter, "method", 35), (mended, "own", 45)):
        found = explained(change((base, 2020), (other, 2020), "A"))
        assert (found.score.before, found.score.after) == (30, after)
        assert list(parts_of(found.score)) == [factor]
    elsewhere = explained(change((base, 2020), (mended, 2020), "B"))
    assert (parts_of(elsewhere.score), parts_of(elsewhere.rank)) == ({}, {"others": 1})


def test_what_a_version_takes_in_or_drops_is_coverage(tmp_path: Path) -> None:
    base = opened(tmp_path / "base", FIXED, FIGURES)
    figures = FIGURES | {("c", 2020): [90, 0, 0, 0], ("a", 2020): [40, 50, 60, 99], ("b", 2020): [20, 30, 70, 99]}
    wider = opened(tmp_path / "wider", FIXED | {"c": {"goalposts": [0, 100]}}, figures)
    found = explained(change((base, 2020), (wider, 2020), "A"))
    assert (found.score.before, found.score.after, found.rank.before, found.rank.after) == (30, 50, 3, 2)
    assert parts_of(found.score) == {"coverage": 20}
    assert parts_of(found.rank) == {"coverage": -1}
    assert ([one.reason for one in found.apart], found.came, found.left) == (["only_after"], 1, 0)
    back = explained(change((wider, 2020), (base, 2020), "A"))
    assert parts_of(back.score) == {"coverage": -20}


def test_an_indicator_with_another_name_is_the_same(tmp_path: Path) -> None:
    base = opened(tmp_path / "base", FIXED, FIGURES)
    renamed = {"x": {"variable": "a", "goalposts": [0, 100]}, "b": {"goalposts": [0, 50]}}
    found = explained(change((base, 2020), (opened(tmp_path / "other", renamed, FIGURES), 2020), "A"))
    assert (found.apart, parts_of(found.score)) == ((), {"method": 10})


def test_a_break_is_named_and_not_computed_across(tmp_path: Path) -> None:
    children = FIXED | {"b": {"goalposts": [0, 100], "breaks": [2021]}}
    results = opened(tmp_path / "one", children, FIGURES | {("a", 2021): [45, 50, 60], ("b", 2021): [90, 90, 90]})
    found = explained(change((results, 2020), (results, 2021), "A"))
    assert [(one.node.id, one.year) for one in found.breaks] == [("b", 2021)]
    assert (found.score.before, found.score.after, found.whole, found.share) == (40, 45, False, 0.5)


def test_a_carried_figure_is_not_a_change(tmp_path: Path) -> None:
    results = opened(tmp_path / "one", FIXED, FIGURES | {("a", 2021): [45, 50, 60]}, carry_forward=1)
    found = explained(change((results, 2020), (results, 2021), "A"))
    assert [(one.node.id, one.reason, one.year) for one in found.apart] == [("b", "carried", 2020)]
    assert (found.score.change, found.whole) == (5, False)


def test_what_cannot_be_compared_says_what_stands_in_the_way(tmp_path: Path) -> None:
    results = opened(tmp_path / "one", FIXED, FIGURES | {("a", 2021): [None, 50, 60], ("b", 2021): [None, 1, 2]})
    found = change((results, 2020), (results, 2021), "A")
    assert not isinstance(found, Change)
    assert [(one.node.id, one.reason) for one in found] == [("a", "only_before"), ("b", "only_before")]


def test_observed_ranges_make_others_figures_move_a_score(tmp_path: Path) -> None:
    figures = {("a", 2020): [50, 0, 100], ("a", 2021): [50, 0, 200]}
    results = opened(tmp_path / "one", {"a": {}}, figures, normalise={"using": "minmax", "over": "year"})
    found = explained(change((results, 2020), (results, 2021), "A"))
    assert (found.score.before, found.score.after) == (50, 25)
    assert parts_of(found.score) == {"others": -25}


def test_duels_are_with_every_region(tmp_path: Path) -> None:
    """A beats B on a and b in 2021, which also means that B no longer beats A."""
    figures = FIGURES | {("a", 2021): [55, 50, 60], ("b", 2021): [35, 30, 70]}
    results = opened(tmp_path / "one", FIXED, figures, aggregate="copeland")
    found = explained(change((results, 2020), (results, 2021), "A"))
    assert (found.score.before, found.score.after) == (-2, 0)
    assert parts_of(found.score) == {"own": 2}
    assert sum(step.points for step in found.steps) == pytest.approx(2, abs=1e-9)


def test_on_the_shipped_data_it_says_what_the_trend_says() -> None:
    results = open_results()
    moved = trend(results, 2023)
    assert moved is not None
    pair = pair_of((results, moved.base), (results, 2023))
    for region, points in moved.regions.set_index("region")["change"].dropna().iloc[::40].items():
        found = explained(change_of(pair, str(region)))
        assert found.score.change == pytest.approx(points, abs=1e-8)
        assert [one.node.id for one in found.breaks] == ["stunting"]
        assert list(found.score.parts) == list(FACTORS)


def test_the_command_writes_parts_and_names_what_is_not_compared(tmp_path: Path) -> None:
    children = FIXED | {"b": {"goalposts": [0, 100], "breaks": [2021]}}
    results = opened(tmp_path / "one", children, FIGURES | {("a", 2021): [45, 50, 60], ("b", 2021): [90, 90, 90]})
    options = ["--data", str(results.data), "--framework", str(tmp_path / "one" / "framework.yaml"), "--lang", "en"]
    result = CliRunner().invoke(main, ["change", "A", "--from", "2020", "--to", "2021", *options])
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "part,node,score,rank,rank_in_kind"
    assert lines[1].startswith("before,,40") and lines[-1].startswith("after,,45")
    assert "own,a,5" in result.stdout
    assert "began anew in 2021" in result.stderr


def test_an_attribute_that_only_one_version_has_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path / "cache"))
    plain = some_case(FRAMEWORKS[0], 1)
    zoned = some_case(FRAMEWORKS[0] | {"method": {"impute": {"using": "mean", "by": "zone"}} | LEVEL}, 1)
    for i, row in enumerate(zoned.regions):
        row["zone"] = "east" if i % 3 else "west"
    sides = []
    for name, case in (("plain", plain), ("zoned", zoned)):
        (tmp_path / name).mkdir()
        sides.append((open_results(*write_case(tmp_path / name, case)), 2020))
    for before, after in (sides, sides[::-1]):
        assert isinstance(change(before, after, REGIONS[0]), Change)
