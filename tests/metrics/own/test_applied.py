"""Which own figure stands for a year, and the score with it."""

import pytest

from metrics.own.applied import applied_figures, own_standing
from metrics.own.data import OwnData, OwnFigure, OwnTarget
from metrics.results import open_results
from metrics.simulation import simulator
from metrics.targets import published_targets
from tests.strategies import Case, write_case

KUPANG, ALOR = "53.71", "53.05"
YEAR = 2023


@pytest.fixture(scope="module")
def shipped():
    return open_results()


@pytest.mark.parametrize(
    ("years", "standing"),
    [
        ((2023,), 2023),  # the year's own before a later one
        ((2023, 2025), 2023),
        ((2024, 2025), 2025),  # the newest of the later ones
        ((2022,), None),  # published is 2023: nothing older
        ((), None),
    ],
)
def test_the_own_figure_of_a_year(shipped, years, standing):
    own = OwnData(KUPANG, tuple(OwnFigure("poverty", year, 5.0) for year in years))
    applied = applied_figures(shipped, own, YEAR)
    assert [one.figure.year for one in applied] == ([standing] if standing else [])


def test_no_figure_stands_across_a_break(shipped):
    stunting = next(node for node in shipped.nodes if node.id == "stunting")
    assert 2021 in stunting.breaks
    own = OwnData(KUPANG, (OwnFigure("stunting", 2021, 20.0),))
    assert applied_figures(shipped, own, 2020) == ()
    assert [one.figure.year for one in applied_figures(shipped, own, 2021)] == [2021]


def test_an_older_figure_stands_where_only_a_carried_one_is_published(shipped):
    node = next(node for node in shipped.nodes if node.variable == "improved_sanitation")
    own = OwnData(KUPANG, (OwnFigure(node.id, 2022, 99.0),))  # published is 2021, carried up to three years
    (applied,) = applied_figures(shipped, own, YEAR)
    assert (applied.figure.year, applied.published_year, applied.better) == (2022, 2021, True)


def test_a_newer_figure_does_not_rewrite_a_year_that_has_been_published(shipped):
    own = OwnData(KUPANG, (OwnFigure("poverty", 2025, 5.0), OwnFigure("sanitation", 2025, 99.0)))
    past, shown = (applied_figures(shipped, own, year) for year in (2018, shipped.opening_year))
    assert [one.node.id for one in past] == ["sanitation"] and past[0].published_year is None
    assert {one.node.id for one in shown} == {"poverty", "sanitation"}


GOALPOSTS = {"normalise": {"using": "goalposts"}, "goalposts": [0, 40]}
LEVELS = {"levels": [{"from": 0, "title": "low"}, {"from": 30, "title": "high"}], "minimum_coverage": 0.6}


def test_an_own_figure_that_is_carried_counts_as_in_a_dataset(tmp_path):
    def at(name, more):
        root = {"id": "index", "title": "Index", "years": [2020, 2023], "maturity": LEVELS, "minimum_coverage": 0}
        children = {"a": GOALPOSTS, "b": {**GOALPOSTS, "carry_forward": 2}}
        figures = [(region, "a", 2023, 10.0) for region in ("01", "02", "03")]
        figures += [(region, "b", year, 12.0) for region in ("02", "03") for year in (2020, 2023)]
        regions = [{"region": region, "name": region, "kind": "kota"} for region in ("01", "02", "03")]
        case = Case({**root, "children": children}, regions, [*figures, *more])
        return simulator(open_results(*write_case(tmp_path / name, case)), 2023)

    dataset = at("with", [("01", "b", 2021, 30.0)]).published("01")
    own = own_standing(at("without", []), OwnData("01", (OwnFigure("b", 2021, 30.0),))).own
    assert (dataset.maturity, dataset.coverages["b"], dataset.coverages["index"]) == ("x", 0.0, 0.5)
    assert (own.maturity, own.coverages, own.scores) == (dataset.maturity, dataset.coverages, dataset.scores)


def test_the_standing_with_own_figures_is_that_of_the_simulator(shipped):
    at = simulator(shipped, YEAR)
    own = OwnData(KUPANG, (OwnFigure("poverty", 2025, 1.0), OwnFigure("spbe_services", 2023, 5.0)))
    standing = own_standing(at, own)
    assert standing.own.scores == at.rescore(KUPANG, {"poverty": 1.0, "spbe_services": 5.0}).scores
    root = standing.nodes[0]
    assert root.node.id == shipped.root.id
    assert root.change > 0 and standing.own.rank < standing.published.rank
    assert standing.node("spbe_services").own == 100.0
    assert standing.node("stunting").change == 0.0
    assert [one.node.id for one in standing.applied] == ["spbe_services", "poverty"]
    assert all(one.better for one in standing.applied)


def test_without_own_figures_the_published_stand(shipped):
    standing = own_standing(simulator(shipped, YEAR), OwnData(ALOR, targets=(OwnTarget("poverty", 2029, 10.0),)))
    assert (standing.own.rank, standing.own.values, standing.applied) == (standing.published.rank, {}, ())
    assert all(not node.change for node in standing.nodes)


def test_the_targets_of_a_dataset(small):
    assert published_targets(small, "01.10") == (
        OwnTarget("schooling", 2026, 9.5), OwnTarget("water", 2030, 90.0, "Plan"),
    )  # fmt: skip
    assert published_targets(small, "02.10") == ()
    told = [problem for problem in small.warnings() if problem.code == "target-of-nothing"]
    assert [(problem.line, problem.details["value"]) for problem in told] == [(4, "sky")]
