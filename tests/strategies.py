"""Small random frameworks with figures for them: valid, and full of what makes scoring hard.

`cases()` gives trees of mixed methods over figures with gaps, ties, constants and outliers. Values are
multiples of a quarter, denominators powers of two, so that ties are ties in any order of adding up, and no
limit is one that a few figures meet exactly (three equal figures and a fourth have a skewness of just 2).
Where the method is silent, or calls the combination an error, no case is drawn.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from tests.oracle import Figure, score
from tests.oracle_tree import Refused, inherit

Mapping = dict[str, Any]

FIRST_YEAR, ISLANDS = 2018, ("east", "west")
WEIGHTS = (1, 2, 3, 0.5, 0.1, 0.2, 0.3, 0.7)
RANGES = ([1, 100], [1, 5], [10, 20])  # beside the default, 0 to 100
COVERAGES = (0, 0.3, 0.5, 0.6, 1)
ABSENT = "absent"
VALUES = {  # what a variable's figures are drawn from
    "spread": [x / 4 for x in range(4, 401, 9)],
    "ties": [1, 2, 2.5, 5],
    "outliers": [1, 1.5, 2, 2, 2.5, 2.5, 3, 3, 3.5, 4, 4, 4.5, 5, 5, 60, 100],
    "constant": [7.5],
}
DENOMINATORS = [0.5, 1, 2, 4, 8, 1024, 0, -2]  # at or below 0: no denominated value
OVER_RANGE = ("minmax", "percentile", "distance_to_max", "goalposts", "distance_to_target", "fraction_of_max")
OWN_UNITS = ("zscore", "rank", "borda")
IN_NATURAL_UNITS = ("goalposts", "distance_to_target", "distance_to_reference")
KEEPS_RANGE = ("arithmetic", "minimum", "geometric", "harmonic", "power")


class Case(NamedTuple):
    """What `oracle.score` takes."""

    framework: Mapping
    regions: list[dict[str, Any]]
    figures: list[Figure]


@dataclass(frozen=True)
class Built:
    """A drawn subtree, and what its parent has to know of it."""

    own: Mapping
    positive: bool = True  # every score is above 0
    ranges: frozenset[tuple[float, ...]] = frozenset()  # on which scores lie; () where they keep other units
    status: str = "active"
    aggregate: Mapping | None = None  # what a composite aggregates with, to be written where it is not the default


def cases() -> st.SearchStrategy[Case]:
    """Valid cases: the few drawn ones that the method refuses are thrown away."""
    return drawn_cases().filter(is_scorable)


def is_scorable(case: Case) -> bool:
    try:
        score(*case)
    except Refused:
        return False
    return True


@st.composite
def drawn_cases(draw: st.DrawFn) -> Case:
    regions = draw(region_lists())
    reference = draw(st.sampled_from(regions))["region"]
    names = (f"n{number}" for number in range(1, 1000))
    method: Mapping = draw(inherited_settings(reference, 0.8))
    depth = draw(st.integers(1, 3))
    root = draw(composites(names, reference, method, depth, anchor=True))
    assert root.aggregate is not None
    method |= root.aggregate
    framework: Mapping = {"id": "root", "title": {"id": "Indeks", "en": "Index"}, "version": "1.0"}
    if draw(st.booleans()):
        framework["level_names"] = ["index", "dimension", "subdimension", "indicator"]
    framework["method"] = method
    declared = tuple(method.get("normalise", {}).get("range", (0, 100)))
    if root.ranges == {declared} and draw(st.integers(0, 3)):
        framework["maturity"] = draw(maturities(*declared))
    framework["children"] = root.own["children"]
    write_aggregates(framework, method)

    years = [FIRST_YEAR + i for i in range(draw(st.integers(1, 4)))]
    if len(years) > 1 and draw(st.booleans()):  # figures before the first scored year are there to carry forward
        framework["years"] = [draw(st.sampled_from(years[1:])), years[-1]]
    scored = [year for year in years if year >= framework.get("years", years)[0]]
    figures: list[Figure] = []
    leaves = list(leaves_of(framework))
    for number, (node_id, leaf) in enumerate(leaves):
        if leaf.get("status") != "wanted":
            figures += draw(columns(leaf.get("variable", node_id), regions, years, scored, every_year=number == 0))
    for per in sorted({leaf["per"] for _, leaf in leaves if "per" in leaf}):
        figures += draw(columns(per, regions, [FIRST_YEAR - 1, *years], scored, of=DENOMINATORS))
    return Case(framework, regions, figures)


@st.composite
def region_lists(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Regions whose codes would be spoiled by being read as numbers."""
    count = draw(st.sampled_from([9, 8, 7, 6, 5, 4, 3]))
    kinds = draw(st.lists(st.sampled_from(["kota", "kabupaten"]), min_size=count, max_size=count))
    return [
        {"region": f"0{i}.10", "name": f"Region {i}", "kind": kind, "island": ISLANDS[i % 2]}
        for i, kind in enumerate(kinds)
    ]


