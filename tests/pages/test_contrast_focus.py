"""The contrast with a province in focus: its names, its title, its marks; and the links and maps beside it."""

import itertools

import pytest

from charts.contrast import Focus, contrast_alt, contrast_figure, kind_marks
from charts.palette import palette
from charts.placement import Box, find_places
from metrics.contrast import contrast
from metrics.indicator import classes, figures, indicators, islands
from metrics.results import open_results
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import LANGUAGES, speak

__all__ = ["no_drawing_is_kept"]

LIGHT = palette("light")
ROOM = Box(0, 1000, 0, 500)


@pytest.fixture(scope="module")
def found():
    results = open_results()
    return contrast(results, results.ranking(2023))


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_counts_the_regions_of_the_province(found, language):
    part = found.within("Jawa Timur")
    app = draw("overview.py", lang=language, province="Jawa Timur")
    titles = [heading.value for heading in app.subheader]
    numbers = [len(part.regions), *(part.count(name) for name in ("both", "capability", "results", "neither"))]
    title = next(title for title in titles if title.startswith("Jawa Timur"))
    assert [int(word.strip(",:")) for word in title.split() if word.strip(",:").isdigit()] == numbers
    assert part.median_results == found.median_results
    assert any("Jawa Timur" in chart.proto.alt for chart in app.get("plotly_chart"))


def test_province_without_all_its_regions_says_which_are_missing():
    told = text(draw("overview.py", lang="en", province="Papua Pegunungan"))
    assert "Cannot be assessed for 2023, so not in the picture: Kabupaten" in told


def test_picture_alone_is_a_view_of_its_own():
    app = draw("overview.py", lang="en", province="Jawa Timur", alone="true")
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert app.toggle(key="alone").value is True


def test_regions_in_focus_are_named_and_all_others_lie_behind(found):
    part = found.within("Bali")
    focus = Focus(part, dict(zip(part.regions["region"], part.regions["name"], strict=True)))
    tooltips = dict.fromkeys(found.regions["region"], "about it")
    mine = part.regions["region"].iloc[0]
    drawn = contrast_figure(found, ["kota", "kabupaten"], tooltips, mine, ("x", "y"), speak("en"), LIGHT, focus)
    behind, kabupaten, kota, _, names, own = drawn.data
    assert len(behind.x) == len(found.regions) - len(part.regions)
    assert len(kabupaten.x) + len(kota.x) == len(part.regions)
    assert kabupaten.marker.color == kota.marker.color == LIGHT.second
    assert {symbol for symbol, *_ in kind_marks(["kota", "kabupaten"], LIGHT, focus=True)} == {"diamond", "circle"}
    assert set(names.text) == set(part.regions["name"].iloc[1:])  # my region has its own label
    assert own.marker.color == LIGHT.accent
    assert "with their names: the regions of Bali." in contrast_alt(part, speak("en"), "Bali")


def test_names_do_not_cover_names_or_marks():
    marks = [(500.0 + 20 * (at % 4), 250.0 + 20 * (at // 4)) for at in range(12)]
    places = find_places(marks, [60.0] * 12, 15, [], ROOM)
    boxes = [place.box(60, 15) for place in places if place is not None]
    assert len(boxes) >= 10  # the innermost may find no room
    assert all(ROOM.holds(box) for box in boxes)
    assert not any(one.meets(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    assert not any(box.meets(Box.around(mark, 10, 10)) for box in boxes for mark in marks)
    assert places == find_places(marks, [60.0] * 12, 15, [], ROOM)


def test_name_stands_right_of_a_lonely_mark_and_nowhere_without_room():
    (beside,) = find_places([(500.0, 250.0)], [60.0], 15, [], ROOM)
    assert (beside.side, beside.leader) == ("right", None)
    assert find_places([(500.0, 250.0)], [60.0], 15, [ROOM], ROOM) == [None]


@pytest.mark.parametrize("screen", ["overview.py", "rankings.py", "indicator.py"])
def test_line_of_my_region_ends_with_the_way_to_its_profile(screen):
    told = text(draw(screen, lang="en", region="53.71"))
    assert 'href="profile?lang=en&amp;region=Kota+Kupang"' in told
    assert ">Open the profile of Kota Kupang</a>" in told


@pytest.mark.parametrize(("variable", "darker"), [("poverty_rate", "better"), ("area_km2", "more")])
def test_indicator_has_a_map_whose_colours_are_explained(variable, darker):
    app = draw("indicator.py", lang="en", variable=variable)
    assert f"The darker, the {darker}." in text(app)
    assert any(chart.proto.alt.startswith("Map of Indonesia") for chart in app.get("plotly_chart"))


def test_classes_hold_every_figure_once_and_islands_are_ordered():
    results = open_results()
    rows = figures(results, {one.variable: one for one in indicators(results)}["poverty_rate"], 2023)
    found = classes(rows, 5)
    assert len(found) == 5
    assert all(one[1] < other[0] for one, other in itertools.pairwise(found))
    assert (found[0][0], found[-1][1]) == (rows["value"].min(), rows["value"].max())
    assert classes(rows.assign(value=3.0), 5) == ((3.0, 3.0),)
    medians = islands(rows)
    assert medians["regions"].sum() == rows["value"].count()
    assert medians["median"].is_monotonic_decreasing
