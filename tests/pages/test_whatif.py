"""The what-if screen: what it says, its sliders and its address."""

import re

from hypothesis import given
from hypothesis import strategies as st

from metrics.settings_text import read, written
from pages.shared.results import simulated
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import speak

__all__ = ["no_drawing_is_kept"]

SCREEN = "whatif.py"
NAMES = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=8)
FIGURES = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3))


@given(st.dictionaries(NAMES, FIGURES))
def test_figures_go_into_the_address_and_come_back(values):
    assert read(written(values), dict.fromkeys(values, (-1e6, 1e6))) == (values, [])


@given(st.text(max_size=60))
def test_whatever_stands_in_the_address_is_read_or_told(address):
    values, ignored = read(address, {"a": (0, 5), "b": (0, 5)})
    assert len(values) + len(ignored) == len([part for part in address.split(",") if part])
    assert set(values) <= {"a", "b"} and all(0 <= value <= 5 for value in values.values())


def test_parts_that_say_nothing_are_told():
    found = read("a:4.5,b:6,c:3,a:2,b,:5,b:nan,b:inf,b:-1,b:0_1,b:٣", {"a": (0, 5), "b": (0, 5)})
    assert found == ({"a": 4.5}, ["b:6", "c:3", "a:2", "b", ":5", "b:nan", "b:inf", "b:-1", "b:0_1", "b:٣"])


def test_a_slider_moves_score_rank_and_band_and_the_way_back_is_one_click():
    words = speak("id")
    app = draw(SCREEN, lang="id", region="53.71")
    assert not app.exception
    first = text(app)
    assert words.say("Nothing is set yet: everything stands as published.") in first
    app.select_slider(key="set:spbe_services").set_value(4.5).run()
    app.select_slider(key="set:stunting").set_value(20.0).run()
    assert not app.exception
    assert app.query_params["set"] == "spbe_services:4.5,stunting:20"
    ready = simulated("masterplan", 2023)
    found = ready.rescore("53.71", {"spbe_services": 4.5, "stunting": 20.0})
    band = ready.band("53.71", found.values)
    told = text(app)
    headline = told.split("</h1>")[0]
    assert words.number(found.score, 1) in headline and f" {found.rank_in_kind} " in headline
    assert f"{band.rank_in_kind[0]}–{band.rank_in_kind[1]}" in told
    assert (
        words.say("Not published figures: only what you set is different; all other regions stay as they are.") in told
    )
    shared = draw(SCREEN, lang="id", region="53.71", set="spbe_services:4.5,stunting:20")
    assert text(shared) == told
    (back,) = [button for button in app.button if button.label == words.say("Back to today's figures")]
    back.click().run()
    assert "set" not in app.query_params and text(app) == first


def test_what_makes_no_sense_is_told_and_left_out():
    app = draw(SCREEN, lang="en", region="53.71", set="spbe_services:4.5,poverty:99,<b>:4,welfare:3,x:1")
    assert not app.exception
    told = r"cannot be set here: Poverty rate 99\.0 \(can be set from [\d.]+ to [\d.]+\), &lt;b&gt;:4, welfare:3, …\."
    assert re.search(told, text(app))
    assert app.select_slider(key="set:spbe_services").value == 4.5


def test_a_region_without_figures_says_what_is_missing_and_can_be_supposed_to_have_them():
    app = draw(SCREEN, lang="en", region="95.08")
    assert not app.exception
    assert "cannot be assessed for 2023: no figure yet for" in text(app)
    missing = [slider for slider in app.select_slider if slider.value is None]
    for slider in missing:
        slider.set_value(float(slider.options[-1]))
    app.run()
    assert not app.exception
    assert "could be assessed: score" in text(app)
