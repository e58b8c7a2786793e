"""What the commands that draw at random have in common: what they vary, and a bar while it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import click

from metrics.draws.assumptions import Assumptions, default_assumptions
from metrics.draws.cells import counted
from metrics.draws.further import further_choices
from metrics.results import Results


def assumed(
    results: Results, weights: float | None, dirichlet: float | None, fix: tuple[str, ...], vary: tuple[str, ...]
) -> Assumptions:
    """What is taken to be uncertain by default, changed as the options say."""
    nodes = counted(results.nodes)
    varied = default_assumptions(nodes)
    if weights is not None:
        varied = replace(varied, weights=weights)
    if dirichlet is not None:
        varied = replace(varied, dirichlet=dirichlet)
    more = {name: found for name, found in further_choices(nodes).items() if name in vary}
    varied = replace(varied, choices={**varied.choices, **more})
    for source in fix:
        varied = varied.without(source)
    return varied


def progress() -> Callable[[float], None]:
    """A bar on standard error where somebody is watching it."""
    bar = click.progressbar(length=100, file=sys.stderr, hidden=not sys.stderr.isatty())
    return lambda share: bar.update(round(100 * share) - bar.pos)
