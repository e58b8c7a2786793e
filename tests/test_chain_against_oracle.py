"""The engine and the reference implementation on random frameworks and figures, step by step.

Aggregation stands twice in the engine, in SQL and on matrices: both are held to the reference on the same cases.
"""

import math
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings

from metrics.aggregate import aggregate_tree
from metrics.framework_file import read_framework
from metrics.tree import Node
from tests.engine import engine_tables, written_tables
from tests.oracle import Key, Tables, score
from tests.strategies import Case, cases, write_case

ABSENT = "no row"


@given(case=cases())
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_step_equals_the_oracle(case: Case) -> None:
    expected = score(*case)
    with tempfile.TemporaryDirectory() as name:
        data, framework = write_case(Path(name), case)
        actual, nodes = engine_tables(data, framework), read_framework(framework).nodes
    assert actual.keys() == expected.keys()
    for table, cells in expected.items():  # in the order of the chain: the first that differs is where to look
        assert differences(actual[table], cells) == {}, f"{table}: (engine, oracle)"
    regions = [region["region"] for region in case.regions]
    assert differences(by_matrix(nodes, regions, expected), expected["score"]) == {}, "score: (matrices, oracle)"


@given(case=cases())
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_command_writes_what_the_chain_computes(case: Case) -> None:
    with tempfile.TemporaryDirectory() as name:
        paths = write_case(Path(name), case)
        assert written_tables(*paths) == engine_tables(*paths)


def by_matrix(nodes: Sequence[Node], regions: list[str], expected: Tables) -> dict[Key, float | None]:
    """Every score once more, from the indicators upward, year by year."""
    found: dict[Key, float | None] = {}
    for year in {year for year, _, _ in expected["score"]}:
        leaves = {
            node.id: np.array([expected["score"][year, region, node.id] for region in regions], dtype=np.float64)
            for node in nodes
            if node.is_leaf and node.status != "wanted"
        }
        for node, scores in aggregate_tree(nodes, leaves).items():
            cells = zip(regions, scores.tolist(), strict=True)
            found |= {(year, region, node): None if math.isnan(x) else x for region, x in cells}
    return found


def differences(actual: dict[Key, Any], expected: dict[Key, Any]) -> dict[Key, tuple[Any, Any]]:
    both = {key: (actual.get(key, ABSENT), expected.get(key, ABSENT)) for key in actual.keys() | expected.keys()}
    return {key: pair for key, pair in both.items() if not same(*pair)}


def same(actual: Any, expected: Any) -> bool:
    """Figures to 1e-9, relative or absolute; ranks, levels and what is missing exactly."""
    if isinstance(actual, float) and isinstance(expected, float):
        return math.isclose(actual, expected, rel_tol=1e-9, abs_tol=1e-9)
    return bool(actual == expected)
