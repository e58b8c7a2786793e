"""`teladan serve`: the dashboard as it should run for a hall full of people."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from metrics.commands.common import common
from metrics.results import open_results
from words import Language, mark, speak

STARTING = mark(
    "Teladan starts on port {port}; once http://localhost:{port}/healthz says “ok” a hall may come. Ctrl+C stops it."
)
UNUSABLE = mark("The address {host}, port {port} cannot be used: {reason}")


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Port to listen on.")
@click.option("--host", default="0.0.0.0", show_default=True, help="Address to listen on; 127.0.0.1 behind a proxy.")
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Server processes.")
@common
def serve(data: Path, framework: Path, lang: Language, port: int, host: str, workers: int) -> None:
    """Serve the dashboard until stopped. New figures and frameworks appear by themselves."""
    open_results(data, framework)
    click.echo(speak(lang).say(STARTING, port=port), err=True)
    from server.serve import serve as serve_until_stopped  # a server, which no other command loads

    try:
        serve_until_stopped(host, port, workers, data, framework)
    except OSError as error:
        click.echo(speak(lang).say(UNUSABLE, host=host, port=port, reason=error.strerror or str(error)), err=True)
        sys.exit(1)
