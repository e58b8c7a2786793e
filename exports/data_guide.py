"""The guide to the shipped data: what there is, from whom, for which regions and years, and its flaws.

`python -m exports.data_guide` writes it to `docs/data.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exports.catalogue_guide import catalogue_section
from exports.markdown_table import markdown_table
from metrics.practices.catalogue import catalogue
from metrics.results import Results, open_results
from metrics.shipped import ROOT

GUIDE = ROOT / "docs" / "data.md"

OPENING = """\
# The figures

Written from the shipped data by `python -m exports.data_guide`; a test compares. The facts themselves stand in
[`data/`](../data), where every figure is one row of a source; mend them there, not here.
"""

CHECKS = """\
## How the figures were checked

- **By recomputing.** The components give the published Human Development Index, and the four domains the published
  SPBE index, to within rounding; [method.md](method.md#known-answers) has the numbers and tests hold them.
- **By order.** For every variable the order of regions was compared with that of the year before. Totals and ranges did
  not show that the rows of a table had slipped; the rank correlation did. `teladan check` repeats the comparison.
- **Against a second copy**, where one was found. What has none says so below.
- **Left out, not repaired.** Blanks printed as zero, figures off their scale, columns out of order and series under
  another definition are missing here, and the caveats of their source say so. Nothing was estimated or filled in.

Nearly all figures were read from public copies, not from the publisher. Verify a figure with its publisher before you
quote it.
"""

TARGETS = """\
## Targets

A dataset may hold `targets.csv`, one row a target: `region,indicator,year,target,source`. `indicator` is the id of an
indicator of the framework, `target` a number in the unit in which its figures are shown, `source` the plan that sets
it, such as an RPJMD or a masterplan. They are checked like figures (region, year, number, bounds of the indicator, no
row twice) and drawn on the time lines of the region. A target takes no part in any score.
"""

WARNINGS = {
    "rows-slipped": "the order of regions hardly agrees with the year before",
    "column-repeated": "nearly all figures equal those of the year before",
    "values-at-bound": "most figures are the same lowest or highest value",
}


def data_guide(results: Results) -> str:
    """The whole guide as Markdown. `results` are those of the dataset; its framework tells what is used."""
    parts = (
        OPENING,
        CHECKS,
        *_coverage(results),
        *_sources(results),
        *_groups(results),
        *catalogue_section(catalogue(results), results),
        TARGETS,
        *_quality(results),
    )
    return "\n".join(parts)


def _rows(results: Results, query: str) -> list[dict[str, Any]]:
    """The rows of a query, None for what is missing."""
    table = results.table(query).astype("object")
    records = table.where(table.notna(), None).to_dict("records")
    return [{str(column): value for column, value in record.items()} for record in records]


def _coverage(results: Results) -> Iterator[str]:
    counts = _rows(
        results,
        """
        SELECT variable, year, count(*) AS regions, any_value(of.regions) AS all_regions
        FROM figure, (SELECT count(*) AS regions FROM region) of GROUP BY variable, year
        """,
    )
    found = {(row["variable"], row["year"]): row["regions"] for row in counts}
    regions, years = counts[0]["all_regions"], sorted({year for _, year in found})
    statuses = {node.variable: node.status for node in results.nodes if node.is_leaf and node.variable}
    national: list[list[object]] = []
    partial: list[list[object]] = []
    described = """
        SELECT f.variable AS variable, v.title_en AS title_en, v.title_id AS title_id, v.unit AS unit
        FROM (SELECT DISTINCT variable FROM figure) f LEFT JOIN variable v ON v.variable = f.variable
        ORDER BY f.variable
    """
    for row in _rows(results, described):
        name = row["variable"]
        cells = [found.get((name, year)) for year in years]
        used = statuses.get(name)
        line = [f"`{name}`", row["title_en"], row["title_id"], row["unit"], used, *cells]
        half = max(cell or 0 for cell in cells) * 2 >= regions
        (national if half else partial).append(line)
    heads = ["variable", "title", "judul", "unit", "used", *map(str, years)]
    total = sum(found.values())
    yield f"""\
## Coverage

{total:,} figures of {len(national) + len(partial)} variables for {regions} regions. A cell is the number of regions
that have a figure of that very year. *Used* is the status of the variable in `indicators.yaml`: *active* counts in the
headline, *shown* is scored beside it.

### For at least half of the regions in some year
"""
    yield markdown_table(heads, national, len(years))
    yield "### For a part of the country\n\nNot for a national score: one or a few provinces have these.\n"
    yield markdown_table(heads, partial, len(years))


def _sources(results: Results) -> Iterator[str]:
    sources = _rows(
        results,
        """
        SELECT s.*, f.figures AS figures, f.variables AS variables, f.first AS first, f.last AS last
        FROM source s JOIN (
            SELECT source, count(*) AS figures, string_agg(DISTINCT variable, ' ' ORDER BY variable) AS variables,
                   min(year) AS first, max(year) AS last
            FROM figure GROUP BY source
        ) f ON f.source = s.source ORDER BY s.source
        """,
    )
    yield "## Sources\n"
    yield markdown_table(
        ["source", "publisher", "kind", "licence", "figures"],
        ([f"[{s['source']}](#{s['source']})", s["publisher"], s["kind"], s["licence"], s["figures"]] for s in sources),
        1,
    )
    for source in sources:
        yield "\n".join(_source(source)) + "\n"


def _source(source: dict[str, Any]) -> Iterator[str]:
    first, last = source["first"], source["last"]
    variables = ", ".join(f"`{name}`" for name in source["variables"].split())
    yield f"### {source['source']}\n"
    yield f"{source['title']}. {first if first == last else f'{first} to {last}'}: {variables}.\n"
    address = "not known" if source["address"] is None else f"<{source['address']}>"
    yield f"- Address: {address}" + (f", commit `{source['commit']}`" if source["commit"] else "")
    if source["accessed"]:
        yield f"- Read on {source['accessed']}"
    if source["note"]:
        yield f"- {source['note']}"
    for caveat in (source["caveats"] or "").splitlines():
        yield f"- **Caveat:** {caveat}"


def _groups(results: Results) -> Iterator[str]:
    groups = _rows(
        results,
        """
        SELECT m."group" AS name, any_value(d.title_en) AS en, any_value(d.title_id) AS id,
               any_value(d.description_en) AS description, count(DISTINCT m.region) AS members
        FROM membership m JOIN described_group d ON d."group" = m."group" GROUP BY m."group" ORDER BY m."group"
        """,
    )
    yield "## Groups\n\nMembers were chosen: a difference in score is not the doing of a programme or network.\n"
    yield markdown_table(
        ["group", "title", "judul", "regions named"],
        ([f"`{group['name']}`", group["en"], group["id"], group["members"]] for group in groups),
        1,
    )
    yield "\n".join(f"- `{group['name']}`: {group['description']}" for group in groups) + "\n"
    entries = _rows(
        results,
        """
        SELECT m."group" AS name, m.year AS year, m.status AS status, s.publisher AS publisher, s.address AS address,
               count(*) AS members
        FROM membership m JOIN group_source s ON s.source = m.source
        GROUP BY m."group", m.year, m.status, s.publisher, s.address
        ORDER BY m."group", m.year, m.status, s.publisher, s.address
        """,
    )
    yield markdown_table(
        ["group", "year", "status", "read from", "regions"],
        (
            [f"`{e['name']}`", str(e["year"]), e["status"], _link(e["publisher"], e["address"]), e["members"]]
            for e in entries
        ),
        1,
    )


def _link(text: str, address: str | None) -> str:
    return text if address is None else f"[{text}]({address})"


def _quality(results: Results) -> Iterator[str]:
    caveats = _rows(results, "SELECT variable, caveat_en FROM variable WHERE caveat_en IS NOT NULL ORDER BY variable")
    yield "## What to know of a variable\n"
    yield "\n".join(f"- `{row['variable']}`: {row['caveat_en']}" for row in caveats) + "\n"
    years: dict[tuple[str, str], list[str]] = {}
    for problem in results.warnings():
        if problem.code in WARNINGS:
            key = str(problem.details["variable"]), WARNINGS[problem.code]
            years.setdefault(key, []).append(str(problem.details["year"]))
    yield "## What `teladan check` warns of\n\nA warning is a place to look, not a verdict.\n"
    yield markdown_table(
        ["variable", "warning", "years"],
        ([f"`{variable}`", warning, ", ".join(found)] for (variable, warning), found in years.items()),
    )


if __name__ == "__main__":
    GUIDE.write_text(data_guide(open_results()), encoding="utf-8")
