"""The engine and the reference implementation on random frameworks and figures, step by step."""

import math
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from tests.engine import engine_tables
from tests.oracle import Key, score
from tests.strategies import Case, cases, write_case

ABSENT = "no row"


@given(case=cases())
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_step_equals_the_oracle(case: Case) -> None:
    expected = score(*case)
    with tempfile.TemporaryDirectory() as name:
        actual = engine_tables(*write_case(Path(name), case))
    assert actual.keys() == expected.keys()
    for table, cells in expected.items():  # in the order of the chain: the first that differs is where to look
        assert differences(actual[table], cells) == {}, f"{table}: (engine, oracle)"


def differences(actual: dict[Key, Any], expected: dict[Key, Any]) -> dict[Key, tuple[Any, Any]]:
    both = {key: (actual.get(key, ABSENT), expected.get(key, ABSENT)) for key in actual.keys() | expected.keys()}
    return {key: pair for key, pair in both.items() if not same(*pair)}


def same(actual: Any, expected: Any) -> bool:
    """Figures to 1e-9, relative or absolute; ranks, levels and what is missing exactly."""
    if isinstance(actual, float) and isinstance(expected, float):
        return math.isclose(actual, expected, rel_tol=1e-9, abs_tol=1e-9)
    return bool(actual == expected)
