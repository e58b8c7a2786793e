"""Regions side by side as Streamlit's own test runner draws them, and their pictures."""

import itertools
import re
from urllib.parse import unquote

import pytest

from charts.apart import apart
from charts.dots import Dot, Panel, dot_panels
from charts.palette import palette
from charts.radar import Shape, radar_shapes
from charts.years_together import Line, years_alt, years_figure
from metrics.time_series import time_series
from metrics.together import moved, together
from pages.shared import results as shared
from tests.pages.hostile import HOSTILE
from tests.pages.test_screens import draw, text
from words import speak

LIGHT = palette("light")
KUPANG, AMBON, SURABAYA = "53.71", "81.71", "35.78"


@pytest.mark.parametrize(
    ("language", "said", "unclear", "tables"),
    [
        ("id", "Kota Kupang, skor 68,0: ", "tidak jelas berbeda", "Semuanya dalam bentuk tabel"),
        ("en", "Kota Kupang, score 68.0: ", "not clearly different", "All of it as a table"),
    ],
)
def test_my_region_stands_beside_others(language, said, unclear, tables):
    app = draw("compare.py", lang=language, region=KUPANG)
    assert not app.exception
    told = text(app)
    assert said in told
    assert unclear in told
    assert any(expander.label == tables for expander in app.expander)
    assert told.count('class="mine"') > 10
    # In natural units, with the distance in words: sanitation is of 2021 for everyone.
    assert speak(language).say("figures of {year}", year=2021) in told


def test_without_a_region_it_says_what_to_do():
    app = draw("compare.py", lang="en")
    assert not app.exception
    assert "No region is chosen yet" in text(app)


def test_with_nobody_beside_it_says_what_to_do():
    app = draw("compare.py", lang="en", region=KUPANG, peers="none")
    assert not app.exception
    assert "No other region is chosen yet" in text(app)


def test_eight_regions_stand_side_by_side():
    others = "81.71,35.78,33.74,13.71,51.71,35.15,53.04"
    app = draw("compare.py", lang="en", region=KUPANG, peers=others)
    assert not app.exception
    told = text(app)
    assert "of the 7 others" in told
    assert all(f'aria-label="{shared.region_names("masterplan")[code]}"' in told for code in others.split(","))


def test_picture_and_indicator_are_in_the_address():
    app = draw("compare.py", lang="en", region=KUPANG, picture="shapes", line="poverty")
    assert not app.exception
    assert "teladan-shapes" in text(app)
    assert app.selectbox(key="line").value == "poverty"


def test_region_without_a_score_is_told_why():
    app = draw("compare.py", lang="en", region="31.71")
    assert not app.exception
    assert "cannot be assessed for 2023: no figure yet for" in text(app)


def panel(*dots):
    return Panel("Poverty", "percent", dots, (0.0, 50.0), ("0", "50"))


def test_dots_stand_where_their_values_are_and_text_is_only_text():
    name = " ".join(HOSTILE)
    mine = Dot("Ana", "Kota Ana", "profile?a=1&b=2", "10", 10.0, name, "mine", (5.0, 60.0))
    drawn = dot_panels([panel(mine, Dot(name, name, "x", name, None, name, "unclear", said=name))], LIGHT)
    assert 'class="dot" style="left:20.0%"' in drawn
    assert 'class="band" style="left:10.0%;width:90.0%"' in drawn  # what lies beyond the end stands at the end
    assert drawn.count('class="dot"') == 1  # what has no value has no dot
    assert all(bad not in drawn for bad in ("<script", "<img", "<b>"))


def test_shape_leaves_out_what_has_no_figure():
    shapes = [
        Shape("Ana", "Kota Ana", "a", [1.0, 0.5, 0.0, 0.5], "told", mine=True),
        Shape("Bua", "Kota Bua", "b", [1.0, None, 0.0, 0.5], "told"),
    ]
    first, second = map(unquote, re.findall('src="([^"]+)"', radar_shapes(shapes, LIGHT)))
    assert first.count('fill-opacity="0.2"') == second.count('fill-opacity="0.2"') == 1
    assert LIGHT.accent in second  # mine lies behind the others
    own = re.search('points="([^"]+)" fill="#[0-9A-F]+" fill-opacity', second)
    assert own and len(own[1].split()) == 3
    assert f'fill="{LIGHT.paper}"' in second


def test_names_at_the_ends_of_lines_do_not_overlap():
    places = apart([0.0, 0.1, 0.2, 9.0, 9.9, 10.0], 1.0, 0.0, 10.0)
    assert places == sorted(places)
    assert all(after - before >= 1.0 - 1e-9 for before, after in itertools.pairwise(places))
    assert min(places) >= 0.0
    assert max(places) <= 10.0
    assert apart([2.0, 5.0], 1.0, 0.0, 10.0) == [2.0, 5.0]


def test_lines_break_where_a_series_begins_anew_and_changes_never_cross_it():
    scored = shared.results("masterplan")
    found = together(scored, "stunting", (KUPANG, AMBON, SURABAYA))
    change = moved(found)
    assert change is not None
    assert change.first >= 2021
    values = {point.year: point.value for point in found[KUPANG].points}
    assert change.changes[KUPANG] == pytest.approx(values[change.last] - values[change.first])
    assert found[AMBON] == next(series for series in time_series(scored, AMBON) if series.node.id == "stunting")
    words = speak("en")
    lines = [
        Line(region, series, [str(point.year) for point in series.points], region == KUPANG)
        for region, series in found.items()
    ]
    figure = years_figure(lines, scored.years, scored.provisional_years, words, LIGHT)
    drawn = [trace for trace in figure.data if trace.mode == "lines"]
    assert all(max(trace.x) < at or min(trace.x) >= at for trace in drawn for at in found[KUPANG].node.breaks)
    written = [note.text for note in figure.layout.annotations]
    assert f"<b>{KUPANG}</b>" in written
    assert "new series" in written
    assert years_alt(lines, "Stunting", words).startswith("Line chart of Stunting, one line a region. ")
