"""Regions side by side: worked by hand on a few figures, and held against the draws on the shipped data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from metrics.bands import Bands
from metrics.draws.one_region import draw_year
from metrics.draws.parts import part_scores
from metrics.kept_bands import kept_bands
from metrics.kept_parts import kept_parts
from metrics.results import Results, open_results
from metrics.side_by_side import SideBySide, side_by_side
from metrics.side_by_side_rows import side_by_side_rows
from tests.metrics.scoring import opened
from tests.strategies import Case, write_case

LEAF: dict[str, Any] = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}
FRAMEWORK = {
    "id": "index", "title": "Index", "carry_forward": 2,
    "children": {
        "people": {"children": {
            "schooling": LEAF | {"decimals": 1},
            "poverty": LEAF | {"direction": "lower", "goalposts": [100, 0], "error": {"sd": 3}, "unit": "percent"},
        }},
        "water": LEAF | {"breaks": [2021], "error": {"relative": 0.1}},
        "waste": LEAF | {"status": "shown"},
    },
}  # fmt: skip
FIGURES = [  # schooling, poverty and water of 2022
    ("A", 50.0, 20.0, 50.0), ("B", 50.04, 26.9, 70.0), ("C", 62.0, 27.0, None), ("D", None, 14.0, 51.0),
]  # fmt: skip
MOST = ("33.74", "51.71", "35.78", "53.71", "35.15", "35.10", "13.71", "31.71")


def write_few(folder: Path) -> Results:
    figures = [
        (region, variable, 2022, value)
        for region, *values in FIGURES
        for variable, value in zip(("schooling", "poverty", "water"), values, strict=True)
        if value is not None
    ]
    figures += [("C", "water", 2020, 55.0), ("D", "waste", 2022, 40.0), ("B", "waste", 2022, 30.0)]
    figures += [("A", variable, year, 1.0) for variable in ("schooling", "poverty") for year in (2020, 2021)]
    regions = [{"region": region, "name": f"Region {region}"} for region, *_ in FIGURES]
    return open_results(*write_case(folder, Case(FRAMEWORK, regions, figures)))


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Four regions; series of which one begins anew, one states an error in units and one a relative one."""
    return write_few(tmp_path_factory.mktemp("few"))


@pytest.fixture(scope="module")
def beside(few: Results) -> SideBySide:
    return side_by_side(few, 2022, ["A", "B", "C", "D"], kept_bands(few, 2022), kept_parts(few, 2022))


@pytest.fixture(scope="module")
def shipped() -> tuple[Results, Bands]:
    results = open_results()
    return results, kept_bands(results, 2023)


def sides(beside: SideBySide, node: str) -> dict[str, Any]:
    measures = (beside.headline, *beside.dimensions, *beside.indicators)
    return {side.region: side for measure in measures if measure.node.id == node for side in measure.sides}


def test_figures_that_hardly_differ_are_the_same_as_written(beside: SideBySide) -> None:
    found = sides(beside, "schooling")
    assert [found[region].relation for region in "ABCD"] == ["mine", "same", "above", "missing"]
    assert found["C"].difference == 12.0
    assert found["C"].apart is None  # no error is stated


def test_difference_within_the_errors_is_not_clear(beside: SideBySide) -> None:
    found = sides(beside, "poverty")
    # Both are off by 3, their difference by sqrt(18); 1.645 of that are 6.979.
    assert (found["B"].relation, found["B"].apart) == ("unclear", False)
    assert (found["C"].relation, found["C"].apart) == ("above", True)
    assert (found["D"].relation, found["D"].difference) == ("unclear", -6.0)
    poverty = next(measure for measure in beside.indicators if measure.node.id == "poverty")
    assert (poverty.better, poverty.worse, poverty.unclear) == ((), ("C",), ("D", "B"))
    assert [side.region for side in poverty.sides] == ["D", "A", "B", "C"]


def test_figures_of_before_and_after_a_break_are_not_held_against_each_other(beside: SideBySide) -> None:
    found = sides(beside, "water")
    # 10 percent of 50 and of 70: 1.645 standard deviations of the difference are 14.2.
    assert (found["B"].relation, found["B"].apart) == ("above", True)
    assert (found["D"].relation, found["D"].apart) == ("unclear", False)
    assert found["C"].relation == "missing"  # the figure of 2020 is not carried across the break of 2021


def test_who_is_ahead_is_who_lies_above_in_nearly_all_draws(beside: SideBySide, few: Results) -> None:
    draws = kept_bands(few, 2022).scores
    people = part_scores(draw_year(few, 2022, 1000, 1), "people")
    for measure, drawn in ((beside.headline, draws), (beside.dimensions[0], people)):
        for side in measure.sides:
            if side.relation == "mine" or side.value is None:
                continue
            both = drawn[:, "ABCD".index(side.region)] - drawn[:, 0]
            above = (both[~np.isnan(both)] > 0).mean()
            expected = "above" if above >= 0.95 else "below" if above <= 0.05 else "unclear"
            assert side.relation == expected, (measure.node.id, side.region, above)
            low, high = np.nanquantile(drawn[:, "ABCD".index(side.region)], (0.05, 0.95))
            assert side.band == pytest.approx((low, high))


