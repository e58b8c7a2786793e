"""The spread of the scores as a figure."""

import itertools

import pandas as pd
import pytest

from charts.palette import palette
from charts.ranking import Row, Scale, _swarm, ranking_alt, ranking_figure
from words import speak

LIGHT = palette("light")


def row(scores: list[float], kind: str = "kota") -> Row:
    """A row of regions with these scores."""
    codes = [f"{kind} {number}" for number in range(len(scores))]
    regions = pd.DataFrame({"region": codes, "name": codes, "score": scores})
    return Row(kind, float(regions["score"].median()) if scores else None, regions)


def figure(rows: list[Row], mine: str | None = None, levels: tuple[float, ...] = (0, 20, 40, 62.5, 80)):
    """The figure of these rows."""
    scores = [score for r in rows for score in r.regions["score"]]
    tooltips = {code: f"about {code}" for r in rows for code in r.regions["region"]}
    return ranking_figure(rows, Scale.around(scores, levels), tooltips, mine, speak("en"), LIGHT)


def test_every_region_is_a_dot_at_its_score():
    drawn = figure([row([10.0, 20.0, 30.0]), row([50.0], "kabupaten")])
    assert [list(trace.x) for trace in drawn.data] == [[10.0, 20.0, 30.0], [50.0]]


def test_my_region_is_drawn_on_top_in_its_colour_and_named():
    drawn = figure([row([10.0, 20.0])], mine="kota 1")
    assert (list(drawn.data[-1].x), drawn.data[-1].marker.color) == ([20.0], LIGHT.accent)
    assert any(note.text == "<b>kota 1</b>" for note in drawn.layout.annotations)


def test_dots_do_not_hide_each_other():
    scores = [50.0] * 5 + [50.01, 60.0, 49.99]
    scale = Scale(0, 100)
    places, extent = _swarm(scores, scale)
    dots = list(zip(scores, places, strict=True))
    for (score, place), (other, elsewhere) in itertools.combinations(dots, 2):
        assert place != elsewhere or abs(score - other) >= 100 / 120
    assert extent == max(map(abs, places))


@pytest.mark.parametrize("scores", [[], [50.0], [50.0] * 400], ids=["none", "one", "all equal"])
def test_odd_rows_are_drawn_within_bounds(scores):
    assert figure([row(scores)]).layout.height < 600


def test_framework_without_levels_has_no_bands():
    assert not [shape for shape in figure([row([1.0, 2.0])], levels=()).layout.shapes if shape.type == "rect"]


@pytest.mark.parametrize(("scores", "decimals"), [([0, 100], 1), ([1, 5], 2), ([0.2, 0.9], 3)])
def test_decimals_fit_the_span(scores, decimals):
    assert Scale.around(scores, ()).decimals == decimals


def test_alt_tells_what_a_reader_sees():
    assert ranking_alt([row([10.0, 30.0])], speak("en"), 1) == (
        "Dot plot of the scores, one dot a region. kota: 2 regions, scores from 10.0 to 30.0, median 20.0."
    )
