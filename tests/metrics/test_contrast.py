"""Capability against results for residents, worked by hand."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from metrics.contrast import contrast
from metrics.results import Results, open_results
from tests.metrics.scoring import YEAR, Values, opened

LEAF: dict[str, Any] = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}
CHILDREN = {"governance": LEAF, "economy": LEAF | {"weight": 3}, "living": LEAF, "waste": LEAF | {"status": "shown"}}
VALUES: Values = {
    "governance": {"A": 10.0, "B": 20.0, "C": 80.0, "D": 90.0, "E": 99.0},
    "economy": {"A": 40.0, "B": 80.0, "C": 20.0, "D": 100.0, "E": None},
    "living": {"A": 0.0, "B": 80.0, "C": 20.0, "D": 60.0, "E": 99.0},
    "waste": {"A": 100.0, "B": None, "C": 1.0, "D": 1.0, "E": 1.0},
}


def small(folder: Path, children: dict[str, Any] = CHILDREN) -> Results:
    return opened(folder, children, VALUES, minimum_coverage=1)


def test_two_parts_and_their_quadrants(tmp_path: Path) -> None:
    results = small(tmp_path)
    found = contrast(results, results.ranking(YEAR))
    assert found is not None
    assert (found.capability.id, [node.id for node in found.parts]) == ("governance", ["economy", "living"])
    rows = found.regions.set_index("region").sort_index()
    assert rows.index.tolist() == ["A", "B", "C", "D"]  # E cannot be assessed
    assert rows["results"].tolist() == [30.0, 80.0, 20.0, 90.0]  # economy weighs three times as much
    assert (found.median_capability, found.median_results) == (50.0, 55.0)
    assert rows["quadrant"].tolist() == ["neither", "results", "capability", "both"]
    assert (found.same_side, found.count("both"), found.count("both", "kota")) == (2, 1, 0)
    assert found.correlation == pytest.approx(0.6 - 0.2)  # ranks 1 2 3 4 and 2 3 1 4: 1 - 6 * 6 / (4 * 15)


def test_a_framework_without_the_two_parts_has_no_contrast(tmp_path: Path) -> None:
    for name, children in (
        ("without", {"economy": LEAF, "living": LEAF}),
        ("alone", {"governance": LEAF}),
        ("shown", {"governance": LEAF | {"status": "shown"}, "living": LEAF}),
    ):
        results = small(tmp_path / name, children)
        assert contrast(results, results.ranking(YEAR)) is None


def test_a_year_without_scores_has_no_regions() -> None:
    results = open_results()
    found = contrast(results, results.ranking(2019))
    assert found is not None
    assert found.regions.empty
    assert math.isnan(found.correlation)


def test_shipped_figures_keep_every_assessed_region() -> None:
    results = open_results()
    ranking = results.ranking(2023)
    found = contrast(results, ranking)
    assert found is not None
    assert len(found.regions) == ranking["score"].notna().sum()
    assert sum(found.count(quadrant) for quadrant in ("both", "capability", "results", "neither")) == len(found.regions)
