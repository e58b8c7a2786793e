"""What `teladan simulate --target` finds: the smallest sets of changes, and what it says where there are none."""

from __future__ import annotations

import os
import sys

import pandas as pd

from metrics.limits import limits
from metrics.peer_choices import chosen_peers
from metrics.problems import InputProblems, Problem
from metrics.simulation import Simulator
from metrics.way_up import WaysUp, ways_up
from metrics.way_up_targets import PEERS, level_score, peer_median
from words import Words, mark

NOT_ASSESSED = mark("The region has no score in {year}, so there is no way up to be told.")
REACHED = mark("The target of {target} is reached: the score is {score}.")
NOTHING = mark("The target of {target} is not reachable within {years} years: no indicator can be moved.")
NOT_REACHABLE = mark("The target of {target} is not reachable within {years} years: with everything moved, {furthest}.")
IN_YEARS = mark("It would be within {years} years.")


def way_up_table(
    simulator: Simulator, region: str, target: str, peers: int, years: int, ways: int
) -> tuple[pd.DataFrame, WaysUp]:
    """The ways as a table, and all that was found. Raises InputProblems for a target that there is not."""
    results, others = simulator.results, chosen_peers(simulator.results, simulator.year, region, count=peers)
    if target == PEERS:
        score = peer_median(simulator, others)
        if score is None:
            raise InputProblems([Problem("no-peer-score", details={"value": region})])
    else:
        score = level_score(results, target)
    found = ways_up(simulator, region, score, limits(results, simulator.year, region, others), years, ways)
    table = found.table()
    table.insert(0, "year", simulator.year)
    table.insert(1, "region", region)
    return table, found


def say_none(words: Words, found: WaysUp, year: int) -> list[str]:
    """Why there is no way, where there is none."""
    holes = {"target": words.number(found.target), "years": words.number(found.years)}
    if found.ways:
        return []
    if found.score is None:
        return [words.say(NOT_ASSESSED, year=words.year(year))]
    if found.reached:
        return [words.say(REACHED, score=words.number(found.score, 2), **holes)]
    if found.furthest is None:
        return [words.say(NOTHING, **holes)]
    told = [words.say(NOT_REACHABLE, furthest=words.number(found.furthest.rescored.score, 2), **holes)]
    if found.needed_years is not None:
        told.append(words.say(IN_YEARS, years=words.number(found.needed_years)))
    return told


def solver_apart() -> None:
    """Send to standard error, from here to the end of the process, what is not written by Python.

    HiGHS 1.12, the solver that SciPy brings, now and then prints a line of its own to standard output, even when it
    is told to be silent (its issue 2783). In a table it would be a row.
    """
    before = sys.__stdout__
    if before is None or sys.stdout is not before or before.fileno() != 1:
        return  # standard output is somewhere else already
    before.flush()
    tables = os.dup(1)
    os.dup2(2, 1)
    # it stays open to the end of the process, so no block closes it
    sys.stdout = open(tables, "w", encoding=before.encoding, errors=before.errors)  # noqa: SIM115
