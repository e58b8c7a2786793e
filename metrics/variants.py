"""A framework with one step of its method done in another way, scored by the same chain."""

from __future__ import annotations

import os
import uuid
from collections.abc import Mapping, Sequence

import yaml

from metrics.draws.assumptions import ABOVE_ZERO, Alternative, settled
from metrics.draws.cells import counted
from metrics.draws.written import framework_text
from metrics.framework import Method, Normalise
from metrics.results import Results, open_results
from metrics.shipped import own_folder
from metrics.tree import Node
from metrics.tree_rules import OWN_SCALE, OWN_UNITS

_POSITIVE = Normalise(range=ABOVE_ZERO)
# Each is another step 5 or 6 of docs/method.md. Means that take no zero come with a range that starts above it, and
# Mazziotta and Pareto's with the mean 100 and sd 10 that it is defined on.
VARIANTS: Mapping[str, Alternative] = {
    "geometric_root": Alternative(Method(aggregate="geometric", normalise=_POSITIVE), True),
    "geometric": Alternative(Method(aggregate="geometric", normalise=_POSITIVE)),
    "harmonic_root": Alternative(Method(aggregate="harmonic", normalise=_POSITIVE), True),
    "arithmetic": Alternative(Method(aggregate="arithmetic")),
    "minimum_root": Alternative(Method(aggregate="minimum"), True),
    "copeland_root": Alternative(Method(aggregate="copeland"), True),
    "mazziotta_pareto_root": Alternative(
        Method(aggregate="mazziotta_pareto", normalise=Normalise(using="zscore", mean=100, sd=10)), True
    ),
    "minmax": Alternative(Method(normalise=Normalise(using="minmax"))),
    "percentile": Alternative(Method(normalise=Normalise(using="percentile"))),
    "zscore": Alternative(Method(normalise=Normalise(using="zscore", mean=100, sd=10))),
}


def variants(results: Results) -> tuple[str, ...]:
    """The names of the variants that do something else than the framework, and that its means can take."""
    nodes = counted(results.nodes)
    found: dict[tuple[str, ...], str] = {_steps(nodes): ""}
    for name in VARIANTS:
        if _fits(nodes, name):
            found.setdefault(_steps(settled(nodes, [VARIANTS[name]])), name)
    return tuple(found.values())[1:]


def variant_text(results: Results, name: str) -> str:
    """The framework file of a variant. Raises KeyError for a name that is none of `VARIANTS`.

    Without levels where scores leave the range that these stand on.
    """
    nodes = counted(results.nodes)
    drawn = settled(nodes, [VARIANTS[name]])
    text = framework_text(results.framework, nodes, drawn, {node.id: node.weight for node in nodes}, f"({name})")
    if not any(n.normalise.using in OWN_UNITS if n.is_leaf else n.aggregate in OWN_SCALE for n in drawn):
        return text
    written = yaml.safe_load(text)
    written.pop("maturity", None)
    return yaml.safe_dump(written, allow_unicode=True, sort_keys=False, width=120)


def open_variant(results: Results, name: str) -> Results:
    """The results of a variant on the same data, computed once and kept as those of any framework.

    Raises InputProblems where the method does not go with the figures, KeyError for another name.
    """
    text = variant_text(results, name)
    path = results.path.with_name(f"{results.path.stem}-{name}.yaml")
    fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        fresh.write_text(text, "utf-8")
        os.replace(fresh, path)
    except OSError:  # beside results that were put there for reading only
        fresh.unlink(missing_ok=True)
        path = own_folder() / path.name
        path.write_text(text, "utf-8")
    return open_results(results.data, path)


def _steps(nodes: Sequence[Node]) -> tuple[str, ...]:
    """How every indicator is normalised and every composite aggregated."""
    return tuple(node.normalise.using if node.is_leaf else node.aggregate for node in nodes)


def _fits(nodes: Sequence[Node], name: str) -> bool:
    """Whether every mean that needs values above 0 gets no others."""
    drawn = settled(nodes, [VARIANTS[name]])
    delicate = any(node.aggregate in ("geometric", "harmonic", "power") for node in drawn if not node.is_leaf)
    above_zero = all(n.normalise.range[0] > 0 and n.normalise.using not in OWN_UNITS for n in drawn if n.is_leaf)
    return above_zero or not delicate
