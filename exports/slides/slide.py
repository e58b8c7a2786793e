"""One slide: a headline, a chart, a takeaway and the source, made of the figures that a view shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charts.slides.kinds import Chart
from metrics.results import Results
from words import Words


@dataclass(frozen=True)
class Asked:
    """What a slide is made from: the results and the language, and what the view's address says.

    `region` is whom the view is about and `mine` the reader's own region, highlighted beside it; both are codes or
    None. `parameters` are the address's further ones.
    """

    results: Results
    words: Words
    year: int
    region: str | None
    mine: str | None
    parameters: Mapping[str, str]


@dataclass(frozen=True)
class Slide:
    """What one view says in one message.

    headline  the finding, a sentence of figures
    chart     None where there is nothing to draw, and `takeaway` says why
    caption   what is measured and in which unit
    takeaway  one sentence: what follows, or what the reader should keep in mind
    source    publisher and year of what is shown
    alt       the chart in words
    mine      a sentence on the reader's own region; None where none is chosen
    """

    headline: str
    chart: Chart | None
    caption: str
    takeaway: str
    source: str
    alt: str
    mine: str | None
