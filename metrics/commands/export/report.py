"""`teladan export report`: material for the strategic analysis of a region."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import click

from exports.report.html import report_html
from exports.report.region_report import region_report
from exports.report.word import report_docx
from metrics.asked import asked_year, find_region
from metrics.commands.common import common
from metrics.commands.written import write_all
from metrics.results import open_results
from words import Language, speak

_WRITERS = {".html": report_html, ".docx": report_docx}


@click.command()
@click.argument("region")
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="HTML or DOCX file, by its suffix.")  # fmt: skip
@common
def report(data: Path, framework: Path, lang: Language, region: str, year: int | None, out: Path) -> None:
    """What the figures say of REGION (code or name): material for the strategic analysis of its masterplan."""
    if out.suffix not in _WRITERS:
        raise click.BadParameter("the file ends in .html or .docx", param_hint="--out")
    results, words = open_results(data, framework), speak(lang)
    asked, mine = asked_year(results, year), find_region(results, region)["region"]
    view = urlencode({"lang": lang, "framework": results.framework.id, "year": asked, "region": mine})
    content = _WRITERS[out.suffix](words, region_report(results, words, mine, asked, f"profile?{view}"))
    write_all({out: lambda path: path.write_bytes(content)}, None)
