"""What a region brings touches no disk: not when its file is read, and not when it is saved."""

import os
import sys
from contextlib import contextmanager

import pytest

from exports.own_template import own_workbook
from metrics.own.data import OwnData, OwnFigure
from metrics.own.reading import read_own
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


def test_a_file_would_be_seen(watching, tmp_path):
    with watching() as seen:
        (tmp_path / "figures.csv").write_text("60", "utf-8")
        assert any("figures.csv" in one for one in seen)
