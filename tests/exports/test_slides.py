"""Each view as a slide: it says what the numbers of the screens say, in both languages, and marks my region."""

from dataclasses import astuple, fields
from functools import cache

import pandas as pd
import pytest

from charts.slides.kinds import Chart, Cloud, Facts, Lines, Places, Row, Rows, Shares
from exports.slides import views
from exports.slides.national import ranking
from exports.slides.slide import Slide
from metrics.contrast import contrast
from metrics.framework_file import read_framework
from metrics.gaps import gaps
from metrics.indicator import medians
from metrics.peer_choices import chosen_peers
from metrics.problems import InputProblems
from metrics.profile import region_profile
from metrics.results import Results, open_results
from metrics.shipped import FRAMEWORKS
from metrics.simulation import simulator
from metrics.storylines.addresses import WITHOUT_SLIDE
from pages.contents import SCREENS
from words import Language, speak
from words.problems import say_problem

KUPANG, SEMARANG, DEIYAI = "53.71", "33.74", "94.08"
# A view of each screen that can be a slide, with the kind of its chart.
VIEWS: dict[str, type] = {
    "overview": Places,
    "overview?slide=levels": Shares,
    "overview?alone=true": Cloud,
    f"rankings?region={KUPANG}": Rows,
    "rankings?kind=all&year=2023": Rows,
    f"profile?region={KUPANG}": Rows,
    f"compare?region={KUPANG}": Rows,
    f"next-step?region={KUPANG}&goal=quarter": Rows,
    "province?province=Nusa+Tenggara+Timur": Rows,
    "indicator?variable=stunting": Lines,
    "indicator?variable=area_km2": Rows,
    "practices": Shares,
    "practices?view=map": Places,
    f"practices?order=fit&region={KUPANG}": Facts,
    "practice?practice=banyuwangi-smart-kampung": Facts,
    "seminar": Facts,
    "seminar?talk=kupang": Facts,
    "network?group=citynet-indonesia": Places,
    f"learning-pair?a={KUPANG}&b={SEMARANG}": Facts,
    "learning-agenda": Rows,
    "robustness": Shares,
    f"what-if?region={KUPANG}&set=spbe_services:4,poverty:5": Rows,
    f"weights?region={KUPANG}&w=living:60": Rows,
    "method": Shares,
}


@cache
def results_of(framework: str) -> Results:
    if not framework or framework == "masterplan":
        return open_results()
    found = {read_framework(path).framework.id: path for path in FRAMEWORKS.glob("*.yaml")}
    return open_results(framework=found[framework])


def slide(view: str, language: Language = "id", region: str | None = None, mine: str | None = None) -> Slide:
    return views.slide(results_of, view, speak(language), region, mine)


def rows(view: str, mine: str | None = None) -> dict[str, Row]:
    chart = slide(view, mine=mine).chart
    assert isinstance(chart, Rows)
    return {row.name: row for row in chart.rows}


def roles(chart: Chart | None) -> list[str]:
    parts = next(getattr(chart, name) for name in ("rows", "spots", "points", "lines") if hasattr(chart, name))
    return [part.role for part in parts]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_a_slide(view: str, language: Language) -> None:
    found = slide(view, language, mine=SEMARANG)
    assert isinstance(found.chart, VIEWS[view])
    texts = {field.name: getattr(found, field.name) for field in fields(found) if field.name != "chart"}
    assert all(text and "{" not in text and "nan" not in text.lower().split() for text in texts.values()), texts


def test_every_address_is_that_of_a_screen_and_has_a_view_here() -> None:
    assert set(views.ADDRESSES) == {screen.address for screen in SCREENS} - WITHOUT_SLIDE
    assert {views.read_view(view)[0] for view in VIEWS} == set(views.ADDRESSES)
    assert views.has_slide("rankings?region=53.71&embed=true")
    assert not views.has_slide("own-figures")


