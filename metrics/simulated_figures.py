"""The figures of one region as they would be with some of them set: what `raw` and `denominated` make of them.

A value that is set for an indicator is its figure of the year, in the units in which the indicator is shown. Whatever
else reads the same variable follows, as it would in a dataset that holds the figure: other indicators, those that
divide by it, and later years that it is carried into.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from metrics.plan import earliest
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from metrics.tree import Node

# What a figure may be beyond a bound and still be on it: the last digits of a division.
_ROUNDING = 1e-12


@dataclass(frozen=True)
class Figures:
    """The figures of a region by variable and year, as in the dataset."""

    by_variable: Mapping[str, Mapping[int, float]]

    def value(self, leaf: Node, year: int) -> tuple[float, int] | None:
        """What an indicator has in a scored year, in its own units, and the year it is from."""
        found = _newest(self.by_variable.get(leaf.variable, {}), earliest(leaf, year), year)
        if found is None:
            return None
        figure, of = found
        if leaf.per is None:
            return figure * leaf.times, of
        below = self._denominator(leaf, of)
        return None if below is None else (figure / below * leaf.times, of)

    def unit(self, leaf: Node, year: int) -> float | None:
        """How much of the variable is one unit of an indicator, for a figure of that year; None where nobody knows."""
        below = 1.0 if leaf.per is None else self._denominator(leaf, year)
        return None if below is None else below / leaf.times

    def with_figures(self, year: int, figures: Mapping[str, float]) -> Figures:
        """The same with other figures of one year, by variable."""
        changed = {name: {**self.by_variable.get(name, {}), year: figure} for name, figure in figures.items()}
        return Figures({**self.by_variable, **changed})

    def _denominator(self, leaf: Node, year: int) -> float | None:
        found = _newest(self.by_variable.get(leaf.per or "", {}), year - leaf.carry_forward, year)
        return found[0] if found is not None and found[0] > 0 else None


def read_figures(results: Results, region: str) -> Figures:
    """The figures of a region."""
    rows = results.table("SELECT variable, year, value FROM figure WHERE region = ?", [region])
    found: dict[str, dict[int, float]] = {}
    for variable, year, value in zip(rows["variable"], rows["year"], rows["value"], strict=True):
        found.setdefault(str(variable), {})[int(year)] = float(value)
    return Figures(found)


def limits(figures: Figures, leaves: Sequence[Node], leaf: Node, year: int) -> tuple[float, float] | None:
    """The values that the bounds of its variable leave an indicator in a year, low and high; None where none hold."""
    bounds = [other.bounds for other in leaves if other.variable == leaf.variable and other.bounds is not None]
    unit = figures.unit(leaf, year)
    if not bounds or unit is None:
        return None
    first, last = sorted((max(low for low, _ in bounds) / unit, min(high for _, high in bounds) / unit))
    return first, last


def check_settings(figures: Figures, nodes: Sequence[Node], year: int, settings: Mapping[str, float]) -> None:
    """Raises InputProblems with everything that cannot be set: unknown nodes and composites, values out of bounds,
    two values for one figure.
    """
    known = {node.id: node for node in nodes}
    leaves = [node for node in nodes if node.is_leaf]
    figures = _with_settings(figures, leaves, year, settings)
    problems: list[Problem] = []
    said: dict[str, tuple[str, float]] = {}
    for name, value in settings.items():
        node = known.get(name)
        if node is None:
            details = {"value": name, "near": nearest(name, [leaf.id for leaf in leaves])}
            problems.append(Problem("node-not-found", details=details))
        elif node.status == "wanted":
            problems.append(Problem("node-wanted", details={"value": name}))
        elif not node.is_leaf:
            below = [leaf.id for leaf in leaves if leaf.status != "wanted" and _is_below(known, leaf, name)]
            problems.append(Problem("setting-of-composite", details={"key": name, "choices": ", ".join(below)}))
        elif not math.isfinite(value):
            problems.append(Problem("setting-not-finite", details={"key": name, "value": value}))
        else:
            problems += _problems_of_value(figures, leaves, node, year, value)
            unit = figures.unit(node, year)
            if unit is None:
                continue
            other, figure = said.setdefault(node.variable, (name, value * unit))
            if not math.isclose(figure, value * unit, rel_tol=1e-9):
                details = {"key": name, "other": other, "variable": node.variable}
                problems.append(Problem("setting-twice", details=details))
    if problems:
        raise InputProblems(problems)


def set_figures(
    figures: Figures, leaves: Sequence[Node], year: int, settings: Mapping[str, float]
) -> tuple[Figures, tuple[Node, ...]]:
    """The figures with these settings, and the indicators that read what has changed."""
    changed = {leaf.variable for leaf in leaves if leaf.id in settings}
    readers = (leaf for leaf in leaves if leaf.id in settings or leaf.variable in changed or leaf.per in changed)
    return _with_settings(figures, leaves, year, settings), tuple(readers)


def _with_settings(figures: Figures, leaves: Sequence[Node], year: int, settings: Mapping[str, float]) -> Figures:
    """With what is set. What others divide by may be set too, and divided in turn: so again until all of it stands."""
    found = figures
    for _ in settings:
        units = {leaf: found.unit(leaf, year) for leaf in leaves if leaf.id in settings}
        ready = {leaf.variable: settings[leaf.id] * unit for leaf, unit in units.items() if unit is not None}
        before, found = found, figures.with_figures(year, ready)
        if found == before:
            break
    return found


def _problems_of_value(figures: Figures, leaves: Sequence[Node], leaf: Node, year: int, value: float) -> list[Problem]:
    if (found := limits(figures, leaves, leaf, year)) is not None:
        low, high = found
        if value < low - _ROUNDING * abs(low) or value > high + _ROUNDING * abs(high):
            details = {"key": leaf.id, "value": value, "low": low, "high": high}
            return [Problem("setting-out-of-bounds", details=details)]
    return []


def _is_below(known: Mapping[str, Node], node: Node, name: str) -> bool:
    while node.parent is not None:
        if node.parent == name:
            return True
        node = known[node.parent]
    return False


def _newest(figures: Mapping[int, float], first: int, last: int) -> tuple[float, int] | None:
    """The newest figure from the first to the last of these years, and its year."""
    year = max((year for year in figures if first <= year <= last), default=None)
    return None if year is None else (figures[year], year)
