"""Scored results are kept whole or not at all, and only believed when they are complete and of this engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from metrics import store
from metrics.dataset import data_version
from metrics.framework_file import read_framework
from metrics.problems import InputProblems
from metrics.results import open_results
from tests.bad_input.small import FIRST, FRAMEWORK, VALID, edit, write, write_small

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_small(tmp_path)
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path / "cache"))
    return tmp_path


def score(folder: Path) -> pd.DataFrame:
    results = open_results(folder / "data", folder / FRAMEWORK)
    return results.table("SELECT * FROM score ORDER BY year, region, node")


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "cache").glob("*"))


def test_results_are_named_by_both_versions_and_used_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = score(small)
    data, framework = data_version(small / "data"), read_framework(small / FRAMEWORK).version
    assert [path.name for path in kept(small)] == [f"{data}-{framework}.duckdb"]
    monkeypatch.setattr(store, "run_chain", None)  # would fail, were it called
    pd.testing.assert_frame_equal(score(small), first)


@pytest.mark.parametrize(
    ("stage", "error"),
    [("run_chain", RuntimeError), ("run_chain", KeyboardInterrupt), ("_keep_warnings", MemoryError)],
)
def test_stopped_half_way_nothing_is_left(
    small: Path, monkeypatch: pytest.MonkeyPatch, stage: str, error: type[BaseException]
) -> None:
    def stop(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(store, stage, stop)
        with pytest.raises(error):
            score(small)
    assert kept(small) == []
    assert len(score(small)) > 0


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


SPOILED: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(b"not a database" * 1000),
    "empty": lambda path: path.write_bytes(b""),
    "half of it": truncate,
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_spoiled_file_is_computed_again(small: Path, how: str) -> None:
    first = score(small)
    (path,) = kept(small)
    SPOILED[how](path)
    pd.testing.assert_frame_equal(score(small), first)
    assert kept(small) == [path]


def test_another_engine_computes_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    score(small)
    (path,) = kept(small)
    before = path.stat().st_ino
    monkeypatch.setattr(store, "engine_version", lambda: "another")
    store.open_store(small / "data", small / FRAMEWORK)
    assert kept(small) == [path]
    assert path.stat().st_ino != before


def test_engine_version_is_of_the_code() -> None:
    assert len(store.engine_version()) == 64


def test_data_that_change_while_they_are_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_chain = store.run_chain

    def meddle(*arguments: object) -> object:
        edit(FIRST, "01.10,schooling,2020,6.5", "01.10,schooling,2020,7.5")(small)
        # handed on as they come
        return run_chain(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(store, "run_chain", meddle)
        with pytest.raises(InputProblems) as stopped:
            score(small)
    assert [problem.code for problem in stopped.value.problems] == ["data-changed"]
    assert kept(small) == []


def test_a_cache_that_cannot_be_written(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a read-only installation: results live in a folder of the process."""
    (small / "cache").write_text("a file stands where the folder would be", "utf-8")
    first = score(small)
    monkeypatch.setattr(store, "run_chain", None)
    pd.testing.assert_frame_equal(score(small), first)
    monkeypatch.setattr(store, "own_folder", lambda: small / "cache" / "own")
    with pytest.raises(InputProblems) as stopped:
        score(small)
    assert [problem.code for problem in stopped.value.problems] == ["cache-unwritable"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to root")
def test_a_read_only_cache_folder(small: Path) -> None:
    (small / "cache").mkdir(mode=0o500)
    assert len(score(small)) > 0
    assert kept(small) == []


def test_a_writable_cache_leaves_no_other_folder(small: Path) -> None:
    place = small / "temporary"
    place.mkdir()
    command = [sys.executable, "-m", "metrics", "check", "--data", str(small / "data")]
    command += ["--framework", str(small / FRAMEWORK)]
    env = os.environ | {"TMPDIR": str(place)}
    subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, timeout=60)
    assert list(place.iterdir()) == []
    (kept(small)[0]).unlink()
    (small / "cache").rmdir()
    (small / "cache").write_text("", "utf-8")
    subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True, timeout=60)
    assert list(place.iterdir()) == []  # gone with the process


def test_two_processes_at_once(small: Path) -> None:
    command = [sys.executable, "-m", "metrics", "score", "--data", str(small / "data")]
    command += ["--framework", str(small / FRAMEWORK)]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert len({out for out, _ in told}) == 1
    assert {error for _, error in told} == {b""}
    assert len(kept(small)) == 1


def test_threads_share_results(small: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        frames = list(pool.map(lambda _: score(small), range(4)))
    results = open_results(small / "data", small / FRAMEWORK)
    with ThreadPoolExecutor(16) as pool:
        rankings = list(pool.map(lambda i: results.ranking(2020 + i % 3), range(48)))
    for frame in frames:
        pd.testing.assert_frame_equal(frame, frames[0])
    for i, ranking in enumerate(rankings):
        pd.testing.assert_frame_equal(ranking, rankings[i % 3])
    assert len(kept(small)) == 1


def test_versions(small: Path) -> None:
    """Of data: every byte and every name counts. Of a framework: what it says, not how it is laid out."""
    version = data_version(small / "data")
    (small / "data" / "sources" / "second").rename(small / "data" / "sources" / "third")
    renamed = data_version(small / "data")
    write("data/regions.csv", VALID["data/regions.csv"] + "\n")(small)
    assert len({version, renamed, data_version(small / "data")}) == 3

    framework = read_framework(small / FRAMEWORK).version
    edit(FRAMEWORK, "{id: Air, en: Water}", '{"id": Air, en: "Water"}   # the same')(small)
    assert read_framework(small / FRAMEWORK).version == framework
    edit(FRAMEWORK, "weight: 2", "weight: 2.5")(small)
    assert read_framework(small / FRAMEWORK).version != framework
