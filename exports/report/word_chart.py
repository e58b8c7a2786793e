"""Charts of a report as native ones in a DOCX: those of a presentation (exports.pptx), in the size of a page.

Word and PowerPoint hold a chart in the same part, with its figures in a workbook beside it; so the chart is drawn on a
slide that nobody sees, and its parts are taken over.
"""

from __future__ import annotations

import re
from typing import Any

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Pt
from pptx.presentation import Presentation

from charts.slides.kinds import Rows
from exports.pptx.deck import add_picture
from exports.pptx.drawn import Box
from words import Words

_SCALE = 0.6  # of the sizes on a slide, which is read from the last row of a hall
_ROW, _FOOT = 19.0, 26.0  # points: a row, and the axis below them
_SIZES = re.compile(rb'(\bsz="|<c:size val="|<a:ln w="|<a:ln [^>]*?w=")(\d+)')


def add_chart(
    document: Docx, deck: Presentation, chart: Rows, width: Length, alt: str, number: int, words: Words
) -> None:
    """The chart in a paragraph of its own; `alt` says it in words, `number` counts the charts of the document.

    `deck` is a blank presentation to draw on.
    """
    height = _FOOT + _ROW * len(chart.rows)
    drawn = _drawn(deck, chart, Box(0, 0, width.pt / _SCALE, height / _SCALE), alt, words)
    package: Any = document.part.package
    workbook = Part(
        PackURI(f"/word/embeddings/chart{number}.xlsx"), CONTENT_TYPE.SML_SHEET,
        drawn.chart_workbook.xlsx_part.blob, package,
    )  # fmt: skip
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    xml = _SIZES.sub(lambda found: found[1] + b"%d" % max(2, round(int(found[2]) * _SCALE)), drawn.blob)
    space = parse_xml(xml)
    space.find(qn("c:externalData")).set(qn("r:id"), part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE))
    part._blob = serialize_part_xml(space)
    held = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True  # its caption stands below it
    paragraph._p.append(_inline(held, Length(width), Pt(height), number, alt))


def _drawn(deck: Presentation, chart: Rows, box: Box, alt: str, words: Words) -> Any:
    """The part of the chart, drawn on a slide of its own."""
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    add_picture(slide, chart, box, words, alt)
    return next(shape.chart.part for shape in slide.shapes if shape.has_chart)


def _inline(held: str, width: Length, height: Length, number: int, alt: str) -> Any:
    """A run that holds the chart in the line."""
    run = parse_xml(
        f"<w:r {nsdecls('w', 'wp', 'a', 'c', 'r')}><w:drawing><wp:inline distT='0' distB='0' distL='0' distR='0'>"
        f"<wp:extent cx='{width}' cy='{height}'/><wp:docPr id='{number}' name='chart{number}'/>"
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        "uri='http://schemas.openxmlformats.org/drawingml/2006/chart'>"
        f"<c:chart r:id='{held}'/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    run.find(f".//{qn('wp:docPr')}").set("descr", alt)
    return run
