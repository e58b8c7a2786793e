"""Text on a slide: in the presentation's type, in its language, as large as fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide as DeckSlide
from pptx.text.text import TextFrame
from pptx.util import Pt

from exports.pptx.drawn import COLOURS, Box, colour, lines_of
from words import Language

LINE = 1.2  # of the size: how high a line is
_LANGUAGES: dict[Language, MSO_LANGUAGE_ID] = {
    "id": MSO_LANGUAGE_ID.INDONESIAN,
    "en": MSO_LANGUAGE_ID.ENGLISH_UK,
}


@dataclass(frozen=True)
class Said:
    """A paragraph: its words, size, colour, whether it is bold, and the space before it in points."""

    text: str
    size: float
    fill: str = COLOURS.ink
    bold: bool = False
    before: float = 0.0

    def height(self, width: float) -> float:
        """About how high it stands in a box of that width, in points."""
        return self.before + len(lines_of(self.text, self.size, width, self.bold)) * self.size * LINE


def fitting(text: str, sizes: Sequence[float], most: int, width: float, bold: bool = False) -> float:
    """The first of the sizes in which the text takes at most so many lines; else the last."""
    return next((size for size in sizes if len(lines_of(text, size, width, bold)) <= most), sizes[-1])


def height_of(paragraphs: Sequence[Said], width: float) -> float:
    """About how high they stand, one below the other."""
    return sum(said.height(width) for said in paragraphs)


def write(
    slide: DeckSlide,
    name: str,
    paragraphs: Sequence[Said],
    box: Box,
    language: Language,
    *,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
) -> Shape:
    """A box of text under a name by which it is found again."""
    shape = slide.shapes.add_textbox(*box.lengths)
    shape.name = name
    fill_frame(shape.text_frame, paragraphs, language, align=align, anchor=anchor)
    return shape


def fill_frame(
    frame: TextFrame,
    paragraphs: Sequence[Said],
    language: Language,
    *,
    align: PP_ALIGN = PP_ALIGN.LEFT,
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP,
) -> None:
    """Write into a frame, without margins of its own."""
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, anchor
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    for number, said in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_before, paragraph.line_spacing = align, Pt(said.before), 1.05
        run = paragraph.add_run()
        run.text = said.text
        run.font.size, run.font.bold, run.font.language_id = Pt(said.size), said.bold, _LANGUAGES[language]
        run.font.color.rgb = colour(said.fill)
