"""What the card of a practice says of its figures before and after."""

import json
from dataclasses import replace
from typing import Literal

import pytest
from streamlit.testing.v1 import AppTest

from charts.evidence import Picture, evidence_figure
from charts.palette import palette
from metrics.practices.course import Step
from pages.shared import results as shared
from tests.pages.test_screens import text
from words import speak


def card(language: str, practice: str) -> AppTest:
    def draw(language: str, practice: str) -> None:
        from metrics.practices.catalogue import catalogue
        from pages.parts.evidence.view import draw_evidence
        from pages.shared.results import results
        from pages.shared.selection import Selection

        here = Selection(language, "masterplan", 2023, None, "light", "data", "framework")
        draw_evidence(here, catalogue(results("masterplan")).practice(practice))

    app = AppTest.from_function(draw, default_timeout=60, kwargs={"language": language, "practice": practice}).run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def water() -> AppTest:
    return card("id", "semarang-financing")


def test_a_practice_with_figures_has_a_finding_a_picture_and_its_limits(water: AppTest) -> None:
    (heading,) = water.subheader
    assert "Kota Semarang tidak tampak beda dari daerah sebanding" in heading.value
    said = text(water)
    assert "Selisih bukan dampak" in said
    assert "Tahun adalah tahun edisi dikurangi 1 (asumsi)" in said  # what the dataset warns of in these figures
    assert "daerah ini juga menjalankan: Reformasi administrasi" in said
    assert "Badan Pangan Nasional" in said
    chart = water.get("plotly_chart")[0].proto
    assert "2023: Kota Semarang -1,5, median daerah sebanding" in chart.alt
    assert "dipakai sejak 2021" in chart.spec


def test_a_region_that_stands_out_for_the_worse_by_a_single_figure_is_told_so() -> None:
    from pages.parts.evidence.view import found_evidence
    from pages.parts.evidence.words import say_caution, say_finding

    (found,) = found_evidence("masterplan", "semarang-financing").compared
    one = replace(found, verdict="less", windows=replace(found.windows, after=(2023,)))
    words = speak("id")
    finding = say_finding(words, one, "Kota Semarang")
    assert "bergerak kurang dari daerah sebanding ke arah yang lebih baik" in finding
    assert "Sesudahnya hanya ada satu angka" in " ".join(say_caution(words, one, "Kota Semarang", 2021))


def test_the_table_has_the_years_of_the_picture(water: AppTest) -> None:
    drawn = json.loads(water.get("plotly_chart")[0].proto.spec)["data"][-1]["x"]
    rows = [body for element in water.get("html") if "<table" in (body := element.proto.body)]
    assert [year for year in range(2015, 2026) if f'<th scope="row">{year}</th>' in rows[0]] == drawn


@pytest.mark.parametrize(
    ("practice", "needed"),
    [
        ("sumedang-simpati", "Stunting of children under 5: a new series begins in 2021"),
        ("kupang-spam-kali-dendeng", "Kota Kupang has no figure of 2024–2028 yet"),
        ("banyumas-waste", "Kabupaten Banyumas has no figure of 2015–2019, before it started"),
        ("yogyakarta-nglarisi", "the year in which the practice started is not known"),
        ("makassar-home-care", "names no indicator that it should move directly"),
        ("jakarta-crm", "this practice is of a province or abroad"),
        ("dumai-kampoeng-kuliner", "no figures yet. Needed is a year of 2017–2021 and one of 2023–2027"),
    ],
)
def test_a_practice_without_figures_says_which_ones_are_needed(practice: str, needed: str) -> None:
    from pages.parts.evidence.cannot_words import say_cannot
    from pages.parts.evidence.view import found_evidence

    found = found_evidence("masterplan", practice)
    name = shared.region_names("masterplan").get(found.region or "", "")
    assert needed in " ".join(say_cannot(speak("en"), found, name))


def test_a_year_without_a_figure_is_a_gap_and_the_start_is_hollow() -> None:
    steps = (
        Step(2019, True, 0.0, -1.0, 0.0, 1.0),
        Step(2020, False, 2.0, -1.0, 0.5, 1.5),
        Step(2021, False, None, None, None, None),
        Step(2022, True, 4.0, -2.0, 0.5, 2.0),
    )
    colours = palette("light")
    drawn = evidence_figure(
        Picture(steps, 2020, "started 2020", "Region", "comparable", "%", ["a", "b", "c", "d"]), speak("en"), colours
    )
    own = drawn.data[-1]
    assert list(own.y) == [0.0, 2.0, None, 4.0]
    assert own.marker.color[1] == colours.paper and own.marker.color[0] == colours.accent
    assert list(drawn.data[2].x) == [2019, 2020, 2022]


def test_what_stands_out_and_what_does_not_have_cautions_of_their_own() -> None:
    from pages.parts.evidence.view import found_evidence
    from pages.parts.evidence.words import say_caution

    verdicts: tuple[Literal["more"], Literal["same"]] = ("more", "same")
    one = found_evidence("masterplan", "semarang-financing").compared[0]
    said = {
        (verdict, among): " ".join(say_caution(speak("en"), replace(one, verdict=verdict, among=among), "It", 2021))
        for verdict in verdicts
        for among in (20, 60)
    }
    assert {key for key, text in said.items() if "at their worst" in text} == {("more", 20), ("more", 60)}
    assert {key for key, text in said.items() if "only larger differences" in text} == {("same", 20)}
