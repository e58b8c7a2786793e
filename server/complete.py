"""Half a copy is valid too: new figures that lack much of what is shown look like one, and are not shown.

If that is meant, the server is started anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from metrics.figures import Figures
from metrics.problems import InputProblems, Problem
from metrics.results import Results

_LEAST_LEFT = 0.9  # of the regions ranked so far, in the year that screens open on


def check_complete(shown: Figures, new: Figures) -> None:
    """Compare every framework that somebody has asked for. Raises InputProblems with all that is missing."""
    if problems := list(_missing(shown, new)):
        raise InputProblems(problems)


def _missing(shown: Figures, new: Figures) -> Iterator[Problem]:
    for framework, before in shown.opened.items():
        if framework not in new.frameworks:
            yield Problem("framework-gone", details={"value": framework})
            continue
        year, after = before.opening_year, new.results(framework)
        held, left = _ranked(before, year), _ranked(after, year)
        if left < _LEAST_LEFT * held:
            details = {"key": framework, "year": year, "before": held, "after": left}
            yield Problem("fewer-ranked", details=details)


def _ranked(results: Results, year: int) -> int:
    return int(results.ranking(year)["rank"].notna().sum()) if year in results.years else 0
