"""The reference implementation against a published run and published values: who guards the guard."""

import csv
from pathlib import Path

import pytest
import yaml

from tests.oracle import STEPS, Figure, Key, score
from tests.oracle_indicators import kurtosis, skewness


def read_rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def read_table(file: Path) -> dict[Key, float]:
    rows = read_rows(file)
    return {(int(row["year"]), row["region"], row["node"]): float(row["value"]) for row in rows}


@pytest.fixture(scope="module")
def asem(acceptance: Path) -> Path:
    return acceptance / "asem"


@pytest.fixture(scope="module")
def scored(asem: Path) -> dict[str, dict[Key, object]]:
    framework = yaml.safe_load((asem / "framework.yaml").read_text("utf-8"))
    figures: list[Figure] = [
        (row["region"], row["variable"], int(row["year"]), float(row["value"]) if row["value"] else None)
        for file in sorted(asem.glob("data/sources/*/values.csv"))
        for row in read_rows(file)
    ]
    regions: list[dict[str, object]] = [dict(row) for row in read_rows(asem / "data" / "regions.csv")]
    return score(framework, regions, figures)


@pytest.mark.parametrize("name", [*STEPS, "score", "rank"])
def test_oracle_reproduces_asem_2018(asem: Path, scored: dict[str, dict[Key, object]], name: str) -> None:
    """ASEM Sustainable Connectivity 2018, 51 countries x 49 indicators (European Commission, JRC)."""
    expected = read_table(asem / "expected" / {"score": "scores.csv", "rank": "ranks.csv"}.get(name, f"{name}.csv"))
    table = {key: value for key, value in scored[name].items() if value is not None}
    assert table.keys() == expected.keys()
    if name == "rank":
        assert table == expected
    else:
        assert table == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_oracle_computes_the_skewness_and_kurtosis_of_excels_documentation() -> None:
    """Microsoft's help pages of SKEW and KURT, one example for both."""
    example = [3, 4, 5, 2, 3, 4, 5, 6, 4, 7]
    assert skewness(example) == pytest.approx(0.359543071, abs=5e-10)
    assert kurtosis(example) == pytest.approx(-0.151799637, abs=5e-10)
