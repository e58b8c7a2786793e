"""Who made such a move: peers whose figures rose, or fell, as fast as a step of a way up asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.pace import Stretch
from metrics.way_up import Step

# Names that a reader takes in at a glance.
NAMED = 3
_SAME = 1e-9


@dataclass(frozen=True)
class Mover:
    """A peer with two figures of the indicator that compare."""

    region: str
    stretch: Stretch


def movers(stretches: Mapping[str, Stretch], step: Step, years: int, count: int = NAMED) -> tuple[Mover, ...]:
    """The peers that moved at least as fast as the step does over so many years, at most `count`.

    `stretches` are those of the step's indicator by peer (metrics.pace). Those whose change is larger than the errors
    of their figures come first, then those that started nearest to where the region is today: they have most to say.
    As each share is at most 1, there is always one.
    """
    sign, needed = step.node.sign, abs(step.value - step.today) / years
    found = [
        Mover(peer, stretch)
        for peer, stretch in stretches.items()
        if sign * stretch.yearly >= needed - _SAME * max(1.0, needed)
    ]
    found.sort(key=lambda one: (not one.stretch.clear, abs(one.stretch.first - step.today), one.region))
    return tuple(found[:count])
