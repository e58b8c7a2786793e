"""Narrowing a catalogue down by what its entries have in common, and what to loosen where nothing is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from metrics.population import SIZES, sizes
from metrics.practices.entry import Practice
from metrics.results import Results

Facet = Literal["dimension", "sub_dimension", "kind", "size", "grade", "cost", "years", "seminar", "figures", "lesson"]
FACETS: tuple[Facet, ...] = (
    "dimension", "sub_dimension", "kind", "size", "grade", "cost", "years", "seminar", "figures", "lesson",
)  # fmt: skip
UNKNOWN = "unknown"  # the choice of those that do not say
PROVINCE, ABROAD = "province", "abroad"  # kinds of place beside those of the register
SPAN = 5  # years in one choice of `years`


@dataclass(frozen=True)
class Loosened:
    """A facet without whose choice something would be left, and how many."""

    facet: Facet
    count: int


class Facets:
    """What each practice of a catalogue is, facet by facet. Safe to share between threads.

    dimension, sub_dimension  ids of nodes of the framework; none where the framework does not have them
    kind                      kota, kabupaten ... of the register, `province` or `abroad`
    size                      the class of its region by population (metrics.population)
    grade                     A, B, C or D
    cost                      low, medium, high or `unknown`
    years                     the first of the SPAN years in which it started, as text, or `unknown`
    seminar                   ids of the seminars where it was presented
    figures                   `yes` where a result has a number, else `no`
    lesson                    `yes` where something is known that did not work, else `no`
    """

    def __init__(self, practices: Sequence[Practice], results: Results) -> None:
        register = results.regions().dropna(subset="kind")
        kinds = dict(zip(register["region"], register["kind"], strict=True))
        classes, parents = sizes(results), {node.id: node.parent for node in results.nodes}
        self._traits = {
            practice.id: _traits(practice, kinds, classes, parents, results.root.id) for practice in practices
        }
        self._order = _orders(results, kinds)

    def of(self, practice: Practice, facet: Facet) -> tuple[str, ...]:
        """The choices of a facet that a practice falls under, its own one first."""
        return self._traits[practice.id][facet]

    def narrowed(self, practices: Sequence[Practice], chosen: Mapping[Facet, str]) -> tuple[Practice, ...]:
        """The practices that fall under every choice, in the order given."""
        return tuple(
            practice
            for practice in practices
            if all(choice in self._traits[practice.id][facet] for facet, choice in chosen.items())
        )

    def counts(self, practices: Sequence[Practice], chosen: Mapping[Facet, str], facet: Facet) -> dict[str, int]:
        """How many practices would be left by each choice of a facet, the other facets as they are chosen.

        In the order in which they are offered: that of the framework, of the register, from low to high; choices
        that no practice of the catalogue has are left out, one that is only empty here has a zero.
        """
        others = {other: choice for other, choice in chosen.items() if other != facet}
        left = self.narrowed(practices, others)
        found = Counter(choice for practice in left for choice in self._traits[practice.id][facet])
        known = {choice for traits in self._traits.values() for choice in traits[facet]}
        place = {choice: at for at, choice in enumerate(self._order.get(facet, ()))}
        return {choice: found[choice] for choice in sorted(known, key=lambda one: (place.get(one, len(place)), one))}

    def loosened(self, practices: Sequence[Practice], chosen: Mapping[Facet, str]) -> tuple[Loosened, ...]:
        """Without which single choice something would be left, the most first; to be asked where nothing is."""
        found = [
            Loosened(facet, len(self.narrowed(practices, {other: chosen[other] for other in chosen if other != facet})))
            for facet in chosen
        ]
        return tuple(sorted((one for one in found if one.count), key=lambda one: -one.count))


def _orders(results: Results, kinds: Mapping[str, str]) -> dict[Facet, tuple[str, ...]]:
    """In which order the choices of a facet are offered; what is not listed comes after, by name."""
    nodes = tuple(node.id for node in results.nodes)
    return {
        "dimension": nodes,
        "sub_dimension": nodes,
        "kind": (*sorted(set(kinds.values()), reverse=True), PROVINCE, ABROAD),
        "size": SIZES,
        "cost": ("low", "medium", "high"),
        "figures": ("yes", "no"),
        "lesson": ("yes", "no"),
    }


def _traits(
    practice: Practice,
    kinds: Mapping[str, str],
    classes: Mapping[str, str],
    parents: Mapping[str, str | None],
    root: str,
) -> dict[Facet, tuple[str, ...]]:
    subs = tuple(name for name in (practice.sub_dimension, *practice.also) if name in parents)
    dimensions = [above for name in subs if (above := _dimension(name, parents, root)) is not None]
    place = PROVINCE if practice.province is not None else ABROAD if practice.abroad is not None else None
    region = practice.region or ""
    return {
        "dimension": tuple(dict.fromkeys(dimensions)),
        "sub_dimension": subs,
        "kind": tuple(filter(None, (place or kinds.get(region),))),
        "size": tuple(filter(None, (classes.get(region),))),
        "grade": (practice.grade,),
        "cost": ((practice.cost.size if practice.cost else None) or UNKNOWN,),
        "years": (UNKNOWN if practice.started is None else str(practice.started // SPAN * SPAN),),
        "seminar": practice.seminars,
        "figures": ("yes" if any(result.value is not None for result in practice.results) else "no",),
        "lesson": ("no" if practice.lesson is None else "yes",),
    }


def _dimension(name: str, parents: Mapping[str, str | None], root: str) -> str | None:
    """The child of the root that a node stands under; the node itself where it is one."""
    above = parents.get(name)
    while above is not None and above != root:
        name, above = above, parents.get(above)
    return name if above == root else None
