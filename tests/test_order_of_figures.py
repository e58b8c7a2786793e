"""The order in which figures are stored changes no digit of what is computed from them.

Adding floating-point numbers up in another order gives another last digit; in what order a parallel join hands
rows over, nobody promises. Without an order of its own each sum below comes out differently backwards.
"""

import math
from pathlib import Path
from typing import Any

import pytest

from tests.engine import engine_tables
from tests.strategies import Case, write_case

REGIONS = [{"region": f"{n:02d}.10", "name": f"Region {n}", "kind": "kota"} for n in range(20)]
INDICATORS = [f"i{n}" for n in range(12)]
METHODS: dict[str, dict[str, Any]] = {
    "arithmetic": {"aggregate": "arithmetic"},
    "geometric": {"aggregate": "geometric"},
    "harmonic": {"aggregate": "harmonic"},
    "power": {"aggregate": "power", "p": 3},
    "mazziotta_pareto": {"aggregate": "mazziotta_pareto"},
    "zscore": {"normalise": {"using": "zscore"}},
    "imputed mean": {"impute": {"using": "mean"}},
}


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_the_order_of_figures_changes_no_digit(tmp_path: Path, method: dict[str, Any]) -> None:
    leaves = {name: {"title": name, "weight": 0.1 * (k + 1)} for k, name in enumerate(INDICATORS)}
    framework = {
        "id": "root",
        "title": "Index",
        "method": {"normalise": {"using": "minmax", "range": [1, 100]}, "minimum_coverage": 0} | method,
        "children": leaves,
    }
    # Square roots, which no binary fraction meets, and a gap in each indicator.
    figures = [
        (region["region"], name, 2023, math.sqrt(7 * r + 3 * k * k + 1))
        for r, region in enumerate(REGIONS)
        for k, name in enumerate(INDICATORS)
        if r != k
    ]
    paths = write_case(tmp_path, Case(framework, REGIONS, figures))
    assert engine_tables(*paths, backwards=True) == engine_tables(*paths)
