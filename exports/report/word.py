"""The report as a DOCX to edit: real headings, captions, tables and lists, and charts whose figures can be changed."""

from __future__ import annotations

import io

import docx
from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Length
from docx.text.paragraph import Paragraph

from exports.fixed_zip import fixed
from exports.pptx.theme import blank
from exports.report.content import Block, Bullets, Figure, Report, Said, Table
from exports.report.numbering import numbers, say_caption
from exports.report.word_chart import add_chart
from exports.report.word_style import MUTED, SMALL, WIDTH, Styles, add_field, rgb, set_up
from words import Words

_WHOLE = 8  # rows that a table may have to stay on one page


def report_docx(words: Words, report: Report) -> bytes:
    """The whole file, in the language of the report; the same bytes for the same report."""
    document = docx.Document()
    styles = set_up(document, report)
    writer = _Writer(document, styles, words, report)
    document.add_paragraph(report.title, styles.title)
    document.add_paragraph(report.subtitle, styles.subtitle)
    for one in report.about:
        _write(document.add_paragraph(), one)
    document.add_heading(report.summary, 1)
    for section in report.sections:
        if section.in_short:
            _write(document.add_paragraph(style=styles.bullet), Said(section.answer.text, (), section.title))
    for number, section in enumerate(report.sections, start=1):
        document.add_heading(f"{number}. {section.title}", 1)
        _write(document.add_paragraph(style=styles.answer), section.answer)
        for block in section.blocks:
            writer.write(block)
    document.add_heading(report.sources, 1)
    for number, text in enumerate(report.references, start=1):
        document.add_paragraph(f"[{number}]\t{text}", styles.source)
    for line in report.receipt:
        document.add_paragraph(line, styles.small)
    written = io.BytesIO()
    document.save(written)
    return fixed(written.getvalue())


class _Writer:
    """Sets the blocks of a report, one after the other."""

    def __init__(self, document: Docx, styles: Styles, words: Words, report: Report) -> None:
        self.document, self.styles, self.words = document, styles, words
        self.numbers, self.deck = numbers(report), blank()

    def write(self, block: Block) -> None:
        """One block."""
        match block:
            case Said():
                _write(self.document.add_paragraph(), block)
            case Bullets():
                for one in block.items:
                    _write(self.document.add_paragraph(style=self.styles.bullet), one)
            case Table():
                self._caption(block).paragraph_format.keep_with_next = True
                self._table(block)
            case Figure():
                number = self.numbers[block]
                add_chart(self.document, self.deck, block.chart, WIDTH, block.alt, number, self.words)
                self._caption(block)

    def _caption(self, block: Table | Figure) -> Paragraph:
        """With its number as a field, which counts anew when tables or figures are moved or added."""
        number = str(self.numbers[block])
        before, _, after = say_caption(self.words, block, "\0").partition("\0")
        paragraph = self.document.add_paragraph(before, self.styles.caption)
        add_field(paragraph, f"SEQ {before.strip()} \\* ARABIC", number)
        return _write(paragraph, Said(after, block.references))

    def _table(self, block: Table) -> None:
        table = self.document.add_table(rows=1 + len(block.rows), cols=len(block.head), style=self.styles.table)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        widths = [Length(round(WIDTH * width / sum(block.widths))) for width in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        # A short table stays whole; a long one may run on, but leaves no single row behind on either page.
        last = len(block.rows)
        held = range(last) if last <= _WHOLE else (0, 1, last - 1)
        for line, (row, texts) in enumerate(zip(table.rows, (block.head, *block.rows), strict=True)):
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if line == 0:  # it stands again on each page that the table runs on to
                properties.append(OxmlElement("w:tblHeader"))
            for at, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = widths[at]
                paragraph = cell.paragraphs[0]
                paragraph._p.style = self.styles.cell.style_id  # `paragraph.style` looks through all styles each time
                paragraph.paragraph_format.keep_with_next = line in held
                run = paragraph.add_run(text)
                if line == 0:
                    run.font.color.rgb = rgb(MUTED)
                if at in block.numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self.document.add_paragraph(style=self.styles.cell)


def _write(paragraph: Paragraph, said: Said) -> Paragraph:
    """The lead in bold, the sentences, and the references in grey."""
    if said.lead:
        paragraph.add_run(f"{said.lead}. ").bold = True
    paragraph.add_run(said.text)
    if said.references:
        run = paragraph.add_run(f" [{', '.join(map(str, sorted(said.references)))}]")
        run.font.size, run.font.color.rgb, run.bold = SMALL, rgb(MUTED), False
    return paragraph
