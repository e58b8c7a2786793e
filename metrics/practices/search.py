"""Finding a practice by words in either language, spelt as people spell.

What an entry says is read field by field, in both languages at once. A word of the question counts the more, the
fewer entries have it, and a field the more, the shorter and more to the point it is: a word in the title says more
than one in the account of what was done. Fields add up as independent signs do: 1 - (1 - a)(1 - b) ...
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from metrics.framework import Text
from metrics.practices.entry import Practice
from metrics.practices.places import Place, Places
from metrics.practices.spelling import SAME_STEM, Language, alike, stem, words
from metrics.results import Results
from metrics.tree import Node

Field = Literal["title", "place", "topic", "touches", "summary", "problem", "action", "indicators", "further"]

# How much a word in a field says, from 0 to 1.
WEIGHTS: Mapping[Field, float] = {
    "title": 0.8,
    "place": 0.7,
    "topic": 0.4,
    "touches": 0.2,
    "summary": 0.4,
    "problem": 0.25,
    "action": 0.3,
    "indicators": 0.25,
    "further": 0.15,
}
# What fits less than this share of what fits best is left out; so is a word that is only nearly the same, deep in the
# small print.
_LEAST, _FAINT = 0.45, 0.13


@dataclass(frozen=True)
class Found:
    """A practice that answers a question: how well (0 to 1), and in which fields its words stand, the best first."""

    practice: Practice
    score: float
    why: tuple[Field, ...]


class Index:
    """The words of a catalogue, read once and asked often. Safe to share between threads."""

    def __init__(self, practices: Sequence[Practice], results: Results) -> None:
        self._practices = tuple(practices)
        self._standing: dict[Language, _Standing] = {"id": _Standing("id"), "en": _Standing("en")}
        places, nodes = Places(results), {node.id: node for node in results.nodes}
        for place, practice in enumerate(self._practices):
            for field, text in _texts(practice, places.of(practice), nodes):
                self._standing["id"].read(place, field, text.id)
                self._standing["en"].read(place, field, text.en)

    def find(self, text: str) -> tuple[Found, ...]:
        """What answers a question, the best first; every practice in the order of the catalogue for no question."""
        asked = list(dict.fromkeys(words(text)))
        if not asked:
            return tuple(Found(practice, 0.0, ()) for practice in self._practices)
        scores: dict[int, float] = defaultdict(float)
        fields: dict[int, dict[Field, float]] = defaultdict(lambda: defaultdict(float))
        total = 0.0
        for word in asked:
            signs = self._signs(word)
            rarity = math.log(1 + len(self._practices) / max(len(signs), 1))
            total += rarity
            for place, sign in signs.items():
                scores[place] += rarity * (1 - math.prod(1 - WEIGHTS[field] * fit for field, fit in sign.items()))
                for field, fit in sign.items():
                    fields[place][field] += rarity * WEIGHTS[field] * fit
        least = _LEAST * max(scores.values(), default=0.0)
        order = sorted((place for place in scores if scores[place] >= least), key=lambda place: (-scores[place], place))
        return tuple(
            Found(self._practices[place], scores[place] / total, tuple(_best_first(fields[place]))) for place in order
        )

    def _signs(self, word: str) -> dict[int, dict[Field, float]]:
        """The practices that have a word, and how well each field fits it in the language that fits better."""
        found: dict[int, dict[Field, float]] = {}
        known = any(standing.knows(word) for standing in self._standing.values())
        for standing in self._standing.values():
            for place, sign in standing.signs(word, known).items():
                for field, fit in sign.items():
                    if WEIGHTS[field] * fit > _FAINT:
                        kept = found.setdefault(place, {})
                        kept[field] = max(kept.get(field, 0.0), fit)
        return found


def search(practices: Sequence[Practice], results: Results, text: str) -> tuple[Found, ...]:
    """What answers a question put in Indonesian or English, the best first. Who asks often keeps an `Index`."""
    return Index(practices, results).find(text)


class _Standing:
    """Where the words of one language stand: by word, by practice and field; and the words by their stem."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: dict[str, set[tuple[int, Field]]] = defaultdict(set)
        self.stems: dict[str, set[str]] = defaultdict(set)

    def read(self, place: int, field: Field, text: str) -> None:
        for word in words(text):
            self.words[word].add((place, field))
            self.stems[stem(word, self.language)].add(word)

    def knows(self, word: str) -> bool:
        """Whether the word itself stands somewhere."""
        return word in self.words

    def signs(self, word: str, known: bool) -> dict[int, dict[Field, float]]:
        """How well each field of each practice fits a word, from 0 to 1; `known` in either language."""
        fits = alike(word, self.words.keys(), known)
        for root, fit in alike(stem(word, self.language), self.stems.keys(), known).items():
            for other in self.stems[root]:
                fits[other] = max(fits.get(other, 0.0), SAME_STEM * fit)
        found: dict[int, dict[Field, float]] = defaultdict(dict)
        for other, fit in fits.items():
            for place, field in self.words[other]:
                found[place][field] = max(found[place].get(field, 0.0), fit)
        return found


def _best_first(fields: Mapping[Field, float]) -> list[Field]:
    return sorted(fields, key=lambda field: -fields[field])


def _texts(practice: Practice, place: Place, nodes: Mapping[str, Node]) -> Iterator[tuple[Field, Text]]:
    """What an entry says, field by field, with the names of what it points to."""
    yield "title", practice.title
    yield "summary", practice.summary
    if practice.problem is not None:
        yield "problem", practice.problem
    if practice.action is not None:
        yield "action", practice.action
    yield "place", Text(id=place.name, en=place.name)
    if place.within is not None:
        yield "place", place.within
    yield from (("topic", title) for title in _titles_above(practice.sub_dimension, nodes))
    yield from (("touches", title) for name in practice.also for title in _titles_above(name, nodes))
    yield from (("indicators", nodes[name].title) for name in practice.indicators if name in nodes)
    further = [practice.preconditions, practice.lesson, *practice.caveats, *(one.text for one in practice.results)]
    further += [part.text for part in (practice.cost, practice.adopters) if part is not None]
    yield from (("further", text) for text in further if text is not None)


def _titles_above(name: str, nodes: Mapping[str, Node]) -> Iterator[Text]:
    """The title of a node and of what it stands under, without the root; nothing where the framework has it not."""
    while name in nodes and (parent := nodes[name].parent) is not None:
        yield nodes[name].title
        name = parent
