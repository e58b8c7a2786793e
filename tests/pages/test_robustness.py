"""The screen on certainty as Streamlit's own test runner draws it, and its pictures."""

import re

import pandas as pd
import pytest

from charts.correlation_map import correlation_map
from charts.indicator_tracks import IndicatorTrack, MarkStyle, indicator_tracks_alt, indicator_tracks_figure
from charts.palette import palette
from charts.share_bars import ShareBar, share_bars_alt, share_bars_figure
from metrics.sensitivity.influence import influence
from metrics.sensitivity.kept_drivers import kept_drivers
from metrics.sensitivity.leave_one_out import leave_one_out
from pages.parts.robustness import indicator_words as say_indicator
from pages.parts.robustness import method_words as say_method
from pages.parts.robustness import words as say
from pages.shared import results as shared
from tests.pages.hostile import HOSTILE
from tests.pages.test_screens import draw, text
from words import speak

LIGHT, DARK = palette("light"), palette("dark")
NAME = " ".join(HOSTILE)
EN = speak("en")


def headings(app):
    """The titles of the screen, without what keeps them from being read as Markdown."""
    return re.sub(r"\\(.)\u2060?", r"\1", " ".join(heading.value for heading in app.subheader))


@pytest.mark.parametrize("language", ["id", "en"])
def test_screen_says_how_sure_and_what_decides(language):
    scored, words = shared.results("masterplan"), speak(language)
    app = draw("robustness.py", lang=language, region="53.71")
    assert not app.exception
    told = text(app)
    moved, left_out = kept_drivers(scored, 2023), leave_one_out(scored, 2023)
    decisive = words.title(scored.node(left_out.table()["node"][0]).title)
    closest = influence(scored, 2023).sort_values("share", ascending=False)["node"].iloc[0]
    assert say.say_source(words, moved.of_ranks()["source"][0]) in told[: told.index("</h1>")]
    assert words.percent(moved.of_ranks()["total"][0]) in headings(app)
    assert decisive in headings(app) and words.title(scored.node(closest).title) in headings(app)
    charts = app.get("plotly_chart")
    assert len(charts) == 5
    for row in left_out.of_region("53.71").to_dict("records"):
        rank, ranked = words.number(row["rank"], 0), words.number(row["ranked"], 0)
        own = words.say("{name} would be {rank} of {ranked} nationally.", name="Kota Kupang", rank=rank, ranked=ranked)
        assert own in charts[3].proto.alt
        assert words.title(scored.node(row["node"]).title) in charts[4].proto.alt
    for row in moved.of_region("53.71").to_dict("records"):
        assert say.say_share(words, row) in charts[1].proto.alt
    assert told.count('<th scope="row"><b aria-hidden="true">') == 13


def test_without_a_region_every_region_counts():
    scored = shared.results("masterplan")
    app = draw("robustness.py", lang="en")
    strongest = kept_drivers(scored, 2023).strongest()
    assert f"for {strongest['regions'][0]} of {strongest['regions'].sum()} it is" in headings(app)
    assert "Choose your region above" in text(app)
    assert "would be" not in app.get("plotly_chart")[2].proto.alt


def test_region_and_year_without_a_rank_say_so():
    told = text(draw("robustness.py", lang="en", region="31.71"))
    assert "cannot be assessed for 2023" in told
    empty = draw("robustness.py", lang="en", year="2019")
    assert "No region can be assessed for 2019 yet." in text(empty) and "Choose 2023" in text(empty)
    assert not empty.get("plotly_chart") and not empty.exception


def test_what_is_flagged_is_named():
    rows = pd.DataFrame([
        {"name": "A", "share": 0.5, "weight": 0.1, "departs": 1, "with_root": 0.9, "with_parent": 0.9},
        {"name": "B", "share": 0.1, "weight": 0.5, "departs": -1, "with_root": 0.2, "with_parent": 0.2},
        {"name": "C", "share": 0.0, "weight": 0.4, "departs": -1, "with_root": -0.2, "with_parent": 0.1},
    ])  # fmt: skip
    assert [say_indicator.say_remark(EN, row) for row in rows.to_dict("records")] == [
        "decides more than twice its weight",
        "decides less than half its weight; hardly follows its group",
        "decides less than half its weight; goes against the score",
    ]
    told = " ".join(say_indicator.say_departures(EN, rows))
    assert "More than twice what the weight says: A." in told and "says: B and C." in told
    pairs = pd.DataFrame([{"one": "a", "other": "b", "correlation": -0.5, "flag": "trade-off"}])
    assert (
        say_method.say_pairs(EN, pairs, {"a": "A", "b": "B"}) == "Worth a look: A and B go against each other (-0.50)."
    )


def test_what_does_not_move_has_no_driver():
    still = pd.DataFrame({"source": ["weights"], "total": [0.0], "low": [0.0], "high": [0.0]})
    assert say.say_region(EN, "A", still) == "A: its rank does not move"


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_pictures_draw_text_as_it_is(colours):
    bars = [ShareBar(NAME, 0.2, 0.4, 0.3, 0.5, NAME), ShareBar(NAME, -0.01, 0.0, 0.0, 0.0, NAME)]
    tracks = [IndicatorTrack(NAME, (1.0, None), NAME, NAME), IndicatorTrack(NAME, (3.0, 2.0), NAME, NAME)]
    styles = [MarkStyle("circle", colours.second, colours.paper)] * 2
    figures = [
        share_bars_figure(bars, colours.second, EN, colours),
        indicator_tracks_figure(tracks, styles, NAME, EN, colours),
    ]
    matrix = pd.DataFrame([[1, -0.6, 0.1], [-0.6, 1, float("nan")], [0.1, float("nan"), 1]], list("abc"), list("abc"))
    drawn = correlation_map(matrix, dict.fromkeys("abc", NAME), list("xyy"), {("a", "b"): NAME}, NAME, EN, colours)
    assert set(re.findall(r"<(\w+)", drawn)) <= {
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "b",
        "span",
    }
    assert drawn.count('class="marked"') == 1 and ">–</td>" in drawn
    for figure in figures:
        assert not re.search(r"<(script|img|svg|iframe|b>window)", figure.to_json().encode().decode("unicode_escape"))
    assert [bar.x for bar in figures[0].data[:2]] == [(0.4, 0.0), (0.2, 0.0)]  # an estimate below zero has no bar
    assert share_bars_alt(bars, EN).count(NAME) == indicator_tracks_alt(tracks, EN).count(NAME) == 2
    assert figures[1].data[1].x == (2.0,)