@pytest.mark.parametrize(
    ("view", "code"),
    [
        ("own-figures", "screen-without-slide"),
        ("overview?framework=none", "framework-not-found"),
        ("overview?year=1999", "year-not-scored"),
        ("overview?year=twenty", "year-not-scored"),
        ("profile?region=Kota+Kupan", "region-not-found"),
        ("practice?practice=none", "practice-not-found"),
        ("seminar?seminar=none", "seminar-not-found"),
        ("seminar?talk=none", "talk-not-found"),
        ("indicator?variable=none", "variable-not-found"),
        ("province?province=none", "province-not-found"),
        ("network?group=none", "group-not-found"),
    ],
)
def test_a_view_of_nothing_says_what_is_wrong(view: str, code: str) -> None:
    with pytest.raises(InputProblems) as told:
        slide(view)
    (problem,) = told.value.problems
    assert problem.code == code
    assert say_problem(speak("id"), problem) != say_problem(speak("en"), problem)


def test_a_region_goes_by_code_or_name_and_can_be_put_in() -> None:
    by_code = slide(f"profile?region={KUPANG}")
    assert slide("profile?region=Kota+Kupang") == by_code
    assert slide(f"profile?region={SEMARANG}", region="kota kupang") == by_code
    assert slide("profile").chart is None  # nobody's


def test_ranks_are_those_of_the_ranking_with_their_bands() -> None:
    table = ranking(results_of(""), 2023).set_index("name")
    for name, row in rows(f"rankings?region={KUPANG}", mine=SEMARANG).items():
        wanted = table.loc[name, ["rank_in_kind", "rank_in_kind_low", "rank_in_kind_high"]]
        assert [row.value, row.low, row.high] == [float(value) for value in wanted]


def test_the_readers_region_is_marked_where_it_is_out_of_sight() -> None:
    assert "Kota Semarang" not in rows(f"rankings?region={KUPANG}")
    found = rows(f"rankings?region={KUPANG}", mine=SEMARANG)
    assert {found["Kota Semarang"].role, found["Kota Kupang"].role} == {"mine", "subject"}
    assert rows(f"rankings?region={KUPANG}", mine=KUPANG)["Kota Kupang"].role == "mine"
    for view in (f"compare?region={KUPANG}", "overview", "overview?alone=true", "indicator?variable=poverty_rate"):
        assert roles(slide(view, mine=SEMARANG).chart).count("mine") == 1
        assert "mine" not in roles(slide(view).chart)


def test_a_region_that_is_not_assessed_says_so_and_is_no_zero() -> None:
    found = rows(f"compare?region={KUPANG}", mine=DEIYAI)["Kabupaten Deiyai"]
    assert (found.value, found.role) == (None, "mine")
    told = slide(f"profile?region={DEIYAI}", mine=DEIYAI)
    assert "2023" in told.headline and told.mine == told.takeaway


def test_a_year_without_scores_has_no_chart() -> None:
    for view in ("overview?year=2019", "rankings?year=2019", "robustness?year=2019"):
        assert slide(view).chart is None


def test_a_region_without_a_rank_is_not_told_by_the_rank_of_another() -> None:
    found = slide(f"rankings?region={DEIYAI}", "en")
    assert found.chart is None
    assert found.headline == "Kabupaten Deiyai cannot be assessed for 2023 yet"
    assert "Improved sanitation" in found.takeaway


def test_no_rank_is_told_without_its_band() -> None:
    """Draws cannot be made of these figures, though all regions are ranked."""
    found = slide(f"rankings?framework=hdi&year=2018&region={KUPANG}", "en")
    assert found.headline == "Kota Kupang: score 78.8; no ranks are told for 2018"
    assert "the bar" not in found.caption
    told = rows(f"rankings?framework=hdi&year=2018&region={KUPANG}")
    assert told["Kota Kupang"].told == "78,8"
    assert told["Kota Kupang"].low is None
    for view in ("rankings", "weights"):
        assert slide(f"{view}?framework=hdi&year=2018", "en").headline == "No ranks are told for 2018"
    for view in ("compare", "province"):
        plain = slide(f"{view}?framework=hdi&year=2018&region={KUPANG}", "en")
        assert "the bar" not in plain.caption and plain.alt.startswith("Scores: ")
    assert "the bar" not in slide(f"compare?framework=hdi&year=2018&region={KUPANG}", "en").caption
    assert "assessed" not in slide("robustness?framework=hdi&year=2018", "en").headline


def test_a_province_without_a_kota_shows_its_kabupaten() -> None:
    assert isinstance(slide("rankings?year=2023&province=Papua Tengah").chart, Rows)
    assert slide("rankings?year=2023&province=Papua Tengah&kind=kota", "en").chart is None


