"""The numbered references of a report: every figure leads to the publisher that it is from, or to who computed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from metrics.cited import cited, cited_structure
from metrics.practices.entry import Practice
from metrics.results import Results
from metrics.tree import Node
from words import Words, mark

KINDS: Mapping[str, str] = {
    "statistics": mark("official statistics"),
    "survey": mark("survey"),
    "assessment": mark("assessment"),
    "administrative": mark("administrative data"),
    "self-reported": mark("reported by the regions themselves"),
}


class References:
    """Gives out numbers in the order in which sources are first referred to, and lists them at the end."""

    def __init__(self, results: Results, words: Words) -> None:
        self._results, self._words = results, words
        self._cited = cited(results)
        self._numbers: dict[tuple[str, ...], int] = {}
        self._years: dict[str, set[int]] = {}

    def teladan(self) -> tuple[int, ...]:
        """The reference of what Teladan computed: scores, ranks, bands, medians."""
        return (self._number(("teladan",)),)

    def figure(self, node: Node, year: int | None, region: str) -> tuple[int, ...]:
        """Of the figure of one region; none where there is no such figure."""
        return self.figures(node, year, [region])

    def figures(self, node: Node, year: int | None, regions: Iterable[str]) -> tuple[int, ...]:
        """Of the figures of several regions, each source once."""
        if year is None:
            return ()
        return tuple(self._source(source, year) for source in self._cited.of(node, year, regions))

    def structure(self, regions: Iterable[str], year: int) -> tuple[int, ...]:
        """Of what peers are found by."""
        found = cited_structure(self._results, year, regions)
        return tuple(dict.fromkeys(self._source(source, at) for source, at in found))

    def practice(self, practice: Practice) -> tuple[int, ...]:
        """Where an entry of the catalogue was read."""
        return tuple(self._number(("practice", one.title, one.address or "")) for one in practice.sources)

    def listed(self) -> tuple[str, ...]:
        """The text of each reference, in the order of their numbers."""
        return tuple(self._text(key) for key in self._numbers)

    def _number(self, key: tuple[str, ...]) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _source(self, source: str, year: int) -> int:
        self._years.setdefault(source, set()).add(year)
        return self._number(("source", source))

    def _text(self, key: tuple[str, ...]) -> str:
        words = self._words
        if key[0] == "practice":
            return ". ".join(text for text in key[1:] if text)
        if key[0] == "teladan":
            return words.say(
                "Teladan: computed from the figures of the other sources; framework version {framework}, data version "
                "{data}.",
                framework=self._results.framework_version[:8],
                data=self._results.data_version[:8],
            )
        source = self._cited.sources[key[1]]
        said = KINDS[source.kind]
        return words.say(
            "{publisher}: {title} ({kind}; figures of {years}). Read at {address}, {accessed}.",
            publisher=source.publisher,
            title=source.title,
            kind=words.say(said),
            years=words.listing([words.year(year) for year in sorted(self._years[source.id])]),
            address=source.address or "–",
            accessed=words.date(source.accessed) if source.accessed else "–",
        )
