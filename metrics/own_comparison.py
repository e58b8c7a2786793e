"""A ranking under a visitor's own weights beside that of the framework: who would move, and how far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

_BEFORE = ("score", "rank", "ranked", "rank_in_kind", "ranked_in_kind", "maturity")


@dataclass(frozen=True)
class Movement:
    """How many regions would be ranked, and were; how many would change place within their kind, and level.

    Regions that are ranked only once have not moved.
    """

    ranked: int
    ranked_before: int
    moved: int
    other_level: int


def compared(own: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """The own ranking with columns of the framework's behind it, their names ending in `_before`.

    `change` and `change_in_kind` are places gained, negative where lost; missing where there is no rank in both.
    """
    ends = [f"{name}_{end}" for name in ("rank", "rank_in_kind") for end in ("low", "high")]
    held = before.set_index("region")[[*_BEFORE, *(name for name in ends if name in before)]]
    table = own.join(held.add_suffix("_before"), on="region")
    table["change"] = table["rank_before"] - table["rank"]
    table["change_in_kind"] = table["rank_in_kind_before"] - table["rank_in_kind"]
    return table


def movement(table: pd.DataFrame) -> Movement:
    """What moves in a table of `compared`."""
    both = table["rank"].notna() & table["rank_before"].notna()
    return Movement(
        int(table["rank"].notna().sum()),
        int(table["rank_before"].notna().sum()),
        int((both & table["change_in_kind"].ne(0).fillna(False)).sum()),
        int((both & (table["maturity"] != table["maturity_before"])).sum()),
    )


def most_moved(table: pd.DataFrame, change: str, count: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows that would gain most places in the column `change`, and those that would lose most.

    The largest first, of those with the same number the better rank; only those that move.
    """
    known = table[table[change].notna()]
    order = known[change].to_numpy(dtype=np.int64)
    up, down = (known.iloc[np.argsort(sign * order, kind="stable")] for sign in (-1, 1))
    return up[up[change] > 0].head(count), down[down[change] < 0].head(count)


def around(table: pd.DataFrame, mine: str | None, first: int, near: int) -> pd.DataFrame:
    """Of the ranked rows in their order: so many first ones, and so many at each side of the region `mine`."""
    ranked = table[table["rank"].notna()]
    keep = np.arange(len(ranked)) < first
    at = np.flatnonzero((ranked["region"] == mine).to_numpy())
    if len(at):
        keep[max(at[0] - near, 0) : at[0] + near + 1] = True
    return ranked[keep]
