"""`teladan simulate`: the rows that `score` writes, and what cannot be set."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from metrics.cli import main
from tests.bad_input.small import write_small


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("simulate")
    write_small(folder)
    return folder


def teladan(folder: Path, *arguments: str) -> Result:
    where = ["--data", str(folder / "data"), "--framework", str(folder / "framework.yaml"), "--lang", "en"]
    return CliRunner().invoke(main, [*arguments, *where], catch_exceptions=False)


def test_nothing_set_gives_the_very_rows_of_score(small: Path) -> None:
    header, *rows = teladan(small, "score", "--year", "2021").stdout.splitlines()
    mine = [row for row in rows if row.split(",")[1] == "02.10"]
    assert teladan(small, "simulate", "Region three", "--year", "2021").stdout.splitlines() == [header, *mine]


def test_what_is_set_is_scored_and_can_go_to_a_file(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "what-if.csv"
    result = teladan(small, "simulate", "02.10", "--set", "schooling=11", "--set", "water=80", "--out", str(out))
    assert (result.exit_code, result.output) == (0, "")
    header, root, *_ = out.read_text("utf-8").splitlines()
    assert header == "year,region,node,level,score,rank,coverage,maturity"
    assert root.startswith("2022,02.10,index,0,") and root.endswith(",2,1.0,2")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (["schooling"], ["“schooling” sets nothing"]),
        (["schooling=7,5", "=3"], ["“schooling=7,5” sets nothing", "“=3” sets nothing"]),
        (["schooling=nan"], ["“schooling=nan” sets nothing"]),
        (["schooling=1_0", "poverty=٧"], ["“schooling=1_0” sets nothing", "“poverty=٧” sets nothing"]),
        (["schooling=7", "schooling=8"], ["“schooling” is set more than once"]),
        (["schooling=31"], ["figures of it lie between 0 and 30"]),
        (["people=50", "watr=5"], ["Set one of: schooling, poverty.", "Did you mean “water”?"]),
    ],
)
def test_what_cannot_be_set_is_told_all_at_once(small: Path, settings: list[str], said: list[str]) -> None:
    result = teladan(small, "simulate", "02.10", *(part for text in settings for part in ("--set", text)))
    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert len(lines) == len(said) and all(part in line for part, line in zip(said, lines, strict=True))
