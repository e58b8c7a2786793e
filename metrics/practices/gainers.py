"""Which regions would gain most if they stood where a practice's own region stands today.

That is a yardstick and no promise: the region does not stand where it does because of the practice. Every region is
scored again with each indicator of the practice at the aim, where that is better than what it has, everything else as
it is; all of them at once, on the scores of the year. Where an indicator is scored by the figures of all regions
(ranges, places) these stay as they are, for the aim lies within them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from metrics.aggregate import aggregate_tree
from metrics.draws.cells import counted
from metrics.gaps import GOALS
from metrics.practices.alike import places as places_of
from metrics.practices.entry import Practice
from metrics.practices.published import newest, published
from metrics.results import Results
from metrics.tree import Node

WITHIN = 100  # so many regions are looked at: those most like the practice's own, where that is one of the register
_NOTHING = 1e-9  # points

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Gainer:
    """A region and what it would gain.

    gain     points of its score; None where it has none, and where none of the indicators counts in it
    node     the indicator in which it would gain most, with today's value and the aim, in natural units
    step     points of that indicator's own score
    place    how many regions are more like the practice's own, and this one: 1 is the most alike; None where the
             practice's own is none of the register
    """

    region: str
    gain: float | None
    node: Node
    today: float
    aim: float
    step: float
    place: int | None


@dataclass(frozen=True)
class Gainers:
    """The regions that would gain, the largest gain first.

    nodes     the indicators that can be set; none where nothing that the practice should move has a figure
    missing   those that have no figure anywhere
    own       whether the aims are the values of the practice's own region; else those that the best quarter of all
              regions reach
    like      whether only those most like the practice's own were looked at; else all
    among     how many regions were looked at: those with a figure in any of these, and a score where `scored`
    gaining   how many of them would gain at all
    scored    whether gains are points of the region's score; else of the indicator's own
    """

    nodes: tuple[Node, ...]
    missing: tuple[Node, ...]
    own: bool
    like: bool
    among: int
    gaining: int
    scored: bool
    regions: tuple[Gainer, ...]


def gainers(results: Results, year: int, practice: Practice, count: int = 10) -> Gainers:
    """At most `count` regions that would gain most from standing where the practice's own region stands.

    Of the regions most like it, without itself and without those that are named as having taken the practice over.
    Ties go by code. Raises ValueError for a year not scored.
    """
    table = _table(results, year)
    there = {node.id: node for node in results.nodes if node.is_leaf}
    named = [there[name] for name in practice.indicators if name in there]
    nodes = tuple(node for node in named if node.id in table.values and not np.isnan(table.scores[node.id]).all())
    missing = tuple(node for node in named if node not in nodes)
    places = places_of(results, year, practice.region) if practice.region else {}
    at = {code: i for i, code in enumerate(table.regions)}
    home = at.get(practice.region or "")
    own = home is not None and any(not np.isnan(table.scores[node.id][home]) for node in nodes)
    taken = {practice.region, *(practice.adopters.regions if practice.adopters else ())}
    among = [
        code for code in table.regions if code not in taken and (not places or places.get(code, WITHIN + 1) <= WITHIN)
    ]
    aims = {node.id: aim for node in nodes if (aim := _aim(table, node, home if own else None)) is not None}
    if not aims:
        return Gainers(nodes, missing, own, bool(places), len(among), 0, False, ())
    lifted = {name: _lifted(results, table, there[name], year, aim) for name, aim in aims.items()}
    then = aggregate_tree(results.nodes, {**table.leaves, **lifted})[results.root.id]
    counting = {node.id for node in counted(results.nodes)}
    scored = any(name in counting for name in aims)
    gains = then - table.scores[results.root.id]
    figures = np.array([table.scores[name] for name in aims])
    unknown = np.isnan(figures).all(axis=0) | (scored & np.isnan(table.scores[results.root.id]))
    among = [code for code in among if not unknown[at[code]]]
    found = []
    for code in among:
        steps = {name: float(scores[at[code]] - table.scores[name][at[code]]) for name, scores in lifted.items()}
        steps = {name: step for name, step in steps.items() if step > _NOTHING}
        gain = float(gains[at[code]]) if scored else np.nan
        if not steps or (scored and not gain > _NOTHING):
            continue
        name = max(steps, key=lambda name: (steps[name], name))
        found.append(
            Gainer(
                region=code,
                gain=None if np.isnan(gain) else gain,
                node=there[name],
                today=float(table.values[name][at[code]]),
                aim=aims[name][1],
                step=steps[name],
                place=None if not places else places[code],
            )
        )
    found.sort(key=lambda one: (-round(one.step if one.gain is None else one.gain, 9), one.region))
    return Gainers(nodes, missing, own, bool(places), len(among), len(found), scored, tuple(found[:count]))


@dataclass(frozen=True)
class _Table:
    """A year by node: scores over regions, of the indicators alone too (`leaves`), and their values."""

    regions: tuple[str, ...]
    scores: Mapping[str, Matrix]
    leaves: Mapping[str, Matrix]
    values: Mapping[str, Matrix]


@lru_cache(maxsize=10)
def _table(results: Results, year: int) -> _Table:
    if year not in results.years:
        raise ValueError(f"{year} is not scored")
    regions = tuple(results.regions()["region"])
    scores = results.scores(year).pivot(index="region", columns="node", values="score").reindex(regions)
    values = results.table("SELECT node, region, value FROM denominated WHERE year = ?", [year])
    wide = values.pivot(index="region", columns="node", values="value").reindex(regions)
    nodes = [node for node in results.nodes if node.status != "wanted"]
    empty = np.full(len(regions), np.nan)
    found = {
        node.id: scores[node.id].to_numpy(dtype=np.float64) if node.id in scores else empty for node in nodes
    }  # fmt: skip
    leaves = {node.id: found[node.id] for node in nodes if node.is_leaf}
    return _Table(regions, found, leaves, {str(name): wide[name].to_numpy(dtype=np.float64) for name in wide})


def _aim(table: _Table, node: Node, home: int | None) -> tuple[float, float] | None:
    """The score and the value aimed at in an indicator; None where there is none."""
    scores, values = table.scores[node.id], table.values[node.id]
    if home is not None:
        return None if np.isnan(scores[home]) else (float(scores[home]), float(values[home]))
    share = GOALS["quarter"]
    good = node.sign * values
    return float(np.nanquantile(scores, share)), node.sign * float(np.nanquantile(good, share))


def _lifted(results: Results, table: _Table, node: Node, year: int, aim: tuple[float, float]) -> Matrix:
    """The scores of an indicator with everybody at the aim who has a figure and is not there, nor has been since."""
    scores, figures = table.scores[node.id], published(results)
    stays = np.isnan(table.values[node.id]) | np.isnan(scores)
    for i, region in enumerate(table.regions):
        later = newest(node, figures.get((node.id, region), ()), year)
        stays[i] |= later is not None and node.sign * (later[0] - aim[1]) >= 0
    return np.where(stays, scores, np.fmax(scores, aim[0]))
