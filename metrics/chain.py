"""The scoring chain: raw, denominated, imputed, treated, normalised, scores, ranks; a table a step."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from metrics.chain_rules import chain_warnings, check_before_normalising, check_scores, check_treatment
from metrics.framework_file import FrameworkFile
from metrics.plan import write_plan
from metrics.problems import Problem
from metrics.steps.denominated import make_denominated
from metrics.steps.imputed import make_imputed
from metrics.steps.normalised import make_normalised
from metrics.steps.ranks import make_ranks
from metrics.steps.raw import make_raw
from metrics.steps.scores import make_scores
from metrics.steps.treated import make_treated

STEPS = ("raw", "denominated", "imputed", "treated", "normalised")


def run_chain(connection: duckdb.DuckDBPyConnection, file: FrameworkFile, years: Sequence[int]) -> list[Problem]:
    """Score the dataset loaded in `connection`; the table `score` is the result, the steps stay beside it.

    Returns the warnings. Raises InputProblems where figures and method do not go together.
    """
    write_plan(connection, file.nodes, years)
    make_raw(connection)
    make_denominated(connection)
    make_imputed(connection)
    make_treated(connection)
    check_treatment(connection, file)
    check_before_normalising(connection, file)
    make_normalised(connection)
    check_scores(file, make_scores(connection))
    make_ranks(connection, file.framework.maturity)
    return chain_warnings(connection, file)
