"""Distance and pace to a target, and the plan beside the figures."""

from pathlib import Path

import pytest

from metrics.own.beside import plan_beside
from metrics.own.data import OwnData, OwnFigure, OwnTarget, Programme
from metrics.own.to_target import Newest, ToTarget, to_targets
from metrics.profile import region_profile
from metrics.results import Results, open_results
from pages.parts.own.target_words import say_target
from words import speak

KUPANG = "53.71"


@pytest.fixture(scope="module")
def results(results_cache: Path) -> Results:
    return open_results()


def found(results: Results, *targets: OwnTarget, figures: tuple[OwnFigure, ...] = ()) -> tuple[ToTarget, ...]:
    return to_targets(results, OwnData(KUPANG, figures, targets))


def published(results: Results, node: str) -> dict[int, float]:
    rows = results.table(
        "SELECT year, value FROM imputed WHERE region = ? AND node = ? AND origin = 'figure'", [KUPANG, node]
    )
    return dict(zip(rows["year"], rows["value"], strict=True))


def test_what_it_takes_stands_beside_what_was_done(results: Results) -> None:
    values = published(results, "poverty")
    last, first = max(values), max(min(values), max(values) - 5)
    yearly = (values[last] - values[first]) / (last - first)
    assert yearly < 0
    goal = values[last] + 3 * yearly
    (slow,) = found(results, OwnTarget("poverty", last + 6, goal, "RPJMD"))
    assert slow.state == "enough" and slow.arrival == last + 3
    assert slow.needed == pytest.approx(yearly / 2) and slow.expected == pytest.approx(values[last] + 6 * yearly)
    (fast,) = found(results, OwnTarget("poverty", last + 2, goal, "RPJMD"))
    assert fast.state == "behind" and fast.needed == pytest.approx(1.5 * yearly)
    assert fast.distance == pytest.approx(-3 * yearly)


def test_own_figure_is_the_newest_and_moves_the_pace(results: Results) -> None:
    values = published(results, "poverty")
    last = max(values)
    own = OwnFigure("poverty", last + 1, values[last] + 4)
    (told,) = found(results, OwnTarget("poverty", last + 4, values[last] - 1), figures=(own,))
    assert told.newest is not None and (told.newest.year, told.newest.own) == (last + 1, True)
    assert told.state == "away" and told.arrival is None
    (reached,) = found(results, OwnTarget("poverty", last + 4, values[last] + 5), figures=(own,))
    assert reached.state == "reached"
    (missed,) = found(results, OwnTarget("poverty", last, values[last] - 1), figures=(own,))
    assert missed.state == "missed" and missed.needed is None


def test_the_figure_of_its_year_tells_whether_a_target_was_reached(results: Results) -> None:
    year, words = max(published(results, "poverty")) + 1, speak("en")
    target = OwnTarget("poverty", year, 7.5)
    fell = (OwnFigure("poverty", year, 7.0), OwnFigure("poverty", year + 1, 9.0))
    rose = (OwnFigure("poverty", year, 9.0), OwnFigure("poverty", year + 1, 7.0))
    (reached,) = found(results, target, figures=fell)
    (missed,) = found(results, target, figures=rose)
    assert (reached.state, missed.state) == ("reached", "missed")
    assert f"It was reached: the figure of that year is 7.0 (◆ {year})" in say_target(words, reached)
    assert f"The newest figure is 9.0 (◆ {year + 1})." in say_target(words, reached)
    assert f"It was not reached: the figure of that year is 9.0 (◆ {year})" in say_target(words, missed)
    for figures, state, said in ((fell, "missed", "does not reach it"), (rose, "reached", "reaches it")):
        (later,) = found(results, target, figures=figures[1:])
        assert (later.state, later.arrival) == (state, None)
        assert f"There is no figure of {year}; the newest, " in say_target(words, later)
        assert f"(◆ {year + 1}), {said}." in say_target(words, later)


def test_figures_on_two_sides_of_a_break_are_not_called_one(results: Results) -> None:
    node = next(node for node in results.nodes if node.breaks and node.is_leaf and published(results, node.id))
    last = max(node.breaks[-1], max(published(results, node.id)) + 1)
    target = ToTarget(node, OwnTarget(node.id, last + 2, 5.0), Newest(last, 4.0, True), None)
    assert target.state == "no pace"
    assert "for lack of two figures of one series within 5 years" in say_target(speak("en"), target)


def test_nothing_is_reckoned_across_a_break_or_without_figures(results: Results) -> None:
    broken = next(node for node in results.nodes if node.breaks and node.is_leaf and node.id.startswith("spbe"))
    (across,) = found(results, OwnTarget(broken.id, broken.breaks[0] - 1, 5.0))
    assert across.state == "broken" and across.expected is None
    assert across.broken == broken.breaks[0]


def test_every_sub_dimension_has_its_programmes_and_its_figures(results: Results) -> None:
    plan = [Programme("Layanan satu pintu", "quick win", "public_service"), Programme("Jalan", "programme", "mobility")]
    rows = {row.node.id: row for row in plan_beside(results, region_profile(results, KUPANG, 2023), plan)}
    served = rows["public_service"]
    assert [programme.title for programme in served.programmes] == ["Layanan satu pintu"]
    assert [place.node.id for place in served.indicators] == ["spbe_services"] and served.weak is not None
    assert rows["mobility"].place is None and rows["mobility"].weak is None and len(rows["mobility"].programmes) == 1
    assert len(rows) == 18
