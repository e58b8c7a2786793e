"""Did the indicators of a practice move otherwise than those of regions like its own, from before its start to after?

Difference in differences: the change of the region, from the mean of its figures before the start year to the mean
of those after it, less the mean change of its structural peers over the same years; where residents could notice the
practice only later, from that year. The peers' own changes are the yardstick (metrics.practices.placebo). The year
of the start is in neither mean, and no break lies between them.

A difference is no effect: regions choose their practices, and other things happen in the same years. Peers that took
the practice over, or have one in the catalogue that is meant to move the same indicator, are left out. Where the
region was on another course before the start already, by the same yardstick, that is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from metrics.peers import Matrix
from metrics.practices.entry import Practice
from metrics.practices.fair_peers import fair_peers
from metrics.practices.panel import SPAN, Panel, Shortage, Windows, last_year, read_panel, windows
from metrics.practices.placebo import FEW, Standing, standing, usable
from metrics.results import Results
from metrics.tree import Node

Verdict = Literal["more", "same", "less", "cannot"]
Reason = Literal["place", "start", "indicators", "wanted", "before", "after", "both", "break", "peers"]

Places = NDArray[np.intp]


@dataclass(frozen=True)
class Compared:
    """An indicator that can be compared.

    Values are in natural units. Changes too, but in percent where the indicator counts on a logarithmic scale
    (`percent`); means are then geometric.

    windows         the years before and after
    own             the mean of the region's figures before and after
    change          that of the region
    peers_change    the mean of the peers' changes
    low, high       between these the region's change would not have stood out
    place, among    how far from the middle of all its change is (1 the furthest), among so many regions
    verdict         more: it stands out for the better; less: for the worse; same: it does not stand out
    course_before   whether the region was on another course than its peers before the start already; None where that
                    cannot be seen, for want of two figures before
    level_apart     whether the region started from a level that fewer than one in twenty of the peers reach
    """

    node: Node
    windows: Windows
    own: tuple[float, float]
    change: float
    peers_change: float
    low: float
    high: float
    percent: bool
    place: int
    among: int
    verdict: Literal["more", "same", "less"]
    course_before: bool | None
    level_apart: bool

    @property
    def few(self) -> bool:
        """Whether there are no more peers than are needed, so that only larger differences would show."""
        return self.among <= FEW + 1


@dataclass(frozen=True)
class Cannot:
    """What cannot be assessed, and what would be needed.

    node      the indicator; None where the entry names no region or no indicator that is here
    reason    place: no region of the register; start: no start year; indicators: none of the framework; wanted: the
              indicator has no figures; before, after, both: no figure of the region then; break: a series begins
              anew between the figures; peers: too few peers have the figures
    years     the years, first and last, of which figures are needed
    at        the year of the break
    peers     how many peers there are, for the reason `peers`
    """

    node: Node | None
    reason: Reason
    years: tuple[int, int] | None = None
    at: int | None = None
    peers: int | None = None


@dataclass(frozen=True)
class Evidence:
    """What the figures say of a practice: its indicators in file order, those compared and those that cannot be.

    peers    whom the region is held against, nearest first; the same for all its indicators
    beside   ids of other practices of the region that fall into the same years, or whose years are unknown
    """

    practice: str
    region: str | None
    start: int | None
    compared: tuple[Compared, ...] = ()
    cannot: tuple[Cannot, ...] = ()
    peers: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """One an indicator, or a single `cannot` for an entry that names no region or no indicator."""
        cannot: list[Verdict] = ["cannot" for _ in self.cannot]
        return (*(one.verdict for one in self.compared), *cannot)


def evidence(results: Results, practice: Practice, others: Sequence[Practice] = ()) -> Evidence:
    """The evidence of a practice; `others` is the catalogue, for who is no fair peer and what else went on."""
    region, start = practice.region, practice.noticed
    leaves = {node.id: node for node in results.nodes if node.is_leaf}
    nodes = [leaves[name] for name in practice.indicators if name in leaves]
    if region is None or not nodes:
        return Evidence(practice.id, region, start, cannot=(Cannot(None, "indicators" if region else "place"),))
    if start is None:
        return Evidence(practice.id, region, start, cannot=tuple(Cannot(node, "start") for node in nodes))
    cannot = [Cannot(node, "wanted", _around(start, practice.ended)) for node in nodes if node.status == "wanted"]
    found: list[tuple[Panel, Windows]] = []
    for node in nodes:
        if node.status == "wanted":
            continue
        panel = read_panel(results, node)
        years = windows(panel, region, start, practice.ended)
        if isinstance(years, Windows):
            found.append((panel, years))
        else:
            cannot.append(_short(node, years))
    compared, few, peers = compare(found, region, fair_peers(results, practice, others, start - 1) if found else ())
    cannot += [Cannot(node, "peers", _around(start, practice.ended), peers=count) for node, count in few]
    order = [node.id for node in nodes]
    cannot.sort(key=lambda one: order.index(one.node.id) if one.node else 0)
    beside = tuple(one.id for one in others if one.region == region and _meets(one, practice))
    return Evidence(practice.id, region, start, compared, tuple(cannot), peers, beside)


def compare(
    found: Sequence[tuple[Panel, Windows]], region: str, alike: Sequence[str]
) -> tuple[tuple[Compared, ...], list[tuple[Node, int]], tuple[str, ...]]:
    """Compare a region in indicators that have windows, with the first of `alike` that have all the figures.

    Gives the indicators compared, those that too few peers have figures of with their number, and the peers. Where
    too few have the figures of all indicators, the one with the fewest is left out.
    """
    found = list(found)
    few: list[tuple[Node, int]] = []
    while found:
        places = {code: place for place, code in enumerate(found[0][0].regions)}
        order = np.array([places[code] for code in alike], dtype=np.intp)
        full = np.array([_full(panel, years)[order] for panel, years in found])
        everywhere = order[full.all(axis=0)]
        if count := usable(len(everywhere), len(alike)):
            chosen = everywhere[:count]
            rows = np.array([places[region], *chosen])
            peers = tuple(found[0][0].regions[place] for place in chosen)
            return _judged(found, rows), few, peers
        fewest = int(full.sum(axis=1).argmin())
        few.append((found.pop(fewest)[0].node, int(full[fewest].sum())))
    return (), few, ()


def _full(panel: Panel, years: Windows) -> NDArray[np.bool_]:
    """Which regions have every figure."""
    return np.asarray(np.isfinite(panel.of(years.years)).all(axis=1))


def _judged(found: Sequence[tuple[Panel, Windows]], rows: Places) -> tuple[Compared, ...]:
    """Every indicator; the first of `rows` is the region, the others are its peers."""
    before = np.column_stack([panel.of(years.before)[rows].mean(axis=1) for panel, years in found])
    after = np.column_stack([panel.of(years.after)[rows].mean(axis=1) for panel, years in found])
    stands = standing(after - before)
    return tuple(
        _one(panel, years, rows, before[:, i], after[:, i], stands, i) for i, (panel, years) in enumerate(found)
    )


def _one(
    panel: Panel, years: Windows, rows: Places, before: Matrix, after: Matrix, stands: Standing, i: int
) -> Compared:
    node, changes = panel.node, after - before
    own, others = float(changes[0]), float(changes[1:].mean())
    verdict: Literal["more", "same", "less"] = "same"
    if stands.out[i]:
        verdict = "more" if node.sign * (own - others) > 0 else "less"
    values = np.array([before[0], after[0]])
    return Compared(
        node=node,
        windows=years,
        own=tuple(np.exp(values) if node.log else values),
        change=told(node, own),
        peers_change=told(node, others),
        low=told(node, float(stands.low[i])),
        high=told(node, float(stands.high[i])),
        percent=node.log,
        place=int(stands.place[i]),
        among=len(rows),
        verdict=verdict,
        course_before=course_before(panel, years, rows),
        level_apart=_level_apart(before),
    )


def course_before(panel: Panel, years: Windows, rows: Places) -> bool | None:
    """Whether the slope of the first of `rows` before the start stands out; None with a single figure before."""
    if len(years.before) < 2:
        return None
    time = np.array(years.before, dtype=np.float64)
    slopes = panel.of(years.before)[rows] @ (time - time.mean())
    return bool(standing(slopes[:, None]).out[0])


def _level_apart(before: Matrix) -> bool:
    beyond = min((before[1:] >= before[0]).mean(), (before[1:] <= before[0]).mean())
    return bool(beyond < 0.05)


def told(node: Node, change: float) -> float:
    """A change in the panel's units as it is told: a difference of logarithms in percent."""
    return float(np.expm1(change) * 100) if node.log else change


def _short(node: Node, shortage: Shortage) -> Cannot:
    return Cannot(node, "break" if shortage.at else shortage.missing, shortage.years, shortage.at)


def _around(start: int, end: int | None) -> tuple[int, int]:
    return start - SPAN, last_year(start, end)


def _meets(one: Practice, practice: Practice) -> bool:
    """Whether another practice falls into the years that are compared, or may do so."""
    if one.id == practice.id or practice.noticed is None:
        return False
    began = one.noticed is None or one.noticed <= practice.noticed + SPAN
    lasted = one.ended is None or one.ended >= practice.noticed - SPAN
    return began and lasted
