"""The report as one HTML file that needs nothing from elsewhere and prints on A4."""

from __future__ import annotations

import base64
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from charts.palette import palette
from charts.rows_svg import rows_svg
from exports.report.content import Figure, Report
from exports.report.numbering import numbers, say_caption
from metrics.shipped import ROOT
from words import Words


def report_html(words: Words, report: Report) -> bytes:
    """The whole file, in the language of the report."""
    text = _template().render(
        report=report,
        style=Markup(_style()),  # our own: a style sheet in HTML is not escaped
        captions={block: say_caption(words, block, str(number)) for block, number in numbers(report).items()},
        kinds=lambda block: type(block).__name__,
        drawn=lambda figure: Markup(_drawn(words, figure)),
    )
    return text.encode()


@cache
def _template() -> Template:
    loader = PackageLoader("exports.report", ".")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("report.html.jinja")


def _drawn(words: Words, figure: Figure) -> str:
    return rows_svg(figure.chart, words, figure.alt, palette("light"))


@cache
def _style() -> str:
    """The style sheet with its type in it."""
    folder = ROOT / "static"
    type_ = base64.b64encode((folder / "fonts" / "plus-jakarta-sans-latin-wght-normal.woff2").read_bytes()).decode()
    return (folder / "report.css").read_text("utf-8").replace("TYPE", type_)
