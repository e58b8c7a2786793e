"""`teladan explain`: its own numbers give the score, and its source lines are where the figure stands."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from exports.explanation import explanation_lines
from metrics import shipped
from metrics.cli import main
from metrics.explain import Explanation, explain
from metrics.results import Results, open_results
from tests.metrics.scoring import YEAR, Values, opened
from words import LANGUAGES, speak

FIGURE = re.compile(
    r"Figure: (?P<variable>\S+) (?P<year>\d{4}) = (?P<value>\S+) .*; (?P<file>\S+), line (?P<line>\d+)$"
)
REGIONS = "ABCDEFGHIJ"
VALUES: Values = {
    "x": dict(zip(REGIONS, [1.0, 2.0, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0, 100.0], strict=True)),
    "y": dict(zip(REGIONS, [20.0, 31.0, 42.0, 53.0, 64.0, 75.0, 86.0, 97.0, 98.0, None], strict=True)),
    "people": dict.fromkeys(REGIONS, 0.000125),
}


def lines_of(results: Results, region: str, node: str, year: int = YEAR) -> list[str]:
    found = explain(results, region, node, year)
    return explanation_lines(speak("en"), f"Region {region}", region, year, found)


def compute(formula: str) -> float:
    """A formula as it is printed, worked out."""
    plain = formula.replace(",", "").replace("×", "*").replace("−", "-").replace("^", "**")
    assert re.fullmatch(r"[\d.+\-*/() e]+", plain), formula
    return float(eval(plain))


def computed(line: str) -> tuple[float, float]:
    """What the formula of a line gives, and what the line says it gives."""
    line = line.partition(" (x = ")[0]
    formula, _, score = line.partition(": ")[2].rpartition(" = ")
    for words in (", kept within 0 and 1, × ", ", at most 1, × "):
        if words in formula:
            share, _, onto = formula.partition(words)
            floor = 0.0 if "kept" in words else -math.inf
            formula = f"{min(max(compute(share), floor), 1.0)!r} × {onto}"
    return compute(formula), float(score.replace(",", ""))


def walk(explained: Explanation) -> Iterator[Explanation]:
    yield explained
    for child in explained.children:
        yield from walk(child)


GOALPOSTS: dict[str, Any] = {"goalposts": [2.5, 7.25], "normalise": {"using": "goalposts"}}
NORMALISED: dict[str, dict[str, Any]] = {
    "minmax": {},
    "minmax onto odd ends": {"normalise": {"range": [1.2345, 9.8765]}},
    "lower is better": {"direction": "lower"},
    "logarithm": {"scale": "log"},
    "winsorised": {"treat": {"winsorise": 5}},
    "log treatment": {"treat": {"winsorise": 0, "otherwise": "log"}},
    "goalposts": GOALPOSTS,
    "goalposts, lower is better": GOALPOSTS | {"goalposts": [7.25, 2.5], "direction": "lower"},
    "goalposts on a logarithm": GOALPOSTS | {"scale": "log"},
    "zscore": {"normalise": {"using": "zscore", "mean": 100.125, "sd": 10}},
    "distance to the largest": {"normalise": {"using": "distance_to_max"}},
    "distance to a reference": {"normalise": {"using": "distance_to_reference", "reference": "E"}},
    "distance to a target": {"target": 50, "normalise": {"using": "distance_to_target"}},
    "fraction of the largest": {"normalise": {"using": "fraction_of_max"}},
    "divided": {"per": "people", "times": 0.012345},
}


PLACED = {using: {"normalise": {"using": using}} for using in ("rank", "borda", "percentile")}


def leaf_of(name: str) -> str:
    return name.replace(",", "").replace(" ", "_")


@pytest.fixture(scope="module")
def normalised(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """The same figures by every normaliser, a leaf each; they do not go together, so only one of them counts."""
    shown = {leaf_of(name): {"variable": "x", "status": "shown"} | leaf for name, leaf in (NORMALISED | PLACED).items()}
    return opened(tmp_path_factory.mktemp("normalised"), {"x": {}} | shown, VALUES)


@pytest.mark.parametrize("name", NORMALISED)
def test_the_formula_of_a_normaliser_gives_the_score(name: str, normalised: Results) -> None:
    leaf = leaf_of(name)
    for region in "AEJ":
        (line,) = (line for line in lines_of(normalised, region, leaf) if "Normalised:" in line)
        found, said = computed(line)
        assert found == pytest.approx(said, abs=1.1e-4), line
        assert explain(normalised, region, leaf, YEAR).score == pytest.approx(said, abs=6e-5)


@pytest.mark.parametrize("using", PLACED)
def test_places_are_told(using: str, normalised: Results) -> None:
    assert any("place 1 of 10 from below" in line for line in lines_of(normalised, "A", using))


AGGREGATED = ["arithmetic", "geometric", "harmonic", "power"]
LEAF = {"goalposts": [0, 100], "normalise": {"using": "goalposts"}}


@pytest.mark.parametrize("aggregate", AGGREGATED)
def test_the_formula_of_a_mean_gives_the_score(aggregate: str, tmp_path: Path) -> None:
    children = {"x": LEAF | {"weight": 0.12345}, "y": LEAF | {"weight": 2.5}}
    results = opened(tmp_path, children, VALUES, aggregate=aggregate, **({"p": 1.375} if aggregate == "power" else {}))
    for region in "AEJ":  # J has no y
        (line,) = (line for line in lines_of(results, region, "index") if "mean:" in line)
        found, said = computed(line)
        assert found == pytest.approx(said, abs=2e-3), line


@pytest.mark.parametrize(
    ("aggregate", "said"),
    [
        ("minimum", "Minimum of 1.0000; 20.0000 = 1.0000"),
        ("mazziotta_pareto", "; mean (1 × 1.0000 + 0.5 × 20.0000) / 1.5, 13.4350 the standard deviation"),
        ("copeland", "Copeland: 0 regions outranked less 9 that outrank this one = -9"),
    ],
)
def test_other_aggregators_are_told(aggregate: str, said: str, tmp_path: Path) -> None:
    results = opened(tmp_path, {"x": LEAF, "y": LEAF | {"weight": 0.5}}, VALUES, aggregate=aggregate)
    assert any(said in line for line in lines_of(results, "A", "index"))


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    children: dict[str, Any] = {"x": {}, "y": {}, "z": {"status": "wanted"}, "people": {"status": "shown"}}
    results = opened(tmp_path, children, VALUES, minimum_coverage=1)
    text = "\n".join(lines_of(results, "J", "index"))
    assert "index]: no score; coverage 50%" in text
    assert "Not scored: children with 50% of the weight have a score; 100% is needed." in text
    assert "No figure within reach, so there is no score." in text
    assert "No normalised value: the indicator has no information" in text  # people: the same everywhere
    assert "[z]" not in text


def test_what_stands_in_is_told(tmp_path: Path) -> None:
    """A carried figure, an estimate within a group, a winsorised one."""
    from tests.strategies import Case, write_case

    regions = [{"region": r, "name": r, "island": "east" if r < "D" else "west"} for r in "ABCDEF"]
    older = [(r, "x", YEAR - 1, 4.0 + i) for i, r in enumerate("ABCDEF")]
    now = [(r, "x", YEAR, 5.0 + i) for i, r in enumerate("ABCDE")]
    y = [(r, "y", YEAR, float(i * i)) for i, r in enumerate("BCDE")]
    children: dict[str, Any] = {
        "x": {"carry_forward": 1, "unit": "km"},
        "y": {"impute": {"using": "median", "by": "island"}},
        "y_mean": {"variable": "y", "impute": {"using": "mean", "by": "island"}},
        "y_all": {"variable": "y", "impute": {"using": "mean"}},
        "y_middle": {"variable": "y", "impute": {"using": "median"}},
    }
    framework = {"id": "index", "title": "Index", "years": [YEAR, YEAR], "children": children}
    results = open_results(*write_case(tmp_path, Case(framework, regions, [*older, *now, *y])))
    carried = "\n".join(lines_of(results, "F", "x"))
    assert f"Carried forward: the figure is from {YEAR - 1} and stands in for {YEAR}" in carried
    assert f"Figure: x {YEAR - 1} = 9 km; This test" in carried
    assert "0.5 is the median of the regions of the same island" in "\n".join(lines_of(results, "A", "y"))
    assert "0.5 is the mean of the regions of the same island" in "\n".join(lines_of(results, "A", "y_mean"))
    assert "3.5 is the mean of the regions that have one" in "\n".join(lines_of(results, "A", "y_all"))
    assert "2.5 is the median of the regions that have one" in "\n".join(lines_of(results, "A", "y_middle"))


@pytest.mark.parametrize(
    ("treat", "said"), [({"winsorise": 5}, "was brought to 6"), ({"winsorise": 0, "otherwise": "log"}, "logarithm")]
)
def test_treatment_is_told(treat: dict[str, Any], said: str, tmp_path: Path) -> None:
    results = opened(tmp_path, {"x": {"treat": treat}}, VALUES)
    assert any("Outlier treatment:" in line and said in line for line in lines_of(results, "J", "x"))


@pytest.fixture(scope="module")
def shipped_results() -> Results:
    return open_results()


@pytest.mark.parametrize("place", [0, 250, 513])
def test_every_source_line_holds_its_figure(shipped_results: Results, place: int) -> None:
    regions = shipped_results.regions()
    region = regions["region"].iloc[place]
    year = shipped_results.opening_year
    told = [m for line in lines_of(shipped_results, region, "masterplan", year) if (m := FIGURE.search(line))]
    assert len(told) >= 5
    for match in told:
        written = (shipped.DATA / match["file"]).read_text("utf-8-sig").splitlines()
        header, row = written[0].split(","), written[int(match["line"]) - 1].split(",")
        cells = dict(zip(header, row, strict=False))
        assert (cells["region"], cells["variable"], cells["year"]) == (region, match["variable"], match["year"])
        assert float(cells["value"]) == pytest.approx(float(match["value"].replace(",", "")), rel=1e-9)


def test_every_formula_of_the_headline_gives_its_score(shipped_results: Results) -> None:
    year = shipped_results.opening_year
    for region in shipped_results.ranking(year)["region"].iloc[[0, 488]]:
        for line in lines_of(shipped_results, region, "masterplan", year):
            if "Normalised:" in line or "mean:" in line:
                found, said = computed(line)
                assert found == pytest.approx(said, abs=2e-3), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command(language: str) -> None:
    options = ["--lang", language, "--year", "2023"]
    result = CliRunner().invoke(main, ["explain", "Kota Surabaya", "masterplan", *options], catch_exceptions=False)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "Kota Surabaya (35.78), 2023"
    found = explain(open_results(), "35.78", "masterplan", 2023)
    for explained in walk(found):
        if explained.node.status != "wanted":
            assert f"[{explained.node.id}]" in result.stdout


def test_marks_and_a_figure_that_cannot_be_divided(tmp_path: Path) -> None:
    children: dict[str, Any] = {
        "x": LEAF | {"proxy": True},
        "y": LEAF | {"status": "shown"},
        "z": LEAF | {"variable": "x", "per": "nought"},
    }
    results = opened(tmp_path, children, VALUES | {"nought": dict.fromkeys(REGIONS, 0.0)})
    text = "\n".join(lines_of(results, "A", "index"))
    assert "Proxy: it stands in" in text
    assert "Shown: it is outside" in text
    assert "no denominator above 0" in text
    assert text.count("values.csv, line") == 3