def test_a_framework_without_levels_has_scores_all_the_same() -> None:
    found = slide("overview?framework=hdi", "en")
    assert found.headline.startswith("514 regions")
    assert "levels" not in found.takeaway + found.source
    assert isinstance(found.chart, Places) and {spot.level for spot in found.chart.spots} == {0}


def test_where_figures_are_from_is_said_on_the_slide() -> None:
    assert slide("overview?year=2023", "en").source.startswith("Figures: BPS; PANRB;")
    assert "older" in slide("overview?year=2023", "en").source
    assert "provisional" in slide("overview?year=2024", "en").source
    assert "(2021)" in str(slide("learning-pair?region=16.07", "en").chart)  # sanitation, in a score of 2023
    assert "assumed" in slide("indicator?variable=no_clean_water", "en").source


def test_a_change_of_unknown_error_is_no_clear_zero() -> None:
    for view in ("seminar", "seminar?framework=spbe"):
        assert "learly" not in slide(view, "en").caption


def test_a_practice_of_no_indicator_moves_nothing() -> None:
    told = slide("practice?practice=sidoarjo-lppd", "en", mine=KUPANG).mine
    assert told is not None and "rank" in told


def test_a_profile_shows_the_scores_beside_the_medians() -> None:
    wanted = region_profile(results_of(""), KUPANG, 2023)
    chart = slide(f"profile?region={KUPANG}").chart
    assert isinstance(chart, Rows)
    assert [(row.value, row.beside) for row in chart.rows] == [(p.score, p.kind_median) for p in wanted.dimensions]


def test_gaps_are_those_of_the_next_step() -> None:
    found = gaps(simulator(results_of(""), 2023), KUPANG, chosen_peers(results_of(""), 2023, KUPANG))
    chart = slide(f"next-step?region={KUPANG}").chart
    assert isinstance(chart, Rows)
    assert [row.value for row in chart.rows] == [gap.gain for gap in found.behind[: len(chart.rows)]]


def test_the_listeners_sentence_is_about_what_the_slide_shows() -> None:
    """Of their own dimensions, province and figure, as the slide of their own would say it."""
    found = region_profile(results_of(""), SEMARANG, 2023).extremes
    told = slide(f"profile?region={KUPANG}", mine=SEMARANG).mine
    assert found is not None and told is not None
    assert [f"persentil {speak('id').number(place.percentile, 0)}" in told for place in found] == [True, True]
    assert "Jawa Tengah" in (slide(f"province?region={KUPANG}", mine=SEMARANG).mine or "")
    assert "Kota Semarang 4,0" in (slide(f"next-step?region={KUPANG}", mine=SEMARANG).mine or "")
    for view in (f"practices?order=fit&region={KUPANG}", f"learning-pair?region={KUPANG}"):
        assert (slide(view, mine=SEMARANG).mine or "").count("Kota ") > 1  # figures of both, not a place
    assert "Kota Kupang 89,9" in slide(f"indicator?variable=improved_sanitation&region={KUPANG}").headline


def test_the_gap_of_the_headline_is_not_the_longest_bar_without_a_word() -> None:
    chart = slide(f"next-step?region={KUPANG}").chart
    assert isinstance(chart, Rows) and chart.rows[0].role == "other"
    assert "jelas terbesar yang masih terbuka" in slide(f"next-step?region={KUPANG}").headline


def test_a_practice_says_its_figures_once_and_names_their_sources() -> None:
    told = slide("practice?practice=banyuwangi-smart-kampung")
    assert isinstance(told.chart, Facts)
    assert (told.chart.facts[0].figure, told.chart.facts[0].title) == ("181", "desa tersambung serat optik")
    assert "181 desa" in told.source
    rank = slide("practice?practice=sidoarjo-lppd").chart
    assert isinstance(rank, Facts) and rank.facts[0].figure == "Peringkat 1"


def test_levels_count_every_region_once() -> None:
    chart = slide("overview?slide=levels").chart
    assert isinstance(chart, Shares)
    assert sum(part.count for _, parts in chart.wholes for part in parts) == len(results_of("").regions())


