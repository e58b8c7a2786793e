"""How the DOCX of a report looks: its page, its styles, and what stands above and below each page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from charts.palette import palette
from exports.report.content import Report

_COLOURS = palette("light")
MUTED = _COLOURS.muted
SMALL = Pt(8.5)
WIDTH: Length = Mm(210 - 2 * 20)  # of the text on an A4 page
_TYPE = "Arial"  # the reader's program has it, or Liberation Sans of the same widths: pages break alike everywhere
# What the sheet of styles calls those of our own; a reader sees them in the list of styles.
_ANSWER, _SOURCE, _SMALL, _CELL = "teladan-answer", "teladan-source", "teladan-small", "teladan-cell"


@dataclass(frozen=True)
class Styles:
    """The styles of the document that the report uses."""

    title: Any
    subtitle: Any
    heading: Any
    answer: Any
    bullet: Any
    caption: Any
    table: Any
    cell: Any
    source: Any
    small: Any


def set_up(document: Docx, report: Report) -> Styles:
    """Page, language, type and colours; what the document is, above each page, and from what it was made, below it."""
    section, held = document.sections[0], document.styles
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    properties = document.core_properties
    properties.title, properties.subject, properties.language = report.title, report.subtitle, report.language
    properties.author = properties.last_modified_by = "Teladan"
    properties.comments = ""
    styles = Styles(
        title=_dressed(held["Title"], Pt(22)),
        subtitle=_dressed(held["Subtitle"], Pt(11), MUTED),
        heading=_dressed(held["Heading 1"], Pt(14)),
        answer=_dressed(held.add_style(_ANSWER, WD_STYLE_TYPE.PARAGRAPH), Pt(11)),
        bullet=held["List Bullet"],
        caption=_dressed(held["Caption"], Pt(9)),
        table=held["Table Grid"],
        cell=_dressed(held.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH), SMALL),
        source=_dressed(held.add_style(_SOURCE, WD_STYLE_TYPE.PARAGRAPH), SMALL),
        small=_dressed(held.add_style(_SMALL, WD_STYLE_TYPE.PARAGRAPH), SMALL, MUTED),
    )
    normal = _dressed(held["Normal"], Pt(10))
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.2
    normal.element.get_or_add_rPr().append(_language(report.language))
    styles.title.element.pPr.remove_all("w:pBdr")
    styles.title.font.bold = styles.answer.font.bold = True
    styles.subtitle.font.italic = False
    styles.heading.paragraph_format.space_before, styles.heading.paragraph_format.space_after = Pt(16), Pt(4)
    styles.answer.paragraph_format.keep_with_next = True
    styles.cell.paragraph_format.space_before = styles.cell.paragraph_format.space_after = Pt(1.5)
    styles.cell.paragraph_format.line_spacing = 1.0
    styles.source.paragraph_format.left_indent, styles.source.paragraph_format.first_line_indent = Mm(9), Mm(-9)
    styles.source.paragraph_format.space_after = Pt(2)
    _line_table(styles.table.element)
    _name_type(document)
    _above_and_below(document, styles, report)
    return styles


def rgb(colour: str) -> RGBColor:
    """A colour as the document takes it, from #RRGGBB."""
    return RGBColor.from_string(colour.lstrip("#"))


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that the word processor computes, such as the number of a page; `shown` stands there until it does."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind == "":
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)
        elif kind != "shown":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def _dressed(style: ParagraphStyle, size: Length, colour: str = _COLOURS.ink) -> ParagraphStyle:
    """In our type, which takes the place of the theme's."""
    style.font.name, style.font.size, style.font.color.rgb = _TYPE, size, rgb(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in [name for name in fonts.attrib if name.lower().endswith("theme")]:
        del fonts.attrib[name]
    return style


def _language(language: str) -> Any:
    told = OxmlElement("w:lang")
    told.set(qn("w:val"), "id-ID" if language == "id" else "en-GB")
    return told


def _line_table(style: Any) -> None:
    """Faint lines between the rows, none between the columns."""
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{_COLOURS.others.lstrip("#")}"'
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}><w:bottom {line}/><w:insideH {line}/></w:tblBorders>")
    properties = style.find(qn("w:tblPr"))
    old = properties.find(qn("w:tblBorders"))
    properties.replace(old, borders)


def _name_type(document: Docx) -> None:
    """Our type as the theme's, for charts."""
    theme = document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = re.sub(rb'(<a:latin typeface=")[^"]*', b"\\g<1>" + _TYPE.encode(), theme.blob)


def _above_and_below(document: Docx, styles: Styles, report: Report) -> None:
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.style = footer.style = styles.small
    header.add_run(report.title)
    footer.add_run(f"{report.receipt[0]}\t")
    footer.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    add_field(footer, "PAGE", "1")
