"""`teladan check`: look for problems and for figures that look wrong."""

from __future__ import annotations

from pathlib import Path

import click

from metrics.commands.common import common, say_problems
from metrics.results import open_results
from words import Language


@click.command()
@common
def check(data: Path, framework: Path, lang: Language) -> None:
    """Look for problems (standard error, exit 1) and for figures that look wrong (standard output)."""
    say_problems(open_results(data, framework).warnings(), lang, err=False)
