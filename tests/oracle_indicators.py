"""The reference implementation's indicators: raw, denominated, imputed, treated, normalised."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tests.oracle_tree import Node, Refused

Cell = tuple[int, str]  # year, region
Column = dict[Cell, float]  # one indicator or composite; a missing cell has no entry
Series = Mapping[tuple[str, str], Mapping[int, float]]  # (region, variable) -> year -> figure

# Meaningless on the values that `otherwise: log` leaves behind.
IN_NATURAL_UNITS = ("goalposts", "distance_to_target", "distance_to_reference")


def mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def median(values: Sequence[float]) -> float:
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def deviation(values: Sequence[float]) -> float:
    """Sample standard deviation (n - 1); 0 for a single value."""
    if len(values) == 1:
        return 0.0
    centre = mean(values)
    return math.sqrt(math.fsum((x - centre) ** 2 for x in values) / (len(values) - 1))


def skewness(values: Sequence[float]) -> float | None:
    n = len(values)
    if n < 3 or min(values) == max(values):
        return None
    d = [x - mean(values) for x in values]
    plain = math.sqrt(n) * math.fsum(x**3 for x in d) / math.sqrt(math.fsum(x**2 for x in d)) ** 3
    return plain * math.sqrt(n * (n - 1)) / (n - 2)


def kurtosis(values: Sequence[float]) -> float | None:
    n = len(values)
    if n < 4 or min(values) == max(values):
        return None
    d = [x - mean(values) for x in values]
    r = n * math.fsum(x**4 for x in d) / math.fsum(x**2 for x in d) ** 2
    return ((n + 1) * (r - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))


def places(values: Sequence[float]) -> list[int]:
    """Ascending places, 1 the smallest value; ties share the smaller number."""
    ordered = sorted(values)
    return [ordered.index(x) + 1 for x in values]


def newest(figures: Mapping[int, float], year: int, most: int, breaks: Iterable[int] = ()) -> int | None:
    """The newest year with a figure, at most `most` years before `year` and never across a break."""
    for candidate in range(year, year - most - 1, -1):
        if candidate in figures:
            return candidate
        if candidate in breaks:  # the series starts here: what is older belongs to another
            return None
    return None


def find_figures(leaf: Node, cells: Sequence[Cell], series: Series) -> dict[Cell, int]:
    """Cell -> year of the figure that stands in it."""
    found = {}
    for year, region in cells:
        figures = series.get((region, leaf.variable), {})
        most, breaks = leaf.settings.get("carry_forward", 0), leaf.own.get("breaks") or ()
        since = newest(figures, year, most, breaks)
        if since is not None:
            found[year, region] = since
    return found


def denominate(leaf: Node, raw: Column, since: Mapping[Cell, int], series: Series) -> Column:
    times = leaf.own.get("times", 1)
    if "per" not in leaf.own:
        return {cell: x * times for cell, x in raw.items()}
    result = {}
    for (year, region), x in raw.items():
        denominators = series.get((region, leaf.own["per"]), {})
        found = newest(denominators, since[year, region], leaf.settings.get("carry_forward", 0))
        if found is not None and denominators[found] > 0:
            result[year, region] = x / denominators[found] * times
    return result


def impute(leaf: Node, column: Column, cells: Sequence[Cell], regions: Mapping[str, Mapping[str, Any]]) -> Column:
    how = leaf.settings.get("impute")
    if not isinstance(how, Mapping):
        return dict(column)
    centre = {"mean": mean, "median": median}[how["using"]]
    groups: dict[tuple[int, Any], list[Cell]] = {}
    for year, region in cells:
        group = regions[region].get(how["by"]) if "by" in how else "everyone"
        if group not in (None, ""):
            groups.setdefault((year, group), []).append((year, region))
    result = dict(column)
    for members in groups.values():
        present = [column[cell] for cell in members if cell in column]
        if present:
            result.update({cell: centre(present) for cell in members if cell not in column})
    return result


def scopes(leaf: Node, column: Column) -> list[Column]:
    """The cells whose statistics are taken together: all scored years, or each year for itself."""
    if (leaf.settings.get("normalise") or {}).get("over", "all_years") == "all_years":
        return [column]
    years = {year for year, _ in column}
    return [{cell: x for cell, x in column.items() if cell[0] == year} for year in years]


def treat(leaf: Node, column: Column) -> Column:
    result = {}
    for scope in scopes(leaf, column):
        result.update(treat_scope(leaf, scope))
    return result


def treat_scope(leaf: Node, column: Column) -> Column:
    how = leaf.settings.get("treat")
    if not isinstance(how, Mapping):
        return column

    def fails(values: Sequence[float]) -> bool:
        skew, kurt = skewness(values), kurtosis(values)
        if skew is None or kurt is None:
            return False
        return bool(abs(skew) >= how.get("skew", 2) and kurt >= how.get("kurtosis", 3.5))

    treated, top, bottom = dict(column), set[Cell](), set[Cell]()
    while fails(list(treated.values())) and len(top | bottom) < how.get("winsorise", 5):
        end, inner, changed = (max, max, top) if right_skewed(treated) else (min, min, bottom)
        extreme = end(treated.values())
        changed |= {cell for cell, x in treated.items() if x == extreme}
        replacement = inner(x for cell, x in treated.items() if cell not in changed)
        treated.update(dict.fromkeys(changed, replacement))
    if not fails(list(treated.values())) or how.get("otherwise", "none") == "none":
        return treated
    if (leaf.settings.get("normalise") or {}).get("using") in IN_NATURAL_UNITS:
        raise Refused(f"{leaf.id}: the treatment ended in the logarithm, the normaliser is in natural units")
    low, width = min(column.values()), max(column.values()) - min(column.values())
    return {cell: math.log(x - low + 0.01 * width) for cell, x in column.items()}


def right_skewed(column: Column) -> bool:
    skew = skewness(list(column.values()))
    return skew is not None and skew >= 0


def normalise(leaf: Node, treated: Column) -> Column:
    turned = {cell: turn(leaf, x) for cell, x in treated.items()}
    result = {}
    for scope in scopes(leaf, turned):
        result.update(normalise_scope(leaf, leaf.settings.get("normalise") or {}, scope))
    return result


def turn(leaf: Node, x: float) -> float:
    """A value, goalpost or target on the leaf's scale, signed so that higher is better."""
    if leaf.own.get("scale") == "log":
        if x <= 0:
            raise Refused(f"{leaf.id}: no logarithm of {x}")
        x = math.log(x)
    return -x if leaf.own.get("direction", "higher") == "lower" else x


