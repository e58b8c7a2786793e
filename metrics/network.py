"""A network of regions in one year: where its members stand, who leads, and where most of them are behind."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.matched import Beside, Partner, partners
from metrics.results import Results
from metrics.tree import Node
from metrics.within_kind import Cell, WithinKind, within_kind

# A member leads, and could present, from this percentile of its kind on, unless it is not clearly above the median.
STRONG = 75.0


@dataclass(frozen=True)
class Part:
    """A node beside the members.

    cells    of the members that have a value, the highest percentile within the kind first
    missing  the members without one
    beside   the members beside their partners outside of the group
    """

    node: Node
    cells: tuple[Cell, ...]
    missing: tuple[str, ...]
    beside: Beside

    @property
    def behind(self) -> tuple[Cell, ...]:
        """The members below the median of their kind, the one furthest behind first."""
        return tuple(cell for cell in self.cells[::-1] if cell.distance < 0)

    @property
    def share_behind(self) -> float | None:
        """They as a share of the members that have a value; None where none has."""
        return len(self.behind) / len(self.cells) if self.cells else None

    @property
    def strong(self) -> tuple[Cell, ...]:
        """The members in the best quarter of their kind, without those not clearly above its median, best first."""
        return tuple(cell for cell in self.cells if (cell.percentile or 0.0) >= STRONG and cell.clear is not False)

    def leaders(self, kinds: Mapping[str, str]) -> dict[str, Cell]:
        """The first of the strong ones of each kind; a kind without one is not there."""
        found: dict[str, Cell] = {}
        for cell in self.strong:
            found.setdefault(kinds[cell.region], cell)
        return found


@dataclass(frozen=True, eq=False)
class Network:
    """The members in one year.

    members     codes in file order
    partners    who stands beside which member outside of the group; members without a score, and those for whom
                nobody alike enough is left, have none
    parts       every node with a value in some region that year, in file order, the root first
    residents   the median population of the members with a partner, and of the partners; None where it is not known
    unmeasured  the dimensions and sub-dimensions that have no figure at all
    within      all regions beside those of their kind
    """

    year: int
    members: tuple[str, ...]
    partners: Mapping[str, Partner]
    parts: tuple[Part, ...]
    residents: tuple[float, float] | None
    unmeasured: tuple[Node, ...]
    within: WithinKind

    def part(self, node: str) -> Part:
        """The part of a node. Raises KeyError for one without values."""
        return {part.node.id: part for part in self.parts}[node]

    @property
    def whole(self) -> Part | None:
        """The headline; None in a year without any."""
        return next((part for part in self.parts if part.node.parent is None), None)

    @property
    def dimensions(self) -> tuple[Part, ...]:
        """The children of the root that have values."""
        return tuple(part for part in self.parts if part.node.depth == 1)

    @property
    def indicators(self) -> tuple[Part, ...]:
        """The indicators that have values."""
        return tuple(part for part in self.parts if part.node.is_leaf)

    @property
    def assessed(self) -> int:
        """How many members have a score."""
        return len(self.whole.cells) if self.whole else 0

    @property
    def kinds(self) -> dict[str, int]:
        """How many members there are of each kind, "" where they have none."""
        found: dict[str, int] = {}
        for member in self.members:
            found[self.within.kinds[member]] = found.get(self.within.kinds[member], 0) + 1
        return found


def network(results: Results, year: int, members: Sequence[str], within: WithinKind | None = None) -> Network:
    """The network of these regions. `within` spares working it out again for the same year.

    Raises KeyError for a region that is not there, InputProblems where regions have nothing to be compared by.
    """
    found = within or within_kind(results, year)
    if unknown := set(members) - set(found.kinds):
        raise KeyError(min(unknown))
    inside = tuple(code for code in found.kinds if code in set(members))
    scored = found.cells[results.root.id]
    beside = partners(results, year, [code for code in inside if code in scored], list(scored))
    return Network(
        year=year,
        members=inside,
        partners=beside,
        parts=tuple(_part(found, node, inside, beside) for node in found.nodes if found.cells[node.id]),
        residents=_residents(results, beside),
        unmeasured=tuple(node for node in results.nodes if not node.is_leaf and not found.cells.get(node.id)),
        within=found,
    )


def _part(within: WithinKind, node: Node, members: Sequence[str], partners: Mapping[str, Partner]) -> Part:
    cells = within.cells[node.id]
    both = {one: two.region for one, two in partners.items() if one in cells and two.region in cells}
    return Part(
        node=node,
        cells=tuple(sorted((cells[code] for code in members if code in cells), key=_weakness)),
        missing=tuple(code for code in members if code not in cells),
        beside=Beside(
            {one: cells[one].value for one in both},
            {one: cells[two].value for one, two in both.items()},
            node.sign if node.is_leaf else 1,
        ),
    )


def _residents(results: Results, partners: Mapping[str, Partner]) -> tuple[float, float] | None:
    known = results.regions().set_index("region")["population"].astype(float)
    own = known[list(partners)].median()
    outside = known[[partner.region for partner in partners.values()]].median()
    return None if math.isnan(own) or math.isnan(outside) else (float(own), float(outside))


def _weakness(cell: Cell) -> tuple[float, str]:
    return -(cell.percentile if cell.percentile is not None else -1.0), cell.region
