"""What a report says, in plain words and figures and nothing of how it is set: sections of paragraphs, tables, figures.

Numbers of references are those of `Report.references`, counted from 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charts.slides.kinds import Rows


@dataclass(frozen=True)
class Said:
    """Whole sentences with the references that their figures rest on; `lead` stands before them in bold."""

    text: str
    references: tuple[int, ...] = ()
    lead: str = ""


@dataclass(frozen=True)
class Bullets:
    """Things that stand side by side, one a line."""

    items: tuple[Said, ...]


@dataclass(frozen=True)
class Table:
    """A table with its caption; `numbers` are the columns (from 0) whose cells are set as figures.

    `widths` are the shares of the columns in the width of the page. `references` are what its figures rest on.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    references: tuple[int, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A chart with its caption, and what it shows in words."""

    caption: str
    alt: str
    chart: Rows
    references: tuple[int, ...] = ()


Block = Said | Bullets | Table | Figure


@dataclass(frozen=True)
class Section:
    """One question: its answer first, then what it rests on; `in_short` says whether the summary repeats the answer."""

    title: str
    answer: Said
    blocks: tuple[Block, ...] = ()
    in_short: bool = True


@dataclass(frozen=True)
class Report:
    """The whole document in one language.

    about       what it is and what it is not, before anything else
    summary     the heading over the answers of all sections
    references  the sources, in the order of their numbers, under `sources`, their heading
    receipt     from what it was made, so that the same can be made again
    """

    language: str
    title: str
    subtitle: str
    about: tuple[Said, ...]
    summary: str
    sections: tuple[Section, ...]
    sources: str
    references: tuple[str, ...]
    receipt: tuple[str, ...]

    def blocks(self) -> Iterator[Block]:
        """Everything that the sections say, in order, their answers first."""
        for section in self.sections:
            yield section.answer
            yield from section.blocks
