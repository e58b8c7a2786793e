"""What a user reads, in Indonesian and English: sentences, numbers, titles.

A sentence stands in the code in English, whole and with {named} holes; `id.po` holds its Indonesian.
Nothing is glued together from pieces, because the two languages do not share an order of words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, Protocol

from babel import Locale

from words import numbers
from words.catalogue import Catalogue, read_catalogue

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")

# English as Indonesian ministries write it follows British spelling, but the point stays the decimal sign.
_LOCALES: dict[Language, str] = {"id": "id_ID", "en": "en_GB"}


class Bilingual(Protocol):
    """A title that carries both languages, as the models of a framework file do."""

    @property
    def id(self) -> str:
        """The Indonesian words."""

    @property
    def en(self) -> str:
        """The English words."""


class Words:
    """One language: what to say in it, and how to write its numbers."""

    def __init__(self, language: Language, catalogue: Catalogue) -> None:
        self.language = language
        self._catalogue = catalogue
        self._locale = Locale.parse(_LOCALES[language])

    def say(self, sentence: str, **holes: object) -> str:
        """A sentence in this language. The msgid is the English sentence; `holes` fill its {names}.

        Raises KeyError when a hole is not filled: a sentence with a gap must not reach a screen.
        """
        return self._catalogue.sentence(sentence).format(**holes)

    def say_plural(self, one: str, many: str, count: int, **holes: object) -> str:
        """The sentence that fits `count`, which is also the hole {count}, written as a number."""
        return self._catalogue.plural(one, many, count).format(count=self.number(count), **holes)

    def number(self, value: float | None, decimals: int | None = None) -> str:
        """A number as this language writes it: 1.234,5 or 1,234.5; a dash for a missing one.

        Without `decimals` a whole number is written in full and any other to three significant digits.
        """
        return numbers.number(self._locale, value, decimals)

    def signed(self, value: float | None, decimals: int | None = None) -> str:
        """A difference, as `number` writes it, with its sign: +1,2 or -1,2; zero has none."""
        return numbers.signed(self._locale, value, decimals)

    def percent(self, share: float | None, decimals: int = 0) -> str:
        """A share between 0 and 1 as per cent; a dash for a missing one."""
        return numbers.percent(self._locale, share, decimals)

    def year(self, year: int) -> str:
        """A year: never grouped."""
        return str(int(year))

    def date(self, written: str) -> str:
        """A date as far as it is known, from 2019, 2019-10 or 2019-10-16: 16 Oktober 2019 or 16 October 2019."""
        return numbers.date(self._locale, written)

    def listing(self, things: list[str]) -> str:
        """Several things as a list in running text: a, b, dan c."""
        return numbers.listing(self._locale, things)

    def title(self, title: str | Mapping[str, str] | Bilingual | None) -> str:
        """The words of this language from a title that a dataset or a framework gives."""
        if title is None or isinstance(title, str):
            return title or ""
        if isinstance(title, Mapping):
            return title.get(self.language) or next(iter(title.values()), "")
        return title.id if self.language == "id" else title.en


@cache
def speak(language: Language) -> Words:
    """The words of a language; every call gives the same object, which is safe to share."""
    return Words(language, read_catalogue(language))


def mark(sentence: str) -> str:
    """Mark a sentence for the catalogue where it is only kept, to be said later."""
    return sentence


__all__ = ["LANGUAGES", "Bilingual", "Language", "Words", "mark", "speak"]
