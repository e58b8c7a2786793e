"""A slide as a browser takes it: what Plotly accepts, the figures of the chart, and nothing that is not JSON."""

import json
from typing import Any, get_args

import plotly.graph_objects as go
import pytest

from charts.palette import palette
from charts.slides.figure import slide_figure
from charts.slides.kinds import (
    Axis,
    Chart,
    Cloud,
    Fact,
    Facts,
    Line,
    Lines,
    Part,
    Places,
    Point,
    Row,
    Rows,
    Shares,
    Spot,
)
from exports.slides.shown import coastline_json, shown
from exports.slides.slide import Slide
from words import speak

AXIS = Axis("Skor", "poin", 0, 100, 1)
ROWS = (
    Row("Kota <A>", 41.5, "41,5", "mine", 30, 50, 44.0),
    Row("Kabupaten B", 62.0, "62", "subject", 55, 70, 50.0, estimate=True),
    Row("Kabupaten C", None, "belum ada angka", "peers"),
    Row("Kabupaten D", 12.25, "12,25"),
)
PARTS = (Part("1 Awal", 8, 0), Part("5 Lanjut", 27, 4), Part("belum dapat dinilai", 24, None))
WAY = (Line("A", (1.0, None, 3.5), "mine"), Line("B", (2.0, 2.5, 3.0)))
SPOTS = (Spot("Kota A", -10.2, 123.6, 4e5, 3, "tingkat 4", "mine"), Spot("B", -2, 140, 0, None, "–"))
CHARTS: dict[str, Chart] = {
    "dots": Rows(ROWS, AXIS, beside="median"),
    "bars": Rows(ROWS, AXIS, bars=True, beside="median"),
    "ranks": Rows(ROWS[:2], Axis("Peringkat", "", 1, 98, 0, reversed=True)),
    "shares": Shares((("Kota", PARTS), ("Kabupaten", PARTS[:2]))),
    "lines": Lines((2021, 2022, 2023), WAY, AXIS, ((2022, "jeda"),)),
    "levels": Places(SPOTS, tuple("12345")),
    "members": Places((Spot("Kota A", -10.2, 123.6, 4e5, None, "anggota", "peers"),)),
    "cloud": Cloud((Point("Kota A", 1.5, 2.5, "A: 1,5", "mine"), Point("B", 3, 4, "B")), AXIS, AXIS),
    "facts": Facts((Fact("Pengguna", "1.234", "menurut pemerintah kota"),)),
}
DRAWN = [name for name in CHARTS if name != "facts"]


def slide(chart: Chart | None) -> Slide:
    return Slide("Judul", chart, "apa", "simpulan", "sumber", "gambar", None)


def told(chart: Chart | None, *, narrow: bool = False) -> dict[str, Any]:
    return json.loads(json.dumps(shown(slide(chart), speak("id"), "light", narrow=narrow), allow_nan=False))


def test_every_kind_of_chart_is_tried() -> None:
    assert {type(chart) for chart in CHARTS.values()} == set(get_args(Chart))


@pytest.mark.parametrize("narrow", [False, True], ids=["hall", "phone"])
@pytest.mark.parametrize("name", DRAWN)
def test_plotly_takes_the_figure_as_it_is(name: str, narrow: bool) -> None:
    figure = slide_figure(CHARTS[name], speak("id"), palette("dark"), narrow)
    assert figure is not None
    # It raises on what it does not know, and writes out what it takes for a path: a part named so would not be drawn.
    taken = go.Figure(figure.whole())
    taken.layout.template = None
    assert json.loads(taken.to_json())["layout"].keys() - {"template"} == figure.layout.keys()
    assert [set(trace) for trace in json.loads(taken.to_json())["data"]] == [set(trace) for trace in figure.data]


def test_a_hole_in_a_line_stays_a_hole() -> None:
    values = [trace["y"] for trace in told(CHARTS["lines"])["figure"]["data"] if trace.get("y")]
    assert [1.0, None, 3.5] in values


def test_the_coastline_comes_once_and_not_with_each_map() -> None:
    on_the_map = [trace for trace in told(CHARTS["levels"])["figure"]["data"] if trace.get("meta") == "coastline"]
    assert [set(trace) & {"x", "y"} for trace in on_the_map] == [set()]
    points = json.loads(coastline_json())
    assert len(points["x"]) == len(points["y"]) > 1_000
    assert [at for at, x in enumerate(points["x"]) if x is None] == [
        at for at, y in enumerate(points["y"]) if y is None
    ]
    assert len(json.dumps(told(CHARTS["levels"]))) < 5_000


def test_facts_are_words_and_a_slide_may_have_nothing_to_draw() -> None:
    assert told(CHARTS["facts"])["facts"] == [
        {"title": "Pengguna", "figure": "1.234", "told": "menurut pemerintah kota"}
    ]
    assert told(CHARTS["facts"])["figure"] is None
    assert told(None)["facts"] is None and told(None)["figure"] is None
    assert told(None)["takeaway"] == "simpulan"


def test_the_accent_is_the_readers_own_region_or_nobodys() -> None:
    """A region that a slide is about is not taken for the listener's, also where theirs is not drawn."""
    chart = Rows((Row("Kota A", 1.5, "1,5", "subject"), Row("Kota B", 2.5, "2,5")), AXIS)
    accent = palette("light").accent

    def drawn(mine: str | None) -> str:
        made = Slide("Judul", chart, "apa", "simpulan", "sumber", "gambar", mine)
        return json.dumps(shown(made, speak("id"), "light")["figure"])

    assert accent in drawn(None) and accent not in drawn("Kota C: 60,3")
