"""The JSON Schemas of a dataset's documents as text, and `docs/NAME.schema.json` written with them."""

from __future__ import annotations

import json
from pathlib import Path

from metrics.documents import KINDS, Kind, schema
from metrics.shipped import ROOT


def schema_file(kind: Kind) -> Path:
    """Where the schema of a kind of document is published."""
    return ROOT / "docs" / f"{kind.name}.schema.json"


def schema_text(kind: Kind) -> str:
    """What that file holds."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for every in KINDS:
        schema_file(every).write_text(schema_text(every), encoding="utf-8")
