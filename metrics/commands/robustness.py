"""`teladan robustness`: how far each rank can be trusted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from metrics.asked import asked_year
from metrics.commands.common import common
from metrics.commands.drawn import assumed, progress
from metrics.commands.written import check_suffix, write_all
from metrics.draws.assumptions import SOURCES
from metrics.draws.further import FURTHER_SOURCES
from metrics.results import open_results
from metrics.robustness import DRAWS, SEED, drawn_framework, write_drawn_data
from metrics.robustness import robustness as robustness_of
from words import Language, mark, speak

BANDS = ("region", "rank", "rank_mean", "rank_median", "rank_p5", "rank_p95", "score_p5", "score_p95")
WITHOUT_ERRORS = mark(
    "The errors of the figures in this draw are not part of a framework file: “--data-out” writes the figures, "
    "“--fix errors” draws without errors."
)


@click.command()
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--draws", type=click.IntRange(1, 1_000_000), default=DRAWS, show_default=True, help="How many draws.")
@click.option("--seed", type=click.IntRange(0), default=SEED, show_default=True, help="The same seed draws the same.")
@click.option("--weights", type=click.FloatRange(0, 1, max_open=True), default=None, help="Weights off by this share.")
@click.option("--dirichlet", type=click.FloatRange(0, min_open=True), help="Instead: Dirichlet, so concentrated.")
@click.option("--fix", type=click.Choice(SOURCES), multiple=True, help="Hold one source of uncertainty fixed.")
@click.option("--vary", type=click.Choice(FURTHER_SOURCES), multiple=True, help="Draw one more.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="CSV or Parquet file, by its suffix.")
@click.option("--draw", type=click.IntRange(0), default=None, help="A draw, 0 for the framework as it is.")
@click.option("--framework-out", type=click.Path(path_type=Path, dir_okay=False), help="The framework that it scored.")
@click.option("--data-out", type=click.Path(path_type=Path, exists=False), help="A new folder: the figures it scored.")
@common
def robustness(
    data: Path, framework: Path, lang: Language, year: int | None, draws: int, seed: int, weights: float | None,
    dirichlet: float | None, fix: tuple[str, ...], vary: tuple[str, ...], out: Path | None, draw: int | None,
    framework_out: Path | None, data_out: Path | None,
) -> None:  # fmt: skip
    """How far each rank can be trusted: ranks and scores over many draws."""
    check_suffix(out)
    if (draw is None) != (framework_out is None and data_out is None):
        raise click.UsageError("--draw and --framework-out (or --data-out) go together")
    if data_out is not None and data_out.exists():
        raise click.BadParameter("a folder that is not there yet", param_hint="--data-out")
    if weights is not None and dirichlet is not None:
        raise click.UsageError("--weights or --dirichlet, not both")
    if draw is not None and draw >= draws:
        raise click.BadParameter(f"a number below {draws}, the number of draws", param_hint="--draw")
    results = open_results(data, framework)
    asked = asked_year(results, year)
    found = robustness_of(results, asked, assumed(results, weights, dirichlet, fix, vary), draws, seed, progress())
    table = found.bands.table()[list(BANDS)]
    table.insert(0, "year", asked)
    files: dict[Path, Callable[[Path], object]] = {}
    if out is not None:
        files[out] = partial(table.to_parquet if out.suffix == ".parquet" else table.to_csv, index=False)
    if framework_out is not None and draw is not None:
        text = drawn_framework(results, found, draw)
        files[framework_out] = partial(Path.write_text, data=text, encoding="utf-8")
        if found.assumptions.errors and data_out is None:
            click.echo(speak(lang).say(WITHOUT_ERRORS), err=True)
    if data_out is not None and draw is not None:
        files[data_out] = partial(write_drawn_data, results, found, draw)
    write_all(files, None)
    if not files:
        click.echo(table.to_csv(index=False), nl=False)