@st.composite
def inherited_settings(draw: st.DrawFn, reference: str, chance: float) -> Mapping:
    """Some of the settings that a node hands on to its descendants; each with about this chance."""
    settings: Mapping = {}
    for key, strategy in {
        "carry_forward": st.integers(0, 2),
        "impute": st.one_of(imputations(), imputations(), st.just("none")),
        "treat": st.one_of(treatments(), treatments(), st.just("none")),
        "normalise": normalisers(reference),
    }.items():
        if draw(st.floats(0, 1)) < chance:
            settings[key] = draw(strategy)
    return settings


@st.composite
def imputations(draw: st.DrawFn) -> Mapping:
    how = {"using": draw(st.sampled_from(["mean", "median"]))}
    return how | draw(st.sampled_from([{}, {"by": "kind"}, {"by": "island"}]))


def treatments() -> st.SearchStrategy[Mapping]:
    """Strict limits beside the usual ones, so that few points are enough to be treated."""
    return st.fixed_dictionaries(
        {"winsorise": st.sampled_from([1, 2, 0, 5]), "skew": st.sampled_from([0.45, 0.9, 1.95])},
        optional={
            "kurtosis": st.sampled_from([0.55, 1.1]),
            "otherwise": st.sampled_from(["log", "log", "none"]),
        },
    )


@st.composite
def normalisers(draw: st.DrawFn, reference: str) -> Mapping:
    using = draw(st.sampled_from([*OVER_RANGE, "distance_to_reference", *OWN_UNITS]))
    how: Mapping = {"using": using} | draw(st.sampled_from([{}, {"over": "all_years"}, {"over": "year"}]))
    if using == "zscore":
        how |= draw(st.sampled_from([{}, {"mean": 100, "sd": 10}]))
    elif using == "distance_to_reference":
        how["reference"] = reference
    if using not in OWN_UNITS:
        how |= draw(st.sampled_from([{}, *({"range": onto} for onto in RANGES)]))
    return how


def merge(settings: Mapping, own: Mapping) -> Mapping:
    return settings | {key: inherit(settings.get(key), value) for key, value in own.items()}


@st.composite
def composites(draw: st.DrawFn, names: Any, reference: str, settings: Mapping, depth: int, *, anchor: bool) -> Built:
    """A composite whose deepest leaves are at most `depth` below it; with `anchor`, its first is active."""
    own: Mapping = {}
    if not anchor:
        own |= draw(inherited_settings(reference, 0.1))
    settings = merge(settings, own)
    children: dict[str, Built] = {}
    for number in range(draw(st.integers(1, 4 if depth == 1 else 3))):
        first = anchor and number == 0
        deeper = depth > 1 and (first or draw(st.booleans()))
        if deeper:
            child = draw(composites(names, reference, settings, depth - 1, anchor=first))
        else:
            child = draw(leaves(reference, settings, anchor=first))
        has_active = any(sibling.status == "active" for sibling in children.values())
        if deeper and has_active and child.status == "active" and draw(st.integers(0, 3)) == 0:
            child = replace(child, own=child.own | {"status": "shown"}, status="shown")
        children[next(names)] = child
    statuses = {child.status for child in children.values()}
    scored = [child for child in children.values() if child.status != "wanted"]
    positive = all(child.positive for child in scored)
    method = draw(aggregations(positive))
    keeps_range = method["aggregate"] in KEEPS_RANGE
    written = {name: child.own | {"_aggregate": child.aggregate} for name, child in children.items()}
    return Built(
        {"title": "Composite", "weight": draw(st.sampled_from(WEIGHTS))} | own | {"children": written},
        positive and keeps_range,
        frozenset().union(*(child.ranges for child in scored)) if keeps_range else frozenset({()}),
        next(status for status in ("active", "shown", "wanted") if status in statuses),
        method,
    )


@st.composite
def aggregations(draw: st.DrawFn, positive: bool) -> Mapping:
    """`copeland` comes without a minimum coverage: whom an unscored region would beat is not settled."""
    above_zero = ["geometric", "harmonic", "power", "mazziotta_pareto"] if positive else []
    using = draw(st.sampled_from([*above_zero, "arithmetic", "minimum", "copeland"]))
    method: Mapping = {"aggregate": using, "minimum_coverage": 0}
    if using != "copeland":
        method["minimum_coverage"] = draw(st.sampled_from(COVERAGES))
    if using == "power":
        method["p"] = draw(st.sampled_from([-2, 0.5, 2, 3]))
    return method


def write_aggregates(node: Mapping, default: Mapping) -> None:
    """Write on each composite what differs from the default that the method gives to every node."""
    for child in node.get("children", {}).values():
        method = child.pop("_aggregate")
        if method is not None:
            child |= {key: value for key, value in method.items() if default.get(key) != value}
        write_aggregates(child, default)


