"""`teladan export`: files to take away, one command a kind of file."""

from __future__ import annotations

import click

from metrics.commands.export.csv import csv
from metrics.commands.export.pptx import pptx
from metrics.commands.export.report import report
from metrics.commands.export.xlsx import xlsx


@click.group()
def export() -> None:
    """Files to take away, each with a receipt; the same input gives the same bytes."""


for command in (xlsx, pptx, report, csv):
    export.add_command(command)
