"""The JSON Schema of a framework file as text, and `docs/framework.schema.json` written with it."""

from __future__ import annotations

import json

from metrics.framework_file import framework_schema
from metrics.shipped import ROOT

SCHEMA = ROOT / "docs" / "framework.schema.json"


def framework_schema_text() -> str:
    """What `docs/framework.schema.json` holds: editors complete and check a framework file with it."""
    return json.dumps(framework_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(framework_schema_text(), encoding="utf-8")
