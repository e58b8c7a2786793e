"""The default run of a year: computed once for a version of data, framework and engine, and kept beside the results."""

from __future__ import annotations

import os
import uuid
import zipfile
from pathlib import Path

import numpy as np

from metrics.bands import Bands
from metrics.results import Results
from metrics.robustness import robustness
from metrics.store import engine_version

_ARRAYS = ("scores", "ranks", "ranks_in_kind")


def kept_bands(results: Results, year: int) -> Bands:
    """The bands of the default assumptions, read where they are kept, else computed and kept.

    Raises InputProblems where the default assumptions do not go with the figures.
    """
    path = results.path.with_name(f"{results.path.stem}-{year}-bands.npz")
    kept = _read(path, results)
    if kept is not None:
        return kept
    bands = robustness(results, year).bands
    _write(path, bands)
    return bands


def _read(path: Path, results: Results) -> Bands | None:
    """What is kept at `path`; None where there is nothing that this engine wrote whole."""
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as file:
            if str(file["engine"]) != engine_version():
                return None
            scores, ranks, ranks_in_kind = (file[name] for name in _ARRAYS)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None
    regions = results.regions()
    return Bands(tuple(regions["region"]), tuple(regions["kind"].fillna("")), scores, ranks, ranks_in_kind)


def _write(path: Path, bands: Bands) -> None:
    """Beside and renamed into place; a folder that cannot be written only means computing again."""
    fresh = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with fresh.open("wb") as file:
            arrays = {name: getattr(bands, name) for name in _ARRAYS}
            np.savez(file, allow_pickle=False, engine=np.array(engine_version()), **arrays)
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
