"""A presentation: a title, a slide a view, and where the figures come from."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation
from pptx.slide import Slide as DeckSlide

from charts.slides.kinds import Chart, Cloud, Facts, Lines, Places, Rows, Shares
from exports.fixed_zip import fixed
from exports.pptx.bars import add_bars
from exports.pptx.cloud import add_cloud
from exports.pptx.drawn import COLOURS, Box, lines_of
from exports.pptx.facts import add_facts
from exports.pptx.lines import add_lines
from exports.pptx.places import add_places
from exports.pptx.rows import add_dots
from exports.pptx.shares import add_shares
from exports.pptx.text import LINE, Said, fill_frame, fitting, height_of, write
from exports.pptx.theme import HEIGHT, WIDTH, blank
from exports.receipt import Receipt
from exports.slides.slide import Slide
from words import Words

_LEFT, _TOP = 44.0, 30.0  # points
_ACROSS = WIDTH - 2 * _LEFT
_FOOT = HEIGHT - 34.0  # where the source line stands
_GAP = 10.0
_SOURCE = 10.5  # points: the size of the source line


@dataclass(frozen=True)
class Page:
    """One slide of a presentation: what it shows, what the speaker says to it, and its receipt with its own link."""

    slide: Slide
    notes: str
    receipt: Receipt


@dataclass(frozen=True)
class Cover:
    """What a presentation says of itself: its title, whom it is for, and who published its figures."""

    title: str
    description: str
    publishers: tuple[str, ...]


def presentation(cover: Cover, pages: Sequence[Page], words: Words, receipt: Receipt) -> bytes:
    """The file (PPTX): a title where there are several pages, the pages, and where the figures come from.

    The same input gives the same bytes.
    """
    deck = blank()
    deck.core_properties.title, deck.core_properties.language = cover.title, words.language
    deck.core_properties.author = deck.core_properties.last_modified_by = "Teladan"
    if len(pages) > 1:
        _draw_cover(deck, cover, words, receipt)
    for page in pages:
        _draw_page(deck, page, words)
    _draw_sources(deck, cover, words, receipt)
    file = io.BytesIO()
    deck.save(file)
    return fixed(file.getvalue())


def _draw_page(deck: Presentation, page: Page, words: Words) -> None:
    """Headline, caption, chart, takeaway, source: each as high as it needs, the chart takes the rest."""
    slide, shown = _new(deck), page.slide
    size = fitting(shown.headline, (28, 24, 21), 2, _ACROSS, bold=True)
    top = _TOP + _write_title(slide, Said(shown.headline, size, bold=True), Box(_LEFT, _TOP, _ACROSS, 0), words) + 7
    caption = [Said(shown.caption, 14, COLOURS.muted)]
    height = height_of(caption, _ACROSS)
    write(slide, "caption", caption, Box(_LEFT, top, _ACROSS, height), words.language)
    top += height + _GAP
    if shown.chart is None:
        write(slide, "takeaway", [Said(shown.takeaway, 24)], Box(_LEFT, top + 60, _ACROSS, 150), words.language)
        said = []
    else:
        said = [Said(shown.takeaway, fitting(shown.takeaway, (18, 16), 2, _ACROSS))]
    if shown.mine:
        said.append(Said(shown.mine, 16, COLOURS.accent, bold=True, before=4))
    height = height_of(said, _ACROSS)
    source_lines = len(lines_of(shown.source, _SOURCE, _ACROSS - 50))
    below = _FOOT - (source_lines - 1) * _SOURCE * LINE - _GAP - height
    if said:
        write(slide, "takeaway", said, Box(_LEFT, below, _ACROSS, height), words.language, anchor=MSO_ANCHOR.BOTTOM)
    if shown.chart is not None:
        add_picture(slide, shown.chart, Box(_LEFT, top, _ACROSS, below - _GAP - top), words, shown.alt)
    _write_foot(slide, shown.source, len(deck.slides), words)
    # The source line also says what is to be known of a figure, which whoever speaks should have at hand.
    _write_notes(slide, [page.notes, shown.alt, shown.source, *page.receipt.lines(words)])


def add_picture(slide: DeckSlide, chart: Chart, box: Box, words: Words, alt: str) -> None:
    """The chart in its box; `alt` says it in words."""
    before = len(slide.shapes)
    match chart:
        case Rows(bars=True):
            add_bars(slide, chart, box, words)
        case Rows():
            add_dots(slide, chart, box, words)
        case Shares():
            add_shares(slide, chart, box, words)
        case Lines():
            add_lines(slide, chart, box, words)
        case Places():
            add_places(slide, chart, box, words)
        case Cloud():
            add_cloud(slide, chart, box, words)
        case Facts():
            add_facts(slide, chart, box, words)
    for shape in list(slide.shapes)[before:]:
        if shape.has_chart:
            shape.name = "chart"
            shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)


def _draw_cover(deck: Presentation, cover: Cover, words: Words, receipt: Receipt) -> None:
    slide = _new(deck)
    size = fitting(cover.title, (44, 38, 32), 2, _ACROSS, bold=True)
    title = Said(cover.title, size, bold=True)
    height = title.height(_ACROSS)
    _write_title(slide, title, Box(_LEFT, 250 - height, _ACROSS, 0), words)
    write(slide, "description", [Said(cover.description, 20, COLOURS.muted)], Box(_LEFT, 266, _ACROSS * 0.8, 120),
          words.language)  # fmt: skip
    brand = [Said("Teladan", 14, COLOURS.second, bold=True)]
    write(slide, "brand", brand, Box(_LEFT, _TOP, _ACROSS, 20), words.language)
    made = [Said(" ".join(receipt.lines(words)[:2]), 12, COLOURS.muted)]
    write(slide, "receipt", made, Box(_LEFT, HEIGHT - 70, _ACROSS, 40), words.language, anchor=MSO_ANCHOR.BOTTOM)
    _write_notes(slide, list(receipt.lines(words)))


def _draw_sources(deck: Presentation, cover: Cover, words: Words, receipt: Receipt) -> None:
    """The last slide: who published the figures, how the scores come about, and the receipt."""
    slide = _new(deck)
    title = Said(words.say("Where these figures come from"), 28, bold=True)
    top = _TOP + _write_title(slide, title, Box(_LEFT, _TOP, _ACROSS, 0), words) + _GAP
    size = 14.0
    said = [
        Said(words.say("Published by"), size, bold=True),
        *(Said(publisher, size) for publisher in cover.publishers),
        Said(words.say("How a score comes about"), size, bold=True, before=12),
        Said(say_method(words), size),
        Said(words.say("Receipt"), size, bold=True, before=12),
        *(Said(line, size) for line in receipt.lines(words)),
    ]
    write(slide, "sources", said, Box(_LEFT, top, _ACROSS, _FOOT - top), words.language)
    _write_foot(slide, "", len(deck.slides), words)


def say_method(words: Words) -> str:
    """The method in three sentences."""
    return words.say(
        "Each published figure is put on a common scale, as the framework says for its indicator. Step by step they "
        "are combined into sub-dimensions, dimensions and a score, by the weights of the framework. What is not "
        "published stays missing and is never counted as zero."
    )


def _new(deck: Presentation) -> DeckSlide:
    slide: DeckSlide = deck.slides.add_slide(deck.slide_layouts[0])
    return slide


def _write_title(slide: DeckSlide, said: Said, box: Box, words: Words) -> float:
    """Into the place of the title, so that outlines and screen readers find it; how high it stands."""
    # Another face than the one measured may be wider and need a line more: what stands below keeps clear of it.
    height = said.height(0.95 * box.width)
    title = slide.shapes.title
    assert title is not None
    title.left, title.top, title.width, title.height = Box(box.left, box.top, box.width, height).lengths
    fill_frame(title.text_frame, [said], words.language)
    return height


def _write_foot(slide: DeckSlide, source: str, number: int, words: Words) -> None:
    """The source to the left and the number to the right, which follows when slides are moved."""
    if source:
        said = Said(source, _SOURCE, COLOURS.muted)
        height = said.height(_ACROSS - 50)
        line = Box(_LEFT, _FOOT + _SOURCE * LINE - height, _ACROSS - 50, height)
        write(slide, "source", [said], line, words.language)
    at = Box(WIDTH - _LEFT - 40, _FOOT, 40, 11 * LINE)
    box = write(slide, "number", [Said("", 11, COLOURS.muted)], at, words.language, align=PP_ALIGN.RIGHT)
    paragraph = box.text_frame.paragraphs[0]
    run = paragraph.runs[0]._r
    field = parse_xml(
        f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
        f"<a:rPr/><a:t>{number}</a:t></a:fld>"
    )
    field.replace(field[0], run.rPr)
    run.addprevious(field)
    run.getparent().remove(run)


def _write_notes(slide: DeckSlide, lines: Sequence[str]) -> None:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    frame.text = "\n".join(line for line in lines if line)
