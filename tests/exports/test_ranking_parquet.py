"""The ranking as Parquet: the same rows as the CSV, with their types."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from exports.ranking_csv import ranking_csv
from exports.ranking_parquet import ranking_parquet
from metrics.results import open_results

STAMP: dict[str, str | int] = {"year": 2023, "data_version": "abc"}


def read(data: bytes) -> pd.DataFrame:
    return pd.read_parquet(io.BytesIO(data))


@pytest.mark.usefixtures("results_cache")
def test_read_back_it_equals_the_csv() -> None:
    ranking = open_results().ranking(2023)
    found = read(ranking_parquet(ranking, STAMP))
    lines = list(csv.DictReader(io.StringIO(ranking_csv(ranking, STAMP).decode(), newline="")))
    assert list(found.columns) == list(lines[0])
    for row, line in zip(found.astype("object").to_dict("records"), lines, strict=True):
        for column, cell in row.items():
            if pd.isna(cell):
                assert line[str(column)] == ""
            else:
                assert type(cell)(line[str(column)]) == cell, column


def test_types_are_kept_and_missing_cells_are_null() -> None:
    ranking = pd.DataFrame(
        {"region": ["1", "2"], "score": [68.0, None], "rank": pd.array([1, None], dtype="Int64"), "name": ["=1+1", "B"]}
    )
    found = read(ranking_parquet(ranking, STAMP))
    assert found.dtypes.astype(str).to_dict() == {
        "region": "str",
        "score": "float64",
        "rank": "Int64",
        "name": "str",
        "year": "int64",
        "data_version": "str",
    }
    assert found["name"].tolist() == ["=1+1", "B"]
    assert found.loc[1, ["score", "rank"]].isna().all()


def test_same_rows_give_the_same_bytes() -> None:
    ranking = pd.DataFrame({"region": ["1"], "score": [68.25]})
    assert ranking_parquet(ranking, STAMP) == ranking_parquet(ranking.copy(), STAMP)
