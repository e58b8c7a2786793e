"""The audit workbook: its formulas give what Teladan scores, before and after a change; what is not live says so."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from click.testing import CliRunner

from exports.workbook.book import audit_workbook
from metrics.cli import main
from metrics.own.workbook import address
from tests.libreoffice import changed, formula, office, recalculated, sheets
from tests.metrics.scoring import YEAR, opened
from words import speak

FIRST = 8  # the first region's row, from 0
VALUES = {  # no two figures of an indicator but one pair are the same, and each way of missing occurs
    "spread": [3.0, 8.0, 5.5, 13.0, 21.0, None],
    "gaps": [40.0, 25.0, None, 75.0, 60.0, 25.0],
    "income": [900.0, 2500.0, 1400.0, 8000.0, 4100.0, 1200.0],
    "counted": [12.0, 30.0, 7.0, None, 55.0, 20.0],
    "people": [100.0, 250.0, 0.0, 400.0, 800.0, 160.0],
    "outliers": [1.0, 2.0, 2.5, 3.0, 3.5, 900.0],
}
REGIONS = [f"0{number}" for number in range(1, 7)]


def leaf(variable, **keys):
    return {"variable": variable, **keys}


def above(using, **keys):
    """On a scale that a geometric mean can take."""
    return {"normalise": {"using": using, "range": [1, 100], **keys}}


CHILDREN = {
    "plain": {
        "minimum_coverage": 0.5,
        "children": {
            "posts": leaf("spread", goalposts=[0, 20], weight=2, normalise={"using": "goalposts"}),
            "posts_lower": leaf("gaps", goalposts=[80, 20], direction="lower", normalise={"using": "goalposts"}),
            "logarithm": leaf("income", scale="log", goalposts=[500, 9000], normalise={"using": "goalposts"}),
        },
    },
    "geometric": {
        "status": "shown",
        "aggregate": "geometric",
        "children": {
            "lowest_highest": leaf("gaps", direction="lower", **above("minmax")),
            "of_highest": leaf("income", **above("fraction_of_max")),
        },
    },
    "harmonic": {
        "status": "shown",
        "aggregate": "harmonic",
        "children": {
            "to_target": leaf("income", target=3000, scale="log", **above("distance_to_target")),
            "to_reference": leaf("gaps", direction="lower", **above("distance_to_reference", reference="01")),
        },
    },
    "power": {
        "aggregate": "power",
        "p": 2,
        "children": {
            "share": leaf("gaps", normalise={"using": "percentile"}),
            "best": leaf("income", direction="lower", normalise={"using": "distance_to_max"}),
        },
    },
    "minimum": {
        "status": "shown",
        "aggregate": "minimum",
        "children": {
            "place": leaf("income", normalise={"using": "rank"}),
            "above": leaf("gaps", direction="lower", normalise={"using": "borda"}),
        },
    },
    "penalty": {
        "status": "shown",
        "aggregate": "mazziotta_pareto",
        "children": {
            "score": leaf("income", normalise={"using": "zscore", "mean": 100, "sd": 10}),
            "score_lower": leaf("gaps", direction="lower", normalise={"using": "zscore", "mean": 100, "sd": 10}),
        },
    },
    "duels": {"status": "shown", "aggregate": "copeland", "children": {"one": leaf("income"), "two": leaf("gaps")}},
    "prepared": {
        "children": {
            "divided": leaf("counted", per="people", times=1000),
            "estimated": leaf("counted", impute={"using": "mean"}),
            "limited": leaf("outliers", treat={"winsorise": 1, "otherwise": "none"}),
            "in_logarithms": leaf("outliers", treat={"winsorise": 0, "otherwise": "log"}),
        }
    },
}  # fmt: skip
MATURITY = {"levels": [{"from": 0, "title": "Low"}, {"from": 45, "title": "High"}], "minimum_coverage": 0.7}


def scored(folder, values, children):
    columns = {name: dict(zip(REGIONS, column, strict=True)) for name, column in values.items()}
    return opened(folder, children, columns, maturity=MATURITY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("before")


@pytest.fixture(scope="module")
def results(folder):
    return scored(folder, VALUES, CHILDREN)


@pytest.fixture(scope="module")
def content(results):
    return audit_workbook(speak("en"), results, YEAR, "rankings?year=2020")


def where(content, sheet, region, heading):
    """The cell of a region under a heading: row and column from 0."""
    rows = sheets(content)[sheet]
    return REGIONS.index(region) + FIRST, next(
        at for row in rows[:FIRST] for at, cell in enumerate(row) if cell == heading
    )


def expected(results):
    """(region, node) -> score and coverage; (region, heading) -> of the ranks."""
    scores = results.scores(YEAR)
    nodes = {(r.region, r.node): (r.score, r.coverage) for r in scores.itertuples()}
    ranks = {r["region"]: r for r in results.ranking(YEAR).to_dict("records")}
    return nodes, ranks


def same(found, wanted):
    if pd.isna(wanted):
        return found == ""
    return isinstance(found, float) and math.isclose(found, wanted, rel_tol=0, abs_tol=1e-9)


def wrong(book, results):
    """Every cell of scores, coverage and ranks that differs from the results."""
    nodes, ranks = expected(results)
    found = []
    for sheet, part in (("Scores", 0), ("Covered", 1)):
        ids = book[sheet][5]
        for row, region in zip(book[sheet][FIRST:], REGIONS, strict=True):
            cells = ((ids[at], row[at]) for at in range(3, len(ids)))
            found += [(sheet, region, node, cell) for node, cell in cells if not same(cell, nodes[region, node][part])]
    heads = book["Ranks"][FIRST - 1]
    for row, region in zip(book["Ranks"][FIRST:], REGIONS, strict=True):
        known = ranks[region]
        placed = pd.notna(known["rank"])
        for heading, wanted in (("Score", known["score"]), ("Rank", known["rank"]),
                                ("Number ranked", known["ranked"] if placed else None),
                                ("Coverage", known["coverage"])):  # fmt: skip
            if not same(row[heads.index(heading)], wanted):
                found.append(("Ranks", region, heading, row[heads.index(heading)]))
        level = row[heads.index("Level")]
        if str(level if level == "x" else int(level)) != known["maturity"]:
            found.append(("Ranks", region, "Level", level))
    return found


def test_cells_hold_the_results_for_programs_that_do_not_compute(content, results):
    assert not wrong(sheets(content), results)


@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed")
def test_libreoffice_computes_the_same_and_what_a_change_makes_of_it(content, results, tmp_path):
    other = content
    for region, value in {"02": None, "03": 17.5, "06": 2.0}.items():  # one left out, one changed, one filled in
        other = changed(other, "Raw", address(*where(content, "Raw", region, "posts")), value)
    weights = sheets(content)["Weights"]
    of_plain = next(at for at, cells in enumerate(weights) if cells[-1] == "plain")
    other = changed(other, "Weights", address(of_plain, weights[3].index("Weight")), 3)
    found = recalculated({"before": content, "after": other}, tmp_path)
    assert not wrong(found["before"], results)
    values = VALUES | {"spread": [3.0, None, 17.5, 13.0, 21.0, 2.0]}
    children = CHILDREN | {"plain": CHILDREN["plain"] | {"weight": 3}}
    assert not wrong(found["after"], scored(tmp_path / "scored", values, children))
    told = {row[0]: row[1] for row in found["after"]["Guide"] if row[0]}
    assert told["Regions whose score differs"] > 0
    assert {row[0]: row[1] for row in found["before"]["Guide"]}["Regions whose score differs"] == 0


def test_a_cell_names_what_it_comes_from(content):
    at = address(*where(content, "Normalised", "01", "posts"))
    raw = formula(content, "Denominated", at)
    assert raw == f'IF(ISNUMBER(Raw!{at}),Raw!{at},"")'
    assert f"Treated!{at}" in formula(content, "Normalised", at)
    assert "Constants!" in formula(content, "Normalised", at)
    whole = formula(content, "Scores", address(FIRST, 3))
    assert "SUMPRODUCT(" in whole
    assert ";" not in whole


def test_what_is_not_live_is_a_number_and_is_told(content, results):
    row, column = where(content, "Scores", "01", "duels")
    assert formula(content, "Scores", address(row, column)) is None
    estimated = address(*where(content, "Treated", "04", "estimated"))
    assert formula(content, "Treated", estimated) is None
    guide = " ".join(str(cell) for row in sheets(content)["Guide"] for cell in row)
    for told in ("Copeland", "Estimates of missing values", "outliers", "highest or lowest figure"):
        assert told in guide


def test_every_figure_has_its_row_of_a_source(content, results):
    rows = sheets(content)["Sources"][4:]
    raw = results.table("SELECT count(*) AS n FROM raw WHERE year = ?", [YEAR])["n"][0]
    divided = results.table("SELECT count(*) AS n FROM denominator WHERE year = ?", [YEAR])["n"][0]
    assert len(rows) == raw + divided
    assert all(row[7].startswith("sources/") and row[8] >= 2 for row in rows)


def test_the_same_gives_the_same_bytes_in_either_language(results, content):
    assert audit_workbook(speak("en"), results, YEAR, "rankings?year=2020") == content
    names = list(sheets(audit_workbook(speak("id"), results, YEAR, "rankings")))
    assert names[:2] == ["Panduan", "Angka"]
    assert len(names) == len(sheets(content))


def test_a_year_that_is_not_scored_has_no_workbook(results):
    with pytest.raises(KeyError):
        audit_workbook(speak("en"), results, 1999, "rankings")


def test_the_command_writes_the_same_file_or_nothing(results, folder, tmp_path):
    out = tmp_path / "audit.xlsx"
    base = ["export", "xlsx", "--data", str(folder / "data"), "--framework", str(folder / "framework.yaml")]

    def run(*more):
        return CliRunner().invoke(main, [*base, *more]).exit_code

    assert run("--out", str(tmp_path / "audit.csv")) == 2
    assert run("--out", str(out), "--year", "1999") == 1
    assert not list(tmp_path.iterdir())
    assert run("--out", str(out), "--lang", "en") == 0
    view = f"rankings?lang=en&framework=index&year={YEAR}"
    assert out.read_bytes() == audit_workbook(speak("en"), results, YEAR, view)
