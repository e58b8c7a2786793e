"""A region's own figures, targets and programmes, as its staff have entered them and every rule has passed them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["programme", "quick win"]


@dataclass(frozen=True, order=True)
class OwnFigure:
    """A figure of the region's own.

    `indicator` is the id of a leaf of the framework, `value` in the units in which its figures are shown
    (divided by `per`, times `times`), `note` where it comes from, empty where it is not said.
    """

    indicator: str
    year: int
    value: float
    note: str = ""


@dataclass(frozen=True, order=True)
class OwnTarget:
    """What the region wants an indicator to be in a year; `source` is the plan that says so, such as the RPJMD."""

    indicator: str
    year: int
    target: float
    source: str = ""


@dataclass(frozen=True)
class Programme:
    """A programme or a quick win of the masterplan; `node` is the sub-dimension (or dimension) that it serves.

    `start` and `end` are years, None where they are not said.
    """

    title: str
    kind: Kind
    node: str
    start: int | None = None
    end: int | None = None
    note: str = ""


@dataclass(frozen=True)
class OwnData:
    """All that a region brings itself: figures and targets by indicator and year, programmes in the order given.

    `left_out` is how many rows of other regions stood in the file that was read last; the data are the same without.
    """

    region: str
    figures: tuple[OwnFigure, ...] = ()
    targets: tuple[OwnTarget, ...] = ()
    programmes: tuple[Programme, ...] = ()
    left_out: int = field(default=0, compare=False)

    def __bool__(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.figures or self.targets or self.programmes)

    def figures_of(self, indicator: str) -> tuple[OwnFigure, ...]:
        """The own figures of an indicator, the oldest first."""
        return tuple(sorted(figure for figure in self.figures if figure.indicator == indicator))

    def targets_of(self, indicator: str) -> tuple[OwnTarget, ...]:
        """The own targets of an indicator, the earliest first."""
        return tuple(sorted(target for target in self.targets if target.indicator == indicator))

    def programmes_of(self, node: str) -> tuple[Programme, ...]:
        """The programmes and quick wins that serve a node, in the order given."""
        return tuple(programme for programme in self.programmes if programme.node == node)

    def joined(self, later: OwnData) -> OwnData:
        """What `later` brings in place of the same table here: a file of figures alone leaves the targets."""
        return OwnData(
            later.region,
            later.figures or self.figures,
            later.targets or self.targets,
            later.programmes or self.programmes,
            later.left_out,
        )
