"""The indicator screen: what it says, its charts, its table and its file."""

import csv
import io

import pandas as pd
import pytest

from charts.indicator import Line, course_alt, course_figure, spread_alt, spread_figure
from charts.palette import palette
from charts.ranking import Row, Scale
from exports.ranking_csv import EXCEL, ranking_csv
from metrics.indicator import figures, indicators
from metrics.results import open_results
from pages.parts.indicator.table import table_rows
from pages.parts.indicator.view import View
from pages.parts.rankings.columns import ALL
from pages.shared.selection import Selection
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import LANGUAGES, speak

__all__ = ["no_drawing_is_kept"]

SCREEN = "indicator.py"
LIGHT = palette("light")


@pytest.fixture(scope="module")
def results():
    return open_results()


def test_first_line_is_made_of_the_figures(results):
    found = figures(results, {one.variable: one for one in indicators(results)}["poverty_rate"], 2023)
    words = speak("en")
    mine = found.set_index("region").loc["53.71"]
    told = text(draw(SCREEN, lang="en", variable="poverty_rate", region="53.71"))
    median = words.number(found["value"].median(), 1)
    assert f"Poverty rate 2023: median {median} percent of residents over 514 regions; Kota Kupang 8.6" in told
    assert f"rank {mine.rank_in_kind} of {mine.ranked_in_kind} kota (lower is better)" in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "variable",
    ["stunting", "waste_managed_share", "grdp_pc_constant", "grdp_growth", "village_development_index", "population"],
)
def test_variable_is_drawn(variable, language):
    app = draw(SCREEN, lang=language, variable=variable, region="53.71")
    assert not app.exception
    assert app.selectbox(key="variable").value == variable
    assert "<h1" in text(app)
    assert all(chart.proto.alt for chart in app.get("plotly_chart"))


def test_variable_without_direction_gives_no_rank():
    told = text(draw(SCREEN, lang="en", variable="area_km2", region="53.71", plain="true"))
    assert "Neither end is better" in told
    assert "rank" not in told.replace("no region is given a rank", "")


def test_region_without_a_figure_is_told_of_its_newest():
    found = figures(open_results(), {one.variable: one for one in indicators(open_results())}["stunting"], 2023)
    without = found[found["value"].isna()].iloc[0]
    told = text(draw(SCREEN, lang="en", variable="stunting", region=without.region))
    assert f"{without['name']} has no figure for 2023; its newest is of {without.newest}." in told


def test_year_follows_the_screens_until_another_is_chosen():
    app = draw(SCREEN, lang="en", variable="unemployment_rate")
    assert app.selectbox(key="figures").value == 2021
    assert "These are the figures of 2021, not of 2023" in text(app)
    app.selectbox(key="figures").set_value(2023).run()
    assert "Open unemployment rate 2023" in text(app)
    app.selectbox(key="variable").set_value("poverty_rate").run()
    assert app.selectbox(key="figures").value == 2023
    app.selectbox(key="year").set_value(2020).run()
    assert app.selectbox(key="figures").value == 2020


def test_change_of_language_keeps_the_variable():
    app = draw(SCREEN, lang="en", variable="hdi")
    app.button_group(key="lang").set_value("id").run()
    assert app.selectbox(key="variable").value == "hdi"
    assert "Indeks Pembangunan Manusia" in text(app)


def test_plain_table_has_the_source_row_of_every_figure():
    told = text(draw(SCREEN, lang="en", variable="poverty_rate", region="53.71", plain="true", kind="kota"))
    row = told.partition('<tr class="mine">')[2].partition("</tr>")[0]
    assert ">8.6<" in row
    assert ">bps-syafiq<" in row
    assert ">11289<" in row


def test_file_has_every_region_in_full_precision(results):
    here = Selection("id", "masterplan", 2023, None, "light", results.data_version, results.framework_version)
    view = View(here, "poverty_rate", 2023)
    data = ranking_csv(*table_rows(view, ALL, None), EXCEL).decode("utf-8-sig")
    rows = {row["region"]: row for row in csv.DictReader(io.StringIO(data), delimiter=";")}
    assert len(rows) == 514
    assert (rows["53.71"]["value"], rows["53.71"]["line"]) == ("8,61", "11289")


def spread(values: list[float], target: float | None = None, *, log: bool = False):
    regions = pd.DataFrame({"region": list("abc"), "name": list("abc"), "score": values})
    rows = [Row("kota", float(regions["score"].median()), regions)]
    scale = Scale.around(values, (), log=log)
    tips = dict.fromkeys("abc", "about")
    return rows, spread_figure(rows, scale, "percent", target, tips, "b", speak("id"), LIGHT)


def test_target_is_a_named_line():
    _, drawn = spread([1.0, 2.0, 3.0], 2.0)
    assert any(shape.x0 == shape.x1 == 2.0 for shape in drawn.layout.shapes)
    assert any(note.text == "Target nasional 2" for note in drawn.layout.annotations)


def test_logarithmic_axis_has_round_ticks_and_says_so():
    _, drawn = spread([20.0, 30.0, 4000.0], log=True)
    assert drawn.layout.xaxis.type == "log"
    assert list(drawn.layout.xaxis.tickvals) == [30.0, 100.0, 300.0, 1000.0, 3000.0]
    assert "skala logaritma" in drawn.layout.xaxis.title.text
    assert list(drawn.data[0].x) == [20.0, 30.0, 4000.0]


def test_spread_in_words():
    rows, _ = spread([1.0, 2.0, 3.0])
    assert spread_alt(rows, speak("en"), 1, "percent") == (
        "Dot plot of the figures in percent, one dot a region. kota: 3 regions, from 1.0 to 3.0, median 2.0."
    )


def test_nothing_joins_the_years_on_either_side_of_a_break():
    line = Line("kota", LIGHT.second, [(2017, 30.0), (2018, 25.0), (2021, 20.0), (2023, 19.0)])
    drawn = course_figure([line], (2018, 2021), "percent", 1, speak("en"), LIGHT)
    assert list(drawn.data[0].y) == [30.0, None, 25.0, None, 20.0, 19.0]
    assert drawn.data[0].connectgaps is False
    assert sum(note.text == "method changed" for note in drawn.layout.annotations) == 2


def test_names_of_lines_do_not_stand_on_each_other():
    lines = [Line(name, LIGHT.muted, [(2020, 1.0), (2021, value)]) for name, value in (("a", 5.0), ("b", 5.01))]
    drawn = course_figure(lines, (), "percent", 2, speak("en"), LIGHT)
    low, high = sorted(note.y for note in drawn.layout.annotations)
    assert high - low > 0.05 * (drawn.layout.yaxis.range[1] - drawn.layout.yaxis.range[0])


def test_course_in_words():
    line = Line("kota", LIGHT.second, [(2018, 5.0), (2024, 4.0)])
    assert course_alt([line], "percent", 1, speak("en")) == (
        "Lines over the years in percent. kota: 5.0 in 2018, 4.0 in 2024."
    )
