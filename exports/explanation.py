"""An explanation as lines of text: each step in a sentence, each formula filled in with its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from exports.formulas import aggregation, as_published, derivation_steps, no_value
from metrics.explain import Derivation, Explanation, Origin
from words import Words

INDENT = "  "


Band = tuple[int, int]


def explanation_lines(
    words: Words, name: str, region: str, year: int, explanation: Explanation, band: Band | None = None
) -> list[str]:
    """What `teladan explain` prints: the node of a region in a year, and below it all it was made from.

    `band` is that of the root's rank.
    """
    head = words.say("{name} ({region}), {year}", name=name, region=region, year=words.year(year))
    return [_inert(head), *map(_inert, _node_lines(words, year, explanation, 0, band))]


def _inert(line: str) -> str:
    """No control characters: a terminal would obey them."""
    return "".join(letter if letter.isprintable() else "?" for letter in line)


def _node_lines(words: Words, year: int, explained: Explanation, depth: int, band: Band | None = None) -> Iterator[str]:
    indent = INDENT * depth
    yield indent + _headline(words, explained, band)
    if explained.node.proxy:
        yield indent + INDENT + words.say("Proxy: it stands in for something that is not measured.")
    if explained.node.status == "shown":
        yield indent + INDENT + words.say("Shown: it is outside the scores above it.")
    if explained.derivation is not None:
        for line in _derivation_lines(words, year, explained, explained.derivation):
            yield indent + INDENT + line
    elif explained.node.is_leaf:
        yield indent + INDENT + no_value(words, explained)
        if explained.figure is not None:
            yield indent + INDENT + _source(words, explained, explained.figure)
    else:
        yield indent + INDENT + aggregation(words, explained)
    for child in explained.children:
        if child.node.status != "wanted":
            yield from _node_lines(words, year, child, depth + 1)


def _headline(words: Words, explained: Explanation, band: Band | None) -> str:
    title, node = words.title(explained.node.title), explained.node
    holes = {"title": title, "node": node.id, "coverage": words.percent(explained.coverage)}
    if explained.score is None:
        return words.say("{title} [{node}]: no score; coverage {coverage}", **holes)
    holes["score"] = words.number(explained.score, 4)
    if node.parent is not None:
        # Bands are those of the whole, and no rank is told without one.
        return words.say("{title} [{node}]: {score}; coverage {coverage}", **holes)
    if explained.rank is None:
        return words.say("{title} [{node}]: {score}, not ranked; coverage {coverage}", **holes)
    rank = words.number(explained.rank)
    if band is not None:
        told = words.say("{first}–{last}", first=words.number(band[0]), last=words.number(band[1]))
        rank = words.say("{rank} ({band})", rank=rank, band=told)
    ranked = words.number(explained.ranked)
    said = words.say(
        "{title} [{node}]: {score}, rank {rank} of {ranked}; coverage {coverage}", rank=rank, ranked=ranked, **holes
    )
    if explained.maturity is None:
        return said
    return words.say("{said}; level {level}", said=said, level=explained.maturity)


def _derivation_lines(words: Words, year: int, explained: Explanation, cell: Derivation) -> Iterator[str]:
    yield from derivation_steps(words, year, explained, cell)
    if cell.raw is not None:
        for origin in (cell.raw, cell.denominator):
            if origin is not None:
                yield _source(words, explained, origin)


def _source(words: Words, explained: Explanation, origin: Origin) -> str:
    unit = words.title(explained.node.unit) if origin.variable == explained.node.variable else ""
    return words.say(
        "Figure: {variable} {year} = {value} {unit}; {publisher}; {file}, line {line}",
        variable=origin.variable, year=words.year(origin.year), value=as_published(words, origin.value), unit=unit,
        publisher=origin.publisher, file=origin.file, line=origin.line,
    )  # fmt: skip
