"""The engine on the reference run of COINr: 51 countries, 49 indicators, every table to nine decimals."""

from __future__ import annotations

from pathlib import Path

import pytest

from metrics.chain import STEPS
from metrics.results import Results, open_results
from tests.metrics.scoring import read_rows

Table = dict[tuple[int, str, str], float]


@pytest.fixture(scope="module")
def asem(acceptance: Path) -> Path:
    return acceptance / "asem"


@pytest.fixture(scope="module")
def results(asem: Path) -> Results:
    return open_results(asem / "data", asem / "framework.yaml")


def expected(asem: Path, name: str) -> Table:
    rows = read_rows(asem / "expected" / f"{name}.csv")
    return {(int(row["year"]), row["region"], row["node"]): float(row["value"]) for row in rows}


def table(results: Results, name: str, column: str = "value") -> Table:
    rows = results.table(f"SELECT year, region, node, {column} AS value FROM {name} WHERE {column} IS NOT NULL")
    return {(int(row.year), row.region, row.node): row.value for row in rows.itertuples()}


@pytest.mark.parametrize("step", STEPS)
def test_every_step(asem: Path, results: Results, step: str) -> None:
    assert table(results, step) == pytest.approx(expected(asem, step), rel=1e-9, abs=1e-9)


def test_scores_and_ranks(asem: Path, results: Results) -> None:
    assert table(results, "score", "score") == pytest.approx(expected(asem, "scores"), rel=1e-9, abs=1e-9)
    assert table(results, "score", "rank") == expected(asem, "ranks")
    top = results.ranking(results.years[-1])[["region", "score"]].head(3)
    assert dict(zip(top["region"], top["score"].round(4), strict=True)) == {
        "CHE": 68.3837,
        "NLD": 64.8195,
        "DNK": 64.8041,
    }


def test_fifteen_indicators_and_35_points_are_winsorised(results: Results) -> None:
    before, after = table(results, "imputed"), table(results, "treated")
    changed = [key[2] for key, value in after.items() if value != before[key]]
    assert (len(set(changed)), len(changed)) == (15, 35)
    outcomes = results.table("SELECT DISTINCT outcome FROM treatment")["outcome"]
    assert set(outcomes) == {"passes"}
