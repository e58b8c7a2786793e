"""The numbers that docs/method.md and the README quote are those of the shipped figures."""

import re
from functools import cache

import numpy as np
import pandas as pd

from metrics import shipped
from metrics.banded import with_bands
from metrics.kept_bands import kept_bands
from metrics.results import SETTLED_COVERAGE, Results, open_results
from metrics.sensitivity.certainty import certainty

YEAR = 2023


def text_of(name: str) -> str:
    """A document as one line, so that no phrase is broken."""
    return re.sub(r"\s+", " ", (shipped.ROOT / name).read_text("utf-8"))


METHOD = text_of("docs/method.md")


@cache
def results(name: str = "indicators.yaml") -> Results:
    return open_results(framework=shipped.ROOT / name)


def differences(name: str, variable: str) -> pd.Series:
    """How far each recomputed index lies from the published one."""
    found = results(name).table(
        """
        SELECT abs(s.score - f.value) AS difference FROM score s
        JOIN figure f ON f.region = s.region AND f.year = s.year AND f.variable = ?
        WHERE s.level = 0 AND s.score IS NOT NULL
        """,
        [variable],
    )
    return found["difference"]


def published(variable: str) -> pd.DataFrame:
    """Regions that are ranked: score, rank, kind, and a published index beside them."""
    figures = results().table(
        "SELECT region, value AS published FROM figure WHERE variable = ? AND year = ?", [variable, YEAR]
    )
    return results().ranking(YEAR).dropna(subset="rank").merge(figures, on="region")


def test_the_hdi_is_reproduced() -> None:
    difference = differences("frameworks/hdi.yaml", "hdi")
    assert difference.max() <= 0.006
    beyond = int((difference > 0.005).sum())
    assert f"All {len(difference):,} region-years" in METHOD
    assert f"is {difference.max():.4f}, and all but {beyond} are within 0.005" in METHOD


def test_the_spbe_index_is_reproduced() -> None:
    difference = differences("frameworks/spbe.yaml", "spbe_index")
    assert difference.max() <= 0.008
    assert f"All {len(difference):,} region-years with four domains" in METHOD
    assert f"to {difference.max():.4f}" in METHOD


def test_the_level_of_governance_is_the_official_predicate() -> None:
    found = results().table(
        """
        SELECT s.score AS score, f.value AS published FROM score s
        JOIN figure f ON f.region = s.region AND f.year = s.year AND f.variable = 'spbe_index'
        WHERE s.node = 'governance' AND s.year = ? AND s.score IS NOT NULL
        """,
        [YEAR],
    )
    level = np.searchsorted([20, 40, 62.5, 80], found["score"].round(9), side="right")
    predicate = np.searchsorted([1.8, 2.6, 3.5, 4.2], found["published"], side="right")
    same = int((level == predicate).sum())
    assert same >= 487
    assert f"equals the official predicate in {same} of {len(found)} regions in {YEAR}" in METHOD


def test_what_the_headline_is_made_of() -> None:
    leaves = [node for node in results().nodes if node.is_leaf]
    active = sum(node.status == "active" for node in leaves)
    wanted = sum(node.status == "wanted" for node in leaves)
    parts = [node for node in results().nodes if node.depth == 2]
    scored = sum(node.status == "active" for node in parts)
    assert f"{active} indicators in {scored} of the {len(parts)} sub-dimensions" in METHOD
    assert f"{wanted} further indicators are wanted" in METHOD
    assert f"{scored} of the {len(parts)} sub-dimensions" in text_of("README.md")


