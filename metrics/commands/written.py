"""Where a command puts what it found: to files, all or nothing, or to standard output as CSV."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import click
import duckdb
import pandas as pd

from metrics.problems import InputProblems, Problem


def check_suffix(out: Path | None) -> None:
    """A table is written as CSV or Parquet. Raises BadParameter for another suffix."""
    if out is not None and out.suffix not in (".csv", ".parquet"):
        raise click.BadParameter("the file ends in .csv or .parquet", param_hint="--out")


def put_out(table: pd.DataFrame, out: Path | None) -> None:
    """To the file, else as CSV to standard output."""
    if out is None:
        click.echo(table.to_csv(index=False), nl=False)
    else:
        write_all({out: partial(table.to_parquet if out.suffix == ".parquet" else table.to_csv, index=False)}, None)


def write_all(files: Mapping[Path, Callable[[Path], object]], folder: Path | None) -> None:
    """Write each file beside its place, in `folder` too, and rename them all at the end: all or nothing."""
    beside = {out: out.with_name(f".{out.stem}.{os.getpid()}{out.suffix}") for out in files}
    out = Path()
    try:
        for out, write in files.items():
            if folder is not None and out.parent == folder:
                folder.mkdir(parents=True, exist_ok=True)
            write(beside[out])
        for out, written in beside.items():
            os.replace(written, out)
    except (OSError, duckdb.IOException) as error:
        reason = getattr(error, "strerror", None) or out.parent
        raise InputProblems([Problem("out-unwritable", str(out), details={"reason": reason})]) from None
    finally:
        for written in beside.values():
            if written.is_dir():
                shutil.rmtree(written)
            elif written.exists():
                written.unlink()
