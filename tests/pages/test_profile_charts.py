"""The figures of the region profile: every mark is where its number is, and what is missing is hollow."""

from dataclasses import replace

import pytest

from charts.dimensions import Track, dimensions_alt, dimensions_figure
from charts.palette import palette
from charts.timeline import Panel, timeline_alt, timeline_figure
from metrics.time_series import Point, TimeSeries
from metrics.tree import Node
from words import speak

LIGHT = palette("light")
ENGLISH = speak("en")
FULL = Track("Living", "percentile 8", 66.0, 82.0, 45.0, "Living: 66")
EMPTY = Track("Governance", "no figure", None, 50.0, None, "Governance: no figure")
NODE = Node(
    id="x", parent=None, depth=1, line=None, title=None, description=None, is_leaf=True, weight=1, status="active"
)  # fmt: skip
POINTS = (
    Point(2018, 20.0, 2018, "figure"),
    Point(2019, 20.0, 2018, "carried"),
    Point(2021, 10.0, 2021, "figure"),
    Point(2022, 12.0, 2022, "figure"),
    Point(2023, 11.0, None, "imputed"),
)


def panel(points=POINTS, **settings) -> Panel:
    """A panel of these points for a node with these settings."""
    return Panel("X", "percent", 1, TimeSeries(replace(NODE, **settings), points), [f"{p.year}" for p in points])


def drawn(*panels: Panel):
    """The figure of these panels."""
    return timeline_figure(panels, range(2018, 2025), (2024,), ENGLISH, LIGHT)


def texts(figure) -> str:
    """All words of a figure."""
    return " ".join(note.text for note in figure.layout.annotations)


def test_marks_stand_at_their_numbers_and_mine_is_in_its_colour():
    figure = dimensions_figure([FULL], (0.0, 100.0), ENGLISH, LIGHT)
    assert {trace.x[0]: trace.marker.color for trace in figure.data} == {
        66.0: LIGHT.accent, 82.0: LIGHT.second, 45.0: LIGHT.others_edge,
    }  # fmt: skip


def test_missing_dimension_is_hollow_and_never_a_number():
    figure = dimensions_figure([EMPTY], (0.0, 100.0), ENGLISH, LIGHT)
    assert figure.data[-1].marker.symbol == "circle-open"
    assert "no figure" in texts(figure)
    assert "0.0" not in texts(figure)


def test_line_is_broken_where_a_new_series_begins():
    figure = drawn(panel(breaks=(2021,)))
    assert [list(trace.x) for trace in figure.data if trace.mode == "lines"] == [[2018], [2021, 2022]]
    assert "new series" in texts(figure)
    whole = drawn(panel())
    assert [list(trace.x) for trace in whole.data if trace.mode == "lines"] == [[2018, 2021, 2022]]


def test_each_origin_has_its_own_mark():
    (marks,) = (trace for trace in drawn(panel()).data if trace.mode == "markers")
    assert list(marks.marker.symbol) == ["circle", "circle-open", "circle", "circle", "square-open"]


def test_target_is_a_line_and_is_named():
    figure = drawn(panel(target=14))
    assert [shape.y0 for shape in figure.layout.shapes if shape.line.dash == "dash"] == [14]
    assert "national target 14" in texts(figure)


def test_provisional_years_are_shaded():
    assert [(s.x0, s.x1) for s in drawn(panel()).layout.shapes if s.type == "rect"] == [(2023.5, 2024.5)]


def test_panel_without_figures_says_so():
    figure = drawn(panel(), panel(points=()))
    assert "no figure" in texts(figure)
    assert "X: no figure." in timeline_alt([panel(points=())], ENGLISH)


@pytest.mark.parametrize(("language", "value"), [("id", "20,0"), ("en", "20.0")])
def test_alt_tells_the_ends_in_the_readers_language(language, value):
    assert value in timeline_alt([panel()], speak(language))
    assert FULL.tooltip in dimensions_alt([FULL], speak(language))
