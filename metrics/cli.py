"""The command line `teladan`: check, score and explain a dataset under a framework (contract 3).

Exit 0: done. Exit 1: problems in the input, all of them on standard error, nothing written.
Exit 2: wrong usage.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any

import click
import duckdb

from exports.explanation import explanation_lines
from metrics import shipped
from metrics.chain import STEPS
from metrics.explain import explain as explanation_of
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results, open_results
from words import LANGUAGES, Language, speak
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
    if out is not None and out.suffix not in (".csv", ".parquet"):
        raise click.BadParameter("the file ends in .csv or .parquet", param_hint="--out")
    wanted = None if year == "all" else _number(year)
    results = open_results(data, framework)
    if wanted is not None:
        _check_year(results, wanted)
    query = SCORES.format(year="NULL" if wanted is None else wanted)
    tables = {} if out is None else {out: query}
    if steps is not None:
        tables |= {steps / f"{step}.csv": STEP.format(step=step) for step in STEPS}
    _write(results, tables, steps)
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
    click.echo("\n".join(explanation_lines(speak(lang), row["name"], row["region"], asked, explanation)))


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


def _write(results: Results, tables: Mapping[Path, str], folder: Path | None) -> None:
    """Write each table beside its place, in `folder` too, and rename them all at the end: all or nothing."""
    beside = {out: out.with_name(f".{out.stem}.{os.getpid()}{out.suffix}") for out in tables}
    out = Path()
    try:
        for out, query in tables.items():
            if folder is not None and out.parent == folder:
                folder.mkdir(parents=True, exist_ok=True)
            results.copy(query, beside[out])
        for out, written in beside.items():
            os.replace(written, out)
    except (OSError, duckdb.IOException) as error:
        reason = getattr(error, "strerror", None) or out.parent
        raise InputProblems([Problem("out-unwritable", str(out), details={"reason": reason})]) from None
    finally:
        for written in beside.values():
            if written.exists():
                written.unlink()
