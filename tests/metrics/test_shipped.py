"""The shipped figures under the shipped frameworks: published answers, levels, and silence that never pays."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from metrics import shipped
from metrics.aggregate import aggregate_tree
from metrics.results import Results, open_results
from metrics.tree import Node
from tests.metrics.scoring import read_rows

YEAR = 2023
Published = dict[tuple[str, int], float]


def published(variable: str) -> Published:
    rows = [row for file in sorted(shipped.DATA.glob("sources/*/values.csv")) for row in read_rows(file)]
    return {
        (row["region"], int(row["year"])): float(row["value"])
        for row in rows
        if row["variable"] == variable and row["value"]
    }


def root_scores(results: Results) -> Published:
    rows = results.table("SELECT region, year, score FROM score WHERE level = 0 AND score IS NOT NULL")
    return {(row.region, int(row.year)): row.score for row in rows.itertuples()}


@pytest.mark.parametrize(
    ("framework", "variable", "count", "tolerance"),
    [("hdi", "hdi", 3592, 0.006), ("spbe", "spbe_index", 975, 0.008)],
)
def test_published_indices(framework: str, variable: str, count: int, tolerance: float) -> None:
    ours = root_scores(open_results(framework=shipped.FRAMEWORKS / f"{framework}.yaml"))
    theirs = published(variable)
    assert len(ours) == count
    assert ours.keys() <= theirs.keys()
    assert max(abs(ours[key] - theirs[key]) for key in ours) <= tolerance


@pytest.fixture(scope="module")
def results() -> Results:
    return open_results()


def test_governance_level_equals_the_official_predicate(results: Results) -> None:
    # the shipped framework has levels
    cuts = [level.from_ for level in results.framework.maturity.levels[1:]]
    official = published("spbe_index")
    scores = results.scores(YEAR).set_index(["node", "region"])["score"].loc["governance"].dropna()
    predicate = {r: sum(official[r, YEAR] >= cut for cut in (1.8, 2.6, 3.5, 4.2)) for r in scores.index}
    equal = sum(sum(score >= cut for cut in cuts) == predicate[region] for region, score in scores.items())
    assert len(scores) == 490
    assert equal >= 487


def test_levels_of_2023(results: Results) -> None:
    ranking = results.ranking(YEAR)
    assert Counter(ranking["maturity"]) == {"1": 7, "2": 38, "3": 273, "4": 144, "5": 27, "x": 25}
    assert ranking["rank"].notna().sum() == 489
    assert results.opening_year == YEAR


def headline(results: Results) -> list[Node]:
    """The nodes whose scores reach the root."""
    found = [results.root]
    for node in results.nodes[1:]:
        if node.counts and any(node.parent == above.id for above in found):
            found.append(node)
    return found


def leaf_scores(results: Results) -> dict[str, np.ndarray]:
    wide = results.scores(YEAR).pivot(index="region", columns="node", values="score").sort_index()
    return {n.id: wide[n.id].to_numpy() for n in results.nodes if n.is_leaf and n.status != "wanted"}


def test_withholding_any_leaf_never_raises_a_score(results: Results) -> None:
    """Every region and active leaf. Goalposts make regions independent, so a leaf is withheld of all at once."""
    assert {node.normalise.using for node in headline(results) if node.is_leaf} == {"goalposts"}
    leaves = leaf_scores(results)
    composites = [node.id for node in headline(results) if not node.is_leaf]
    full = aggregate_tree(results.nodes, leaves)
    pairs = 0
    for leaf in (node.id for node in headline(results) if node.is_leaf):
        nothing = np.full_like(leaves[leaf], np.nan)
        less = aggregate_tree(results.nodes, leaves | {leaf: nothing})
        pairs += int((~np.isnan(leaves[leaf])).sum())
        for node in composites:
            assert not (less[node] > full[node] + 1e-9).any(), (leaf, node)
            assert not (np.isnan(full[node]) & ~np.isnan(less[node])).any(), (leaf, node)
    assert pairs > 500 * 5


def test_withholding_changes_only_who_withholds(results: Results, tmp_path: Path) -> None:
    """The whole chain on the data without a dozen series, each of another region and leaf."""
    leaves = [node for node in headline(results) if node.is_leaf]
    ranked = list(results.ranking(YEAR)["region"][:480:40])
    withheld = {(region, leaves[i % len(leaves)].variable) for i, region in enumerate(ranked)}
    data = tmp_path / "data"
    shutil.copytree(shipped.DATA, data)
    for file in data.glob("sources/*/values.csv"):
        rows = read_rows(file)
        with file.open("w", encoding="utf-8", newline="") as text:
            writer = csv.DictWriter(text, fieldnames=list(rows[0]))
            writer.writeheader()
            writer.writerows(row for row in rows if (row["region"], row["variable"]) not in withheld)
    columns = ["region", "node", "score", "coverage", "maturity"]
    before = results.scores(YEAR)[columns].set_index(["region", "node"])
    after = open_results(data).scores(YEAR)[columns].set_index(["region", "node"])
    regions = {region for region, _ in withheld}
    others = ~before.index.get_level_values("region").isin(regions)
    pd.testing.assert_frame_equal(after[others], before[others])
    for node in (node.id for node in headline(results) if not node.is_leaf):
        for region in regions:
            was, now = before.loc[(region, node), "score"], after.loc[(region, node), "score"]
            assert now != now or now <= was + 1e-9, (region, node)
    assert set(after.loc[[(region, results.root.id) for region in regions], "maturity"]) == {"x"}


def test_shown_waste_does_not_count(results: Results) -> None:
    shown = [node for node in results.nodes if node.status == "shown"]
    assert any("waste" in node.id for node in shown)
    assert not {node.id for node in shown} & {node.id for node in headline(results)}


def test_shipped_data_only_warn(results: Results) -> None:
    found = {warning.code for warning in results.warnings()}
    assert found <= {"rows-slipped", "column-repeated", "values-at-bound", "source-without-address"}
