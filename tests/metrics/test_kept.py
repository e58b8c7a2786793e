"""What takes long to compute is computed once, however many ask for it at the same time."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from metrics.kept import Arrays, kept_arrays, kept_path


@pytest.fixture
def results(tmp_path: Path) -> SimpleNamespace:
    return SimpleNamespace(path=tmp_path / "results.duckdb")


def test_one_makes_it_and_the_others_wait(results: SimpleNamespace) -> None:
    made, asking = [], threading.Barrier(8)

    def make() -> Arrays:
        made.append(1)
        return {"a": np.arange(3)}

    def ask(_: int) -> list[int]:
        asking.wait(60)
        return kept_arrays(results, "x", ("a",), make)["a"].tolist()

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, range(8))) == [[0, 1, 2]] * 8
    assert made == [1]
    assert kept_arrays(results, "y", ("a",), make) and made == [1, 1]


def test_what_is_kept_without_all_that_is_wanted_is_made_anew(results: SimpleNamespace) -> None:
    kept_arrays(results, "x", ("a",), lambda: {"a": np.zeros(1)})
    assert set(kept_arrays(results, "x", ("a", "b"), lambda: {"a": np.zeros(1), "b": np.zeros(1)})) == {"a", "b"}
    kept_path(results, "x").write_bytes(b"broken")
    assert kept_arrays(results, "x", ("a",), lambda: {"a": np.ones(1)})["a"].tolist() == [1]


def test_what_failed_is_tried_again(results: SimpleNamespace) -> None:
    def fail() -> Arrays:
        raise ValueError

    with pytest.raises(ValueError):
        kept_arrays(results, "x", (), fail)
    assert kept_arrays(results, "x", ("a",), lambda: {"a": np.ones(1)})
