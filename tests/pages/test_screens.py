"""The screens as Streamlit's own test runner draws them."""

import itertools
import json
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from metrics.figures import Figures
from metrics.problems import InputProblems, Problem
from pages.contents import SCREENS
from pages.shared import results as shared
from words import speak

ROOT = Path(__file__).resolve().parents[2]
FRAME = str(ROOT / "pages" / "frame.py")


def draw(screen: str = "rankings.py", **address: str) -> AppTest:
    """A screen, by its file, with these parameters in its address."""
    app = AppTest.from_file(FRAME, default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    # `switch_page` knows an address that is not the name of its file only after a run of the first screen.
    app._page_hash = calc_hash(next(found.address for found in SCREENS if found.file == screen))
    return app.run()


def text(app: AppTest) -> str:
    """Everything that is said on the screen in running text."""
    return " ".join(body for element in app.get("html") if not (body := element.proto.body).startswith("<style>"))


@pytest.fixture(autouse=True)
def no_drawing_is_kept(request):
    """Where something else stands in the place of the code nothing is drawn before, and all is forgotten after.

    Any other drawing is the one that every visitor is shown: a test is given it again, as they are.
    """
    replaced = "monkeypatch" in request.fixturenames
    if replaced:
        st.cache_data.clear()
    yield
    if replaced:
        st.cache_data.clear()


# The default framework in both languages, and another one in either; that all of them can be drawn about a region is
# part of tests/words/, as is that a translation has the holes of what it translates, whatever is put into them.
DRAWN = [
    pytest.param(screen.file, language, framework, id=f"{screen.key}-{language}-{framework}")
    for screen, other in zip(SCREENS, itertools.cycle(itertools.product(("id", "en"), ("hdi", "spbe"))), strict=False)
    for language, framework in (("id", "masterplan"), ("en", "masterplan"), other)
]


@pytest.mark.parametrize(("file", "language", "framework"), DRAWN)
def test_screen_is_drawn(file, language, framework):
    app = draw(file, lang=language, framework=framework)
    assert not app.exception
    assert "<h1" in text(app)


@pytest.mark.parametrize("region", ["53.71", "31.71", "95.08"])
def test_region_is_told_where_it_stands_or_why_not(region):
    app = draw(lang="en", region=region)
    assert not app.exception
    told = text(app)
    name = shared.results("masterplan").regions().set_index("region")["name"][region]
    assert f'teladan-mine">{name}' in told
    assert ("of 489 nationally" in told) or ("cannot be assessed for 2023: no figure yet for" in told)


def test_rank_stands_with_its_band_the_number_ranked_and_what_the_band_includes():
    told = text(draw(lang="en", region="53.71"))
    row = shared.results("masterplan").ranking(2023).set_index("region").loc["53.71"]
    band = shared.bands("masterplan", 2023).whole.astype(int).loc["53.71"]
    in_kind = f"{row.rank_in_kind} ({band.rank_in_kind_low}–{band.rank_in_kind_high}) of {row.ranked_in_kind} kota"
    national = f"{row['rank']} ({band.rank_low}–{band.rank_high}) of {row.ranked} nationally"
    assert f"rank {in_kind}, {national}" in told
    assert "weights (up to 25% up or down)" in told
    assert "figures (within their errors)" in told


def test_first_line_is_made_of_the_figures():
    ranking = shared.results("masterplan").ranking(2023)
    ranked = int(ranking["score"].notna().sum())
    median = speak("id").number(ranking["score"].median(), 1)
    assert f"{ranked} dari 514 daerah dapat dinilai untuk tahun 2023; median skornya {median}." in text(draw())


@pytest.mark.parametrize(("language", "decimal"), [("id", ",."), ("en", ".,")])
def test_chart_follows_the_language_and_says_what_it_shows(language, decimal):
    chart = draw(lang=language).get("plotly_chart")[0].proto
    assert json.loads(chart.spec)["layout"]["separators"] == decimal
    assert speak(language).say("Dot plot of the scores, one dot a region.") in chart.alt


@pytest.mark.parametrize("year", range(2018, 2025))
def test_every_year_is_drawn_or_explained(year):
    app = draw(lang="en", year=str(year))
    assert not app.exception
    assert str(year) in text(app)


def test_problems_in_the_input_are_listed_in_the_readers_language(monkeypatch):
    def broken(*_):
        raise InputProblems([Problem("file-missing", "data/<b>regions</b>.csv")] * 2)

    monkeypatch.setattr(Figures, "results", broken)
    app = draw(lang="en")
    assert not app.exception
    assert "The data or the framework has 2 problems" in app.error[0].value
    assert "<b>" not in app.error[0].value
