"""What a region brings touches no disk: not when its file is read, nor when it is scored, nor when it is saved."""

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from exports.own_template import own_workbook
from metrics.own.applied import own_standing
from metrics.own.data import OwnData, OwnFigure
from metrics.own.reading import read_own
from metrics.results import open_results
from metrics.simulation import simulator
from tests.bad_input.small import write_small
from words import speak

REGION = "01.10"
MADE = {"os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp"}
TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@pytest.fixture(scope="module")
def watching():
    """A way to see what is opened to be written, made or moved."""
    seen: list[list[str]] = []

    def note(event, details):
        opened = event == "open" and isinstance(details[2], int) and details[2] & TO_WRITE
        if seen and (opened or event in MADE):
            seen[-1].append(f"{event} {details[0]}")

    @contextmanager
    def watch():
        seen.append([])
        try:
            yield seen[-1]
        finally:
            seen.clear()

    sys.addaudithook(note)  # stays until the end, and is idle while nobody watches
    return watch


def test_reading_and_saving_write_nothing(small, watching):
    own, words = OwnData(REGION, (OwnFigure("water", 2024, 60.0),)), speak("id")
    with watching() as seen:
        saved = own_workbook(words, small, REGION, own)
        assert read_own(small, REGION, saved, "angka.xlsx", 2026) == own
        assert read_own(small, REGION, b"indicator,year,value\nwater,2024,60\n", "angka.csv", 2026) == own
        assert seen == []


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """A cache, a folder for temporary files and a working folder of this test alone."""
    cache, temporary, here = (tmp_path / name for name in ("cache", "tmp", "here"))
    for folder in (cache, temporary, here):
        folder.mkdir()
    monkeypatch.setenv("TELADAN_CACHE", str(cache))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(here)
    return cache, Path(tempfile.gettempdir()), Path.cwd()


def listed(folders):
    """Every file by its path, with its size and when it was written."""
    return {
        path: (path.stat().st_size, path.stat().st_mtime_ns)
        for folder in folders
        for path in (folder, *sorted(folder.rglob("*")))
    }


def test_scoring_with_own_figures_leaves_every_folder_as_it_was(folders, watching, tmp_path):
    write_small(tmp_path)
    results, words = open_results(tmp_path / "data", tmp_path / "framework.yaml"), speak("id")
    own, at = OwnData(REGION, (OwnFigure("water", 2024, 60.0),)), simulator(results, 2022)
    before = listed(folders)
    assert any(path.is_relative_to(folders[0]) and path.is_file() for path in before)
    with watching() as seen:
        found = read_own(results, REGION, own_workbook(words, results, REGION, own), "angka.xlsx", 2026)
        standing = own_standing(at, found)
        assert standing.own.score != standing.published.score
        assert at.band(REGION, standing.own.values) is not None
        assert seen == []
    assert listed(folders) == before


def test_a_changed_folder_would_be_seen(folders):
    before = listed(folders)
    (folders[1] / "figures").write_bytes(b"60")
    assert listed(folders) != before


def test_a_file_would_be_seen(watching, tmp_path):
    with watching() as seen:
        (tmp_path / "figures.csv").write_text("60", "utf-8")
        assert any("figures.csv" in one for one in seen)
