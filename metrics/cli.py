"""The command line `teladan`: check, score, explain and try a dataset under a framework (contract 3).

Exit 0: done. Exit 1: problems in the input, all of them on standard error, nothing written.
Exit 2: wrong usage.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial, wraps
from pathlib import Path
from typing import Any, get_args

import click
import duckdb
import pandas as pd

from exports.change import change_table, say_apart
from exports.explanation import explanation_lines
from metrics import shipped
from metrics.chain import STEPS
from metrics.change import Change
from metrics.change import change as change_between
from metrics.draws.assumptions import SOURCES, Assumptions, default_assumptions
from metrics.draws.cells import counted
from metrics.draws.further import FURTHER_SOURCES, further_choices
from metrics.explain import explain as explanation_of
from metrics.kept_bands import kept_band
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results, open_results
from metrics.robustness import DRAWS, SEED, drawn_framework, write_drawn_data
from metrics.robustness import robustness as robustness_of
from metrics.sensitivity.drivers import BASE, WeightsBy, drivers
from words import LANGUAGES, Language, mark, speak
from words.problems import say_problem

SCORES = """
SELECT s.year AS year, s.region AS region, s.node AS node, s.level AS level, s.score AS score, s.rank AS rank,
       s.coverage AS coverage, s.maturity AS maturity
FROM score s JOIN region r ON r.region = s.region JOIN node n ON n.node = s.node
WHERE {year} IS NULL OR s.year = {year}
ORDER BY s.year, r.ordinal, n.ordinal
"""
STEP = """
SELECT s.year AS year, s.region AS region, s.node AS node, s.value AS value
FROM {step} s JOIN region r ON r.region = s.region JOIN node n ON n.node = s.node
WHERE s.value IS NOT NULL
ORDER BY s.year, r.ordinal, n.ordinal
"""

BANDS = ("region", "rank", "rank_mean", "rank_median", "rank_p5", "rank_p95", "score_p5", "score_p95")
WITHOUT_ERRORS = mark(
    "The errors of the figures in this draw are not part of a framework file: “--data-out” writes the figures, "
    "“--fix errors” draws without errors."
)


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options every command takes, and one way to end when the input has problems."""

    @click.option("--data", type=click.Path(path_type=Path), default=None, help="Dataset folder.")
    @click.option("--framework", type=click.Path(path_type=Path), default=None, help="Framework file.")
    @click.option("--lang", type=click.Choice(LANGUAGES), default="id", show_default=True, help="Language.")
    @wraps(command)
    def run(data: Path | None, framework: Path | None, lang: Language, **options: Any) -> None:
        try:
            command(data or shipped.DATA, framework or shipped.FRAMEWORK, lang, **options)
        except InputProblems as error:
            _say(error.problems, lang, err=True)
            sys.exit(1)

    return run


def _say(problems: Iterable[Problem], lang: Language, *, err: bool) -> None:
    words = speak(lang)
    for problem in problems:
        click.echo(say_problem(words, problem), err=err)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="teladan")
def main() -> None:
    """Score Indonesia's kabupaten and kota from published figures, and trace every number to its source."""
    for stream in (sys.stdout, sys.stderr):  # names of regions are not ASCII, whatever the terminal says
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


@main.command()
@common
def check(data: Path, framework: Path, lang: Language) -> None:
    """Look for problems (standard error, exit 1) and for figures that look wrong (standard output)."""
    _say(open_results(data, framework).warnings(), lang, err=False)


