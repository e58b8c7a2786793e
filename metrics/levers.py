"""What a region can be asked "what if" about: its indicators, from today's value to the best that there is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from metrics.simulation import Simulator
from metrics.tree import Node

# At most so many stops on the way, at values that are easy to say.
_STOPS = 80
_DECIMALS = 2  # where an indicator does not say how its figures are written


@dataclass(frozen=True)
class Lever:
    """One indicator of a region, in natural units.

    today           its value behind the year, None where there is none; `figure_year` is the year it is from
    best_of_peers   the best value of the peers, and who has it, the first of them; None where none has one
    end             the best that counts: the goalpost, or the best value there is, within the bounds
    stops           values from today's (or the worst there is) to the end, better and better; one where it is reached
    counts          whether it has a part in the root's score
    """

    node: Node
    today: float | None
    figure_year: int | None
    best_of_peers: float | None
    best_peer: str | None
    end: float
    stops: tuple[float, ...]
    counts: bool

    @property
    def direct(self) -> bool:
        """Whether a government moves it itself, and the score with it."""
        return self.counts and self.node.lever == "direct"

    @property
    def place_of_peers(self) -> float | None:
        """How far along the stops the best of the peers lies, 0 to 1; None where it is no stop, or the only one."""
        if self.best_of_peers not in self.stops or len(self.stops) == 1:
            return None
        return self.stops.index(self.best_of_peers) / (len(self.stops) - 1)


def levers(simulator: Simulator, region: str, peers: Sequence[str]) -> tuple[Lever, ...]:
    """The indicators of a region that may be moved, in file order; those with `lever: none` may not."""
    current, years = simulator.current(region), simulator.figure_years(region)
    theirs = {peer: simulator.current(peer) for peer in peers if peer != region}
    return tuple(
        _lever(simulator, region, leaf, current.get(leaf.id), years.get(leaf.id), _best(leaf, theirs))
        for leaf in simulator.leaves
        if leaf.lever != "none" and simulator.values(leaf.id).size
    )


def _best(leaf: Node, theirs: Mapping[str, Mapping[str, float]]) -> tuple[float, str] | None:
    found = [(values[leaf.id], peer) for peer, values in theirs.items() if leaf.id in values]
    return max(found, key=lambda pair: leaf.sign * pair[0], default=None)


def _lever(
    simulator: Simulator, region: str, leaf: Node, today: float | None, year: int | None, best: tuple[float, str] | None
) -> Lever:
    decimals = _DECIMALS if leaf.decimals is None else leaf.decimals
    observed = leaf.sign * np.sort(leaf.sign * simulator.values(leaf.id))
    worst, end = leaf.goalposts or (float(observed[0]), float(observed[-1]))
    peers = None if best is None else round(best[0], decimals)
    if peers is not None:
        end = max(end, peers, key=lambda value: leaf.sign * value)
    if (possible := simulator.limits(region, leaf.id)) is not None:
        end = min(max(end, possible[0]), possible[1])
    start = worst if today is None else today
    if today is not None:
        end = max(end, today, key=lambda value: leaf.sign * value)
    return Lever(
        node=leaf,
        today=today,
        figure_year=year,
        best_of_peers=peers,
        best_peer=None if best is None else best[1],
        end=end,
        stops=_stops(start, end, peers, decimals, leaf.sign),
        counts=leaf.id in simulator.counted,
    )


def _stops(start: float, end: float, peers: float | None, decimals: int, sign: int) -> tuple[float, ...]:
    """From start to end by steps that are easy to say, with the best of the peers among them."""
    least = 10.0**-decimals
    step = _easy(abs(end - start) / _STOPS, least)
    low, high = sorted((start, end))
    grid = np.round(step * np.arange(math.ceil(low / step), math.floor(high / step) + 1), decimals)
    between = [float(value) for value in grid if min(abs(value - start), abs(value - end)) > step / 2]
    if peers is not None and low < peers < high:
        between.append(peers)
    return tuple(sorted({start, *between, end}, key=lambda value: sign * value))


def _easy(wanted: float, least: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that is not below what is wanted, nor below the least."""
    if wanted <= least:
        return least
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= wanted * (1 - 1e-9))
