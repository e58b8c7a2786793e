"""Python values handed to DuckDB as a table, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import duckdb
import numpy as np


@contextmanager
def registered(
    connection: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, Sequence[object]]
) -> Iterator[None]:
    """The columns as the view `name`, as long as the block lasts.

    Not by way of pandas, which for a few rows takes longer than the query that reads them. The types are
    guessed from the values: a query that reads the view casts.
    """
    arrays = {column: np.empty(len(values), dtype=object) for column, values in columns.items()}
    for column, values in columns.items():
        arrays[column][:] = values
    connection.register(name, arrays)
    try:
        yield
    finally:
        connection.unregister(name)


def make_table(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, str],
    rows: Sequence[tuple[object, ...]],
) -> None:
    """A table of these columns, each of its type, and rows."""
    casts = ", ".join(f'CAST("{column}" AS {kind}) AS "{column}"' for column, kind in columns.items())
    cells = zip(*rows, strict=True) if rows else ((),) * len(columns)
    with registered(connection, "given", dict(zip(columns, cells, strict=True))):
        connection.execute(f"CREATE TABLE {name} AS SELECT {casts} FROM given")
