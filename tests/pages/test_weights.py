"""The screen of a visitor's own weights: what it says, its sliders, its address and its files."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from charts.map import map_figure, repainted
from charts.palette import palette
from metrics.own_comparison import around, compared, most_moved, movement
from metrics.own_points import weights_of
from metrics.own_weights import own_framework, own_ranking
from metrics.points_text import read, written
from metrics.results import open_results
from pages.parts.weights import view as weights_view
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import speak

__all__ = ["no_drawing_is_kept"]

SCREEN = "weights.py"
MOVED = "governance:60,living:10"


@pytest.fixture(scope="module")
def results():
    return open_results()


@pytest.fixture(scope="module")
def moved(results):
    prepared = weights_view.prepared("masterplan", 2023)
    return compared(own_ranking(prepared, weights_of(prepared.nodes, {"living": 60})), results.ranking(2023))


NAMES = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=8)


@given(st.dictionaries(NAMES, st.integers(0, 100)))
def test_weights_go_into_the_address_and_come_back(points):
    assert read(written(points), dict.fromkeys(points, 50)) == (points, [])


@given(st.text(max_size=60))
def test_whatever_stands_in_the_address_is_read_or_told(address):
    points, ignored = read(address, {"a": 50, "b": 50})
    assert len(points) + len(ignored) == len([part for part in address.split(",") if part])
    assert set(points) <= {"a", "b"} and all(0 <= number <= 100 for number in points.values())


def test_parts_that_say_nothing_are_told():
    assert read("a:40,b:101,c:3,a:7,b,:5,b:-1,b:٣", {"a": 1, "b": 2}) == (
        {"a": 40},
        ["b:101", "c:3", "a:7", "b", ":5", "b:-1", "b:٣"],
    )


@pytest.mark.parametrize(("language", "first"), [("id", "Kota Kupang di peringkat"), ("en", "Kota Kupang ranks")])
def test_slider_moves_the_ranks_and_the_way_back_is_one_click(results, language, first):
    app = draw(SCREEN, lang=language, region="53.71")
    assert not app.exception and first in text(app)
    app.slider(key="points:governance").set_value(60).run()
    app.slider(key="points:living").set_value(10).run()
    assert not app.exception
    assert app.query_params["w"] == MOVED
    prepared = weights_view.prepared("masterplan", 2023)
    expected = own_ranking(prepared, weights_of(prepared.nodes, {"governance": 60, "living": 10})).set_index("region")
    told, words = text(app), speak(language)
    rank = int(expected.loc["53.71", "rank_in_kind"])
    assert f"Kota Kupang {'di peringkat' if language == 'id' else 'would rank'} {rank} (" in told
    assert words.number(expected.loc["53.71", "score"], 1) in told
    shared = draw(SCREEN, lang=language, region="53.71", w=MOVED)
    assert text(shared) == told
    assert [slider.value for slider in shared.slider] == [slider.value for slider in app.slider]
    back = words.say("Back to the framework's weights")
    next(button for button in app.button if button.label == back).click().run()
    assert "w" not in app.query_params
    assert next(button for button in app.button if button.label == back).disabled
    assert first in text(app) and app.slider(key="points:living").value == 25


def test_address_that_makes_no_sense_is_told_and_left_out():
    app = draw(SCREEN, lang="en", w="governance:60,<b>:4,living:1000,x:1,y:2")
    assert not app.exception and not app.error
    told = text(app)
    assert "no weight of this framework: &lt;b&gt;:4, living:1000, x:1, …." in told
    assert app.slider(key="points:governance").value == 60 and app.slider(key="points:living").value == 25
    assert "places higher or lower with your weights" in told


def test_weights_moved_in_a_fold_are_seen_from_outside():
    within = next(
        node.id for parent, family in weights_view.sliders("masterplan", 2023) if parent for node in family[1]
    )
    folds = {fold.label: fold.proto.expanded for fold in draw(SCREEN, lang="en").expander if "Within" in fold.label}
    assert folds and not any(folds.values()) and not any("moved" in label for label in folds)
    app = draw(SCREEN, lang="en", w=f"governance:60,{within}:7")
    opened = [fold.label for fold in app.expander if fold.proto.expanded]
    assert len(opened) == 1 and opened[0].endswith(": 1 weight moved")
    app.slider(key=f"points:{within}").set_value(weights_view.usual_points("masterplan", 2023)[within]).run()
    assert [fold.label for fold in app.expander if fold.proto.expanded] == [opened[0].partition(":")[0]]


def test_framework_without_levels_speaks_of_none():
    told = text(draw(SCREEN, lang="en", framework="hdi", w="education:80"))
    assert (
        "another rank within their kind." in told
        and "level" not in told.partition("<h1")[2].partition("</h1>")[2][:300]
    )


def test_all_weights_at_0_leave_nothing_to_rank():
    app = draw(SCREEN, lang="en", w="governance:0,economy:0,living:0,society:0", region="53.71")
    assert not app.exception
    assert "Every weight is 0: there is nothing to rank." in text(app)
    assert not app.get("download_button")


@pytest.mark.parametrize("region", ["31.71", "95.08"])
def test_region_without_a_score_is_told_so(region):
    told = text(draw(SCREEN, lang="en", region=region, w="governance:60"))
    assert "cannot be assessed with your weights" in told or "would rank" in told


def test_framework_to_take_away_has_the_weights(results):
    prepared = weights_view.prepared("masterplan", 2023)
    written_down = yaml.safe_load(own_framework(prepared, weights_of(prepared.nodes, {"governance": 60, "living": 0})))
    assert written_down["children"]["governance"]["weight"] == 60
    assert written_down["children"]["living"]["status"] == "shown"


def test_who_moves_is_counted_against_the_framework(results, moved):
    found = movement(moved)
    assert found.ranked == found.ranked_before == 489
    assert 0 < found.far < found.moved <= 489 and 0 < found.other_level < found.moved
    gains, losses = most_moved(moved[moved["kind"] == "kota"], "change_in_kind", 5)
    assert len(gains) == len(losses) == 5
    assert gains["change_in_kind"].is_monotonic_decreasing and gains["change_in_kind"].min() > 0
    assert losses["change_in_kind"].is_monotonic_increasing and losses["change_in_kind"].max() < 0
    same = compared(results.ranking(2023), results.ranking(2023))
    assert movement(same).moved == 0 and all(part.empty for part in most_moved(same, "change", 5))


def test_short_table_has_the_first_and_those_around_mine(moved):
    rows = moved[moved["rank"].notna()].reset_index(drop=True)
    mine = rows.loc[100, "region"]
    assert around(rows, mine, 3, 2).index.tolist() == [0, 1, 2, 98, 99, 100, 101, 102]
    assert around(rows, None, 3, 2).index.tolist() == [0, 1, 2]
    assert around(rows, rows.loc[0, "region"], 1, 1).index.tolist() == [0, 1]


def test_repainted_map_differs_in_fills_and_tooltips_only(results):
    regions = results.ranking(2023).merge(results.regions()[["region", "lat", "lon", "population"]], on="region")
    codes, colours = regions["region"].tolist(), palette("light")

    def drawn(fills):
        return map_figure(regions, fills, dict.fromkeys(codes, ""), "53.71", speak("en"), colours, clickable=False)

    bare = drawn(["#ffffff"] * len(codes)).to_dict()
    fills = {code: None if i % 2 else "#123456" for i, code in enumerate(codes)}
    painted = repainted(bare, fills, {code: f"<b>{code}</b>" for code in codes}, colours)
    one, other = (figure.to_dict()["data"][1] for figure in (painted, drawn(list(fills.values()))))
    assert one.pop("hovertext") == [f"<b>{code}</b>" for code in one["customdata"]]
    assert set(other.pop("hovertext")) == {""} == set(bare["data"][1]["hovertext"])
    assert str(one) == str(other)
