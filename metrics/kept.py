"""Arrays that take long to compute, kept beside the results of a version of data, framework and engine."""

from __future__ import annotations

import os
import uuid
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from metrics.results import Results
from metrics.store import engine_version

Arrays = Mapping[str, NDArray[Any]]


def kept_path(results: Results, name: str) -> Path:
    """Where arrays of that name are kept."""
    return results.path.with_name(f"{results.path.stem}-{name}.npz")


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
