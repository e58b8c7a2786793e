"""What a practice presupposes, indicator by indicator, and whether a region has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from metrics.figure_error import clearly_apart
from metrics.gaps import Gap
from metrics.practices.entry import Practice
from metrics.practices.published import Figures, first_after
from metrics.results import Results
from metrics.tree import Node

# Standard deviations of all regions by which a region may be behind in what a practice presupposes.
TOLERATED = 0.5


@dataclass(frozen=True)
class Condition:
    """An indicator of what a practice presupposes: the region's figure beside that of the practice's own region.

    `theirs` is the earliest figure at or after the start of the practice that compares with `mine`. Both in natural
    units, with their years; None where there is none. `met` is None where the two cannot be held together.
    """

    node: Node
    mine: tuple[float, int] | None
    theirs: tuple[float, int] | None
    met: bool | None


def condition(
    node: Node,
    gap: Gap | None,
    practice: Practice,
    spreads: Mapping[str, float],
    figures: Figures,
) -> Condition:
    """What the region of a gap has of what a practice presupposes; `figures` are those of the practice's own region."""
    if gap is None or gap.today is None or gap.figure_year is None:
        return Condition(node, None, None, None)
    mine = gap.today, gap.figure_year
    theirs = first_after(node, figures, practice.started, gap.figure_year)
    if theirs is None:
        return Condition(node, mine, None, None)
    behind = node.sign * (scaled(node, theirs[0]) - scaled(node, mine[0]))
    clearly = behind > TOLERATED * spreads.get(node.id, 0.0) and clearly_apart(node, theirs[0], mine[0])
    return Condition(node, mine, theirs, not clearly)


def scaled(node: Node, value: float) -> float:
    """A value on the scale on which its indicator counts."""
    return float(np.log(value)) if node.log and value > 0 else value


@lru_cache(maxsize=20)
def spreads_of(results: Results, year: int) -> Mapping[str, float]:
    """The standard deviation of all regions' figures behind a year, by indicator; of logarithms where it is so scaled.

    Indicators whose figures do not differ are left out.
    """
    rows = results.table("SELECT node, value FROM denominated WHERE year = ?", [year])
    logs = {node.id for node in results.nodes if node.log}
    found = {}
    for node, values in rows.groupby("node")["value"]:
        figures = values.to_numpy(dtype=np.float64)
        sd = float(np.std(np.log(figures[figures > 0]) if node in logs else figures))
        if sd > 0:
            found[str(node)] = sd
    return found
