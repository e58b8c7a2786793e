"""The province screen as Streamlit's own test runner draws it, and its pictures."""

import re
from urllib.parse import unquote

import pytest

from charts.palette import palette
from charts.province import Block, Column, Line, Mark, side_by_side
from charts.year_lines import Frame, Group, Panel, year_lines
from metrics.province import province
from pages.shared import results as shared
from tests.pages.hostile import HOSTILE
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import speak

__all__ = ["no_drawing_is_kept"]

LIGHT = palette("light")
JAKARTA = "Daerah Khusus Ibukota Jakarta"


def screen(**address):
    """The province screen with these parameters in its address."""
    app = draw("province.py", **address)
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "id",
            "{scored} dari 38 daerah di Jawa Timur dapat dinilai untuk tahun 2023; {above} di antaranya di atas median",
        ),
        (
            "en",
            "{scored} of 38 regions in Jawa Timur can be assessed for 2023; {above} score above the national median",
        ),
    ],
)
def test_first_line_says_how_many_are_above_the_median_of_their_kind(language, said):
    scored = shared.results("masterplan")
    found = province(scored, scored.ranking(2023), "Jawa Timur")
    told = text(screen(lang=language, province="Jawa Timur"))
    assert said.format(scored=found.scored(), above=found.above()) in told
    for kin in found.kin:
        beside = kin.beside["score"]
        assert speak(language).number(beside.median, 1) in told
        assert speak(language).number(beside.national, 1) in told


def test_province_is_that_of_my_region_until_another_is_chosen():
    app = screen(lang="en", region="35.78")
    assert "regions in Jawa Timur can be assessed" in text(app)
    app.selectbox(key="province").select("Bali").run()
    assert "regions in Bali can be assessed" in text(app)
    app.selectbox(key="region").select("53.71").run()
    assert "regions in Nusa Tenggara Timur can be assessed" in text(app)
    assert "regions in Bali can be assessed" in text(screen(lang="en", region="35.78", province="Bali"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_without_a_province_all_of_them_stand_side_by_side(language):
    told = text(screen(lang=language))
    assert told.count('href="province?') == 38
    assert f'href="province?{"lang=en&amp;" * (language == "en")}province=Bali"' in told


def test_every_region_stands_with_its_rank_and_the_way_to_its_profile():
    told = text(screen(lang="en", province="Bali", region="51.71"))
    ranking = shared.results("masterplan").ranking(2023)
    whole = shared.bands("masterplan", 2023).whole.astype(int)
    for row in ranking[ranking["province"] == "Bali"].to_dict("records"):
        low, high = whole.loc[row["region"], ["rank_in_kind_low", "rank_in_kind_high"]]
        assert f'aria-label="{row["name"]}"' in told
        assert f"{row['rank_in_kind']} ({low}–{high}) of {row['ranked_in_kind']}" in told
    assert "profile?lang=en&amp;region=Kota+Denpasar" in told
    assert '<tr class="mine"><th scope="row"><a' in told
    assert "weights (up to 25% up or down)" in told


def test_regions_are_sorted_by_the_measure_that_is_chosen():
    ranking = shared.results("masterplan").ranking(2023)
    rows = ranking[(ranking["province"] == "Bali") & (ranking["kind"] == "kabupaten")]
    told = text(screen(lang="en", province="Bali", by="society"))
    picture = told[told.index("<tbody") : told.index("</table>")]
    shown = [name for name in re.findall('aria-label="([^"]+)"', picture) if name.startswith("Kabupaten")]
    assert shown == rows.sort_values("society", ascending=False)["name"].tolist()
    assert told.count('class="measure chosen"') == len(shown) + 4  # the kota, a head, and two of kinds


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "6 daerah di sini adalah wilayah administrasi"),
        ("en", "6 of these regions are administrative areas: they have no autonomous government"),
    ],
)
def test_regions_that_cannot_be_assessed_say_why(language, said):
    app = screen(lang=language, province=JAKARTA, region="31.71")
    told = text(app)
    assert said in told
    assert "Jakarta Pusat *" in told
    assert speak(language).say("not assessed") in told
    assert any("6" in expander.label and "2023" in expander.label for expander in app.expander)
    assert told.count(speak(language).say("no figure yet for {indicators}", indicators="")[:10]) >= 6


