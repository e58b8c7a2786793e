"""The report of a region: its sections in order, what it is and is not, its sources and its receipt."""

from __future__ import annotations

from collections.abc import Callable

from exports.receipt import receipt
from exports.report.certainty import certainty
from exports.report.content import Report, Said, Section
from exports.report.course import course
from exports.report.figures import figures, missing
from exports.report.gaps import gaps
from exports.report.inert import inert
from exports.report.method import method
from exports.report.peers import peers
from exports.report.position import position
from exports.report.practices import practices
from exports.report.strengths import strengths
from exports.report.subject import Subject
from exports.report.way_up import way_up
from metrics.results import Results
from words import Words

SECTIONS: tuple[Callable[[Subject], Section], ...] = (
    position, certainty, strengths, peers, gaps, course, way_up, practices, figures, missing, method,
)  # fmt: skip


def region_report(results: Results, words: Words, region: str, year: int, link: str) -> Report:
    """The report of a region, by its code, in a scored year; `link` is the address of its profile.

    Raises KeyError for a region that is not there, ValueError for a year that is not scored.
    """
    of = Subject(results, words, region, year)
    sections = tuple(section(of) for section in SECTIONS)
    made = receipt(results, words, year, link, ((words.say("Region"), of.region_name(region)),))
    told = Report(
        language=words.language,
        title=words.say("Material for the strategic analysis: {name}", name=of.name),
        subtitle=words.say(
            "{framework}, {year}", framework=words.title(results.framework.title), year=words.year(year)
        ),
        about=_about(of),
        summary=words.say("In short"),
        sections=sections,
        sources=words.say("Sources"),
        references=of.references.listed(),
        receipt=made.lines(words),
    )
    return inert(told)


def _about(of: Subject) -> tuple[Said, ...]:
    words, measured = of.words, of.words.title(of.results.framework.description)
    return (
        *([Said(measured, lead=words.say("What the score measures"))] if measured else []),
        Said(
            words.say(
                "This is material for Buku 1, the strategic analysis of a smart-city masterplan; it is not that "
                "analysis. It brings together what published figures say about {name}, and knows nothing of plans, "
                "budgets and local conditions that no figure records.",
                name=of.name,
            )
        ),
        Said(
            words.say(
                "Numbers in square brackets lead to the sources at the end. Scores, levels and ranks are computed by "
                "Teladan; they are not an evaluation by a ministry."
            )
        ),
        *_proxies(of),
    )


def _proxies(of: Subject) -> list[Said]:
    """What the sign means, before it first stands."""
    words = of.words
    titles = [words.title(node.title) for node in of.results.nodes if node.proxy and node.status != "wanted"]
    if not titles:
        return []
    return [
        Said(
            words.say(
                "The sign ≈ marks what stands in for something that is not measured: {titles}.",
                titles=words.listing(titles),
            )
        )
    ]
