"""Regions side by side as small multiples: a row a region, a column a measure, each score beside its track.

The figure is a table of HTML: each name leads to its region, each score is read out under its heading, and columns make
room on a narrow screen.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charts.palette import Palette


@dataclass(frozen=True)
class Column:
    """A measure: its title, and the lowest and highest score in the country, where its track begins and ends.

    The chosen ones stay on a narrow screen.
    """

    title: str
    low: float
    high: float
    chosen: bool

    def at(self, score: float) -> float:
        """How far along the track a score is, in percent."""
        return 100 * (score - self.low) / (self.high - self.low) if self.high > self.low else 50.0


@dataclass(frozen=True)
class Mark:
    """A region's place in a column: its score (None: hollow), what is written beside it, and a full sentence.

    `band` is where the score lies in most draws, None where that is not known.
    """

    score: float | None
    text: str
    tooltip: str
    band: tuple[float, float] | None = None


@dataclass(frozen=True)
class Line:
    """A region, or a province: its name, its full name and address, its facts, and a mark for every column.

    The fill of a fact is the colour of a level, None where it is plain text. `strip` is drawn below the first fact:
    a rank, the ends of its band, and the number ranked.
    """

    name: str
    full_name: str
    address: str
    facts: Sequence[tuple[str, str | None]]
    marks: Sequence[Mark]
    mine: bool = False
    strip: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Block:
    """Lines of one kind under a heading, with a hairline (None: nowhere) and lines of words for every column.

    `shape` is circle, diamond or square; `fill` and `edge` are its colours.
    """

    title: str
    detail: str
    shape: str
    fill: str
    edge: str
    ticks: Sequence[float | None]
    told: Sequence[Sequence[str]]
    lines: Sequence[Line]


def side_by_side(
    blocks: Sequence[Block], facts: Sequence[str], columns: Sequence[Column], caption: str, name: str, colours: Palette
) -> str:
    """The picture as HTML. `name` heads the names, `facts` their facts."""
    heads = [f'<th scope="col">{html.escape(name)}</th>']
    heads += [f'<th scope="col"{_class(number)}>{html.escape(fact)}</th>' for number, fact in enumerate(facts)]
    heads += [f'<th scope="col"{_measure(column)}>{html.escape(column.title)}</th>' for column in columns]
    drawn = {"columns": max(len(columns), 3), "accent": colours.accent, "tick": colours.ink}
    drawn |= {
        "shown": sum(column.chosen for column in columns) or 1,
        "edge": colours.others_edge,
        "paper": colours.paper,
    }
    style = ";".join(f"--{name}:{value}" for name, value in drawn.items())
    bodies = "".join("".join(_block(block, len(facts), columns)) for block in blocks)
    return (
        f'<div class="teladan-sides" style="{style}" tabindex="0" role="region" aria-label="{html.escape(caption)}">'
        f"<table><caption>{html.escape(caption)}</caption><thead><tr>{''.join(heads)}</tr></thead>{bodies}</table></div>"
    )


def _block(block: Block, facts: int, columns: Sequence[Column]) -> Iterator[str]:
    yield f'<tbody style="--fill:{block.fill};--outline:{block.edge}">'
    if block.title:
        further = "".join(f"<td{_class(number)}></td>" for number in range(1, facts))
        told = "".join(
            f"<td{_measure(column)}>{'<br>'.join(map(html.escape, lines))}</td>"
            for column, lines in zip(columns, block.told, strict=True)
        )
        yield (
            f'<tr class="kind"><th scope="rowgroup" colspan="{min(1 + facts, 2)}"><i class="{block.shape}"></i>'
            f"{html.escape(block.title)} <small>{html.escape(block.detail)}</small></th>{further}{told}</tr>"
        )
    for line in block.lines:
        yield f"<tr{_mine(line.mine)}>"
        yield f'<th scope="row">{link(line.name, line.full_name, line.address)}</th>'
        for number, (text, fill) in enumerate(line.facts):
            yield _fact(number, text, fill, "" if number or line.strip is None else _strip(*line.strip))
        for column, mark, tick in zip(columns, line.marks, block.ticks, strict=True):
            yield _cell(column, mark, tick, block.shape)
        yield "</tr>"
    yield "</tbody>"


def _mine(mine: bool) -> str:
    return ' class="mine"' if mine else ""


def link(name: str, full_name: str, address: str) -> str:
    """A short name that leads to an address, read out in full."""
    return f'<a href="{html.escape(address)}" aria-label="{html.escape(full_name)}">{html.escape(name)}</a>'


def _class(number: int) -> str:
    """On a narrow screen the first fact stays."""
    return ' class="fact further"' if number else ' class="fact"'


def _fact(number: int, text: str, fill: str | None, strip: str) -> str:
    swatch = f'<i class="level" style="background:{fill}"></i>' if fill else ""
    return f"<td{_class(number)}>{swatch}{html.escape(text)}{strip}</td>"


def _strip(rank: float, low: float, high: float, ranked: float) -> str:
    """A rank within its band, as a thin line from the first to the last; the text above it says the same."""
    at, left, right = (100 * (place - 0.5) / ranked for place in (rank, low, high))
    return (
        f'<small class="strip" aria-hidden="true"><i style="left:{left:.1f}%;width:{right - left:.1f}%"></i>'
        f'<i class="at" style="left:{at:.1f}%"></i></small>'
    )


def _cell(column: Column, mark: Mark, tick: float | None, shape: str) -> str:
    drawn = "" if tick is None else f'<i class="tick" style="left:{column.at(tick):.1f}%"></i>'
    if mark.band is not None:
        left, right = (min(max(column.at(end), 0.0), 100.0) for end in mark.band)
        drawn += f'<i class="band" style="left:{left:.1f}%;width:{right - left:.1f}%"></i>'
    if mark.score is not None:
        drawn += f'<i class="{shape}" style="left:{column.at(mark.score):.1f}%"></i>'
        written = f"<b>{html.escape(mark.text)}</b>"
    else:
        drawn += f'<i class="hollow" style="left:0"></i><em>{html.escape(mark.text)}</em>'
        written = "<b></b>"
    return f'<td{_measure(column)} title="{html.escape(mark.tooltip)}"><div>{written}<span>{drawn}</span></div></td>'


def _measure(column: Column) -> str:
    return ' class="measure chosen"' if column.chosen else ' class="measure"'
