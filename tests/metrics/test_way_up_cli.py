"""`teladan simulate --target`: what it proposes leads where it says, and it says so where there is no way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from metrics.cli import main


def simulate(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["simulate", *arguments, "--lang", "en"])


def test_setting_what_is_proposed_gives_the_promised_level(tmp_path: Path) -> None:
    out = tmp_path / "ways.csv"
    assert simulate("32.13", "--target", "4", "--out", str(out)).exit_code == 0
    ways = pd.read_csv(out, dtype={"region": str})
    assert list(ways.columns[:7]) == ["year", "region", "way", "node", "today", "value", "share"]
    assert list(ways.columns[7:11]) == ["stretches", "clear", "within_error", "single_year"]
    assert (ways["clear"] <= ways["stretches"]).all() and (ways["stretches"] > 0).all()
    spbe = ways[ways["node"].str.startswith("spbe_")]
    assert len(spbe) and (spbe["single_year"] == 2024).all()
    assert ways["way"].nunique() > 1
    for _, way in list(ways.groupby("way"))[-1:]:  # the largest of them
        then = tmp_path / "then.csv"
        settings = [f"--set={step.node}={step.value!r}" for step in way.itertuples()]
        assert simulate("32.13", *settings, "--out", str(then)).exit_code == 0
        root = pd.read_csv(then, dtype={"maturity": str}).iloc[0]
        assert root["maturity"] == "4" == str(way["maturity"].iloc[0])
        assert root["score"] == pytest.approx(way["score"].iloc[0], abs=1e-9)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("53.71", "--target", "4"), "is reached"),
        (("53.01", "--target", "5", "--years", "1"), "not reachable within 1 years: with everything moved"),
        (("31.71", "--target", "5"), "no score in 2023"),
    ],
)
def test_where_there_is_no_way_it_says_why(arguments: tuple[str, ...], said: str) -> None:
    found = simulate(*arguments)
    assert found.exit_code == 0 and said in found.stderr
    assert found.stdout.count("\n") == 1  # the names of the columns


def test_the_median_of_the_peers_is_a_target_too() -> None:
    found = simulate("53.71", "--target", "peers", "--years", "3", "--ways", "1")
    assert found.exit_code == 0 and ",1,spbe_services," in found.stdout


def test_a_target_is_a_level_above_the_first_and_goes_without_settings() -> None:
    found = simulate("53.71", "--target", "1")
    assert found.exit_code == 1 and "Write the number of one (2, 3, 4, 5)" in found.stderr
    assert simulate("53.71", "--target", "4", "--set", "poverty=7").exit_code == 2


def test_what_the_solver_prints_stands_in_no_table() -> None:
    program = """
import os, sys
from metrics.commands.way_up import solver_apart
solver_apart()
os.write(1, b"of the solver\\n")
print("of ours")
"""
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (found.stdout, found.stderr) == ("of ours\n", "of the solver\n")
