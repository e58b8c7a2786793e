"""The command line (contract 3): what it writes, how it ends, and that it writes all or nothing."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from metrics.chain import STEPS
from metrics.cli import main
from tests.bad_input.small import CODES, FRAMEWORK, YEARS, edit, write_small
from tests.metrics.scoring import read_rows

COLUMNS = ["year", "region", "node", "level", "score", "rank", "coverage", "maturity"]
NODES = ["index", "people", "schooling", "poverty", "services", "water"]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    write_small(folder)
    edit(FRAMEWORK, '        unit: "%"', '        unit: "%"\n      waste:\n        status: wanted')(folder)
    return folder


def teladan(folder: Path, *arguments: str) -> Result:
    paths = ["--data", str(folder / "data"), "--framework", str(folder / FRAMEWORK), "--lang", "en"]
    return CliRunner().invoke(main, [arguments[0], *paths, *arguments[1:]], catch_exceptions=False)


def test_every_year_region_and_node_has_a_row(small: Path) -> None:
    result = teladan(small, "score")
    assert (result.exit_code, result.stderr) == (0, "")
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert list(rows[0]) == COLUMNS
    keys = [(int(row["year"]), row["region"], row["node"]) for row in rows]
    assert keys == [(year, region, node) for year in YEARS for region in CODES for node in NODES]
    assert {row["level"] for row in rows} == {"0", "1", "2"}
    assert {row["maturity"] for row in rows if row["node"] == "index"} <= {"1", "2", "x"}
    assert {row["maturity"] for row in rows if row["node"] != "index"} == {""}


@pytest.mark.parametrize("year", YEARS)
def test_year_only_filters(small: Path, year: int) -> None:
    everything = teladan(small, "score").stdout.splitlines()
    one = teladan(small, "score", "--year", str(year)).stdout.splitlines()
    assert one == [everything[0], *(row for row in everything if row.startswith(f"{year},"))]


def test_files_are_written_whole(small: Path, tmp_path: Path) -> None:
    for name in ("score.csv", "score.parquet"):
        result = teladan(small, "score", "--out", str(tmp_path / name), "--steps", str(tmp_path / "a" / "steps"))
        assert (result.exit_code, result.output) == (0, "")
    text = (tmp_path / "score.csv").read_text("utf-8")
    assert text == teladan(small, "score").stdout
    with duckdb.connect() as connection:
        rows = connection.execute("SELECT * FROM read_parquet(?)", [str(tmp_path / "score.parquet")])
        assert [column[0] for column in rows.description or ()] == COLUMNS
        assert len(rows.fetchall()) == len(text.splitlines()) - 1
    steps = sorted((tmp_path / "a" / "steps").iterdir())
    assert [path.name for path in steps] == sorted(f"{step}.csv" for step in STEPS)
    for path in steps:
        assert list(read_rows(path)[0]) == ["year", "region", "node", "value"]
        assert len(read_rows(path)) == len(YEARS) * len(CODES) * 3


def test_an_older_file_is_replaced(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "it's.csv"
    out.write_text("old", "utf-8")
    assert teladan(small, "score", "--out", str(out)).exit_code == 0
    assert out.read_text("utf-8").startswith("year,")
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("out", ["missing/score.csv", "missing/score.parquet"])
def test_what_cannot_be_written_leaves_nothing(small: Path, tmp_path: Path, out: str) -> None:
    result = teladan(small, "score", "--out", str(tmp_path / out), "--steps", str(tmp_path / "steps"))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / out}: this cannot be written")
    assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_steps_that_cannot_be_written_leave_nothing(small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    steps = tmp_path / "file" / "steps"
    result = teladan(small, "score", "--out", str(tmp_path / "score.csv"), "--steps", str(steps))
    assert (result.exit_code, result.stdout) == (1, "")
    assert str(steps) in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["score", "--out", "score.xlsx"],
        ["score", "--year", "next"],
        ["score", "--lang", "fr"],
        ["score", "--draws", "7"],
        ["explain", "01.10"],
        ["explain", "01.10", "water", "--year", "all"],
        ["publish"],
    ],
)
def test_wrong_usage(small: Path, arguments: list[str]) -> None:
    assert teladan(small, *arguments).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["01.30", "water"], "there is no region “01.30”"),
        (["Region fore", "water"], "Did you mean “Region four”?"),
        (["01.10", "watr"], "Did you mean “water”?"),
        (["01.10", "waste"], "wanted"),
        (["01.10", "water", "--year", "2030"], "Scored are 2020 to 2022"),
    ],
)
def test_what_is_not_there_to_explain(small: Path, arguments: list[str], said: str) -> None:
    result = teladan(small, "explain", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr


def test_a_region_is_found_by_code_or_name(small: Path) -> None:
    by_code = teladan(small, "explain", "02.20", "services")
    assert by_code.exit_code == 0
    assert teladan(small, "explain", "REGION FOUR", "services").stdout == by_code.stdout
    assert by_code.stdout.splitlines()[0] == "Region four (02.20), 2022"


def test_check_says_nothing_when_all_is_well(small: Path) -> None:
    result = teladan(small, "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_the_version_and_help() -> None:
    assert "teladan" in CliRunner().invoke(main, ["--help"], prog_name="teladan").output
    for command in ("check", "score", "explain"):
        assert "--framework" in CliRunner().invoke(main, [command, "-h"]).output


def test_a_command_does_not_wait_for_the_libraries_of_others() -> None:
    asked = "import sys; from metrics.cli import main; main(['score', '--help'], standalone_mode=False)"
    others = "print(sorted({'pptx', 'docx', 'xlsxwriter', 'scipy', 'fastapi', 'plotly'} & set(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", f"{asked}; {others}"], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
