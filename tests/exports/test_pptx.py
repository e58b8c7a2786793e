"""A presentation holds the figures that its slides show, as native charts, and where they come from."""

from dataclasses import replace

import pytest

from charts.slides.kinds import (
    Axis,
    Chart,
    Cloud,
    Fact,
    Facts,
    Line,
    Lines,
    Part,
    Places,
    Point,
    Row,
    Rows,
    Shares,
    Spot,
)  # fmt: skip
from exports.pptx.deck import Cover, Page, presentation
from exports.pptx.drawn import lines_of, width_of
from exports.pptx.story import slide_presentation, story_presentation
from exports.receipt import Receipt
from exports.slides.slide import Slide
from exports.slides.told import told
from exports.slides.views import has_slide
from metrics.figures import Figures, read_figures
from metrics.problems import InputProblems
from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import storylines
from tests.exports.decks import assert_holds, chart_of, opened, texts
from words import speak

REGION = "53.71"
SCORES = Axis("Score", "0 to 100", 20, 90, 1)
RANKS = Axis("Rank", "", 1, 514, 0, reversed=True)
ROWS = (
    Row("A long name of a region that takes two lines", 81.25, "81.3 (78-83)", "other", 78.5, 83.0, 60.0),
    Row("Mine", 62.5, "62.5", "mine", 58.0, 66.0, 58.0),
    Row("=1+1", 60.3, "60.3", "subject", 55.0, 64.0, 58.0),
    Row("No figure", None, "not published", "peers"),
    Row("Estimated", 50.0, "50.0 (estimate)", "peers", estimate=True),
    Row("Below zero", -3.0, "-3.0"),
)
KINDS: dict[str, Chart] = {
    "dots": Rows(ROWS[:2] + ROWS[3:], SCORES, beside="median"),
    "ranks": Rows(tuple(replace(row, beside=None) for row in ROWS[:2]), RANKS),
    "bars": Rows(ROWS[:2] + ROWS[3:], SCORES, bars=True),
    "plain bars": Rows((Row("A", 1.5, "1.5"), Row("B", None, "not published")), SCORES, bars=True),
    "shares": Shares(
        (("kota", (Part("1 Early", 3, 0), Part("2 Growing", 90, 1), Part("not assessed", 5, None))),
         ("kabupaten", (Part("1 Early", 100, 0), Part("2 Growing", 0, 1), Part("not assessed", 20, None))))
    ),
    "lines": Lines(
        (2019, 2020, 2021),
        (Line("Mine", (1.0, None, 3.0), "mine"), Line("Median", (1.0, 1.1, None)), Line("None", (None, None, None))),
        Axis("Index", "1 to 5", 1, 5, 2), ((2020, "a new series"),),
    ),
    "places": Places(
        (Spot("A", -6.2, 106.8, 10e6, 4, "A", "subject"), Spot("B", -10.2, 123.6, 0.0, None, "B"),
         Spot("C", -7.0, 110.4, 1e6, 0, "C")), ("1 Early", "2", "3", "4", "5"),
    ),
    "places without levels": Places((Spot("A", -6.2, 106.8, 10e6, None, "A"),)),
    "cloud": Cloud(
        (Point("A", 1.0, 2.0, "A"), Point("B", 2.5, 3.5, "B"), Point("Mine", 3.0, 1.0, "Mine", "mine")), SCORES, SCORES,
        (2.0, 1.5),
    ),
    "facts": Facts((Fact("Days to a permit", "14 → 3", "the city itself, 2018"), Fact("Users", "120.000", "press"))),
}  # fmt: skip
RECEIPT = Receipt("Framework", "f" * 64, "d" * 64, 2023, "2026-11-21", "overview?year=2023")


def page(chart: Chart | None) -> Page:
    slide = Slide("The finding", chart, "What is measured", "What follows", "Who says so", "In words", None)
    return Page(slide, "What the speaker says", RECEIPT)


def deck(*charts: Chart | None) -> bytes:
    cover = Cover("A title", "For whom", ("A publisher",))
    return presentation(cover, [page(chart) for chart in charts], speak("en"), RECEIPT)


@pytest.fixture(scope="module")
def all_kinds() -> bytes:
    return deck(*KINDS.values(), None)


def test_every_kind_of_chart_holds_its_figures(all_kinds):
    _, *slides, _, _ = opened(all_kinds).slides
    for slide, shown in zip(slides, KINDS.values(), strict=True):
        assert_holds(slide, shown)


def test_the_same_input_gives_the_same_bytes(all_kinds):
    assert all_kinds == deck(*KINDS.values(), None)