def test_who_is_assessed() -> None:
    ranking, missing = results().ranking(YEAR), results().missing(YEAR)
    assert results().opening_year == YEAR
    ranked = ranking["rank"].notna().sum()
    assert f"{ranked} of {len(ranking)} regions" in METHOD
    unassessed = ranking[ranking["rank"].isna()]
    nodes = missing.groupby("region")["node"].agg(set)
    without = {region for region, wanting in nodes.items() if "spbe_policy" in wanting}
    provinces = unassessed[unassessed["region"].isin(without)].groupby("province").size()
    jakarta = int(provinces.filter(like="Jakarta").sum())
    papua = int(provinces.filter(like="Papua").sum())
    assert jakarta + papua == len(without)
    assert (
        f"Of the {len(unassessed)} others, {len(without)} were not evaluated by SPBE: the {jakarta} administrative"
        f" areas of Jakarta, which have no autonomous government, and {papua} in Papua" in METHOD
    )
    names = unassessed.set_index("region")["name"]
    others = {names[region]: wanting for region, wanting in nodes.items() if region not in without}
    assert others == {"Kabupaten Banyuasin": {"spbe_services"}, "Kabupaten Deiyai": {"sanitation"}}


def test_which_years_are_provisional() -> None:
    coverage = results().table(
        "SELECT year, median(coverage) AS coverage FROM score WHERE level = 0 AND rank IS NOT NULL GROUP BY year"
    )
    by_year = dict(zip(coverage["year"], coverage["coverage"], strict=True))
    assert set(by_year) == {YEAR, YEAR + 1}
    assert results().provisional_years == (YEAR + 1,)
    assert f"is below {SETTLED_COVERAGE}" in METHOD
    assert f"{YEAR} has {by_year[YEAR]:.2f}; {YEAR + 1} has {by_year[YEAR + 1]:.2f}" in METHOD


def test_what_to_keep_in_mind() -> None:
    ranking = published("hdi")
    levels = [int((ranking["maturity"] == str(level)).sum()) for level in range(1, 6)]
    assert f"hold {', '.join(map(str, levels[:-1]))} and {levels[-1]} regions" in METHOD
    median = ranking.groupby("kind")["score"].median()
    kota = int((ranking["kind"][ranking["rank"] <= 50] == "kota").sum())
    assert f"{median['kota']:.1f} among kota and {median['kabupaten']:.1f} among kabupaten" in METHOD
    assert f"{kota} of the first 50 are kota" in METHOD
    correlation = ranking["score"].rank().corr(ranking["published"].rank())
    assert f"with the Human Development Index is {correlation:.2f}" in METHOD


def test_how_sure_the_ranks_are() -> None:
    found = results()
    bands = kept_bands(found, YEAR)
    ranking = with_bands(found.ranking(YEAR), bands, found.framework.maturity).set_index("region")
    places = (ranking["rank_high"] - ranking["rank_low"] + 1).median()
    assert certainty(bands, []).width == places  # what the screen says
    for text in (METHOD, text_of("README.md")):
        assert f"in {YEAR} half of the national bands hold {places:.0f} ranks or more" in text
    assert f"keeps its level in {100 * ranking['level_chance'].mean():.0f} percent of the draws on average" in METHOD
    row = ranking.loc["53.71"]
    band = f"{row.rank_in_kind} ({row.rank_in_kind_low}–{row.rank_in_kind_high}) of {row.ranked_in_kind} kota"
    assert f"Kota Kupang is {band} in {YEAR}" in text_of("README.md")


def test_how_much_two_indices_explain() -> None:
    both = published("hdi").merge(published("spbe_index")[["region", "published"]], on="region")
    factors = np.column_stack([np.ones(len(both)), both[["published_x", "published_y"]]])
    weights, *_ = np.linalg.lstsq(factors, both["score"])
    explained = 1 - (both["score"] - factors @ weights).var() / both["score"].var()
    assert f"explain {100 * explained:.0f} percent of its variance" in METHOD


def test_how_governance_moved() -> None:
    scores = [results().scores(year).query("node == 'governance'").set_index("region") for year in (YEAR, YEAR + 1)]
    rise = (scores[1]["score"] - scores[0]["score"]).mean()
    assert f"Governance rose by {rise:.1f} points on average from {YEAR} to {YEAR + 1}" in METHOD
