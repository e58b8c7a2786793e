"""`teladan simulate`: what if some figures of a region were others."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

import click

from metrics.asked import asked_year, find_region
from metrics.commands.common import common
from metrics.commands.way_up import say_none, solver_apart, way_up_table
from metrics.commands.written import check_suffix, put_out
from metrics.peers import COUNT
from metrics.problems import InputProblems, Problem
from metrics.rescored import simulated_table
from metrics.results import open_results
from metrics.simulation import simulator
from words import Language, speak


@click.command()
@click.argument("region")
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--set", "settings", metavar="NODE=VALUE", multiple=True, help="An indicator's figure; may be repeated.")
@click.option("--target", metavar="LEVEL", help="Instead: the smallest changes that reach a level, or “peers”.")
@click.option("--years", type=click.IntRange(1, 50), default=5, show_default=True, help="To reach the target in.")
@click.option("--peers", type=click.IntRange(1), default=COUNT, show_default=True, help="How many set the pace.")
@click.option("--ways", type=click.IntRange(1, 10), default=3, show_default=True, help="At most so many.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="CSV or Parquet file, by its suffix.")
@common
def simulate(
    data: Path, framework: Path, lang: Language, region: str, year: int | None, settings: tuple[str, ...],
    target: str | None, years: int, peers: int, ways: int, out: Path | None,
) -> None:  # fmt: skip
    """Scores, ranks, coverage and level of REGION (code or name) with some of its figures set.

    Values are in the units in which indicators are shown. Everybody else's figures stay as they are.
    """
    check_suffix(out)
    if target is not None and settings:
        raise click.UsageError("--set or --target, not both")
    results = open_results(data, framework)
    asked, code = asked_year(results, year), find_region(results, region)["region"]
    ready = simulator(results, asked)
    if target is not None:
        solver_apart()
        table, found = way_up_table(ready, code, target, peers, years, ways)
        put_out(table, out)
        for sentence in say_none(speak(lang), found, asked):
            click.echo(sentence, err=True)
        return
    put_out(simulated_table(ready.nodes, ready.rescore(code, read_settings(settings))), out)


def read_settings(written: Iterable[str]) -> dict[str, float]:
    """Values by indicator from NODE=VALUE. Raises InputProblems with everything that sets nothing."""
    found: dict[str, float] = {}
    problems = []
    for text in written:
        name, _, figure = text.partition("=")
        try:
            value = float(figure)
        except ValueError:
            value = math.nan
        # `float` also takes 1_0, and digits of other scripts.
        if not name or not math.isfinite(value) or "_" in figure or not figure.isascii():
            problems.append(Problem("setting-malformed", details={"value": text, "example": "poverty=7.5"}))
        elif name in found:
            problems.append(Problem("setting-repeated", details={"key": name}))
        else:
            found[name] = value
    if problems:
        raise InputProblems(problems)
    return found
