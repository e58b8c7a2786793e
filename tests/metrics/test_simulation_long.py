"""What if: the same as the chain gives for a dataset that holds the figures."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from metrics.problems import InputProblems
from metrics.results import Results, open_results
from metrics.simulation import Rescored, simulator
from tests.strategies import Case, cases, leaves_of, write_case


def assert_alike(found: Rescored, results: Results) -> None:
    """What is simulated is what the results have: figures to 1e-9, places and levels exactly."""
    rows = results.scores(found.year).set_index(["region", "node"]).loc[found.region]
    assert set(rows.index) == set(found.scores)
    for node, row in rows.astype(object).where(rows.notna(), None).to_dict("index").items():
        expected = math.nan if row["score"] is None else row["score"]
        assert found.scores[node] == pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True), node
        assert found.ranks[node] == row["rank"], node
        assert found.coverages[node] == pytest.approx(row["coverage"], rel=0, abs=1e-9), node
    (own,) = results.ranking(found.year).query("region == @found.region").astype(object).to_dict("records")
    for name in ("rank", "ranked", "rank_in_kind", "ranked_in_kind", "maturity"):
        expected = None if own[name] is None or own[name] != own[name] else own[name]
        if name == "ranked" or found.rank is not None or not name.startswith("rank"):
            assert getattr(found, name) == expected, name


@st.composite
def changes(draw: st.DrawFn) -> tuple[Case, Case, str, int, list[str]]:
    """A case, the same with other figures of one region in one year, and which indicators these are of."""
    case = draw(cases())
    region = draw(st.sampled_from(case.regions))["region"]
    leaves = {name: leaf for name, leaf in leaves_of(case.framework) if leaf.get("status") != "wanted"}
    figures = {(code, variable, year): value for code, variable, year, value in case.figures}
    first, last = case.framework.get("years", [0, 9999])
    year = draw(st.sampled_from(sorted({year for *_, year, _ in case.figures if first <= year <= last})))
    chosen = draw(st.lists(st.sampled_from(sorted(leaves)), min_size=1, max_size=3, unique=True))
    for name in chosen:
        variable = leaves[name].get("variable", name)
        others = sorted({value for (_, v, _), value in figures.items() if v == variable and value is not None})
        figures[region, variable, year] = draw(st.sampled_from([*others, 3.25, 17.0, 90.5]))
    changed = Case(case.framework, case.regions, [(*key, value) for key, value in figures.items()])
    return case, changed, region, year, chosen


@given(drawn=changes())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_random_frameworks_with_other_figures(drawn: tuple[Case, Case, str, int, list[str]]) -> None:
    case, changed, region, year, chosen = drawn
    with tempfile.TemporaryDirectory() as folder:
        before = open_results(*write_case(Path(folder) / "before", case))
        if year not in before.years:
            return
        assert_alike(simulator(before, year).published(region), before)
        try:
            after = open_results(*write_case(Path(folder) / "after", changed))
        except InputProblems:  # the method and these figures do not go together, perhaps in another year
            return
        then = simulator(after, year).current(region)
        if set(chosen) <= set(then):  # without a denominator a figure says nothing
            assert_alike(simulator(before, year).rescore(region, {name: then[name] for name in chosen}), after)