def normalise_scope(leaf: Node, how: Mapping[str, Any], scope: Column) -> Column:
    using = how.get("using", "minmax")
    x, n = list(scope.values()), len(scope)
    low, high = min(x, default=0.0), max(x, default=0.0)
    lower, upper = how.get("range", (0, 100))

    def each(formula: Callable[[float], float]) -> Column:
        return {cell: formula(value) for cell, value in scope.items()}

    def onto_range(formula: Callable[[float], float]) -> Column:
        return each(lambda value: formula(value) * (upper - lower) + lower)

    if not scope:
        return {}
    place = dict(zip(x, places(x), strict=True))
    if using == "rank":
        return each(lambda value: place[value])
    if using == "borda":
        return each(lambda value: place[value] - 1)
    if using == "percentile":
        return onto_range(lambda value: (place[value] - 1) / (n - 1)) if n > 1 else {}
    if using == "goalposts":
        worst, best = (turn(leaf, goalpost) for goalpost in leaf.own["goalposts"])
        if worst >= best:
            raise Refused(f"{leaf.id}: goalposts {leaf.own['goalposts']}")
        return onto_range(lambda value: min(max((value - worst) / (best - worst), 0), 1))
    if using == "fraction_of_max":
        if leaf.own.get("direction", "higher") != "higher" or high <= 0:
            raise Refused(f"{leaf.id}: fraction_of_max")
        return onto_range(lambda value: value / high)
    if using == "distance_to_target" and turn(leaf, leaf.own["target"]) <= low:
        raise Refused(f"{leaf.id}: target {leaf.own['target']} is not better than the worst value")
    if low == high:  # no information under any normaliser that uses the observed range
        return {}
    if using == "minmax":
        return onto_range(lambda value: (value - low) / (high - low))
    if using == "zscore":
        centre, sd = mean(x), deviation(x)
        return each(lambda value: (value - centre) / sd * how.get("sd", 1) + how.get("mean", 0))
    if using == "distance_to_max":
        return onto_range(lambda value: 1 - (high - value) / (high - low))
    if using == "distance_to_target":
        target = turn(leaf, leaf.own["target"])
        return onto_range(lambda value: min((value - low) / (target - low), 1))
    if using == "distance_to_reference":
        return distance_to_reference(scope, how["reference"], lower, upper)
    raise Refused(f"{leaf.id}: normalise using {using}")


def distance_to_reference(scope: Column, region: str, lower: float, upper: float) -> Column:
    low = min(scope.values())
    result = {}
    for cell, value in scope.items():
        reference = scope.get((cell[0], region))
        if reference is None:
            continue
        if value > reference:  # beyond the reference, capped
            result[cell] = upper
        elif reference > low:  # at the worst value the distance is 0 of 0
            result[cell] = (1 - (reference - value) / (reference - low)) * (upper - lower) + lower
    return result
