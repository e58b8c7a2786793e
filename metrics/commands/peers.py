"""`teladan peers`: the regions that one is compared with, and why."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from exports.peer_reasons import say_reasons
from metrics.asked import asked_year, find_region
from metrics.commands.common import common
from metrics.commands.written import check_suffix, put_out
from metrics.groups import groups
from metrics.peer_choices import Choice, chosen_peers
from metrics.peers import COUNT, beside, structure
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import open_results
from words import Language, speak


@click.command()
@click.argument("region")
@click.option("--count", type=click.IntRange(1), default=COUNT, show_default=True, help="How many, at most.")
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--choice", type=click.Choice(get_args(Choice)), default="structure", show_default=True,
              help="How they are chosen.")  # fmt: skip
@click.option("--group", default=None, help="With --choice group: its code in groups.csv.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="CSV or Parquet file, by its suffix.")
@common
def peers(
    data: Path, framework: Path, lang: Language, region: str, count: int, year: int | None, choice: Choice,
    group: str | None, out: Path | None,
) -> None:  # fmt: skip
    """The regions most like REGION (code or name), nearest first, with the reasons."""
    check_suffix(out)
    if (choice == "group") != (group is not None):
        raise click.UsageError("--choice group and --group go together")
    results = open_results(data, framework)
    asked = asked_year(results, year)
    mine = find_region(results, region)["region"]
    known = [found.code for found in groups(results)]
    if group is not None and group not in known:
        raise InputProblems([Problem("group-not-found", details={"value": group, "near": nearest(group, known)})])
    found = chosen_peers(results, asked, mine, choice, count, group)
    table = beside(structure(results, asked), mine, found)
    names = results.regions().set_index("region")["name"]
    table.insert(2, "name", [names[peer] for peer in found])
    words = speak(lang)
    table["reasons"] = [say_reasons(words, row) for row in table.to_dict("records")]
    put_out(table, out)