def test_a_slide_has_title_chart_in_words_source_number_and_notes(all_kinds):
    slide = opened(all_kinds).slides[1]
    assert slide.shapes.title.text_frame.text == "The finding"
    written = texts(slide)
    assert [written[name] for name in ("caption", "takeaway", "source")] == [
        "What is measured", "What follows", "Who says so",
    ]  # fmt: skip
    (chart,) = [shape for shape in slide.shapes if shape.has_chart]
    assert chart._element.nvGraphicFramePr.cNvPr.get("descr") == "In words"
    notes = slide.notes_slide.notes_text_frame.text.split("\n")
    assert notes[:3] == ["What the speaker says", "In words", "Who says so"]
    assert notes[3:] == list(RECEIPT.lines(speak("en")))


def test_the_last_slide_says_where_the_figures_come_from(all_kinds):
    written = texts(opened(all_kinds).slides[-1])["sources"]
    for part in ("A publisher", "21 November 2026", "dddddddd", "overview?year=2023"):
        assert part in written


def test_nothing_stands_outside_the_slide(all_kinds):
    found = opened(all_kinds)
    for slide in found.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= found.slide_width
            assert shape.top >= 0 and shape.top + shape.height <= found.slide_height


def test_text_of_a_dataset_is_no_formula():
    data = Rows((Row("=1+1", 1.0, "1.0"),), SCORES, bars=True)
    chart = chart_of(opened(deck(data)).slides[0])
    assert list(chart.plots[0].categories) == ["'=1+1"]


@pytest.fixture(scope="module")
def figures() -> Figures:
    return read_figures()


@pytest.mark.parametrize("story", ["national-picture", "region-and-peers", "seminar-2019"])
def test_a_shipped_storyline_holds_the_figures_of_its_slides(figures, story):
    words, results_of = speak("id"), figures.results
    found = next(one for one in storylines(results_of("")) if one.id == story)
    found = found.model_copy(update={"slides": tuple(one for one in found.slides if has_slide(one.view))})
    region = REGION if found.region else None
    first, *slides, last = opened(story_presentation(found, results_of, words, region, "https://a.example/")).slides
    assert words.title(found.title) in first.shapes.title.text_frame.text
    assert "https://a.example/presentation?" in texts(last)["sources"]
    assert ("Praktik: pers" in texts(last)["sources"]) == any("practice" in one.view for one in found.slides)
    for number, slide in enumerate(slides, start=1):
        shown = told(found, number, results_of, words, region)
        assert slide.shapes.title.text_frame.text == shown.headline
        assert_holds(slide, shown.chart)
        notes = slide.notes_slide.notes_text_frame.text
        assert "https://a.example/" in notes and "{" not in notes
    assert len(slides) == len(found.slides)


def test_the_last_slide_names_the_publishers_of_its_slides_and_links_to_no_storyline_of_ones_own(figures):
    """Areas are in no score."""
    own = Storyline.model_validate(
        {
            "id": "my-own",
            "title": {"id": "Milik saya", "en": "My own"},
            "description": {"id": "Luas", "en": "Area"},
            "slides": [{"view": "indicator?variable=area_km2"}, {"view": "practices"}],
        }
    )
    told = texts(opened(story_presentation(own, figures.results, speak("en"))).slides[-1])["sources"]
    assert "Kementerian Dalam Negeri" in told
    assert "Practices: press" in told and "Komunikasi" not in told
    assert "presentation?" not in told


def test_the_notes_of_an_indicator_name_the_year_of_its_figures_and_their_caveat(figures):
    view = "indicator?variable=improved_sanitation&year=2023"
    slide, _ = opened(slide_presentation(view, figures.results, speak("en"))).slides
    notes = slide.notes_slide.notes_text_frame.text
    assert "Year of the figures: 2021" in notes and "2021 only" in notes


def test_one_view_is_a_slide_with_its_sources(figures):
    slide, sources = opened(slide_presentation("overview?year=2023", figures.results, speak("en"))).slides
    assert (
        chart_of(slide) is not None and "overview?year=2023&framework=masterplan&lang=en" in texts(sources)["sources"]
    )
    with pytest.raises(InputProblems):
        slide_presentation("nowhere", figures.results, speak("en"))


def test_lines_are_reckoned_for_the_type_of_an_office_too():
    """What just fits in Plus Jakarta Sans takes one line more where a wider type stands in for it."""
    text = "Kota Kupang dan daerah sebanding"
    assert len(lines_of(text, 28, width_of(text, 28) + 1)) == 2
