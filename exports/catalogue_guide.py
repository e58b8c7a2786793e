"""What the guide to the shipped data says of the catalogue of practices: how much is known, and by whose account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import fill

from exports.markdown_table import markdown_table
from metrics.practices.catalogue import Catalogue
from metrics.practices.entry import Practice
from metrics.results import Results

GRADES = {
    "A": "measured by others",
    "B": "documented by others",
    "C": "by its own account or single reports",
    "D": "a title only",
}


def catalogue_section(catalogue: Catalogue, results: Results) -> Iterator[str]:
    """Paragraphs and Markdown tables; nothing where the dataset has no catalogue."""
    entries = catalogue.practices
    if not entries:
        return
    yield "## Practices\n"
    yield _counts(entries)
    yield markdown_table(
        ["grade", "meaning", "practices", "with a number", "with a number by others"],
        (
            [grade, meaning, len(of), sum(map(_has_number, of)), sum(map(_has_number_by_others, of))]
            for grade, meaning in GRADES.items()
            for of in [[entry for entry in entries if entry.grade == grade]]
        ),
        3,
    )
    yield _dimensions(entries, results)
    table = results.regions()
    regions: dict[str, str] = dict(zip(table["region"], table["name"], strict=True))
    yield markdown_table(
        ["practice", "where", "belongs to", "grade", "start", "results", "numbers"],
        (
            [
                f"`{one.id}`",
                _where(one, regions),
                f"`{one.sub_dimension}`",
                one.grade,
                _start(one),
                len(one.results),
                sum(result.value is not None for result in one.results),
            ]
            for one in entries
        ),
        2,
    )


def _counts(entries: Sequence[Practice]) -> str:
    numbers = [result for entry in entries for result in entry.results if result.value is not None]
    own = sum(result.self_reported for result in numbers)
    places = [entry.region for entry in entries if entry.region]
    provinces = sum(entry.province is not None for entry in entries)
    abroad = sum(entry.abroad is not None for entry in entries)
    silent = sum(not entry.results for entry in entries)
    undated = sum(entry.started is None for entry in entries)
    lessons = sum(entry.lesson is not None for entry in entries)
    said = f"""
        `practices.yaml` holds {len(entries)} practices: {len(places)} of {len(set(places))} regions,
        {provinces} of a province and {abroad} from abroad. They report {len(numbers)} numbers, {own} of them by the
        account of the government whose practice it is. {silent} report no result at all, {undated} do not say when
        they began, and {lessons} keep a lesson of what did not work. Public pages were read as excerpts, not as whole
        articles; verify a number at its source before you quote it. [practices.md](practices.md) says what the grades
        mean and how an entry is added.
        """
    return fill(" ".join(said.split()), 120) + "\n"


def _dimensions(entries: Sequence[Practice], results: Results) -> str:
    """Practices by the dimension that they belong to, and by grade."""
    parents = {node.id: node.parent for node in results.nodes}
    found = Counter[tuple[str | None, str]]((parents.get(entry.sub_dimension), entry.grade) for entry in entries)
    rows = (
        [node.title.en, *(counts := [found[node.id, grade] for grade in GRADES]), sum(counts)]
        for node in results.nodes
        if node.depth == 1
    )
    return markdown_table(["dimension", *GRADES, "all"], rows, len(GRADES) + 1)


def _start(practice: Practice) -> str:
    said = str(practice.started or "not known")
    return said if practice.in_use is None else f"{said}, in use {practice.in_use}"


def _where(practice: Practice, regions: dict[str, str]) -> str:
    if practice.abroad is not None:
        return f"{practice.abroad.city}, {practice.abroad.country.en}"
    return regions[practice.region] if practice.region else practice.province or ""


def _has_number(practice: Practice) -> bool:
    return any(result.value is not None for result in practice.results)


def _has_number_by_others(practice: Practice) -> bool:
    return any(result.value is not None and not result.self_reported for result in practice.results)
