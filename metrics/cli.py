"""The command line `teladan` (contract 3): one command a file in `metrics/commands/`.

Exit 0: done. Exit 1: problems in the input, all of them on standard error, nothing written.
Exit 2: wrong usage.
"""

from __future__ import annotations

import sys

import click

from metrics.commands.change import change
from metrics.commands.check import check
from metrics.commands.explain import explain
from metrics.commands.export import export
from metrics.commands.peers import peers
from metrics.commands.practices import practices
from metrics.commands.robustness import robustness
from metrics.commands.score import score
from metrics.commands.sensitivity import sensitivity
from metrics.commands.serve import serve
from metrics.commands.simulate import simulate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="teladan")
def main() -> None:
    """Score Indonesia's kabupaten and kota from published figures, and trace every number to its source."""
    for stream in (sys.stdout, sys.stderr):  # names of regions are not ASCII, whatever the terminal says
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


for command in (check, score, explain, change, sensitivity, robustness, peers, practices, simulate, export, serve):
    main.add_command(command)
