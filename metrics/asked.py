"""What is asked about, from a command line or an address: a year that is scored, a region by code or name."""

from __future__ import annotations

from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results


def check_year(results: Results, year: int) -> None:
    """Raises InputProblems where the year is not scored."""
    if year not in results.years:
        raise InputProblems([Problem("year-not-scored", details={"value": year} | scored(results))])


def scored(results: Results) -> dict[str, object]:
    """The first and the last scored year, for who is told which there are."""
    return {"first": results.years[0], "last": results.years[-1]}


def asked_year(results: Results, year: int | None) -> int:
    """The year itself, or the one that screens open on. Raises InputProblems where it is not scored."""
    if year is None:
        return results.opening_year
    check_year(results, year)
    return year


def find_region(results: Results, asked: str) -> dict[str, str]:
    """The region of that code, or else of that full name in any case. Raises InputProblems."""
    regions = results.regions()
    for column, wanted in (("region", asked), ("name", asked.lower())):
        cells = regions[column] if column == "region" else regions[column].str.lower()
        if (found := regions[cells == wanted]).shape[0] == 1:
            return {"region": found["region"].iloc[0], "name": found["name"].iloc[0]}
    near = nearest(asked, [*regions["region"], *regions["name"]])
    raise InputProblems([Problem("region-not-found", details={"value": asked, "near": near})])
