"""Ranks with their bands, as pictures and on the screens."""

import re

import pytest

from charts.bands import Axis, Part, Row, Whole, band_rows, band_strips
from charts.palette import palette
from metrics.bands import Bands
from metrics.problems import InputProblems, Problem
from pages.parts.rankings.filters import Filters
from pages.parts.rankings.table import table_rows
from pages.shared import results as shared
from pages.shared.band_columns import with_band_texts
from pages.shared.selection import Selection
from tests.pages.hostile import HOSTILE
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import LANGUAGES, speak

__all__ = ["no_drawing_is_kept"]

LIGHT = palette("light")
MINE = "53.71"


def row(name: str, rank: float, low: float, high: float, role="other") -> Row:
    return Row(name, name, "profile?region=x", f"{rank} ({low}–{high})", rank, low, high, name, role)


@pytest.fixture(scope="module")
def bands() -> Bands:
    return shared.bands("masterplan", 2023)


@pytest.fixture
def without_draws(monkeypatch):
    """The default assumptions do not go with the figures."""

    def refused(*_):
        raise InputProblems([Problem("file-missing", "figures/<b>.csv")])

    monkeypatch.setattr(shared, "kept_bands", refused)
    kept = (shared.bands.cache_clear, shared.ranking.cache_clear, shared.certain.cache_clear)
    for forget in kept:
        forget()
    yield
    for forget in kept:
        forget()


def test_bar_reaches_from_end_to_end_of_the_band_and_the_tick_is_the_rank():
    drawn = band_rows([row("A", 2, 1, 4)], Axis(1, 10), "Ranks", list(map(str, Axis(1, 10).marks())), LIGHT)
    assert 'class="band" style="left:0.0%;width:40.0%"' in drawn
    assert 'class="tick" style="left:15.0%"' in drawn


@pytest.mark.parametrize(
    ("ends", "marks"),
    [((1, 10), [1, 2, 4, 6, 8, 10]), ((1, 93), [1, 20, 40, 60, 80]), ((42, 93), [50, 60, 70, 80, 90]), ((1, 1), [1])],
)
def test_round_ranks_are_written(ends, marks):
    assert Axis(*ends).marks() == marks


def test_band_of_my_region_goes_down_through_all_rows():
    rows = [row("A", 2, 1, 4), row("B", 3, 2, 6, "mine")]
    axis = Axis(1, 10)
    write = [str(rank) for rank in axis.marks()]
    assert "var(--zone)" in band_rows(rows, axis, "Ranks", write, LIGHT)
    assert "var(--zone)" not in band_rows(rows[:1], axis, "Ranks", write, LIGHT)


def test_level_is_written_in_its_part_where_there_is_room():
    parts = [Part(0.07, LIGHT.levels[1], "2", "A"), Part(0.93, LIGHT.levels[4], "5", "B")]
    drawn = band_strips([], Whole("Level", "5", parts), LIGHT)
    assert re.findall(r"color:(\S+)\" title=\"\w\">(\d?)</i>", drawn) == [("#17262E", ""), ("#FFFFFF", "5")]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_stay_text(name):
    axis = Axis(1, 1)
    drawn = band_rows([row(name, 1, 1, 1)], axis, name, ["1"], LIGHT)
    drawn += band_strips([(row(name, 1, 1, 1), axis, name)], Whole(name, name, [Part(1, "#ffffff", name, name)]), LIGHT)
    assert not re.search(r"<(script|b>Kota|img)", drawn)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rankings_draw_the_regions_around_mine_and_those_like_it(language, bands):
    app = draw(lang=language, region=MINE)
    assert not app.exception
    drawn = next(html.proto.body for html in app.get("html") if '<ol aria-label="' in html.proto.body)
    roles = re.findall(r'<li class="(\w+)"', drawn)
    assert len(roles) == 15
    assert roles.count("mine") == 1
    alike = bands.alike(MINE, in_kind=True)
    ranking = shared.ranking("masterplan", 2023)
    ranked = ranking[(ranking["kind"] == "kota") & ranking["rank"].notna()]["region"].tolist()
    around = ranked[ranked.index(MINE) - 7 : ranked.index(MINE) + 8]
    assert [role == "alike" for role in roles] == [region in alike for region in around]
    titles = [heading.value for heading in app.subheader]
    words = speak(language)
    said = words.say("{name} is not clearly different from {count} other {kind}", name="Kota Kupang",
                     count=words.number(len(alike)), kind="kota")  # fmt: skip
    assert said in titles


def test_rankings_without_a_region_draw_the_first(bands):
    drawn = text(draw(lang="en", kind="kabupaten"))
    roles = re.findall(r'<li class="(\w+)"', drawn)
    assert len(roles) == 15
    assert "mine" not in roles
    assert roles[0] == "alike"  # the one that the others are set against


@pytest.mark.parametrize("language", LANGUAGES)
def test_profile_says_how_sure_the_level_is_and_who_is_like_it(language, bands):
    told, words = text(draw("profile.py", lang=language, region=MINE)), speak(language)
    cuts = [level.from_ for level in shared.results("masterplan").framework.maturity.levels][1:]
    chances = bands.chances_of_levels(cuts).loc[MINE]
    for level, chance in chances.items():
        assert (words.say("level {number} ({share})", number=level, share=words.percent(chance)) in told) == (
            chance >= 0.005
        )
    names = shared.region_names("masterplan")
    assert sum(names[region] in told for region in bands.alike(MINE, in_kind=True)) >= 6
    assert told.count('class="band"') == 2


def test_profile_says_the_chance_of_the_first_ones_where_it_is_open(bands):
    told, region = text(draw("profile.py", lang="en", region="35.73")), "35.73"
    for first in (3, 10, 25):
        chance = bands.chance_of_top(first, in_kind=True)[region]
        said = f"the first {first} ({speak('en').percent(chance)})"
        assert (said in told) == (0.005 <= chance < 0.995), said


@pytest.mark.parametrize("screen", ["rankings.py", "profile.py", "province.py", "overview.py"])
def test_screens_work_without_bands_and_say_why(screen, without_draws):
    app = draw(screen, lang="en", region=MINE, province="Nusa Tenggara Timur")
    assert not app.exception
    told = text(app)
    assert "Ranks stand without bands here: figures/&lt;b&gt;.csv" in told
    assert "so no rank is told" in told and "rank 65 of 93 kota" not in told
    assert 'class="band"' not in told


def test_what_a_band_includes_follows_the_framework():
    told = text(draw(lang="en", framework="hdi"))
    assert "weights (up to 25% up or down)" in told
    assert "figures (within their errors)" not in told  # the index states none


def test_files_hold_the_bands(bands):
    results = shared.results("masterplan")
    here = Selection("id", "masterplan", 2023, None, "light", results.data_version, results.framework_version)
    rows = table_rows(here, Filters("all"))[0].set_index("region")
    for column in bands.whole:
        assert rows[column].dropna().astype(float).to_dict() == bands.whole[column].astype(float).to_dict()
    assert rows["level_chance"].dropna().between(0, 1).all()
    assert rows.loc["31.71", "rank_low":"rank_high"].isna().all()


def test_bands_in_a_table_are_sorted_by_their_lower_end():
    ranking = shared.ranking("masterplan", 2023).dropna(subset="rank")
    told = with_band_texts(ranking, speak("en")).sort_values("rank_band", kind="stable")
    assert told["rank_low"].is_monotonic_increasing
