"""`teladan export csv`: the ranking of a year as the screen gives it, with its receipt in every row."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

import click

from exports.ranking_csv import EXCEL, PLAIN, ranking_csv
from exports.receipt import date_of_data
from metrics.asked import asked_year
from metrics.banded import in_short, with_bands
from metrics.commands.common import common
from metrics.commands.written import write_all
from metrics.kept_bands import kept_bands
from metrics.problems import InputProblems
from metrics.results import open_results
from words import Language


@click.command()
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--excel", is_flag=True, help="As an Excel set to Indonesian reads it: semicolons, decimal commas.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The CSV file.")
@common
def csv(data: Path, framework: Path, lang: Language, year: int | None, excel: bool, out: Path) -> None:
    """The ranking of one year with its bands, a row a region, and where it comes from in each."""
    if out.suffix != ".csv":
        raise click.BadParameter("the file ends in .csv", param_hint="--out")
    results = open_results(data, framework)
    asked = asked_year(results, year)
    ranking = results.ranking(asked)
    drawn = None
    if ranking["rank"].notna().any():
        with suppress(InputProblems):  # not every framework's bands can be drawn for each year; its ranks stand
            drawn = kept_bands(results, asked)
    link = urlencode({"lang": lang, "framework": results.framework.id, "year": asked})
    banded = with_bands(ranking, drawn, results.framework.maturity)
    stamp: dict[str, object] = {"year": asked, **in_short(results, banded)}
    stamp |= {
        "data_version": results.data_version,
        "framework_version": results.framework_version,
        "date_of_data": date_of_data(results, asked),
        "link": f"rankings?{link}",
    }
    content = ranking_csv(banded, stamp, EXCEL if excel else PLAIN)
    write_all({out: lambda path: path.write_bytes(content)}, None)
