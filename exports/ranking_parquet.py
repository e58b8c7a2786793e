"""A ranking as Parquet: the columns of the CSV with their types, in full precision."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pandas as pd


def ranking_parquet(ranking: pd.DataFrame, stamp: Mapping[str, str | int]) -> bytes:
    """The rows of a ranking in their order, one a region; missing cells are null.

    `stamp` becomes the last columns, the same in every row, as in `ranking_csv`. Text stands as it is: what
    reads Parquet takes no cell for a formula.
    """
    file = io.BytesIO()
    ranking.assign(**stamp).to_parquet(file, index=False)
    return file.getvalue()
