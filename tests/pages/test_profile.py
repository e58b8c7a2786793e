"""The region profile as Streamlit's own test runner draws it."""

import json

import pytest

from metrics.profile import region_profile
from pages.shared import results as shared
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import speak

__all__ = ["no_drawing_is_kept"]


def profile(**address):
    """The profile with these parameters in its address."""
    app = draw("profile.py", **address)
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Belum ada daerah yang dipilih. Pilih daerah Anda di atas"),
        ("en", "No region is chosen yet. Choose your"),
    ],
)
def test_without_a_region_it_says_how_to_choose_one(language, said):
    told = text(profile(lang=language))
    first, _, then = said.partition(". ")
    assert f"{first}." in told
    assert then in told


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("framework", ["masterplan", "hdi", "spbe"])
def test_profile_is_drawn_in_every_framework(language, framework):
    app = profile(lang=language, framework=framework, region="53.71")
    assert "Kota Kupang" in text(app)
    assert len(app.get("plotly_chart")) > 1
    reports = [link.proto.url for link in app.get("link_button") if link.proto.url.startswith("files/report.")]
    year = shared.results(framework).opening_year
    asked = f"?lang={language}&framework={framework}&year={year}&region=53.71"
    assert reports == [f"files/report.html{asked}", f"files/report.docx{asked}"]


def test_first_line_says_level_rank_strongest_and_weakest():
    told = text(profile(lang="en", region="53.71"))
    row = shared.results("masterplan").ranking(2023).set_index("region").loc["53.71"]
    extremes = region_profile(shared.results("masterplan"), "53.71", 2023).extremes
    strongest, weakest = (place.node.title.en for place in extremes)
    band = shared.bands("masterplan", 2023).whole.astype(int).loc["53.71"]
    in_kind = f"{row.rank_in_kind} ({band.rank_in_kind_low}–{band.rank_in_kind_high}) of {row.ranked_in_kind} kota"
    assert f"rank {in_kind}, {row['rank']} ({band.rank_low}–{band.rank_high}) of {row.ranked} nationally" in told
    assert f"Level {row.maturity} of 5" in told
    assert f"Strongest: {strongest}. Weakest: {weakest}." in told
    assert "weights (up to 25% up or down)" in told


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "belum dapat dinilai untuk tahun 2023"), ("en", "cannot be assessed for 2023: no figure yet for")],
)
def test_region_that_cannot_be_assessed_is_told_what_is_missing_and_who_publishes_it(language, said):
    told = text(profile(lang=language, region="31.71"))
    assert said in told
    assert "Kementerian Pendayagunaan Aparatur Negara" in told


@pytest.mark.parametrize("year", range(2018, 2025))
def test_every_year_is_drawn_or_explained(year):
    assert str(year) in text(profile(lang="en", year=str(year), region="53.71"))


@pytest.mark.parametrize(("language", "value"), [("id", "11,62 tahun, 2023"), ("en", "11.62 years, 2023")])
def test_why_leads_from_an_indicator_to_the_row_of_its_source(language, value):
    app = profile(lang=language, region="53.71", node="rls")
    told = text(app)
    figure = shared.results("masterplan").table(
        "SELECT file, line FROM figure WHERE region = '53.71' AND variable = 'mean_schooling' AND year = 2023"
    )
    assert value in told
    assert "Badan Pusat Statistik (BPS)" in told
    assert speak(language).say("{file}, line {line}", file=figure["file"][0], line=figure["line"][0]) in told
    # and the text that reports the figure is there in both languages, whichever the reader's
    for block, spoken in zip(app.code, ("id", "en"), strict=True):
        row = {"file": figure["file"][0], "line": figure["line"][0]}
        assert speak(spoken).say("File and line: {file}, line {line}", **row) in block.value
        assert "&node=rls" in block.value


@pytest.mark.parametrize("node", ["rls", "stunting", "expenditure", "learning", "masterplan", "environment"])
@pytest.mark.parametrize("region", ["53.71", "31.71"])
def test_every_kind_of_node_says_why(node, region):
    assert 'class="teladan-why"' in text(profile(lang="en", region=region, node=node))


def test_tree_is_open_down_to_the_indicator_with_what_is_wanted_and_practices_are_proposed_one_a_gap():
    told = text(profile(lang="en", region="53.71"))
    assert "Mean years of schooling" in told
    assert "≈ Gender empowerment index" in told
    assert "◐ Waste managed" in told
    assert "○ Wanted: Smart branding" in told
    proposed = told.split("Concerns a gap: Households without clean water")
    assert len(proposed) == 2 and "practice=semarang-financing" in proposed[0] and "practice=kupang" not in told


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_chart_says_what_it_shows(language):
    charts = [chart.proto for chart in profile(lang=language, region="53.71").get("plotly_chart")]
    assert all(len(chart.alt) > 40 for chart in charts)
    separators = ",." if language == "id" else ".,"
    assert {json.loads(chart.spec)["layout"]["separators"] for chart in charts} == {separators}
