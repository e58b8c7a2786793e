"""`check` warns of figures that pass every rule and look wrong; a warning stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from metrics.cli import main
from metrics.results import open_results
from tests.strategies import Case, write_case

REGIONS = [f"R{i:02d}" for i in range(12)]
BEFORE = [float((7 * i) % 12) + i / 10 for i in range(12)]
Column = Callable[[int], float]


def sound(i: int) -> float:
    return BEFORE[i] + 1


SUSPICIOUS: dict[str, Column] = {
    "rows-slipped": lambda i: BEFORE[i - 1],  # every figure stands one row too low
    "column-repeated": lambda i: BEFORE[i],
    "values-at-bound": lambda i: 20.0 if BEFORE[i] > 3 else BEFORE[i],
}
SAID = {
    "rows-slipped": "Rows may have slipped",
    "column-repeated": "100 per cent of the figures of 2021 equal those of 2020",
    "values-at-bound": "per cent of the figures of 2021 are 20",
}


def written(folder: Path, now: Column, keys: dict[str, Any] | None = None) -> tuple[Path, Path]:
    figures: list[Any] = [(region, "x", 2020, x) for region, x in zip(REGIONS, BEFORE, strict=True)]
    figures += [(region, "x", 2021, now(i)) for i, region in enumerate(REGIONS)]
    framework = {"id": "index", "title": "Index", "children": {"x": keys or {}}}
    data, file = write_case(folder, Case(framework, [{"region": r, "name": r} for r in REGIONS], figures))
    for source in data.glob("sources/*/source.yaml"):
        source.write_text(source.read_text("utf-8") + "address: https://example.org/figures\n", "utf-8")
    return data, file


def codes(data: Path, framework: Path) -> list[str]:
    return [warning.code for warning in open_results(data, framework).warnings()]


def test_sound_figures_are_not_suspected(tmp_path: Path) -> None:
    assert codes(*written(tmp_path, sound)) == []


@pytest.mark.parametrize("code", SUSPICIOUS)
def test_suspicious_figures(tmp_path: Path, code: str) -> None:
    data, framework = written(tmp_path, SUSPICIOUS[code])
    assert codes(data, framework) == [code]
    command = ["check", "--data", str(data), "--framework", str(framework), "--lang"]
    result = CliRunner().invoke(main, [*command, "en"], catch_exceptions=False)
    assert (result.exit_code, result.stderr) == (0, "")
    assert str(data / "sources") in result.stdout
    assert SAID[code] in result.stdout
    assert len(CliRunner().invoke(main, [*command, "id"]).stdout.splitlines()) == 1


def test_a_declared_break_explains_another_order(tmp_path: Path) -> None:
    assert codes(*written(tmp_path, SUSPICIOUS["rows-slipped"], {"breaks": [2021]})) == []


def test_few_regions_are_not_judged(tmp_path: Path) -> None:
    data, framework = written(tmp_path, SUSPICIOUS["rows-slipped"])
    for values in data.glob("sources/*/values.csv"):
        rows = values.read_text("utf-8").splitlines()
        kept = [row for row in rows if row.startswith("region") or row[:3] in REGIONS[:9]]
        values.write_text("\n".join(kept) + "\n", "utf-8")
    assert codes(data, framework) == []


def test_a_source_without_address(tmp_path: Path) -> None:
    data, framework = written(tmp_path, sound)
    source = data / "sources" / "first" / "source.yaml"
    source.write_text(source.read_text("utf-8").replace("address:", "note:"), "utf-8")
    (warning,) = open_results(data, framework).warnings()
    assert (warning.code, warning.file) == ("source-without-address", str(source))


def test_warnings_of_the_chain(tmp_path: Path) -> None:
    """Denominators at zero, an indicator that is the same everywhere, a reference that is the worst."""
    regions = [{"region": region, "name": region} for region in REGIONS]
    figures: list[Any] = []
    for i, region in enumerate(REGIONS):
        figures += [(region, "x", 2021, BEFORE[i] + 1), (region, "same", 2021, 5.0), (region, "people", 2021, float(i))]
    reference = {"using": "distance_to_reference", "reference": "R00"}
    children: dict[str, Any] = {
        "per_head": {"variable": "x", "per": "people"},
        "same": {},
        "same_yearly": {"variable": "same", "normalise": {"over": "year"}},
        "referred": {"variable": "x", "normalise": reference},
    }
    framework = {"id": "index", "title": "Index", "children": children}
    found = codes(*write_case(tmp_path, Case(framework, regions, figures)))
    assert sorted(set(found)) == [
        "denominator-not-positive",
        "no-information",
        "no-information-year",
        "reference-without-information",
        "source-without-address",
        "values-at-bound",
    ]