def test_an_indicator_has_its_medians_and_a_gap_at_a_break() -> None:
    chart = slide("indicator?variable=stunting").chart
    assert isinstance(chart, Lines)
    table = medians(results_of(""), "stunting")
    drawn = {
        (line.name, year): value
        for line in chart.lines
        for year, value in zip(chart.years, line.values, strict=True)
        if value is not None
    }
    assert drawn == {(row.kind, row.year): row.median for row in table.itertuples()}
    assert len(chart.lines) > len({line.name for line in chart.lines})  # a series that began anew is another line


def test_other_frameworks_have_slides_too() -> None:
    found = slide(f"rankings?framework=hdi&region={KUPANG}")
    assert isinstance(found.chart, Rows)
    assert isinstance(slide("overview?framework=hdi&alone=true").chart, Places)  # it has no such contrast


def test_the_same_view_is_the_same_slide() -> None:
    for view in VIEWS:
        assert astuple(slide(view, mine=KUPANG)) == astuple(slide(view, mine=KUPANG))


def test_nothing_of_the_shared_ranking_is_changed() -> None:
    before = ranking(results_of(""), 2023).copy()
    for view in VIEWS:
        slide(view, mine=SEMARANG)
    pd.testing.assert_frame_equal(ranking(results_of(""), 2023), before)


def test_practices_that_fit_name_whom_to_ask_and_no_figure_of_the_gap() -> None:
    chart = slide(f"practices?order=fit&region={KUPANG}").chart
    assert isinstance(chart, Facts)
    assert chart.facts and not any("→" in fact.figure or any(map(str.isdigit, fact.figure)) for fact in chart.facts)


def test_compared_with_as_many_as_the_next_step_and_clear_only_with_bands() -> None:
    assert len(rows(f"compare?region={KUPANG}")) == len(chosen_peers(results_of(""), 2023, KUPANG)) + 1
    sure, unsure = slide(f"compare?region={KUPANG}"), slide(f"compare?framework=hdi&year=2018&region={KUPANG}")
    assert "“jelas”" in sure.caption and "“jelas”" not in unsure.caption


def test_the_first_of_a_list_about_nobody_is_not_marked_as_its_subject() -> None:
    found = slide("rankings?kind=kota")
    assert "subject" not in roles(found.chart) and "Biru: tidak jelas berbeda dari" in found.caption


def test_the_contrast_tells_one_count_for_the_two_are_alike_by_arithmetic() -> None:
    found = contrast(results_of(""), ranking(results_of(""), 2023))
    assert found is not None
    apart = len(found.regions) - found.same_side
    assert slide("overview?alone=true").headline.startswith(f"{apart} dari {len(found.regions)} daerah")


def test_who_is_behind_beyond_the_end_of_the_scale_has_not_reached_its_peers() -> None:
    """Kabupaten Lanny Jaya adds nothing by closing any gap, and Pegunungan Bintang nothing by closing its widest."""
    shown = slide("next-step?region=95.07&year=2023")
    assert "belum mencapai" in shown.headline and "sudah mencapai" not in shown.headline
    assert "36,9" in shown.caption
    shown = slide("next-step?region=95.02&year=2023")
    assert "paling menambah skor" in shown.headline
    assert "tidak menambah skor" in shown.caption


def test_a_listener_hears_a_figure_beside_the_median_and_no_rank_without_a_band() -> None:
    found = slide("indicator?variable=stunting", mine=KUPANG).mine
    assert found == "Kota Kupang: 29,9 persen balita; median 98 kota 19,4 (makin rendah makin baik)."


def test_without_bands_the_sentence_on_ones_own_region_tells_no_rank() -> None:
    own = slide("rankings?framework=hdi&year=2018", "en", mine=KUPANG).mine
    assert own is not None and own.startswith("Kota Kupang: score 78.8. No rank is told for 2018")


def test_who_published_what_is_outside_the_score_is_named_where_it_is_shown() -> None:
    """Waste is displayed only; a profile shows it beside the score."""
    assert "KLHK" not in slide("overview?year=2023").source
    assert "KLHK" in slide(f"profile?year=2023&region={KUPANG}").source


def test_a_province_and_ones_own_list_are_no_membership() -> None:
    for group in ("group=province:Bali", f"members={KUPANG},{SEMARANG}"):
        found = slide(f"network?{group}", "en", mine=KUPANG)
        assert "chosen" not in found.takeaway and found.mine is not None and "listed" not in found.mine
    assert "none of the members" in slide(f"network?members={DEIYAI}", "en").headline
