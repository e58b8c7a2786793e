"""The audit workbook against Teladan, computed by LibreOffice: `python -m benchmarks.workbook`.

For each shipped framework in its opening year: what the file takes to write and weighs; the workbook computed anew,
every score, coverage, level and rank beside Teladan's; then a figure and a weight changed in the file, computed anew,
beside a scoring of the dataset and the framework changed in the same way. The largest difference of twenty regions, and
of all.
"""

from __future__ import annotations

import csv
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

from exports.workbook.book import audit_workbook
from exports.workbook.sheets import FIRST, HEADING, IDS, LABELS
from metrics import shipped
from metrics.explain import explain
from metrics.own.workbook import address
from metrics.results import Results, open_results
from tests.libreoffice import Sheets, changed, office, recalculated, sheets
from words import speak

KUPANG = "53.71"


@dataclass(frozen=True)
class Change:
    """An indicator's figure of Kota Kupang, and a node's weight."""

    leaf: str
    value: float
    node: str
    weight: float


CHANGES = {
    "masterplan": Change("poverty", 4.25, "learning", 2.5),
    "hdi": Change("expenditure_pc", 12345.0, "education", 2.0),
    "spbe": Change("spbe_services", 4.1, "spbe_policy", 0.4),
}


def with_changes(content: bytes, results: Results, change: Change) -> bytes:
    """The workbook as an auditor would change it."""
    cells = sheets(content)
    row = FIRST + results.regions()["region"].to_list().index(KUPANG)
    content = changed(content, "Raw", address(row, cells["Raw"][IDS].index(change.leaf)), change.value)
    weights = cells["Weights"]
    of_node = next(at for at, found in enumerate(weights) if found[-1] == change.node)
    return changed(content, "Weights", address(of_node, weights[HEADING].index("Weight")), change.weight)


def scored_with_changes(results: Results, framework: Path, change: Change, folder: Path) -> Results:
    """Another dataset and another framework file, scored from the start."""
    data, other = folder / "data", folder / "framework.yaml"
    shutil.copytree(shipped.DATA, data)
    explained = explain(results, KUPANG, change.leaf, results.opening_year)
    assert explained.derivation is not None
    origin = explained.derivation.raw
    assert origin is not None
    path = data / origin.file
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[origin.line - 1][rows[0].index("value")] = repr(change.value)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    written = yaml.safe_load(framework.read_text("utf-8"))
    _find(written, change.node)["weight"] = change.weight
    other.write_text(yaml.safe_dump(written, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return open_results(data, other)


def _find(node: dict[str, object], name: str) -> dict[str, object]:
    children = node.get("children")
    assert isinstance(children, dict)
    for own, child in children.items():
        if own == name:
            return dict.__getitem__(children, own)
        if "children" in child:
            try:
                return _find(child, name)
            except KeyError:
                continue
    raise KeyError(name)


def differences(book: Sheets, results: Results, year: int) -> pd.DataFrame:
    """How far scores, coverage and ranks lie from Teladan's: region, what, by; infinite where only one has a number."""
    rows = [
        (row.region, part, row.node, getattr(row, name))
        for row in results.scores(year).itertuples()
        for part, name in (("Scores", "score"), ("Covered", "coverage"))
    ]
    wanted = {(region, part, node): value for region, part, node, value in rows}
    for row in results.ranking(year).to_dict("records"):
        level = row["maturity"]
        wanted |= {
            (row["region"], "Ranks", "Rank"): row["rank"],
            (row["region"], "Ranks", "Rank in its kind"): row["rank_in_kind"],
            (row["region"], "Ranks", "Level"): None if pd.isna(level) or level == "x" else float(level),
        }
    found = []
    regions = results.regions()["region"].to_list()
    for part, heads in (("Scores", IDS), ("Covered", IDS), ("Ranks", FIRST - 1)):
        for region, cells in zip(regions, book[part][FIRST:], strict=True):
            for name, cell in list(zip(book[part][heads], cells, strict=True))[LABELS:]:
                if (region, part, name) in wanted:
                    found.append((region, f"{part} {name}", _apart(cell, wanted[region, part, name])))
    return pd.DataFrame(found, columns=["region", "what", "by"])


def _apart(cell: object, value: object) -> float:
    if pd.isna(value):
        return float("inf") if isinstance(cell, float) else 0.0
    return abs(cell - float(value)) if isinstance(cell, float) else float("inf")


def main() -> None:
    """Write, compute, compare and print."""
    if office() is None:
        raise SystemExit("LibreOffice is not installed")
    for framework in (shipped.FRAMEWORK, *sorted(shipped.FRAMEWORKS.glob("*.yaml"))):
        results = open_results(framework=framework)
        year, change = results.opening_year, CHANGES[results.framework.id]
        audit_workbook(speak("en"), results, year, "rankings")  # what is computed once and kept
        start = time.process_time()
        content = audit_workbook(speak("en"), results, year, "rankings")
        spent = time.process_time() - start
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            start = time.perf_counter()
            other = with_changes(content, results, change)
            found = recalculated({"before": content, "after": other}, folder)
            computed = time.perf_counter() - start
            before = differences(found["before"], results, year)
            changed_too = scored_with_changes(results, framework, change, folder / "scored")
            after = differences(found["after"], changed_too, year)
        some = [*results.regions()["region"].iloc[::27].head(19), KUPANG]
        print(f"{results.framework.id} {year}: {len(content):,} bytes, {spent:.1f} s to write")
        print(f"  LibreOffice, both workbooks opened, computed and written: {computed:.1f} s")
        for label, table in (("as published", before), ("after the changes", after)):
            twenty = table[table["region"].isin(some)]
            print(
                f"  {label}: largest difference {twenty['by'].max():.1e} in {len(some)} regions, "
                f"{table['by'].max():.1e} in all {table['region'].nunique()} ({len(table):,} cells)"
            )
        moved = found["after"]["Guide"]
        print("  regions whose score differs after the changes:", next(r[1] for r in moved if "differs" in str(r[0])))


if __name__ == "__main__":
    main()