def test_nobody_can_tell_of_a_dimension_outside_the_headline(beside: SideBySide) -> None:
    waste = next(measure for measure in beside.dimensions if measure.node.id == "waste")
    assert not waste.sure
    assert waste.mine.value is None
    assert {side.relation for side in waste.sides} == {"mine", "missing"}
    assert waste not in beside.counted


@pytest.mark.parametrize("regions", [["A"], ["A", "A"], ["A", "X"], list("ABCDABCDAB")])
def test_what_is_not_two_to_nine_different_regions_is_refused(few: Results, regions: list[str]) -> None:
    with pytest.raises(ValueError, match="different regions are needed"):
        side_by_side(few, 2022, regions, None, {})


def test_estimates_are_not_held_against_figures(tmp_path: Path) -> None:
    values = {"water": {"A": 40.0, "B": 60.0, "C": None}, "other": {"A": 1.0, "B": 2.0, "C": 3.0}}
    children = {"water": LEAF | {"impute": {"using": "mean"}}, "other": LEAF}
    results = opened(tmp_path, children, values)
    found = side_by_side(results, 2020, ["A", "B", "C"], None, {})
    assert [sides(found, "water")[region].relation for region in "ABC"] == ["mine", "above", "estimate"]
    assert not found.headline.sure
    assert (found.indicators[0].ahead, found.indicators[0].behind) == (False, True)


def test_dimension_that_is_an_indicator_is_compared_by_its_score(beside: SideBySide) -> None:
    water = {
        measure.natural: measure for measure in (*beside.dimensions, *beside.indicators) if measure.node.id == "water"
    }
    assert [side.value for side in water[False].sides] == [side.value for side in water[True].sides]  # goalposts 0, 100
    assert water[False].mine.band is not None
    assert water[True].mine.band is None
    assert water[False].sign == 1


def test_parts_begin_with_the_published_scores(shipped: tuple[Results, Bands]) -> None:
    results, _ = shipped
    published = results.scores(2023)
    for node, drawn in kept_parts(results, 2023).items():
        scores = published[published["node"] == node].set_index("region")["score"]
        np.testing.assert_allclose(drawn[0], scores.reindex(results.regions()["region"]).to_numpy(float), atol=1e-9)


def test_what_is_clear_agrees_with_the_bands_of_the_ranking(shipped: tuple[Results, Bands]) -> None:
    results, bands = shipped
    found = side_by_side(results, 2023, MOST, bands, {})
    ranked = [side.region for side in found.headline.sides if side.value is not None]
    assert len(ranked) == 7  # Jakarta's administrative city has no score
    alike = set(bands.alike(MOST[0])) & set(ranked)
    assert set(found.headline.unclear) == alike


def test_changing_places_turns_every_difference_round(shipped: tuple[Results, Bands]) -> None:
    results, bands = shipped
    parts = kept_parts(results, 2023)
    one, other = (side_by_side(results, 2023, pair, bands, parts) for pair in (MOST[:2], MOST[1::-1]))
    turned = {"above": "below", "below": "above"}
    for here, there in zip(
        (one.headline, *one.dimensions, *one.indicators),
        (other.headline, *other.dimensions, *other.indicators),
        strict=True,
    ):
        mine, back = (next(side for side in m.sides if side.relation != "mine") for m in (here, there))
        assert back.relation == turned.get(mine.relation, mine.relation)
        assert (mine.difference is None) == (back.difference is None)
        assert mine.difference is None or mine.difference == -(back.difference or 0)


def test_every_indicator_leads_to_a_row_of_a_source(shipped: tuple[Results, Bands]) -> None:
    results, bands = shipped
    found = side_by_side(results, 2023, MOST, bands, kept_parts(results, 2023))
    rows = side_by_side_rows(results, found)
    assert len(rows) == len(MOST) * (1 + len(found.dimensions) + len(found.indicators))
    leaves = rows[rows["node"].isin([measure.node.id for measure in found.indicators]) & rows["value"].notna()]
    assert leaves[["publisher", "source", "file", "line", "origin", "figure_year"]].notna().all(axis=None)
    poverty = rows[(rows["node"] == "poverty") & (rows["region"] == "53.71")].iloc[0]
    origin = results.data / str(poverty["file"])
    line = origin.read_text("utf-8-sig").splitlines()[int(poverty["line"]) - 1]
    assert line.startswith("53.71,")
