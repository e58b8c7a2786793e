"""Where the shipped data and frameworks lie: beside the code, or in `teladan/` once installed."""

from __future__ import annotations

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parent.parent
ROOT = _BESIDE if (_BESIDE / "indicators.yaml").is_file() else _BESIDE / "teladan"

DATA = ROOT / "data"
FRAMEWORK = ROOT / "indicators.yaml"
FRAMEWORKS = ROOT / "frameworks"


def cache_folder() -> Path:
    """The folder that keeps scored results: `TELADAN_CACHE`, or `cache/` beside the shipped data."""
    return Path(os.environ.get("TELADAN_CACHE", ROOT / "cache"))
