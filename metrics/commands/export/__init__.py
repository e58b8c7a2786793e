"""`teladan export`: files to take away, one command a kind of file."""

from __future__ import annotations

import click

from metrics.commands.group import Commands


@click.group(cls=Commands, package="metrics.commands.export", names=("xlsx", "pptx", "report", "csv"))
def export() -> None:
    """Files to take away, each with a receipt; the same input gives the same bytes."""
