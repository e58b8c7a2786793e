"""Whether newer published figures bear out what those of a year say: who is strong, and who could teach whom.

The figures of a year are several years old for some indicators, and newer ones may be there already, of a year that is
not settled yet or that the reader did not choose. Only published figures count, on the same side of the declared
breaks; a median counts where at least half of the kind have such a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from metrics.results import Results
from metrics.within_kind import Cell, WithinKind


@dataclass(frozen=True, eq=False)
class Newer:
    """The figures of later years than that of `within`: indicator -> year, the newest first -> region -> value."""

    within: WithinKind
    figures: Mapping[str, Mapping[int, Mapping[str, float]]]

    def reversed(self, teacher: Cell, learner: Cell) -> bool:
        """Whether the newest figures of both from one year have the first no longer as the better one."""
        found = next(iter(self._comparable(teacher, learner)), None)
        if found is None:
            return False
        return teacher.node.sign * (found[teacher.region] - found[learner.region]) <= 0

    def fallen(self, cell: Cell) -> bool:
        """Whether its newest figure lies below the median that its kind has in that year."""
        kinds = self.within.kinds
        for values in self._comparable(cell):
            kin = [value for code, value in values.items() if kinds[code] == kinds[cell.region]]
            if 2 * len(kin) >= cell.ranked:
                return cell.node.sign * (values[cell.region] - median(kin)) < 0
        return False

    def _comparable(self, *cells: Cell) -> Iterator[Mapping[str, float]]:
        """The years, newest first, with a figure of each of these, no break between it and the older ones."""
        node, since = cells[0].node, min(cell.figure_year or self.within.year for cell in cells)
        for year, values in self.figures.get(node.id, {}).items():
            broken = any(since < at <= year for at in node.breaks)
            if not broken and all(cell.region in values for cell in cells):
                yield values


def newer(results: Results, within: WithinKind) -> Newer:
    """The newer figures of all regions."""
    rows = results.table(
        "SELECT node, region, year, value FROM imputed WHERE year > ? AND origin = 'figure' ORDER BY year DESC",
        [within.year],
    )
    figures: dict[str, dict[int, dict[str, float]]] = {}
    for node, region, year, value in rows.itertuples(index=False, name=None):
        figures.setdefault(node, {}).setdefault(int(year), {})[region] = float(value)
    return Newer(within, figures)
