"""Two ways side by side: rank correlation, moves that add up, and the same scores as `score` gives."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.comparison import AVERAGING, Side, children_scores, compare, composites, favoured, side, weighed
from metrics.results import Results, open_results
from metrics.variants import open_variant, variants
from metrics.weighting.benefit_of_the_doubt import benefit_of_the_doubt
from tests.bad_input.small import FRAMEWORK, write_small

YEAR = 2022


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("small")
    write_small(path)
    return path


@pytest.fixture(scope="module")
def results(folder: Path) -> Results:
    return open_results(folder / "data", folder / FRAMEWORK)


def simple(*scores: float) -> Side:
    codes = pd.Index([f"0{i}.10" for i in range(len(scores))])
    values = pd.Series(scores, index=codes, dtype=float)
    return Side(values, pd.DataFrame({"x": values}), {"x": 1.0})


def test_correlations_by_hand() -> None:
    # Ranks 1 2 3 4 against 2 1 4 3: squared differences 4, 1 - 6 * 4 / 60; 4 pairs agree and 2 don't.
    found = compare(simple(4, 3, 2, 1), simple(3, 4, 1, 2))
    assert found.spearman == pytest.approx(0.6) and found.kendall == pytest.approx((4 - 2) / 6)
    assert found.regions["moved"].tolist() == [-1, 1, -1, 1]
    assert (found.staying(1), found.staying(2), found.still()) == (0, 2, 0)
    assert found.leaders == (("00.10",), ("01.10",))


def test_tau_b_counts_ties() -> None:
    # Of 3 pairs one is tied in the first and none in the second: 2 / sqrt(2 * 3).
    assert compare(simple(2, 2, 1), simple(3, 2, 1)).kendall == pytest.approx(2 / np.sqrt(6))


def test_only_regions_that_both_rank_are_held_together() -> None:
    found = compare(simple(4, np.nan, 2, 1), simple(1, 2, np.nan, 4))
    assert found.ranked == 2 and found.regions["rank_one"].tolist() == [1, 2]
    assert found.spearman == pytest.approx(-1)


def test_without_a_difference_there_is_no_correlation() -> None:
    found = compare(simple(2, 2), simple(1, 2))
    assert np.isnan(found.spearman) and np.isnan(found.kendall)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 100).map(float), min_size=3, max_size=12, unique=True))
def test_a_side_beside_itself_moves_nobody(scores: list[float]) -> None:
    found = compare(simple(*scores), simple(*(2 * score + 5 for score in scores)))
    assert found.still() == found.ranked and found.spearman == pytest.approx(1)
    assert found.why("00.10") == [] and np.allclose(found.reasons, 0)


def test_reasons_go_the_way_the_region_goes() -> None:
    """The first region's score falls, the second's falls more: the rank rises, and by what rises."""
    codes = pd.Index([f"0{i}.10" for i in range(4)])
    before = pd.DataFrame({"x": [9.9, 10, 0, 0], "y": [0.0] * 4}, index=codes)
    after = pd.DataFrame({"x": [3, 4.9, 4.8, -10], "y": [2.0, 0, 0, 0]}, index=codes)
    shares = {"x": 0.5, "y": 0.5}
    found = compare(*(Side(parts.sum(axis=1), parts, shares) for parts in (before, after)))
    assert found.regions["moved"]["00.10"] == 1 and found.reasons.loc["00.10"].sum() < 0
    assert [reason.name for reason in found.why("00.10")] == ["y"]


def test_parts_of_a_move_add_up_and_name_who_moves_it(results: Results) -> None:
    one = side(results, YEAR)
    other = weighed(results, YEAR, "people", {"schooling": 1.0, "poverty": 0.0})
    found = compare(one, other)
    standard = [(way.scores - way.scores.mean()) / way.scores.std(ddof=0) for way in (found.one, found.other)]
    np.testing.assert_allclose(found.reasons.sum(axis=1), standard[1] - standard[0], atol=1e-12)
    np.testing.assert_allclose(found.reasons[AVERAGING], 0, atol=1e-12)
    assert one.shares == pytest.approx({"schooling": 1 / 3, "poverty": 1 / 3, "water": 1 / 3})
    assert other.shares == pytest.approx({"schooling": 2 / 3, "water": 1 / 3})
    region = next(code for code in found.reasons.index if abs(found.reasons.loc[code]).max() > 1e-9)
    reason, *_ = found.why(region)
    assert reason.part == pytest.approx(found.reasons.loc[region, reason.name])
    assert (reason.share_one, reason.share_other) == (one.shares[reason.name], other.shares.get(reason.name, 0))
    together = found.why(region, 1, {"schooling": "people", "poverty": "people"})
    assert [(other.name, round(other.share_other, 9)) for other in together] in (
        [("people", 0.666666667)],
        [("water", 0.333333333)],
    )


@pytest.mark.parametrize(
    ("node", "weights"), [("people", {"schooling": 0.3, "poverty": 0.7}), ("index", {"people": 0.9, "services": 0.1})]
)
def test_other_weights_give_what_score_gives(
    folder: Path, results: Results, node: str, weights: dict[str, float]
) -> None:
    written = yaml.safe_load((folder / FRAMEWORK).read_text("utf-8"))
    children = written["children"] if node == "index" else written["children"][node]["children"]
    for name, weight in weights.items():
        children[name]["weight"] = weight
    (folder / "other.yaml").write_text(yaml.safe_dump(written, sort_keys=False), "utf-8")
    again = open_results(folder / "data", folder / "other.yaml").ranking(YEAR).set_index("region")["score"]
    found = weighed(results, YEAR, node, weights).scores
    np.testing.assert_allclose(found, again[found.index].astype(float), rtol=1e-9)


def test_the_framework_itself_is_what_score_gives(results: Results) -> None:
    ranking = results.ranking(YEAR).set_index("region")
    found = compare(side(results, YEAR), side(results, YEAR))
    assert found.regions["rank_one"].to_dict() == ranking["rank"].to_dict()
    assert [node.id for node in composites(results)] == ["index", "people"]


def test_benefit_of_the_doubt_stands_in_the_place_of_the_mean(results: Results) -> None:
    table = children_scores(results, YEAR, "people")
    found = benefit_of_the_doubt(table.to_numpy())
    scores = favoured(results, YEAR, "people", found).scores
    water = results.scores(YEAR).query("node == 'services'").set_index("region")["score"]
    np.testing.assert_allclose(scores, (2 * 100 * found.scores + water[scores.index]) / 3, rtol=1e-9)


def test_every_variant_is_scored_by_the_chain(results: Results) -> None:
    names = variants(results)
    assert "geometric_root" in names and "minmax" not in names  # which is the framework as it is
    found = {name: open_variant(results, name) for name in ("copeland_root", "geometric_root")}
    own = results.ranking(YEAR).set_index("region")
    counted = found["copeland_root"].ranking(YEAR).set_index("region")["score"]
    assert counted.sum() == 0 and set(counted) <= set(range(-3, 4))
    means = found["geometric_root"].ranking(YEAR).set_index("region")["score"]
    parts = 1 + own[["people", "services"]] * 0.99
    expected = np.exp((2 * np.log(parts["people"]) + np.log(parts["services"])) / 3)
    np.testing.assert_allclose(means, expected[means.index], rtol=1e-9)
    comparison = compare(side(results, YEAR), side(found["geometric_root"], YEAR))
    assert abs(comparison.reasons[AVERAGING]).max() > 0.01


def test_means_that_take_no_zero_are_not_offered_one(folder: Path) -> None:
    text = (folder / FRAMEWORK).read_text("utf-8")
    text = text.replace("using: minmax, range: [0, 100]", "using: goalposts, range: [0, 100]")
    text = text.replace("aggregate: arithmetic", "aggregate: geometric")
    for name, posts in (("schooling", "0, 30"), ("poverty", "60, 0")):
        text = text.replace(f"      {name}:\n", f"      {name}:\n        goalposts: [{posts}]\n")
    text = text.replace('unit: "%"', "goalposts: [1, 100]")
    (folder / "geometric.yaml").write_text(text, "utf-8")
    names = variants(open_results(folder / "data", folder / "geometric.yaml"))
    assert "arithmetic" in names and not {"minmax", "percentile", "zscore", "geometric"} & set(names)