@main.command()
@click.option("--year", default="all", show_default=True, help="A scored year, or all.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="CSV or Parquet file, by its suffix.")
@click.option("--steps", type=click.Path(path_type=Path, file_okay=False), help="Folder for the steps as CSV.")
@common
def score(data: Path, framework: Path, lang: Language, year: str, out: Path | None, steps: Path | None) -> None:
    """Scores, ranks, coverage and levels of every region and node."""
    _check_suffix(out)
    wanted = None if year == "all" else _number(year)
    results = open_results(data, framework)
    if wanted is not None:
        _check_year(results, wanted)
    query = SCORES.format(year="NULL" if wanted is None else wanted)
    tables = {} if out is None else {out: query}
    if steps is not None:
        tables |= {steps / f"{step}.csv": STEP.format(step=step) for step in STEPS}
    _write({path: partial(results.copy, table) for path, table in tables.items()}, steps)
    if out is None:
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "score.csv"
            results.copy(query, table)
            click.echo(table.read_text(encoding="utf-8"), nl=False)


@main.command()
@click.argument("region")
@click.argument("node")
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@common
def explain(data: Path, framework: Path, lang: Language, region: str, node: str, year: int | None) -> None:
    """From the score of NODE for REGION (code or name) down to the rows of the source files."""
    results = open_results(data, framework)
    if year is not None:
        _check_year(results, year)
    row = _find_region(results, region)
    known = {found.id: found for found in results.nodes}
    if node not in known:
        raise InputProblems([Problem("node-not-found", details={"value": node, "near": nearest(node, known)})])
    if known[node].status == "wanted":
        raise InputProblems([Problem("node-wanted", details={"value": node})])
    asked = results.opening_year if year is None else year
    explanation = explanation_of(results, row["region"], node, asked)
    ranked = explanation.rank is not None and explanation.node is results.root
    band = kept_band(results, asked, row["region"]) if ranked else None
    click.echo("\n".join(explanation_lines(speak(lang), row["name"], row["region"], asked, explanation, band)))


@main.command()
@click.argument("region")
@click.option("--from", "first", type=int, default=None, help="A scored year; that of --to if not given.")
@click.option("--to", "last", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--data2", type=click.Path(path_type=Path), default=None, help="Dataset folder of the later side.")
@click.option("--framework2", type=click.Path(path_type=Path), default=None, help="Framework file of the later side.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="CSV or Parquet file, by its suffix.")
@common
def change(
    data: Path, framework: Path, lang: Language, region: str, first: int | None, last: int | None,
    data2: Path | None, framework2: Path | None, out: Path | None,
) -> None:  # fmt: skip
    """Why score and rank of REGION (code or name) changed, between two years or two versions.

    What is not compared is named on standard error.
    """
    _check_suffix(out)
    if first is None and data2 is None and framework2 is None:
        raise click.UsageError("name an earlier year with --from, or another version with --data2 or --framework2")
    before = open_results(data, framework)
    versions = data2 is not None or framework2 is not None
    after = open_results(data2 or data, framework2 or framework) if versions else before
    end = after.opening_year if last is None else last
    start = end if first is None else first
    _check_year(before, start)
    _check_year(after, end)
    found = change_between((before, start), (after, end), _find_region(after, region)["region"])
    words = speak(lang)
    apart = found.apart if isinstance(found, Change) else found
    for one in apart:
        click.echo(words.say("Not compared: {said}.", said=say_apart(words, one, (start, end))), err=True)
    if not isinstance(found, Change):
        raise InputProblems([Problem("change-untold", details={"value": region, "first": start, "last": end})])
    _put_out(change_table(found), out)


@main.command()
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
    _check_suffix(out)
    results = open_results(data, framework)
    if year is not None:
        _check_year(results, year)
    asked = results.opening_year if year is None else year
    varied = _assumptions(results, None, None, fix, ())
    try:
        found = drivers(results, asked, varied, base, seed, _progress(), weights_by)
    except ValueError as refused:
        raise click.UsageError(str(refused)) from None
    table = found.table()
    table.insert(0, "year", asked)
    _put_out(table, out)


@main.command()
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
    _check_suffix(out)
    if (draw is None) != (framework_out is None and data_out is None):
        raise click.UsageError("--draw and --framework-out (or --data-out) go together")
    if data_out is not None and data_out.exists():
        raise click.BadParameter("a folder that is not there yet", param_hint="--data-out")
    if weights is not None and dirichlet is not None:
        raise click.UsageError("--weights or --dirichlet, not both")
    if draw is not None and draw >= draws:
        raise click.BadParameter(f"a number below {draws}, the number of draws", param_hint="--draw")
    results = open_results(data, framework)
    if year is not None:
        _check_year(results, year)
    asked = results.opening_year if year is None else year
    found = robustness_of(
        results, asked, _assumptions(results, weights, dirichlet, fix, vary), draws, seed, _progress()
    )
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
    _write(files, None)
    if not files:
        click.echo(table.to_csv(index=False), nl=False)


def _check_suffix(out: Path | None) -> None:
    if out is not None and out.suffix not in (".csv", ".parquet"):
        raise click.BadParameter("the file ends in .csv or .parquet", param_hint="--out")


def _put_out(table: pd.DataFrame, out: Path | None) -> None:
    """To the file, else as CSV to standard output."""
    if out is None:
        click.echo(table.to_csv(index=False), nl=False)
    else:
        _write({out: partial(table.to_parquet if out.suffix == ".parquet" else table.to_csv, index=False)}, None)


def _assumptions(
    results: Results, weights: float | None, dirichlet: float | None, fix: tuple[str, ...], vary: tuple[str, ...]
) -> Assumptions:
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


def _progress() -> Callable[[float], None]:
    """A bar on standard error where somebody is watching it."""
    bar = click.progressbar(length=100, file=sys.stderr, hidden=not sys.stderr.isatty())
    return lambda share: bar.update(round(100 * share) - bar.pos)


def _number(year: str) -> int:
    if not year.isdigit():
        raise click.BadParameter("a year such as 2023, or all", param_hint="--year")
    return int(year)


def _check_year(results: Results, year: int) -> None:
    if year not in results.years:
        details = {"value": year, "first": results.years[0], "last": results.years[-1]}
        raise InputProblems([Problem("year-not-scored", details=details)])


def _find_region(results: Results, asked: str) -> dict[str, str]:
    """The region of that code, or else of that full name in any case."""
    regions = results.regions()
    for column, wanted in (("region", asked), ("name", asked.lower())):
        cells = regions[column] if column == "region" else regions[column].str.lower()
        if (found := regions[cells == wanted]).shape[0] == 1:
            return {"region": found["region"].iloc[0], "name": found["name"].iloc[0]}
    near = nearest(asked, [*regions["region"], *regions["name"]])
    raise InputProblems([Problem("region-not-found", details={"value": asked, "near": near})])


def _write(files: Mapping[Path, Callable[[Path], object]], folder: Path | None) -> None:
    """Write each file beside its place, in `folder` too, and rename them all at the end: all or nothing."""
    beside = {out: out.with_name(f".{out.stem}.{os.getpid()}{out.suffix}") for out in files}
    out = Path()
    try:
        for out, write in files.items():
            if folder is not None and out.parent == folder:
                folder.mkdir(parents=True, exist_ok=True)
            write(beside[out])
        for out, written in beside.items():
            os.replace(written, out)
    except (OSError, duckdb.IOException) as error:
        reason = getattr(error, "strerror", None) or out.parent
        raise InputProblems([Problem("out-unwritable", str(out), details={"reason": reason})]) from None
    finally:
        for written in beside.values():
            if written.is_dir():
                shutil.rmtree(written)
            elif written.exists():
                written.unlink()