@st.composite
def leaves(draw: st.DrawFn, reference: str, settings: Mapping, *, anchor: bool) -> Built:
    own: Mapping = {"title": "Indicator", "weight": draw(st.sampled_from(WEIGHTS))}
    status = "active" if anchor else draw(st.sampled_from(["active"] * 6 + ["shown", "wanted"]))
    if status != "active":
        own["status"] = status
    if status == "wanted":
        return Built(own, status=status)
    if draw(st.booleans()):
        own["direction"] = draw(st.sampled_from(["higher", "lower"]))
    own |= draw(inherited_settings(reference, 0.15))
    if draw(st.integers(0, 4)) == 0:
        own["breaks"] = [draw(st.integers(FIRST_YEAR, FIRST_YEAR + 3))]
    now = merge(settings, own)
    how = now.get("normalise", {})
    using, onto = how.get("using", "minmax"), how.get("range", [0, 100])
    ends_in_log = isinstance(now.get("treat"), dict) and now["treat"].get("otherwise") == "log"
    to_log = using != "fraction_of_max" and draw(st.integers(0, 4)) == 0
    if using == "fraction_of_max":
        own["direction"] = "higher"
    if ends_in_log and (to_log or using in (*IN_NATURAL_UNITS, "fraction_of_max")):
        own["treat"] = inherit(own.get("treat", {}), {"otherwise": "none"})
    if to_log:
        own["scale"] = "log"
    lower_is_better = own.get("direction") == "lower"
    if using == "goalposts":
        worst, best = draw(st.sampled_from([(1, 5), (0.5, 100), (2.5, 60)]))
        own["goalposts"] = [best, worst] if lower_is_better else [worst, best]
    if using == "distance_to_target":
        own["target"] = draw(st.sampled_from([0.5, 3, 30] if lower_is_better else [5.5, 40, 120]))
    elif draw(st.integers(0, 2)) == 0:
        own["per"] = draw(st.sampled_from(["people", "area"]))
        own |= draw(st.sampled_from([{}, {"times": 1000}, {"times": 0.5}]))
    if draw(st.integers(0, 5)) == 0:
        own["bounds"] = [0, 1000]
    if using in OWN_UNITS:
        positive = using == "rank" or (using == "zscore" and how.get("mean") == 100)
        return Built(own, positive, frozenset({()}), status)
    return Built(own, onto[0] > 0, frozenset({tuple(onto)}), status)


@st.composite
def maturities(draw: st.DrawFn, lower: float, upper: float) -> Mapping:
    """Five levels with cut-offs that no score meets by accident."""
    levels = [{"from": lower}] + [{"from": lower + share * (upper - lower)} for share in (0.21, 0.43, 0.611, 0.83)]
    titled = [level | {"title": f"Level {number}"} for number, level in enumerate(levels, start=1)]
    return {"levels": titled, "minimum_coverage": draw(st.sampled_from(COVERAGES))}


def leaves_of(node: Mapping) -> Any:
    for name, child in node["children"].items():
        if "children" in child:
            yield from leaves_of(child)
        else:
            yield name, child


@st.composite
def columns(
    draw: st.DrawFn,
    variable: str,
    regions: list[dict[str, Any]],
    years: list[int],
    scored: list[int],
    *,
    of: list[float] | None = None,
    every_year: bool = False,
) -> list[Figure]:
    """A variable's figures; at least one in the scored years, or in each of them."""
    values = of or VALUES[draw(st.sampled_from(["spread", "outliers", "spread", "outliers", "ties", "constant"]))]
    gaps: list[Any] = draw(st.sampled_from([[], [None, ABSENT], [ABSENT] * (len(values) // 2)]))
    count = len(years) * len(regions)
    cells = draw(st.lists(st.sampled_from([*values, *gaps]), min_size=count, max_size=count))
    keys = [(year, region["region"]) for year in years for region in regions]
    found = {key: value for key, value in zip(keys, cells, strict=True) if value != ABSENT}
    have = {year for (year, _), value in found.items() if value is not None}
    for year in scored if every_year else scored[-1:]:
        if year not in have:
            found[year, regions[0]["region"]] = values[0]
    return [(region, variable, year, value) for (year, region), value in found.items()]


def write_case(folder: Path, case: Case) -> tuple[Path, Path]:
    """Write a dataset folder and a framework file into `folder`; returns both paths."""
    data, framework_file = folder / "data", folder / "framework.yaml"
    write_rows(data / "regions.csv", list(case.regions[0]), [list(region.values()) for region in case.regions])
    for name, part in {"first": case.figures[::2], "second": case.figures[1::2]}.items():
        if part:
            source = data / "sources" / name
            rows = [[region, variable, year, value] for region, variable, year, value in part]
            write_rows(source / "values.csv", ["region", "variable", "year", "value"], rows)
            described = {"publisher": "This test", "title": f"Random figures, {name} half"}
            described |= {"licence": "CC0-1.0", "kind": "statistics"}
            (source / "source.yaml").write_text(yaml.safe_dump(described), "utf-8")
    unshared = json.loads(json.dumps(case.framework))  # no anchors and aliases in the file
    framework_file.write_text(yaml.safe_dump(unshared, sort_keys=False), "utf-8")
    return data, framework_file


def write_rows(file: Path, header: list[str], rows: list[list[Any]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as text:
        csv.writer(text).writerows([header, *rows])
