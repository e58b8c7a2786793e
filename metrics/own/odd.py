"""Own figures and targets that pass every rule and still look as if they were in another unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.own.data import OwnData, OwnFigure, OwnTarget
from metrics.own.published import Published
from metrics.results import Results
from metrics.tree import Node

# So many times the published figure, or so small a part of it. A share typed as 0.12 for 12 percent is off by 100, a
# sum in rupiah for one in thousands by 1,000; no indicator of the framework moves like that within a few years.
FAR = 20


@dataclass(frozen=True)
class Odd:
    """An own figure or target beside the newest published figure, which it is far from."""

    node: Node
    entry: OwnFigure | OwnTarget
    published: Published

    @property
    def value(self) -> float:
        """What was entered."""
        return self.entry.value if isinstance(self.entry, OwnFigure) else self.entry.target


def odd_entries(results: Results, own: OwnData, published: Mapping[str, tuple[Published, ...]]) -> tuple[Odd, ...]:
    """The own figures and targets worth a second look, in file order; `published` by indicator, the oldest first."""
    found = []
    for node in results.nodes:
        newest = published.get(node.id, ())[-1:]
        entries: tuple[OwnFigure | OwnTarget, ...] = (*own.figures_of(node.id), *own.targets_of(node.id))
        found += [odd for figure in newest for entry in entries if _is_far(odd := Odd(node, entry, figure))]
    return tuple(found)


def _is_far(odd: Odd) -> bool:
    """Nothing can be said of a zero, and of what is below it."""
    if odd.value <= 0 or odd.published.value <= 0:
        return False
    return not 1 / FAR < odd.value / odd.published.value < FAR
