"""Arrays that take long to compute, kept beside the results of a version of data, framework and engine."""

from __future__ import annotations

import os
import threading
import uuid
import zipfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from metrics.results import Results
from metrics.store import engine_version

Arrays = Mapping[str, NDArray[Any]]
_turns: dict[Path, threading.RLock] = {}


def kept_path(results: Results, name: str) -> Path:
    """Where arrays of that name are kept."""
    return results.path.with_name(f"{results.path.stem}-{name}.npz")


def kept_arrays(results: Results, name: str, keys: Collection[str], make: Callable[[], Arrays]) -> Arrays:
    """The arrays of that name, read where they are kept with all `keys`, else made and kept.

    However many ask at the same time, one makes them and the others wait. Raises what `make` raises.
    """
    with _turns.setdefault(kept_path(results, name), threading.RLock()):
        kept = read_kept(results, name)
        if kept is None or not set(keys) <= set(kept):
            kept = make()
            write_kept(results, name, kept)
        return kept


def read_kept(results: Results, name: str) -> Arrays | None:
    """The arrays of that name; None where there is nothing that this engine wrote whole."""
    try:
        with kept_path(results, name).open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            arrays = {key: file[key] for key in file.files}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    return arrays if str(arrays.pop("engine", "")) == engine_version() else None


def write_kept(results: Results, name: str, arrays: Arrays) -> None:
    """Beside and renamed into place; a folder that cannot be written only means computing again."""
    path = kept_path(results, name)
    fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with fresh.open("wb") as file:
            np.savez(file, allow_pickle=False, engine=np.array(engine_version()), **arrays)
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
