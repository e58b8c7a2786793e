"""The rankings screen: its filters, the change over time, and its rows as files."""

import pytest

from metrics.groups import groups
from metrics.population import sizes
from metrics.trend import trend
from pages.parts.rankings.filters import Filters
from pages.parts.rankings.table import table_rows
from pages.shared import results as shared
from pages.shared.selection import Selection
from tests.pages.test_screens import draw, no_drawing_is_kept, text
from words import LANGUAGES, speak

__all__ = ["no_drawing_is_kept"]


@pytest.fixture(scope="module")
def results():
    return shared.results("masterplan")


@pytest.fixture(scope="module")
def regions(results):
    return results.ranking(2023).dropna(subset="score").set_index("region")


def grid(app):
    """The rows of the first table of the screen, by region code."""
    return app.dataframe[0].value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "code"),
    [("province", "Jawa Timur"), ("island", "Papua"), ("group", "citynet-indonesia"), ("size", "medium")],
)
def test_filter_in_the_address_leaves_the_regions_that_fit(language, key, code, regions, results):
    fits = {
        "province": lambda region: regions["province"][region] == code,
        "island": lambda region: regions["island"][region] == code,
        "group": lambda region: region in {g.code: g for g in groups(results)}[code].regions,
        "size": lambda region: sizes(results)[region] == code,
    }[key]
    expected = {region for region in regions.index if regions["kind"][region] == "kota" and fits(region)}
    app = draw(lang=language, **{key: code})
    assert not app.exception
    assert set(grid(app).index) == expected
    ranked = int(regions["ranked_in_kind"][next(iter(expected))])
    words = speak(language)
    assert words.say("Of {count} {kind}", count=words.number(ranked), kind="kota") in app.dataframe[0].proto.columns
    among = {"id": f"di antara seluruh {ranked} kota yang dinilai.", "en": f"among all {ranked} ranked kota."}
    assert among[language] in text(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_that_leave_nothing_say_so_and_are_cleared_together(language):
    app = draw(lang=language, kind="kota", province="Papua", island="Jawa", size="large", group="citynet")
    assert not app.exception
    assert not app.dataframe
    assert not app.get("download_button")
    words = speak(language)
    said = app.info[0].value.replace("\\", "")
    assert all(name in said for name in ("kota", "Papua", "Jawa", "CITYNET", words.say("Large")))
    clear = next(button for button in app.button if button.label == words.say("Clear filters"))
    clear.click().run()
    assert not app.info
    assert len(grid(app)) > 80
    assert app.selectbox(key="province").value is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_group_says_whether_its_list_is_complete(language):
    said = {"id": "Daftar ini tidak lengkap", "en": "The list is not complete"}[language]
    assert said in text(draw(lang=language, group="citynet"))


def test_change_of_language_keeps_the_filters():
    app = draw(lang="en", group="citynet-indonesia", size="medium")
    before = set(grid(app).index)
    app.button_group(key="lang").set_value("id").run()
    assert app.selectbox(key="group").value == "citynet-indonesia"
    assert set(grid(app).index) == before


@pytest.mark.parametrize(("language", "change"), [("id", "+{},{}"), ("en", "+{}.{}")])
def test_change_stands_in_the_table_with_what_it_rests_on(language, change, results):
    moved = trend(results, 2023)
    mine = moved.regions.set_index("region").loc["53.71"]
    app = draw(lang=language, plain="true", region="53.71")
    row = text(app).partition('<tr class="mine">')[2].partition("</tr>")[0]
    words = speak(language)
    assert f">{words.signed(mine.change, 1)}<" in row
    assert f">{' · '.join(words.signed(point, 1) for point in mine.course)}<" in row
    assert {"id": "atas 7 dari 13 indikator", "en": "over the 7 of 13 indicators"}[language] in text(app)
    assert change.format(6, 0) in text(app)


def test_region_without_a_change_has_a_dash():
    told = text(draw(lang="en", plain="true", kind="kota", region="35.78"))
    row = told.partition('<tr class="mine">')[2].partition("</tr>")[0]
    assert row.count(">–<") == 2


def test_first_year_of_a_framework_says_why_no_change_is_told():
    app = draw(lang="en", framework="spbe", year="2023")
    assert "No change over time is told" in text(app)
    assert "change" not in grid(app).columns


@pytest.mark.parametrize(("kind", "count"), [("kota", 98), ("all", 514)])
def test_file_has_the_rows_of_the_view_with_change_and_stamp(kind, count, results):
    here = Selection("id", "masterplan", 2023, None, "light", results.data_version, results.framework_version)
    rows, stamp = table_rows(here, Filters(kind))
    assert len(rows) == count
    assert list(stamp) == ["year", "change_since", "bands", "data_version", "framework_version"]
    assert stamp["bands"] == "p5-p95; 1000 draws; seed 1; weights leave_out errors aggregate normalise"
    assert stamp["change_since"] == 2018
    assert list(rows.columns)[-1] == "change"


@pytest.mark.parametrize("screen", ["rankings.py", "indicator.py"])
def test_three_files_are_offered(screen):
    assert [button.proto.label for button in draw(screen, lang="en").get("download_button")] == [
        "CSV",
        "CSV for Indonesian Excel",
        "Parquet",
    ]
