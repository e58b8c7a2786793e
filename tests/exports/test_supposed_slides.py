"""What is only supposed, as slides: other figures and other weights, beside what is published."""

import pandas as pd

from charts.slides.kinds import Rows
from metrics.own_points import weights_of
from metrics.own_weights import own_ranking, prepare
from metrics.simulation import simulator
from tests.exports.test_slides import DEIYAI, KUPANG, SEMARANG, results_of, rows, slide

SET = "set=spbe_services:4,poverty:5"


def test_a_what_if_shows_score_and_dimensions_before_and_after() -> None:
    what_if = simulator(results_of(""), 2023)
    before, after = what_if.published(KUPANG), what_if.rescore(KUPANG, {"spbe_services": 4, "poverty": 5})
    found = slide(f"what-if?region={KUPANG}&{SET}", "en")
    assert isinstance(found.chart, Rows)
    first, *parts = found.chart.rows
    assert (first.value, first.beside) == (round(after.score, 9), round(before.score, 9))
    assert {row.estimate for row in parts} == {True, False}  # only what moves is no published figure
    assert all(row.estimate == (row.value != row.beside) for row in found.chart.rows)
    assert f"{after.score:.1f} instead of {before.score:.1f}" in found.headline
    assert f"rank {after.rank_in_kind} (" in found.headline and f"instead of {before.rank_in_kind} (" in found.headline


def test_a_what_if_names_what_is_set_where_no_storyline_takes_it_away() -> None:
    caption = slide(f"what-if?region={KUPANG}&{SET},none:3", "en").caption
    assert "Not published" in caption and "5.0" in caption and "4.00" in caption and "none:3" in caption


def test_a_what_if_says_from_where_to_where_a_figure_beyond_can_be_set() -> None:
    caption = slide(f"what-if?region={KUPANG}&set=poverty:99,spbe_services:x", "en").caption
    assert "Poverty rate 99.0 (can be set from 3.0 to " in caption and "spbe_services:x" in caption


def test_a_what_if_of_nothing_is_what_is_published() -> None:
    chart = slide(f"what-if?region={KUPANG}").chart
    assert isinstance(chart, Rows) and not any(row.estimate or row.beside is not None for row in chart.rows)
    assert slide("what-if").chart is None and slide(f"what-if?region={DEIYAI}&set=poverty:9").chart is None


def test_own_weights_show_both_ranks_of_the_kind() -> None:
    ready = prepare(results_of(""), 2023)
    own = own_ranking(ready, weights_of(ready.nodes, {"living": 60})).set_index("name")
    usual = results_of("").ranking(2023).set_index("name")
    found = rows(f"weights?region={KUPANG}&w=living:60", mine=SEMARANG)
    assert {found["Kota Kupang"].role, found["Kota Semarang"].role} == {"subject", "mine"}
    for name, row in found.items():
        assert (row.value, row.beside) == (own.loc[name, "rank_in_kind"], usual.loc[name, "rank_in_kind"])
        assert row.estimate and row.low is not None and row.high is not None and row.low <= row.value <= row.high


def test_own_weights_without_a_region_are_the_first_of_the_country() -> None:
    found = slide("weights?w=living:60,none:3", "en")
    assert isinstance(found.chart, Rows)
    assert [row.value for row in found.chart.rows] == sorted(row.value or 0 for row in found.chart.rows)
    assert "25 → 60" in found.caption and "none:3" in found.caption
    table = pd.Series([row.beside for row in slide("weights").chart.rows])
    assert table.isna().all()


def test_weights_that_leave_nothing_show_nothing() -> None:
    nodes = [node.id for node in results_of("").children(results_of("").root.id)]
    nothing = slide("weights?w=" + ",".join(f"{node}:0" for node in nodes), "en")
    assert nothing.chart is None and "nothing" in nothing.headline


def test_a_what_if_of_a_year_without_bands_tells_no_rank() -> None:
    node = next(one.id for one in results_of("hdi").nodes if one.is_leaf)
    found = slide(f"what-if?framework=hdi&year=2018&region={KUPANG}&set={node}:75", "en")
    assert "instead of 78.8" in found.headline and "rank" not in found.headline
