"""The change of the score, worked by hand, and what must hold for it on the shipped data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from metrics.results import Results, open_results
from metrics.trend import SPAN, Trend, trend
from tests.strategies import Case, write_case

LEAF: dict[str, Any] = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}
HDI = Path(__file__).resolve().parents[2] / "frameworks" / "hdi.yaml"

# variable -> region -> year -> value
Figures = dict[str, dict[str, dict[int, float]]]
TWO: Figures = {
    "health": {"A": {2018: 40, 2019: 42, 2020: 50}, "B": {2018: 10, 2020: 10}},
    "income": {"A": {2018: 20, 2019: 20, 2020: 40}, "B": {2018: 60, 2019: 60, 2020: 48}},
}


def opened(folder: Path, figures: Figures = TWO, children: dict[str, Any] | None = None, **keys: Any) -> Results:
    """The results of a small framework, income three times as heavy as health where nothing else is said."""
    children = children or {"health": LEAF, "income": LEAF | {"weight": 3}}
    rows = [(r, v, y, x) for v, regions in figures.items() for r, years in regions.items() for y, x in years.items()]
    regions = [{"region": code, "name": f"Region {code}"} for code in sorted({row[0] for row in rows})]
    framework = {"id": "index", "title": "Index", "minimum_coverage": 1} | keys | {"children": children}
    return open_results(*write_case(folder, Case(framework, regions, rows)))


def told(results: Results, year: int = 2020) -> Trend:
    found = trend(results, year)
    assert found is not None
    return found


def rows(found: Trend) -> dict[str, tuple[Any, Any]]:
    """Region -> change and course, None for a missing one."""
    records = found.regions.astype("object").to_dict("records")
    return {r["region"]: (None if r["change"] != r["change"] else r["change"], r["course"]) for r in records}


def test_change_is_the_difference_over_the_same_indicators(tmp_path: Path) -> None:
    found = told(opened(tmp_path))
    assert (found.base, found.year, found.years) == (2018, 2020, (2018, 2019, 2020))
    assert ([node.id for node in found.compared], found.indicators) == (["health", "income"], 2)
    # A: (40 + 3 * 20) / 4 = 25, then 25.5, then 42.5; B: 47.5, a year without health, 38.5
    assert rows(found) == {"A": (17.5, [0.0, 0.5, 17.5]), "B": (-9.0, [0.0, None, -9.0])}
    assert found.medians == {"index": 4.25, "health": 5.0, "income": 4.0}
    assert found.range == (-9.0, 17.5)


def test_figure_carried_forward_is_no_figure_of_the_year(tmp_path: Path) -> None:
    stale = TWO | {"health": {"A": {2018: 40, 2019: 42}, "B": {2018: 10, 2019: 90}}}
    found = told(opened(tmp_path, stale, method={"carry_forward": 3}))
    assert [node.id for node in found.compared] == ["income"]
    assert found.indicators == 2
    assert rows(found) == {"A": (20.0, [0.0, 0.0, 20.0]), "B": (-12.0, [0.0, 0.0, -12.0])}


def test_indicator_is_not_compared_across_a_break(tmp_path: Path) -> None:
    children = {"health": LEAF | {"breaks": [2019]}, "income": LEAF}
    found = told(opened(tmp_path, children=children))
    assert [node.id for node in found.compared] == ["income"]
    assert rows(found)["A"] == (20.0, [0.0, 0.0, 20.0])


def test_series_that_begins_with_the_base_is_not_broken(tmp_path: Path) -> None:
    children = {"health": LEAF | {"breaks": [2018]}, "income": LEAF}
    assert len(told(opened(tmp_path, children=children)).compared) == 2


def test_base_moves_up_until_half_the_weight_can_be_compared(tmp_path: Path) -> None:
    late = TWO | {"income": {"A": {2019: 20, 2020: 40}, "B": {2019: 60, 2020: 48}}}
    assert told(opened(tmp_path / "heavy", late)).base == 2019
    light = {"health": LEAF | {"weight": 3}, "income": LEAF}
    assert told(opened(tmp_path / "light", late, light)).base == 2018


@pytest.mark.parametrize(
    ("name", "children", "keys"),
    [
        ("break", {"health": LEAF | {"breaks": [2020]}, "income": LEAF | {"breaks": [2020]}}, {}),
        ("yearly", {name: {"normalise": {"using": "minmax", "over": "year"}} for name in TWO}, {}),
        ("copeland", {"health": LEAF, "income": LEAF}, {"aggregate": "copeland"}),
    ],
)
def test_nothing_is_told_where_the_years_cannot_be_compared(
    tmp_path: Path, name: str, children: dict[str, Any], keys: dict[str, Any]
) -> None:
    assert trend(opened(tmp_path / name, TWO, children, **keys), 2020) is None


def test_first_year_and_a_year_without_a_ranked_region_have_no_trend(tmp_path: Path) -> None:
    assert trend(opened(tmp_path / "first"), 2018) is None
    apart = TWO | {"income": {"A": {2018: 20, 2019: 20}, "B": {2018: 60, 2019: 60}}}
    assert trend(opened(tmp_path / "unranked", apart), 2020) is None


def test_region_that_is_not_ranked_or_lacks_a_figure_has_no_change(tmp_path: Path) -> None:
    figures = {name: regions | {"C": {2019: 5.0, 2020: 5.0}} for name, regions in TWO.items()}
    figures["health"]["D"] = {2018: 5.0}
    found = rows(told(opened(tmp_path, figures)))
    assert found["C"] == (None, None)
    assert "D" not in found


def test_series_that_is_only_shown_does_not_move_the_trend(tmp_path: Path) -> None:
    waste = {"waste": {"A": {2018: 0, 2020: 100}, "B": {2018: 100, 2020: 0}}}
    children = {"health": LEAF, "income": LEAF | {"weight": 3}, "waste": LEAF | {"status": "shown"}}
    assert rows(told(opened(tmp_path, TWO | waste, children)))["A"][0] == 17.5


@pytest.fixture(scope="module")
def shipped(results_cache: Path) -> Results:
    return open_results()


def test_where_every_indicator_is_compared_the_change_is_that_of_the_headline(results_cache: Path) -> None:
    results = open_results(framework=HDI)
    found = told(results, 2024)
    assert (found.base, len(found.compared), found.indicators) == (2024 - SPAN, 4, 4)
    old, new = (results.ranking(year).set_index("region")["score"] for year in (found.base, found.year))
    for region, (change, _) in rows(found).items():
        assert change == pytest.approx(new[region] - old[region], abs=1e-8)


@pytest.mark.parametrize("year", [2023, 2024])
def test_shipped_change_rests_on_figures_of_the_very_years(shipped: Results, year: int) -> None:
    found = told(shipped, year)
    figures = shipped.table("SELECT region, node, year FROM imputed WHERE origin = 'figure'")
    own = set(figures.itertuples(index=False, name=None))
    names = [node.id for node in found.compared]
    changed = {region for region, (change, _) in rows(found).items() if change is not None}
    assert len(changed) > 450
    assert all((region, name, end) in own for region in changed for name in names for end in (found.base, year))
    assert not any(found.base < at <= year for node in found.compared for at in node.breaks)


def test_jump_of_the_digital_government_scores_stays_out_of_the_settled_year(shipped: Results) -> None:
    settled, provisional = told(shipped, 2023), told(shipped, 2024)
    assert (settled.base, len(settled.compared), provisional.base, len(provisional.compared)) == (2018, 7, 2023, 9)
    assert "governance" not in settled.medians
    medians = (settled.medians["masterplan"], provisional.medians["masterplan"], provisional.medians["governance"])
    assert [round(median, 1) for median in medians] == [6.0, 3.1, 7.6]  # as docs/method.md has them
