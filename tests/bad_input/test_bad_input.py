"""Each kind of broken input: exit 1, its one problem with file, line and mend, nothing written, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from metrics import cli
from metrics.commands import common, score
from metrics.problems import InputProblems, Problem
from metrics.results import Results, open_results
from tests.bad_input.broken_figures import FIGURES
from tests.bad_input.broken_frameworks import KEY_CASES
from tests.bad_input.broken_practices import PRACTICE_CASES
from tests.bad_input.broken_seminars import SEMINAR_CASES
from tests.bad_input.broken_storylines import STORYLINE_CASES
from tests.bad_input.broken_tables import TABLE_CASES
from tests.bad_input.broken_targets import TARGET_CASES
from tests.bad_input.broken_trees import TREE_CASES
from tests.bad_input.broken_yaml import YAML_CASES
from tests.bad_input.small import (
    FIRST,
    FIRST_YAML,
    FRAMEWORK,
    REGIONS,
    SECOND,
    Case,
    Found,
    edit,
    line_of,
    write_small,
)
from words import LANGUAGES, speak
from words.problems import say_problem

CASES = [
    *FIGURES, *TABLE_CASES, *TARGET_CASES, *PRACTICE_CASES, *SEMINAR_CASES, *STORYLINE_CASES, *YAML_CASES, *KEY_CASES,
    *TREE_CASES,
]  # fmt: skip
ROOT = Path(__file__).resolve().parent.parent.parent
LINE = {"en": "line", "id": "baris"}
COLUMN = {"en": "column", "id": "kolom"}
SAMPLE = (CASES[0], YAML_CASES[6], TREE_CASES[-1])  # of a table, of YAML, and of what only the chain can tell


def arguments(folder: Path, language: str, options: tuple[str, ...] = ()) -> list[str]:
    paths = {"--data": "data", "--framework": FRAMEWORK, "--out": "score.csv", "--steps": "steps"}
    return ["score", "--lang", language, *options, *(str(p) for o, n in paths.items() for p in (o, folder / n))]


def check_message(folder: Path, found: Found, line: str, language: str) -> None:
    assert (str(folder / found.file) in line) is bool(found.file)
    if (number := line_of(folder, found)) is not None:
        assert f"{LINE[language]} {number}" in line
    if found.column is not None:
        assert f"{COLUMN[language]} {found.column}" in line
    assert line.isprintable()
    assert len(line) < len(str(folder)) * 2 + 400


def once(opening: Callable[..., Results]) -> Callable[..., Results]:
    """What opening these results ends in, the first time and, without looking again, every further time."""
    ends: dict[tuple[Path, ...], Results | InputProblems] = {}

    def opened(*paths: Path) -> Results:
        if paths not in ends:
            try:
                ends[paths] = opening(*paths)
            except InputProblems as problems:
                ends[paths] = problems
        if isinstance(end := ends[paths], InputProblems):
            raise end
        return end

    return opened


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    folder.mkdir()
    monkeypatch.setenv("TELADAN_CACHE", str(folder))
    return folder


def test_the_names_of_cases_are_unique_and_many() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_broken_input(case: Case, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_small(tmp_path)
    case.broken(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    told: list[Problem] = []
    monkeypatch.setattr(common, "say_problem", lambda words, p: told.append(p) or say_problem(words, p))
    monkeypatch.setattr(score, "open_results", once(open_results))  # looked through once, told in each language
    for language in LANGUAGES:
        told.clear()
        result = CliRunner().invoke(cli.main, arguments(tmp_path, language, case.options), catch_exceptions=False)
        assert result.exit_code == 1
        assert result.stdout == ""
        assert [p.code for p in told] == [found.code for found in case.found], result.stderr
        lines = result.stderr.splitlines()
        assert len(lines) == len(case.found)
        for found, problem, line in zip(case.found, told, lines, strict=True):
            check_message(tmp_path, found, line, language)
            assert problem.column == found.column
            assert case.words[language] in line, line
        if not case.options:  # whether a year is scored is only known once everything is
            assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: case.name)
def test_broken_input_in_a_process_of_its_own(case: Case, tmp_path: Path, cache: Path) -> None:
    write_small(tmp_path)
    case.broken(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    command = [sys.executable, "-m", "metrics", *arguments(tmp_path, "en", case.options)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, check=False, timeout=60)
    lines = done.stderr.decode("utf-8").splitlines()
    assert (done.returncode, done.stdout, len(lines)) == (1, b"", len(case.found))
    check_message(tmp_path, case.found[0], lines[0], "en")
    assert case.words["en"] in lines[0]
    assert sorted(tmp_path.rglob("*")) == before


def test_all_faults_are_told_at_once(tmp_path: Path, cache: Path) -> None:
    """Faults of five files in one run: a broken framework does not hide a broken dataset."""
    write_small(tmp_path)
    faults = {
        "not-a-figure": (FIRST, "01.10,schooling,2020,6.5", "01.10,schooling,2020,many"),
        "bad-year": (FIRST, "01.20,schooling,2020,", "01.20,schooling,twenty,"),
        "unknown-region": (SECOND, "02.20,water,2022,", "09.90,water,2022,"),
        "comma-decimal": (SECOND, "02.20,water,2021,91.0", '02.20,water,2021,"91,0"'),
        "cell-empty": (REGIONS, "Region two", ""),
        "unknown-choice": (FIRST_YAML, "kind: statistics", "kind: poll"),
        "unknown-key": (FRAMEWORK, "carry_forward: 0", "carry: 0"),
        "out-of-range": (FRAMEWORK, "weight: 2", "weight: -2"),
    }
    for name, old, new in faults.values():
        edit(name, old, new)(tmp_path)
    result = CliRunner().invoke(cli.main, arguments(tmp_path, "en"), catch_exceptions=False)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == len(faults)
    for name, _, _ in faults.values():
        assert any(line.startswith(str(tmp_path / name)) for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_sentence_with_a_mend(language: str) -> None:
    """Two sentences at least: what is wrong, and what to do."""
    from words.problems import SENTENCES

    words = speak(language)
    for code, sentence in SENTENCES.items():
        said = words._catalogue.sentence(sentence)
        assert said.count(".") >= 1, code
        assert language == "en" or said != sentence, f"{code} is not translated"
