"""By whose account the results of a practice are known, and what that counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from metrics.practices.entry import Practice

Account = Literal["measured", "documented", "own", "single", "nothing", "title", "disputed"]

# From what is borne out (1) to what is not: a title has nothing to bear out, and what others measured and did not
# find is worth no more.
CREDIT: Mapping[Account, float] = {
    "measured": 1.0, "documented": 2 / 3, "own": 1 / 3, "single": 1 / 3, "nothing": 1 / 3, "title": 0.0, "disputed": 0.0
}  # fmt: skip


def account(practice: Practice) -> Account:
    """Whose word stands for what came of it.

    measured, documented  by others (grades A and B)
    own, single, nothing  grade C: at least one result by the account of the government itself; only what single
                          reports or awards say; no result at all
    title                 grade D
    disputed              whatever its grade, a measurement by others speaks against what was reported
    """
    if practice.disputed:
        return "disputed"
    if practice.grade == "A":
        return "measured"
    if practice.grade == "B":
        return "documented"
    if practice.grade == "D":
        return "title"
    if not practice.results:
        return "nothing"
    return "own" if any(result.self_reported for result in practice.results) else "single"


def trust(practice: Practice) -> tuple[float, str]:
    """What to sort by, so that what is borne out best stands first; ties by grade."""
    return -CREDIT[account(practice)], practice.grade
