"""Own figures and targets on the time lines, and scores before and after."""

from charts.before_after import Shift, before_after
from charts.palette import palette
from charts.timeline import Panel, timeline_alt, timeline_figure
from charts.timeline_own import Mark
from metrics.results import open_results
from metrics.time_series import time_series
from words import speak

COLOURS = palette("light")


def test_own_figure_and_target_stand_on_the_line_and_are_told() -> None:
    series = next(one for one in time_series(open_results(), "53.71") if one.node.id == "poverty")
    newest = series.points[-1]
    own = [Mark(newest.year + 1, newest.value - 1, "own")]
    targets = [Mark(newest.year + 4, newest.value - 5, "target")]
    panel = Panel("Kemiskinan", "persen", 2, series, ["" for _ in series.points], own, targets)
    words = speak("id")
    figure = timeline_figure([panel], range(2018, newest.year + 5), [], words, COLOURS)
    marks = {trace.marker.symbol: trace for trace in figure.data if trace.mode == "markers"}
    assert list(marks["diamond"].x) == [newest.year + 1] and list(marks["line-ew"].y) == [newest.value - 5]
    low, high = figure.layout.yaxis.range
    assert low < newest.value - 5 < high
    written = [note.text for note in figure.layout.annotations]
    assert f"<b>{words.number(newest.value - 5, 2)}</b>" in written
    told = timeline_alt([panel], words)
    assert f"angka sendiri {words.number(newest.value - 1, 2)} pada {newest.year + 1}" in told and "target" in told


def test_nothing_leads_across_a_break() -> None:
    series = next(one for one in time_series(open_results(), "53.71") if one.node.breaks and one.points)
    lead = [Mark(series.node.breaks[0] - 1, 2.0, ""), Mark(series.points[-1].year + 1, 3.0, "")]
    panel = Panel("SPBE", "indeks", 2, series, ["" for _ in series.points], lead)
    figure = timeline_figure([panel], range(2018, 2027), [], speak("en"), COLOURS)
    dotted = [trace for trace in figure.data if trace.mode == "lines" and trace.line.dash == "dot"]
    assert [trace.x[1] for trace in dotted] == [lead[1].year]


def test_scores_before_and_after_are_told_apart() -> None:
    drawn = before_after(
        [Shift("<Skor>", "50 → 60", 50.0, 60.0, "told", strong=True), Shift("B", "– → 40", None, 40.0, ""),
         Shift("C", "30", 30.0, 30.0, "")],
        (0, 100), "label", COLOURS,
    )  # fmt: skip
    assert "&lt;Skor&gt;" in drawn and "<Skor>" not in drawn
    assert drawn.count('class="before"') == 2 and drawn.count('class="after"') == 2
    assert 'class="way" style="left:50.0%;width:10.0%"' in drawn
