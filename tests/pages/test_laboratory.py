"""The laboratory: other weights, experts, other methods and other frameworks beside the framework."""

import json

import pytest

from metrics.weighting.experts import write_file
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import LANGUAGES, speak

__all__ = ["no_drawing_is_kept"]

SCREEN = "laboratory.py"
PARTS = ("governance", "economy", "living", "society")


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_line_says_who_leads_and_who_moves(language):
    app = draw(SCREEN, lang=language, region="53.71", how="entropy")
    told = text(app)
    words = speak(language)
    assert words.say("Entropy") + ": Kota Surabaya" in told
    assert "Spearman" in told and "Kendall" in told and "489" in told
    assert "Kota Kupang" in told.partition("teladan-mine")[2][:100]
    alts = [chart.proto.alt for chart in app.get("plotly_chart")]
    assert words.say("Dot plot of the weights.") in alts[0]
    assert words.say("Slope chart of ranks, one line a region.") in alts[1]


def test_judgements_of_the_address_are_shown_weighed_and_kept():
    app = draw(SCREEN, lang="en", how="ahp", experts="qqqiii.iiiiii")
    assert not app.exception
    assert [slider.value for slider in app.select_slider] == [8, 8, 8, 0, 0, 0]
    assert "Consistency ratio 0.00" in text(app)
    assert "w=governance%3A50%2Ceconomy%3A17%2Cliving%3A17%2Csociety%3A17" in text(app)
    app.select_slider[3].set_value(-8).run()
    assert app.query_params["experts"] == "qqqaii.iiiiii"
    assert "Expert 1 alone: consistency ratio" in text(app)
    # The first expert goes, and the other one finds nothing more important.
    next(button for button in app.button if button.label == "Remove this expert").click().run()
    assert "experts" not in app.query_params
    assert [slider.value for slider in app.select_slider] == [0] * 6


def test_points_that_are_left_or_too_many_are_said():
    app = draw(SCREEN, lang="en", how="budget", experts="40-20-20-20.40-20-20-10")
    assert "Expert 2 has 10 points left to give, and does not count until then." in text(app)
    assert "40.0%" in text(app)
    app.number_input[0].set_value(45).run()
    assert "nobody has given exactly 100 points yet" in text(app)
    assert "Expert 1 gave 5 points too many" in text(app)


def test_a_file_is_loaded_and_a_bad_one_gets_one_error():
    app = draw(SCREEN, lang="en", how="budget")
    kept = write_file("budget", "masterplan", PARTS, ((70, 10, 10, 10),))
    app.get("file_uploader")[0].set_value(("kept.json", kept.encode(), "application/json")).run()
    assert [field.value for field in app.number_input] == [70, 10, 10, 10]
    assert app.query_params["experts"] == "70-10-10-10"
    wrong = json.dumps(json.loads(kept) | {"node": "<b>other</b>"})
    app.get("file_uploader")[0].set_value(("wrong.json", wrong.encode(), "application/json")).run()
    assert len(app.error) == 1 and "something else" in app.error[0].value and "<b>" not in app.error[0].value
    assert [field.value for field in app.number_input] == [70, 10, 10, 10]


def test_another_framework_is_held_beside_it():
    told = text(draw(SCREEN, lang="en", ask="framework", beside="hdi"))
    assert "Human Development Index (recomputed): Kota Yogyakarta leads instead of Kota Surabaya" in told
    assert "over 483 regions" in told and "those that both rank" in told


def test_another_method_is_scored_by_the_chain():
    told = text(draw(SCREEN, lang="en", framework="spbe", year="2023", ask="method", variant="minimum_root"))
    assert "The lowest part counts" in told and "the way of averaging" in told


def test_year_without_ranks_says_what_to_do():
    told = text(draw(SCREEN, lang="en", year="2019"))
    assert "No region can be assessed for 2019 yet." in told and "Choose 2023" in told