@pytest.mark.parametrize(("framework", "levels"), [("hdi", False), ("spbe", True)])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", ["Papua Pegunungan", "Bali"])
def test_other_frameworks_are_drawn_with_their_levels_or_without(framework, levels, language, name):
    told = text(screen(lang=language, framework=framework, province=name))
    assert ('<i class="level"' in told) == levels
    assert 'class="teladan-years"' in told


@pytest.mark.parametrize("year", range(2018, 2025))
@pytest.mark.parametrize("address", [{}, {"province": "Jawa Barat"}, {"province": JAKARTA, "by": "economy"}])
def test_every_year_is_drawn_or_explained(year, address):
    assert str(year) in text(screen(lang="en", year=str(year), **address))


def test_nonsense_in_the_address_shows_the_provinces():
    assert "The provinces side by side" in text(screen(lang="en", province="<b>", by="zz"))


@pytest.mark.parametrize("language", ["id", "en"])
def test_table_and_files_hold_the_same_regions(language):
    app = screen(lang=language, province="Bali", plain="true")
    told = text(app)
    assert told.count('<th scope="row">Kabupaten') == 16  # of the ranking, and of the years
    assert len(app.get("download_button")) >= 2


def picture(**changes):
    """A picture of one region with one measure."""
    line = Line("Ana", "Kota Ana", "profile?region=Kota+Ana", [("1 of 2", None)], [Mark(30.0, "30", "Ana: 30")])
    line = Line(**{**vars(line), **changes})
    block = Block("Kota", "1 of 1", "diamond", "blue", "white", [25.0], [["median 30"]], [line])
    return side_by_side([block], ["Rank"], [Column("Score", 20.0, 40.0, True)], "Caption", "Region", LIGHT)


def test_mark_and_median_stand_on_the_track():
    assert '<i class="tick" style="left:25.0%"></i><i class="diamond" style="left:50.0%"></i>' in picture()
    assert Column("Score", 20.0, 20.0, True).at(20.0) == 50.0


def test_missing_is_hollow_with_a_word():
    drawn = picture(marks=[Mark(None, "no figure", "Ana: no figure")])
    assert '<i class="hollow"' in drawn
    assert "<em>no figure</em>" in drawn
    assert 'class="diamond" style="left' not in drawn


def test_text_of_the_dataset_stays_text():
    name = " ".join(HOSTILE)
    drawn = picture(name=name, full_name=name, address=name, facts=[(name, None)], marks=[Mark(1.0, name, name)])
    panel = Panel(name, name, name, [[(2020, 1.0)]], name, name, name, mine=True)
    drawn += year_lines([Group(name, [], [panel])], Frame((2020, 2020), (1.0, 1.0), []), LIGHT)
    assert not re.search(r"<(script|img src=x|b>window|svg|iframe)", drawn)
    assert set(re.findall(r"<(\w+)", drawn)) <= {
        "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "a", "i", "b", "em", "br", "small", "span",
        "ul", "li", "img", "p",
    }  # fmt: skip


def test_provisional_years_are_hollow_and_gaps_stay_open():
    panel = Panel("A", "Kota A", "a", [[(2020, 1.0), (2021, 2.0)], [(2023, 3.0)]], "1", "3", "about A", mine=False)
    drawn = unquote(year_lines([Group("kota", [], [panel])], Frame((2020, 2023), (1.0, 3.0), [2023]), LIGHT))
    assert drawn.count("<polyline") == 2
    assert drawn.count(f'fill="{LIGHT.paper}"') == 1
    assert 'alt="about A"' in drawn
