"""`teladan explain`: from a score down to the rows of the source files."""

from __future__ import annotations

from pathlib import Path

import click

from exports.explanation import explanation_lines
from metrics.asked import asked_year, find_region
from metrics.commands.common import common
from metrics.explain import explain as explanation_of
from metrics.kept_bands import kept_band
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import open_results
from words import Language, speak


@click.command()
@click.argument("region")
@click.argument("node")
@click.option("--year", type=int, default=None, help="A scored year; the one screens open on if not given.")
@common
def explain(data: Path, framework: Path, lang: Language, region: str, node: str, year: int | None) -> None:
    """From the score of NODE for REGION (code or name) down to the rows of the source files."""
    results = open_results(data, framework)
    asked = asked_year(results, year)
    row = find_region(results, region)
    known = {found.id: found for found in results.nodes}
    if node not in known:
        raise InputProblems([Problem("node-not-found", details={"value": node, "near": nearest(node, known)})])
    if known[node].status == "wanted":
        raise InputProblems([Problem("node-wanted", details={"value": node})])
    explanation = explanation_of(results, row["region"], node, asked)
    ranked = explanation.rank is not None and explanation.node is results.root
    band = kept_band(results, asked, row["region"]) if ranked else None
    click.echo("\n".join(explanation_lines(speak(lang), row["name"], row["region"], asked, explanation, band)))
