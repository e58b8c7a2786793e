"""The command line `teladan` (contract 3): one command a file in `metrics/commands/`.

Exit 0: done. Exit 1: problems in the input, all of them on standard error, nothing written.
Exit 2: wrong usage.
"""

from __future__ import annotations

import sys

import click

from metrics.commands.group import Commands

COMMANDS = (
    "check", "score", "explain", "change", "sensitivity", "robustness", "peers", "practices", "simulate", "export",
    "serve",
)  # fmt: skip


@click.group(
    cls=Commands,
    package="metrics.commands",
    names=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="teladan")
def main() -> None:
    """Score Indonesia's kabupaten and kota from published figures, and trace every number to its source."""
    for stream in (sys.stdout, sys.stderr):  # names of regions are not ASCII, whatever the terminal says
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
