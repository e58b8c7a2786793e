"""What one more figure would be worth: bands with it and without it, everything else in the draws the same."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from metrics.bands import HIGH, LOW
from metrics.draws.one_region import altered, draw_year, scores_with
from metrics.missing_value import Prepared, Worth, movement, prepare, worth
from metrics.results import Results, open_results
from metrics.robustness import robustness
from tests.strategies import Case, write_case

CODES = tuple(f"{i:02}" for i in range(40))
GOALPOSTS = {"goalposts": [0, 100], "bounds": [0, 100]}
CHILDREN: dict[str, Any] = {
    "exact": GOALPOSTS,
    "surveyed": GOALPOSTS | {"error": {"sd": 10}},
    "stale": GOALPOSTS | {"carry_forward": 1},
    "stand_in": GOALPOSTS | {"proxy": True},
    "dreamt_of": {"status": "wanted"},
}
YEARS = (2018, 2019, 2020)


def figures_of(moves: float = 5.0) -> dict[tuple[str, str, int], float]:
    """By region, variable and year; `stale` moves from year to year, by 20 for everybody and `moves` at random."""
    drawn = np.random.default_rng(3)
    found = {}
    for variable in list(CHILDREN)[:4]:
        level = drawn.uniform(30, 50, len(CODES))
        for year in YEARS:
            for code, value in zip(CODES, level, strict=True):
                found[code, variable, year] = round(float(value), 3)
            if variable == "stale":
                level = level + 20 + drawn.normal(0, moves, len(CODES))
    return found


def opened(
    folder: Path,
    figures: dict[tuple[str, str, int], float],
    children: Any = CHILDREN,
    autonomous: Any = None,
    **keys: Any,
) -> Results:
    method = {"normalise": {"using": "goalposts"}, "minimum_coverage": 1} | keys
    framework = {"id": "index", "title": "Index", "method": method, "children": children}
    regions = [{"region": code, "name": code, "kind": ("kota", "kabupaten")[i % 2]} for i, code in enumerate(CODES)]
    if autonomous is not None:
        regions = [region | {"autonomous": autonomous.get(region["region"], "yes")} for region in regions]
    folder.mkdir()
    rows = [(code, variable, year, value) for (code, variable, year), value in figures.items()]
    return open_results(*write_case(folder, Case(framework, regions, rows)))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Region 00 lacks `exact`, 01 lacks the newest figure of `stale`, 02 lacks nothing."""
    figures = figures_of()
    for gap in (("00", "exact", 2018), ("00", "exact", 2019), ("00", "exact", 2020), ("01", "stale", 2020)):
        del figures[gap]
    results = opened(tmp_path_factory.mktemp("worth") / "case", figures)
    return prepare(results, 2020, draws=400)


def reasons(found: Worth) -> list[tuple[str, str]]:
    return [(gain.node.id, gain.reason) for gain in found.gains]


def test_the_band_of_a_region_with_all_its_figures_is_that_of_the_default_run(prepared: Prepared) -> None:
    found = worth(prepared, "02")
    run = robustness(prepared.results, 2020, draws=400).bands.table().set_index("region").loc["02"]
    assert found.assessed and found.now is not None
    assert (found.now.rank.low, found.now.rank.high) == pytest.approx((run["rank_p5"], run["rank_p95"]))
    kin = found.now.rank_in_kind
    assert (kin.low, kin.high) == pytest.approx((run["rank_in_kind_p5"], run["rank_in_kind_p95"]))
    assert reasons(found) == [("surveyed", "survey"), ("stand_in", "proxy")]
    survey, proxy = found.gains
    assert survey.narrower is not None and survey.narrower > 1 and survey.off_by == 10
    assert survey.known == found.best
    assert (proxy.narrower, found.worthwhile(proxy)) == (None, False)
    assert [node.id for node in found.wanted] == ["dreamt_of"]


def test_a_missing_figure_could_be_anything_its_kind_has(prepared: Prepared) -> None:
    found = worth(prepared, "00")
    assert (found.assessed, found.ranked, found.ranked_in_kind) == (False, 40, 20)
    missing = next(gain for gain in found.gains if gain.reason == "missing")
    assert found.now is not None and missing.known is not None and found.worthwhile(missing)
    assert found.now.rank.width - missing.known.rank.width == pytest.approx(missing.narrower)
    column = prepared.drawn.cells.columns["exact"].values[prepared.drawn.cells.now]
    taken = altered(prepared.drawn, "exact", 0, np.full(400, np.nanmin(column[0::2])))
    lowest = scores_with(prepared.drawn, 0, {"exact": taken})
    # Without the figure it is ranked only in draws that leave the indicator out.
    assert np.isnan(prepared.drawn.scores[0, 0]) and not np.isnan(lowest[:, 0]).any()
    ranks = 1 + (lowest > lowest[:, [0]]).sum(axis=1)
    assert np.quantile(ranks, HIGH) >= found.now.rank.high and np.quantile(ranks, LOW) > found.now.rank.low


