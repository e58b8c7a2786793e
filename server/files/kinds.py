"""The files that can be taken away: how each is made from what is asked, and what it is called on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from exports.pptx.story import story_presentation
from exports.report.content import Report
from exports.report.html import report_html
from exports.report.region_report import region_report
from exports.report.word import report_docx
from exports.workbook.book import audit_workbook
from server.files.asked import Asked


@dataclass(frozen=True)
class File:
    """One kind of file: what makes it (which raises InputProblems), its media type, and the name it is saved under.

    long    whether it takes several seconds to make: others do not wait behind it
    """

    make: Callable[[Asked], bytes]
    media_type: str
    name: Callable[[Asked], str]
    long: bool = False


def _link(asked: Asked, screen: str, **more: str) -> str:
    shared = {"lang": asked.language, "framework": asked.results.framework.id, "year": str(asked.year)}
    return f"{asked.site}{screen}?{urlencode(shared | more)}"


def _presentation(asked: Asked) -> bytes:
    story = asked.storyline
    region = asked.region if story.region else None
    return story_presentation(story, asked.figures.results, asked.words, region, asked.site)


def _presentation_name(asked: Asked) -> str:
    story = asked.storyline
    return f"{story.id}-{asked.region}" if story.region else story.id


def _workbook(asked: Asked) -> bytes:
    return audit_workbook(asked.words, asked.results, asked.year, _link(asked, "rankings"))


def _workbook_name(asked: Asked) -> str:
    return f"{asked.results.framework.id}-{asked.year}"


def _html(asked: Asked) -> bytes:
    return report_html(asked.words, _report(asked))


def _docx(asked: Asked) -> bytes:
    return report_docx(asked.words, _report(asked))


def _report(asked: Asked) -> Report:
    link = _link(asked, "profile", region=asked.region)
    return region_report(asked.results, asked.words, asked.region, asked.year, link)


def _report_name(asked: Asked) -> str:
    return f"{asked.results.framework.id}-{asked.year}-{asked.region}"


_OFFICE = "application/vnd.openxmlformats-officedocument"
FILES: Mapping[str, File] = {
    "presentation.pptx": File(_presentation, f"{_OFFICE}.presentationml.presentation", _presentation_name, long=True),
    "workbook.xlsx": File(_workbook, f"{_OFFICE}.spreadsheetml.sheet", _workbook_name, long=True),
    "report.html": File(_html, "text/html; charset=utf-8", _report_name),
    "report.docx": File(_docx, f"{_OFFICE}.wordprocessingml.document", _report_name),
}
