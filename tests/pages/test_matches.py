"""Practices on the screens of a region and an indicator, and regions on the card of a practice."""

import pytest

from metrics.practices.gainers import Gainers
from pages.parts.gainers.words import say_unknown
from tests.pages.test_screens import draw, text
from words import speak


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", ("daerah berangka yang strukturnya paling serupa dengan Kota Semarang", "Ini tolok ukur, bukan dampak")),
        ("en", ("regions with a figure and most like Kota Semarang in structure", "A yardstick and no effect")),
    ],
)
def test_the_card_of_a_practice_tells_who_would_gain_and_the_readers_own_region(language, said):
    app = draw("practice.py", lang=language, region="53.71", practice="semarang-financing")
    assert not app.exception
    told = text(app)
    assert all(sentence in told for sentence in said)
    mine = told.split('teladan-mine">')[-1].split("</p>")[0]
    assert mine.startswith("Kota Kupang") and "21.6 → 4.0".translate({46: "," if language == "id" else "."}) in mine
    assert (
        told.count("teladan-diverging") == 1
        and "Kota Semarang</a>" not in told.split("teladan-diverging")[1].split("</ul>")[0]
    )


def test_what_has_no_figure_gains_nobody_and_says_so():
    words, nothing = speak("en"), Gainers((), (), False, False, 0, 0, False, ())
    assert say_unknown(words, nothing).startswith("The entry names no indicator")
    assert say_unknown(words, nothing, True).startswith("This framework does not hold")
    told = text(draw("practice.py", lang="en", practice="gresik-112"))
    assert "What it should move has no figure here yet, so nobody can say who would gain: Emergency number 112." in told


def test_an_indicator_names_the_practices_that_should_move_it():
    told = text(draw("indicator.py", lang="en", variable="stunting"))
    listed = told.split("its card tells what came of it")[0].split("<ul")[-1]
    assert listed.count("<li>") == 1 and "practice=sumedang-simpati" in listed
    assert "should move is what it was meant for" not in text(
        draw("indicator.py", lang="en", variable="expenditure_pc")
    )
