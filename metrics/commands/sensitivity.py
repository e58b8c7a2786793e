"""`teladan sensitivity`: what moves the ranks."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from metrics.asked import asked_year
from metrics.commands.common import common
from metrics.commands.drawn import assumed, progress
from metrics.commands.written import check_suffix, put_out
from metrics.draws.assumptions import SOURCES
from metrics.results import open_results
from metrics.robustness import SEED
from metrics.sensitivity.drivers import BASE, WeightsBy, drivers
from words import Language


@click.command()
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--base", type=click.IntRange(2), default=BASE, show_default=True, help="A power of two; runs follow.")
@click.option("--seed", type=click.IntRange(0), default=SEED, show_default=True, help="The same seed gives the same.")
@click.option("--weights-by", type=click.Choice(get_args(WeightsBy)), default="all", show_default=True,
              help="What is one source: all weights, those of a dimension, or each.")  # fmt: skip
@click.option("--fix", type=click.Choice(SOURCES), multiple=True, help="Hold one source of uncertainty fixed.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="CSV or Parquet file, by its suffix.")
@common
def sensitivity(
    data: Path, framework: Path, lang: Language, year: int | None, base: int, seed: int, weights_by: WeightsBy,
    fix: tuple[str, ...], out: Path | None,
) -> None:  # fmt: skip
    """What moves the ranks: Sobol indices of every source of uncertainty, for all ranks and for each region."""
    check_suffix(out)
    results = open_results(data, framework)
    asked = asked_year(results, year)
    varied = assumed(results, None, None, fix, ())
    try:
        found = drivers(results, asked, varied, base, seed, progress(), weights_by)
    except ValueError as refused:
        raise click.UsageError(str(refused)) from None
    table = found.table()
    table.insert(0, "year", asked)
    put_out(table, out)
