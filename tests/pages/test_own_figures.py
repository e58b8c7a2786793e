"""The screen of a region's own figures: what it says, its files and tables, and that nobody else gets to see any."""

import os
import sys

import pytest

from exports.own_template import own_workbook
from metrics.own.applied import own_standing
from metrics.own.data import OwnData, OwnFigure, OwnTarget, Programme
from metrics.results import open_results
from pages.parts.own import view as own_view
from pages.shared.results import simulated
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import speak

__all__ = ["no_drawing_is_kept"]

SCREEN, KUPANG = "own_figures.py", "53.71"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OWN = OwnData(
    KUPANG,
    (OwnFigure("poverty", 2025, 7.77, "Rilis dinas"),),
    (OwnTarget("poverty", 2029, 5.0, "RPJMD 2025-2029"), OwnTarget("stunting", 2027, 14.0)),
    (Programme("Mal pelayanan <b>digital</b>", "quick win", "public_service", 2024, 2026),),
)
written: list[str] = []
watching = False


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if watching and event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        written.append(str(arguments[0]))


sys.addaudithook(_watch)


@pytest.fixture(autouse=True)
def without_bands(monkeypatch):
    """A band takes seconds, and is tested where it is made (tests/metrics/test_simulated_band.py)."""
    monkeypatch.setattr(own_view.View, "band", lambda self, found: (40, 60) if found.values else (61, 82))


def form(own: OwnData = OWN) -> tuple[str, bytes, str]:
    """A filled-in form as it is dropped."""
    return "kupang.xlsx", own_workbook(speak("id"), open_results(), KUPANG, own), XLSX


def drop(app, file):
    """Drop a file on the screen."""
    return app.file_uploader[0].set_value(file).run()


@pytest.mark.parametrize(
    ("language", "empty", "told"),
    [
        ("id", "Skor Kota Kupang {before}", "Dengan angka sendiri skor Kota Kupang menjadi {after}, bukan {before}"),
        (
            "en",
            "Kota Kupang scores {before}",
            "With its own figures Kota Kupang would score {after} instead of {before}",
        ),
    ],
)
def test_own_figures_stand_beside_the_published_ones_until_they_are_forgotten(language, empty, told):
    words = speak(language)
    expected = own_standing(simulated("masterplan", 2023), OWN)
    holes = {"before": words.number(expected.published.score, 1), "after": words.number(expected.own.score, 1)}
    assert holes["before"] != holes["after"]
    app = draw(SCREEN, lang=language, region=KUPANG)
    assert not app.exception and empty.format(**holes) in text(app)
    drop(app, form())
    assert not app.exception and not app.error
    said = text(app)
    assert told.format(**holes) in said
    assert {"id": "Angka sendiri tahun 2025 dibandingkan", "en": "Own figures of 2025 stand beside"}[language] in said
    assert f"{words.number(7.77, 1)} (◆ 2025)" in said and "Rilis dinas" in said
    assert all(end in said for end in ("40", "60", "61", "82"))
    assert "RPJMD 2025-2029" in said and "stunting" in said.casefold()
    assert "Mal pelayanan &lt;b&gt;digital&lt;/b&gt;" in said
    profile = app.switch_page("profile.py").run()
    assert not profile.exception
    assert f"◆ {words.number(7.77, 1)} (2025)" in text(profile) and "◆" in text(profile)
    app.switch_page(SCREEN).run()
    next(button for button in app.button if button.label == words.say("Yes, forget it")).click().run()
    assert empty.format(**holes) in text(app) and "◆" not in text(app)


def test_broken_file_is_told_and_changes_nothing():
    app = drop(draw(SCREEN, lang="en", region=KUPANG), form())
    before = text(app).partition("</h1>")[0]
    drop(app, ("broken.xlsx", b"PK no workbook", XLSX))
    assert not app.exception and "broken" in app.error[0].value
    assert text(app).partition("</h1>")[0] == before
    table = b"indicator,year,value\npoverty,2025,abc\nfoo,2025,3\n"
    drop(app, ("figures.csv", table, "text/csv"))
    assert "2 problems" in app.error[0].value and text(app).partition("</h1>")[0] == before
    drop(app, ("figures.csv", b"region,indicator,year,value\n53.71,poverty,2025,7\n31.71,poverty,2025,3\n", "text/csv"))
    assert "Read: figures.csv. One row of another region in it was left out." in text(app)


def test_typed_figures_count_once_they_are_confirmed():
    app = draw(SCREEN, lang="en", region=KUPANG)
    indicators = list(app.data_editor[0].value["indicator"])
    row = indicators.index("Poverty rate")
    key = app.data_editor[0].key
    app.session_state[key] = {"edited_rows": {row: {"value": 7.77}}, "added_rows": [], "deleted_rows": []}
    app.run()
    assert "With its own figures" not in text(app)
    app.session_state[key] = {"edited_rows": {row: {"value": 7.77}}, "added_rows": [], "deleted_rows": []}
    next(button for button in app.button if button.label == "Use these figures").click().run()
    assert not app.exception and "With its own figures Kota Kupang" in text(app)
    assert "7.8 (◆ 2025)" in text(app)


def test_own_figures_are_in_one_session_and_nowhere_else(monkeypatch, tmp_path):
    global watching
    draw(SCREEN, lang="en", region=KUPANG)
    draw("profile.py", lang="en", region=KUPANG)
    file = form()
    # What is published is in memory by now. Whatever is kept from here on goes into a folder of this test alone.
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path))
    watching = True
    try:
        app = drop(draw(SCREEN, lang="en", region=KUPANG), file)
        app.switch_page("profile.py").run()
        assert "◆" in text(app)
    finally:
        watching = False
    assert written == []
    assert list(tmp_path.rglob("*")) == []
    assert "7.7" not in "".join(map(str, app.query_params.values()))
    for screen in (SCREEN, "profile.py"):
        other = text(draw(screen, lang="en", region=KUPANG))
        assert "◆" not in other and "7.77" not in other and "Rilis dinas" not in other
