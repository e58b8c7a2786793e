"""`teladan score`: scores, ranks, coverage and levels."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

import click

from metrics.asked import check_year
from metrics.chain import STEPS
from metrics.commands.common import common
from metrics.commands.written import check_suffix, write_all
from metrics.results import open_results
from words import Language

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


@click.command()
@click.option("--year", default="all", show_default=True, help="A scored year, or all.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="CSV or Parquet file, by its suffix.")
@click.option("--steps", type=click.Path(path_type=Path, file_okay=False), help="Folder for the steps as CSV.")
@common
def score(data: Path, framework: Path, lang: Language, year: str, out: Path | None, steps: Path | None) -> None:
    """Scores, ranks, coverage and levels of every region and node."""
    check_suffix(out)
    wanted = None if year == "all" else _number(year)
    results = open_results(data, framework)
    if wanted is not None:
        check_year(results, wanted)
    query = SCORES.format(year="NULL" if wanted is None else wanted)
    tables = {} if out is None else {out: query}
    if steps is not None:
        tables |= {steps / f"{step}.csv": STEP.format(step=step) for step in STEPS}
    write_all({path: partial(results.copy, table) for path, table in tables.items()}, steps)
    if out is None:
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "score.csv"
            results.copy(query, table)
            click.echo(table.read_text(encoding="utf-8"), nl=False)


def _number(year: str) -> int:
    if not year.isdigit():
        raise click.BadParameter("a year such as 2023, or all", param_hint="--year")
    return int(year)
