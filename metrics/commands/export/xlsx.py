"""`teladan export xlsx`: the audit workbook of a year."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import click

from exports.workbook.book import audit_workbook
from metrics.asked import asked_year
from metrics.commands.common import common
from metrics.commands.written import write_all
from metrics.results import open_results
from words import Language, speak


@click.command()
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The XLSX file.")
@common
def xlsx(data: Path, framework: Path, lang: Language, year: int | None, out: Path) -> None:
    """One year as a workbook in which every score is computed by formulas from its figures."""
    if out.suffix != ".xlsx":
        raise click.BadParameter("the file ends in .xlsx", param_hint="--out")
    results = open_results(data, framework)
    asked = asked_year(results, year)
    view = urlencode({"lang": lang, "framework": results.framework.id, "year": asked})
    content = audit_workbook(speak(lang), results, asked, f"rankings?{view}")
    write_all({out: lambda path: path.write_bytes(content)}, None)