def test_a_carried_figure_has_moved_as_far_as_others_did(prepared: Prepared) -> None:
    results = prepared.results
    assert movement(results, results.node("stale"), 1) == pytest.approx(5, rel=0.25)  # the 20 moved everybody
    found = worth(prepared, "01")
    carried = next(gain for gain in found.gains if gain.reason == "carried")
    assert (carried.figure_year, carried.off_by) == (2019, movement(results, results.node("stale"), 1))
    assert carried.known is not None and found.worthwhile(carried)
    run = robustness(results, 2020, draws=400).bands.table().set_index("region").loc["01"]
    assert carried.known.rank.width == pytest.approx(run["rank_p95"] - run["rank_p5"])


def test_movement_is_without_errors_and_not_across_breaks(tmp_path: Path) -> None:
    stale = {"stale": GOALPOSTS | {"error": {"sd": 1}}, "x": GOALPOSTS | {"variable": "exact"}}
    results = opened(tmp_path / "noisy", figures_of(3), stale)
    plain = movement(results, results.node("stale"), 1)
    assert plain == pytest.approx(np.sqrt(9 - 2), rel=0.25)
    assert movement(results, results.node("x"), 1) == 0
    assert movement(results, results.node("stale"), 3) is None  # no such pairs
    cut = opened(tmp_path / "cut", figures_of(3), {"stale": GOALPOSTS | {"breaks": [2019, 2020]}})
    assert movement(cut, cut.node("stale"), 1) is None


def test_where_nothing_is_uncertain_nothing_is_to_be_had(tmp_path: Path) -> None:
    results = opened(tmp_path / "exact", figures_of(), {"exact": GOALPOSTS, "stand_in": GOALPOSTS})
    found = worth(prepare(results, 2020, draws=50), "07")
    assert (found.gains, found.now) == ((), found.best)


def test_what_nobody_has_cannot_be_guessed(tmp_path: Path) -> None:
    figures = figures_of()
    for code in CODES:
        for year in (2019, 2020):
            del figures[code, "exact", year]
    results = opened(tmp_path / "gone", figures, {"exact": GOALPOSTS, "stand_in": GOALPOSTS})
    found = worth(prepare(results, 2020, draws=20), "07")
    assert (reasons(found), found.now, found.best) == ([("exact", "missing")], None, None)


def test_what_no_administrative_area_has_is_not_asked_of_one(tmp_path: Path) -> None:
    """00 and 01 are administrative areas: nobody evaluates `exact` there, and `stale` of 00 is just missing."""
    figures = {key: value for key, value in figures_of().items() if key[1] in ("exact", "stale")}
    for gap in [(code, "exact", year) for code in ("00", "01") for year in YEARS] + [("00", "stale", 2020)]:
        del figures[gap]
    del figures["02", "exact", 2020]
    children = {"exact": GOALPOSTS, "stale": GOALPOSTS}
    of_its_own = dict.fromkeys(("00", "01"), "no")
    strict = opened(tmp_path / "strict", figures, children, autonomous=of_its_own)
    found = worth(prepare(strict, 2020, draws=20), "00")
    assert ([node.id for node in found.beyond], found.gains, found.unrankable) == (["exact"], (), True)
    autonomous = worth(prepare(strict, 2020, draws=20), "02")
    assert (autonomous.beyond, reasons(autonomous), autonomous.complete) == ((), [("exact", "missing")], False)
    lenient = opened(tmp_path / "lenient", figures, children, autonomous=of_its_own, minimum_coverage=0.5)
    ranked = worth(prepare(lenient, 2020, draws=20), "01")
    assert (ranked.assessed, ranked.unrankable, ranked.complete, ranked.gains) == (True, False, True, ())
    assert ranked.now is not None and ranked.now == ranked.best


@pytest.mark.parametrize("method", [{"using": "minmax"}, {"using": "percentile", "over": "year"}])
@pytest.mark.parametrize("figure", [0.5, 40.0, 99.0])
def test_another_figure_gives_what_a_dataset_with_it_gives(tmp_path: Path, method: Any, figure: float) -> None:
    """Also where it sets the end of a range, so that everybody's score moves."""
    children = {name: {"direction": "lower"} if name == "exact" else {} for name in ("exact", "stale", "stand_in")}
    figures = {key: value for key, value in figures_of().items() if key[1] in children}
    drawn = draw_year(opened(tmp_path / "one", figures, children, normalise=method), 2020, 60, 1)
    found = scores_with(drawn, 5, {"exact": altered(drawn, "exact", 5, np.full(60, figure))})
    other = opened(tmp_path / "other", figures | {("05", "exact", 2020): figure}, children, normalise=method)
    np.testing.assert_allclose(found, robustness(other, 2020, draws=60).bands.scores, rtol=1e-9, atol=1e-9)
