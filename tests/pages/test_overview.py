"""The overview: its sentences, its map, its pictures."""

import json

import numpy as np
import pandas as pd
import pytest

from charts.coastline import VIEW, coastline
from charts.contrast import contrast_figure, kind_marks
from charts.map import class_fills, level_fills, map_figure
from charts.palette import palette
from metrics.contrast import contrast
from metrics.results import open_results
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import speak

__all__ = ["no_drawing_is_kept"]

LIGHT = palette("light")
REGIONS = pd.DataFrame(
    {
        "region": ["A", "B", "C", "D"],
        "name": ["Kota A", "B", "C", "D"],
        "lat": [-6.0, 0.0, 1.0, None],
        "lon": [106.0, 110.0, 140.0, None],
        "population": [1_000_000, 4_000_000, 10, 5],
        "score": [70.0, 30.0, None, 50.0],
        "maturity": ["4", "2", "x", "3"],
    }
)
TOOLTIPS = {code: f"about {code} " * 20 for code in "ABCD"}


def test_first_line_counts_the_levels_in_both_languages():
    ranking = open_results().ranking(2023)
    at = ranking["maturity"].value_counts()
    assert f"273 stand at level 3, {at['4'] + at['5']} higher and {at['1'] + at['2']} lower." in text(
        draw("overview.py", lang="en")
    )
    told = text(draw("overview.py"))
    assert f"489 dari 514 daerah dapat dinilai untuk tahun 2023: {at['3']} berada di tingkat 3" in told
    assert "mencapai median kemampuan pemerintahan digital" in told


def test_lead_says_how_many_stand_on_different_sides():
    found = contrast(open_results(), open_results().ranking(2023))
    told = text(draw("overview.py", lang="en"))
    assert f"{found.count('capability')} regions ({found.count('capability', 'kota')} kota and" in told
    assert "not that one brings about the other" in told


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ({"framework": "hdi"}, "This framework does not tell digital-government capability from results"),
        ({"year": "2019"}, "Not all figures of both are published for 2019"),
    ],
)
def test_absent_contrast_says_why(address, why):
    app = draw("overview.py", lang="en", **address)
    assert not app.exception
    assert why in text(app)


def test_every_chart_says_what_it_shows_and_has_a_table():
    app = draw("overview.py", lang="en", region="53.71")
    charts = app.get("plotly_chart")
    assert len(charts) == 4
    assert all(chart.proto.alt for chart in charts)
    assert {expander.label for expander in app.expander} >= {
        "The same as a table",
        "Map and picture as a table: 489 regions",
    }


@pytest.mark.parametrize(("language", "decimal"), [("id", ",."), ("en", ".,")])
def test_charts_follow_the_language(language, decimal):
    for chart in draw("overview.py", lang=language).get("plotly_chart"):
        assert json.loads(chart.proto.spec)["layout"]["separators"] == decimal


def test_circles_stand_in_their_place_with_level_and_population():
    figure = map_figure(REGIONS, level_fills(REGIONS, LIGHT), TOOLTIPS, "A", speak("en"), LIGHT)
    circles = figure.data[1]
    assert list(circles.customdata) == ["B", "C", "A"]  # the largest first, my region on top; D has no place
    assert list(circles.marker.color) == [LIGHT.levels[1], LIGHT.paper, LIGHT.levels[3]]
    assert circles.marker.size[0] == pytest.approx(2 * circles.marker.size[2])
    assert list(circles.selectedpoints) == [2]
    assert circles.selected.marker.color == circles.selected.textfont.color == LIGHT.accent
    assert figure.layout.yaxis.scaleanchor == "x"


def test_without_levels_colours_run_from_low_to_high():
    fills = level_fills(REGIONS.assign(maturity=None), LIGHT)
    assert fills == [LIGHT.levels[-1], LIGHT.levels[0], None, LIGHT.levels[2]]


def test_classes_have_their_colour_and_a_missing_value_has_none():
    fills = class_fills(REGIONS["score"], [(0.0, 40.0), (45.0, 60.0), (70.0, 70.0)], LIGHT.amounts)
    assert fills == [LIGHT.amounts[2], LIGHT.amounts[0], None, LIGHT.amounts[1]]


def test_coastline_is_closed_and_fills_the_view():
    longitudes, latitudes = coastline()
    assert len(longitudes) == len(latitudes) > 5000
    lines, line = [], []
    for point in zip(longitudes, latitudes, strict=True):
        if np.isnan(point).any():
            lines.append(line)
            line = []
        else:
            line.append(point)
    assert all(line[0] == line[-1] and len(line) > 3 for line in lines)
    west, east, south, north = VIEW
    regions = open_results().regions()
    assert regions["lon"].between(west, east).all()
    assert regions["lat"].between(south, north).all()


def test_kinds_differ_in_shape_and_colour_and_mine_lies_on_top():
    results = open_results()
    found = contrast(results, results.ranking(2023))
    tooltips = dict.fromkeys(found.regions["region"], "about it")
    figure = contrast_figure(found, ["kota", "kabupaten"], tooltips, "53.71", ("x", "y"), speak("en"), LIGHT)
    kabupaten, kota, mine = figure.data
    assert (kabupaten.marker.symbol, kota.marker.symbol) == ("circle", "diamond")
    assert kabupaten.marker.color != kota.marker.color
    assert len(kabupaten.x) + len(kota.x) == len(found.regions)
    assert mine.marker.color == LIGHT.accent
    assert len({symbol for symbol, *_ in kind_marks(["a", "b", "c"], LIGHT)}) == 3
