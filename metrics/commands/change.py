"""`teladan change`: why a score and a rank changed."""

from __future__ import annotations

from pathlib import Path

import click

from exports.change import change_table, say_apart
from metrics.asked import check_year, find_region
from metrics.change import Change
from metrics.change import change as change_between
from metrics.commands.common import common
from metrics.commands.written import check_suffix, put_out
from metrics.problems import InputProblems, Problem
from metrics.results import open_results
from words import Language, speak


@click.command()
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
    check_suffix(out)
    if first is None and data2 is None and framework2 is None:
        raise click.UsageError("name an earlier year with --from, or another version with --data2 or --framework2")
    before = open_results(data, framework)
    versions = data2 is not None or framework2 is not None
    after = open_results(data2 or data, framework2 or framework) if versions else before
    end = after.opening_year if last is None else last
    start = end if first is None else first
    check_year(before, start)
    check_year(after, end)
    found = change_between((before, start), (after, end), find_region(after, region)["region"])
    words = speak(lang)
    apart = found.apart if isinstance(found, Change) else found
    for one in apart:
        click.echo(words.say("Not compared: {said}.", said=say_apart(words, one, (start, end))), err=True)
    if not isinstance(found, Change):
        raise InputProblems([Problem("change-untold", details={"value": region, "first": start, "last": end})])
    put_out(change_table(found), out)
