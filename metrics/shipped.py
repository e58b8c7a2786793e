"""Where the shipped data and frameworks lie: beside the code, or in `teladan/` once installed; and where results go."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

_BESIDE = Path(__file__).resolve().parent.parent
ROOT = _BESIDE if (_BESIDE / "indicators.yaml").is_file() else _BESIDE / "teladan"

DATA = ROOT / "data"
FRAMEWORK = ROOT / "indicators.yaml"
FRAMEWORKS = ROOT / "frameworks"


def cache_folder() -> Path:
    """The folder that keeps scored results: `TELADAN_CACHE`, or `cache/` beside the shipped data."""
    return Path(os.environ.get("TELADAN_CACHE", ROOT / "cache"))


def own_folder() -> Path:
    """A folder that lives as long as this process."""
    return Path(_temporary().name)


@cache
def _temporary() -> tempfile.TemporaryDirectory[str]:
    """A folder that lives as long as this process."""
    return tempfile.TemporaryDirectory(prefix="teladan-")
