"""A ranking under a visitor's own weights beside that of the framework: who would move, and how far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

_BEFORE = (
    "score",
    "rank", "rank_low", "rank_high", "ranked",
    "rank_in_kind", "rank_in_kind_low", "rank_in_kind_high", "ranked_in_kind",
    "maturity",
)  # fmt: skip
# So many places higher or lower are told apart from a small shift.
FAR = 10


@dataclass(frozen=True)
class Movement:
    """How many regions would be ranked, and were; how many would change place within their kind, at all or by `FAR`
    places or more, and level.

    Regions that are ranked only once have not moved.
    """

    ranked: int
    ranked_before: int
    moved: int
    far: int
    other_level: int


def compared(own: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """The own ranking of the same regions with columns of the framework's behind it, their names ending in `_before`.

    `change` and `change_in_kind` are places gained, negative where lost; missing where there is no rank in both.
    """
    held = before[[name for name in _BEFORE if name in before]].add_suffix("_before")
    lines = pd.Index(before["region"]).get_indexer(pd.Index(own["region"]))
    table = pd.concat([own, held.take(lines).set_axis(own.index)], axis=1)
    table["change"] = table["rank_before"] - table["rank"]
    table["change_in_kind"] = table["rank_in_kind_before"] - table["rank_in_kind"]
    return table


def movement(table: pd.DataFrame) -> Movement:
    """What moves in a table of `compared`."""
    both = table["rank"].notna() & table["rank_before"].notna()
    return Movement(
        int(table["rank"].notna().sum()),
        int(table["rank_before"].notna().sum()),
        int(table["change_in_kind"].ne(0).sum()),
        int(table["change_in_kind"].abs().ge(FAR).sum()),
        int((both & table["maturity"].notna() & (table["maturity"] != table["maturity_before"])).sum()),
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
