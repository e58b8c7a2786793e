"""Aggregation stands twice, in SQL and on matrices: both give the same scores on random trees."""

import tempfile
from pathlib import Path

import duckdb
import numpy as np
from hypothesis import HealthCheck, given, settings

from metrics.aggregate import aggregate_tree
from metrics.chain import run_chain
from metrics.dataset import load_dataset
from metrics.fit import scored_years
from metrics.framework_file import FrameworkFile, read_framework
from tests.strategies import Case, cases, write_case


@given(case=cases())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_sql_and_matrices_aggregate_alike(case: Case) -> None:
    with tempfile.TemporaryDirectory() as name, duckdb.connect() as connection:
        data, framework = write_case(Path(name), case)
        file = read_framework(framework)
        load_dataset(connection, data)
        years = scored_years(connection, file, data)
        run_chain(connection, file, years)
        for year in years:
            by_sql = scores_of(connection, file, year)
            leaves = {node.id: by_sql[node.id] for node in file.nodes if node.is_leaf and node.status != "wanted"}
            by_matrix = aggregate_tree(file.nodes, leaves)
            assert by_matrix.keys() == by_sql.keys()
            for node, scores in by_matrix.items():
                np.testing.assert_allclose(scores, by_sql[node], rtol=1e-9, atol=1e-9, err_msg=f"{node} {year}")


def scores_of(connection: duckdb.DuckDBPyConnection, file: FrameworkFile, year: int) -> dict[str, np.ndarray]:
    """Every node's scores of a year over the regions in file order, NaN where there is none."""
    rows = connection.execute(
        """
        SELECT s.node AS node, s.score AS score FROM score s JOIN region r ON r.region = s.region
        WHERE s.year = ? ORDER BY s.node, r.ordinal
        """,
        [year],
    ).fetchall()
    found: dict[str, list[float]] = {}
    for node, score in rows:
        found.setdefault(node, []).append(np.nan if score is None else score)
    return {node: np.array(scores) for node, scores in found.items()}
