"""The next step as Streamlit's own test runner draws it."""

import re

import pytest

from charts.diverging import Bar, diverging_bars
from charts.palette import palette
from pages.parts.next.view import View
from pages.shared import results as shared
from pages.shared.selection import Selection
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import speak

__all__ = ["no_drawing_is_kept"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "id",
            (
                "Kesenjangan terbesar Kota Kupang dengan median daerah sebandingnya",
                "bila ditutup skornya naik",
                "Yang lebih atas dalam daftar tidak jelas, atau sudah dilampaui angka yang lebih baru.",
            ),
        ),
        ("en", ("Kota Kupang&#x27;s largest gap to the median of its peers", "closing it adds")),
    ],
)
def test_the_first_line_is_the_largest_gap_and_what_closing_it_adds(language, said):
    app = draw("next.py", lang=language, region="53.71")
    assert not app.exception
    told, words, found = text(app), speak(language), gaps_of("53.71", language)
    assert all(sentence in told for sentence in said)
    first = found.largest
    assert words.number(first.gain, 1) in told.split("</h1>")[0]
    assert words.title(first.node.title) in told.split("</h1>")[0]
    assert all(words.title(gap.node.title) in told for gap in found.gaps)
    assert words.number(found.together.rank_in_kind) in told
    done = told.split('id="practices"')[-1].split("teladan-steps")[0]
    assert "practice=semarang-financing" in done and "practice=kupang" not in done


def test_a_region_without_a_government_of_its_own_is_promised_no_score():
    told = text(draw("next.py", lang="en", region="31.71", goal="quarter"))
    assert "largest gap to the best quarter of its peers" in told
    assert "closing it adds" not in told
    assert "No figure of its own: Digital services (SPBE)" in told


def test_a_score_with_assumed_figures_is_called_so_and_has_no_rank():
    told = text(draw("next.py", lang="id", region="94.01"))
    assert "bila ditutup, skor andaiannya naik 1,9 poin" in told
    assert "Dengan angka itu, skor andaiannya naik dari 49,9 ke 53,0 bila ke-3 kesenjangan ditutup." in told
    assert "Termasuk 1 yang sudah terlewati angka lebih baru dan 1 yang tidak jelas tertinggal." in told
    assert "dari 397 kabupaten" not in told


def test_points_have_the_decimals_of_the_scores():
    told = text(draw("next.py", lang="en", region="35.15", framework="spbe"))
    assert "closing it adds 0.0 points" not in told and not re.search(r"\+0\.\d[^\d]", told.split("Compared with")[0])


def test_names_and_details_of_bars_are_only_shown():
    drawn = diverging_bars([Bar("<b>", "+1", 1.0, "<i>", "slow", "<u>", 'x"y')], "all", palette("light"))
    assert not set(re.findall("<([biu])>", drawn))
    assert "&lt;b&gt;" in drawn and "<small>&lt;u&gt;</small>" in drawn and 'href="x&quot;y"' in drawn
    assert '<li class="slow"' in drawn


def gaps_of(region, language):
    """What the screen has worked out."""
    from metrics.peer_choices import chosen_peers

    scored = shared.results("masterplan")
    here = Selection(language, "masterplan", 2023, region, "light", scored.data_version, scored.framework_version)
    return View(here, chosen_peers(scored, 2023, region), "median").gaps


def test_a_goal_that_the_method_refuses_is_told_and_what_is_set_is_counted(tmp_path):
    from types import SimpleNamespace

    from metrics.gaps import gaps
    from pages.parts.next.gap_words import say_rest
    from pages.parts.next.words import say_together
    from tests.metrics.test_gaps import LEAF, small

    words = speak("en")
    children = {"roads": LEAF | {"per": "people", "goalposts": [2, 10]}, "people": LEAF, "other": LEAF}
    figures = {"roads": (10, 48, 48), "people": (2, 8, 8), "other": (10, 20, 20)}
    ready = small(tmp_path / "refused", children, {"aggregate": "geometric"}, **figures)
    told = say_rest(SimpleNamespace(words=words, gaps=gaps(ready, "A", "BC")))
    assert told[0].startswith("Behind, but the goal cannot be set, so nobody knows what it adds: people (")

    children = {"raw": LEAF | {"variable": "roads"}, "roads": LEAF | {"per": "people"}, "other": LEAF}
    ready = small(tmp_path / "shared", children, roads=(10, 20, 30), people=(2, 2, 2), other=(1, 2, 2))
    here = SimpleNamespace(results=ready.results)
    told = say_together(SimpleNamespace(words=words, gaps=gaps(ready, "A", "BC"), here=here, kin="regions", decimals=1))
    assert told[0].startswith("Closing all 2 gaps")
    assert told[1] == "Not set beside the others, whose figures it shares or whose goals rule it out: roads."
