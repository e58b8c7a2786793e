"""What must hold of a catalogue of practices: every fault at once, each at its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from metrics.faults import Fault, Place, Register, Scheme
from metrics.practices.entry import Practice, Practices
from metrics.problems import nearest
from metrics.tree import Node

_LISTS = ("also", "indicators", "presupposes", "seminars")


def ids(catalogue: Practices) -> frozenset[str]:
    """The ids of the entries."""
    return frozenset(practice.id for practice in catalogue.practices)


def faults(catalogue: Practices, register: Register) -> Iterator[Fault]:
    """What is wrong with the entries by themselves, and beside what else the dataset holds."""
    first: dict[str, Place] = {}
    for index, practice in enumerate(catalogue.practices):
        place: Place = ("practices", index)
        if practice.id in first:
            details = {"key": practice.id, "first": first[practice.id]}
            yield Fault((*place, "id"), "duplicate-entry", details)
        first.setdefault(practice.id, (*place, "id"))
        yield from _at(place, entry_faults(practice))
        yield from _at(place, unknown_places(practice, register))


def does_not_fit(catalogue: Practices, scheme: Scheme) -> Iterator[Fault]:
    """What entries name that the framework does not have, or has as something else; of another framework nothing."""
    for index, practice in enumerate(catalogue.practices if catalogue.framework == scheme.framework else ()):
        yield from _at(("practices", index), unknown_nodes(practice, scheme.nodes))


def doubts(catalogue: Practices, frameworks: Collection[str]) -> Iterator[Fault]:
    """A framework of which nothing is known, so that no entry is held against any: perhaps mistyped."""
    if catalogue.framework not in frameworks:
        details = {"value": catalogue.framework, "near": nearest(catalogue.framework, frameworks)}
        yield Fault(("framework",), "practice-framework-unknown", details)


def entry_faults(practice: Practice) -> Iterator[Fault]:
    """What is wrong with an entry whatever else there is; places begin at the entry."""
    yield from year_faults(practice.started, practice.in_use, practice.ended)
    cited: list[tuple[Place, int]] = [(("results", i, "source"), r.source) for i, r in enumerate(practice.results)]
    if practice.adopters is not None:
        cited.append((("adopters", "source"), practice.adopters.source))
    for place, source in cited:
        if source > len(practice.sources):
            yield Fault(place, "practice-source", {"value": source, "most": len(practice.sources)})
    for index, result in enumerate(practice.results):
        if result.value is not None and result.unit is None:
            yield Fault(("results", index, "value"), "practice-unit-missing", {"value": result.value})
        if result.value is None and result.unit is not None:
            yield Fault(("results", index, "unit"), "practice-value-missing")
    measured = any(result.value is not None and not result.self_reported for result in practice.results)
    if practice.grade == "A" and not measured:
        yield Fault(("grade",), "practice-grade-a")
    if practice.disputed and not measured:
        yield Fault(("disputed",), "practice-disputed")
    if practice.grade == "D" and practice.results:
        yield Fault(("grade",), "practice-grade-d")
    for key in _LISTS:
        yield from _repeated((key,), getattr(practice, key))
    if practice.adopters is not None:
        yield from _repeated(("adopters", "regions"), practice.adopters.regions)


def year_faults(started: int | None, in_use: int | None, ended: int | None) -> Iterator[Fault]:
    """What is wrong with the years of an entry beside each other; places begin at the entry."""
    if started is None:
        return
    if ended is not None and ended < started:
        yield Fault(("ended",), "practice-ended-early", {"started": started, "ended": ended})
    if in_use is not None and in_use < started:
        yield Fault(("in_use",), "practice-in-use-early", {"started": started, "in_use": in_use})


def unknown_places(practice: Practice, register: Register) -> Iterator[Fault]:
    """Regions, provinces and seminars that the dataset does not have; places begin at the entry."""
    if register.regions:
        adopters = () if practice.adopters is None else practice.adopters.regions
        codes: list[tuple[Place, str]] = [(("adopters", "regions", i), code) for i, code in enumerate(adopters)]
        if practice.region is not None:
            codes.append((("region",), practice.region))
        for place, code in codes:
            if code not in register.regions:
                yield Fault(place, "unknown-region", {"value": code, "near": nearest_region(code, register.regions)})
        if practice.province is not None and practice.province not in register.provinces:
            details = {"value": practice.province, "near": nearest(practice.province, register.provinces)}
            yield Fault(("province",), "unknown-province", details)
    known = register.documents.get("seminars")
    for index, seminar in enumerate(practice.seminars if known is not None else ()):
        if seminar not in (known or ()):
            yield Fault(
                ("seminars", index), "unknown-seminar", {"value": seminar, "near": nearest(seminar, known or ())}
            )


def unknown_nodes(practice: Practice, nodes: tuple[Node, ...]) -> Iterator[Fault]:
    """Sub-dimensions and indicators that the framework does not have; places begin at the entry."""
    there = {node.id for node in nodes}
    leaves = {node.id for node in nodes if node.is_leaf}
    parts = {node.parent for node in nodes if node.is_leaf and node.parent}  # what holds indicators
    composites = [(("sub_dimension",), practice.sub_dimension), *_places("also", practice.also)]
    indicators = [*_places("indicators", practice.indicators), *_places("presupposes", practice.presupposes)]
    for asked, known, code in (
        (composites, parts, "practice-not-a-sub-dimension"),
        (indicators, leaves, "practice-not-an-indicator"),
    ):
        for place, name in asked:
            if name not in there:
                yield Fault(place, "unknown-node", {"value": name, "near": nearest(name, sorted(known))})
            elif name not in known:
                yield Fault(place, code, {"value": name})


def nearest_region(written: str, regions: Mapping[str, str]) -> str:
    """The code that looks most like what was written, by the name where a name was written; else an empty string."""
    if near := nearest(written, regions):
        return f"{near} ({regions[near]})"
    codes = {name: code for code, name in regions.items()}
    short = {name.partition(" ")[2]: name for name in codes}
    near = nearest(written, codes) or short.get(nearest(written, short), "")
    return f"{codes[near]} ({near})" if near else ""


def _places(key: str, listed: Iterable[str]) -> Iterator[tuple[Place, str]]:
    return (((key, index), name) for index, name in enumerate(listed))


def _repeated(place: Place, listed: Iterable[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, name in enumerate(listed):
        if name in seen:
            yield Fault((*place, index), "listed-twice", {"value": name, "key": ".".join(map(str, place))})
        seen.add(name)


def _at(place: Place, found: Iterable[Fault]) -> Iterator[Fault]:
    """The same faults with places that begin further up."""
    return (Fault((*place, *fault.place), fault.code, fault.details) for fault in found)
