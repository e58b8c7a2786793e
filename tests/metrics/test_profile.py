"""A region beside its kind: percentiles, medians, strengths, what is missing, and the years."""

from pathlib import Path
from statistics import median

import pytest

from metrics.profile import region_profile
from metrics.results import Results, open_results
from metrics.time_series import Point, TimeSeries, time_series

YEAR = 2023


@pytest.fixture(scope="module")
def results(results_cache: Path) -> Results:
    return open_results()


def kin(results: Results, node: str, year: int = YEAR, kind: str = "kota") -> dict[str, float]:
    """The values of an indicator in the regions of a kind, counted another way."""
    rows = results.table(
        "SELECT i.region AS region, i.value AS value FROM imputed i JOIN region r ON r.region = i.region "
        "WHERE i.node = ? AND i.year = ? AND r.kind = ?",
        [node, year, kind],
    )
    return dict(zip(rows["region"], rows["value"], strict=True))


@pytest.mark.parametrize(("node", "lower_is_better"), [("rls", False), ("poverty", True), ("spbe_management", False)])
def test_percentile_counts_the_regions_of_the_kind(results: Results, node: str, lower_is_better: bool) -> None:
    place = next(p for p in region_profile(results, "53.71", YEAR).places if p.node.id == node)
    values = kin(results, node)
    mine = values["53.71"]
    worse = sum(value > mine if lower_is_better else value < mine for value in values.values())
    same = sum(value == mine for value in values.values()) - 1
    assert place.percentile == pytest.approx(100 * (worse + same / 2) / (len(values) - 1))
    assert (place.value, place.compared) == (mine, len(values))
    assert place.kind_median == pytest.approx(median(values.values()))


def test_dimension_stands_beside_the_medians_of_kind_and_province(results: Results) -> None:
    ranking = results.ranking(YEAR).set_index("region")
    for place in region_profile(results, "53.71", YEAR).dimensions:
        column = ranking[place.node.id].astype(float)
        assert place.score == pytest.approx(column["53.71"])
        assert place.kind_median == pytest.approx(column[ranking["kind"] == "kota"].median())
        province = ranking["province"] == "Nusa Tenggara Timur"
        assert place.province_median == pytest.approx(column[province].median())


def test_strengths_and_weaknesses_are_percentiles_and_do_not_overlap(results: Results) -> None:
    found = region_profile(results, "53.71", YEAR)
    leaves = [p for p in found.places if p.node.is_leaf and p.node.status == "active" and p.percentile is not None]
    percentiles = sorted(p.percentile for p in leaves if p.percentile is not None)
    assert [p.percentile for p in found.weaknesses] == percentiles[:3]
    assert [p.percentile for p in found.strengths] == percentiles[::-1][:3]
    assert not {p.node.id for p in found.strengths} & {p.node.id for p in found.weaknesses}


def test_weakest_dimension_is_the_lowest_percentile_of_the_headline(results: Results) -> None:
    found = region_profile(results, "53.71", YEAR)
    assert found.extremes is not None
    counted = [p for p in found.dimensions if p.node.status == "active"]
    assert found.extremes == (counted[0], counted[-1])
    assert found.extremes[1].percentile == min(p.percentile for p in counted if p.percentile is not None)


def test_dimensions_above_the_median_are_counted_without_those_outside_the_score(results: Results) -> None:
    assert region_profile(results, "53.71", YEAR).above_median == (1, 4)
    assert region_profile(results, "31.71", YEAR).above_median == (3, 3)


def test_what_is_missing_is_named_with_its_publisher(results: Results) -> None:
    found = region_profile(results, "31.71", YEAR)
    assert {one.node.id for one in found.missing} == set(results.missing(YEAR).query("region == '31.71'")["node"])
    assert all("PANRB" in " ".join(one.publishers) for one in found.missing)
    assert found.places[0].score is None
    assert found.places[0].percentile is None
    assert found.places[0].kind_median is not None


def test_shown_dimension_is_neither_strength_nor_extreme(results: Results) -> None:
    for region in ("53.71", "35.78", "31.71"):
        found = region_profile(results, region, YEAR)
        named = [*found.strengths, *found.weaknesses, *(found.extremes or ())]
        assert {place.node.status for place in named} == {"active"}


def test_memberships_carry_both_languages(results: Results) -> None:
    found = {one.group: one for one in region_profile(results, "53.71", YEAR).memberships}
    assert found["citynet-indonesia"].year == 2019
    assert set(found["citynet-indonesia"].title or {}) == {"id", "en"}


def test_unknown_region_is_a_key_error(results: Results) -> None:
    with pytest.raises(KeyError):
        region_profile(results, "99.99", YEAR)


def series_of(results: Results, region: str, node: str) -> TimeSeries:
    return next(series for series in time_series(results, region) if series.node.id == node)


def test_series_breaks_where_the_framework_says_and_figures_stand_on_both_sides(results: Results) -> None:
    stunting = series_of(results, "53.71", "stunting")
    assert stunting.breaks == (2021,)
    assert [[point.year for point in segment] for segment in stunting.segments] == [[2018], [2021, 2023]]
    assert series_of(results, "53.71", "spbe_services").breaks == ()


def test_carried_figures_keep_their_own_year(results: Results) -> None:
    sanitation = series_of(results, "53.71", "sanitation")
    assert [(p.year, p.figure_year, p.origin) for p in sanitation.points] == [
        (2021, 2021, "figure"), (2022, 2021, "carried"), (2023, 2021, "carried"), (2024, 2021, "carried"),
    ]  # fmt: skip


def test_series_holds_the_figures_as_published(results: Results) -> None:
    assert Point(2023, 11.62, 2023, "figure") in series_of(results, "53.71", "rls").points


def test_indicator_without_figures_has_an_empty_series(results: Results) -> None:
    assert series_of(results, "31.71", "spbe_services").points == ()
