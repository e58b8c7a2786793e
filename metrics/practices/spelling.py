"""Words as they are compared in a search: in one form, and how alike two of them are.

Indonesian words are cut down to what is left without the commonest affixes, after the light stemmer of Tala (2003),
"A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia"; English ones lose -s, -ed and -ing.
No dictionary is asked, so a stem need not be a word: it is only ever compared with other stems.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

Language = Literal["id", "en"]

# How alike two words are that are the same, or share a stem; with letters mistyped or not yet typed at most ALMOST.
SAME, SAME_STEM, ALMOST = 1.0, 0.9, 0.85
MISTYPED_THOUGH_KNOWN = 0.5  # times that, where the word as it was typed is known: flood is seldom meant for food

_WORD = re.compile(r"[a-z]+|\d+")
_JOINED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHORTEST = 4  # letters that a stem has at least
_TYPED = 3  # letters after which a word may go on
_PARTICLES = ("nya", "lah", "kah", "pun")
_ENDINGS = ("kan", "an")
# Prefixes by what they leave of the word: men- and pen- before a vowel have taken a t, mem- and pem- a p, meny- an s.
_PREFIXES: Mapping[str, str] = {
    "meng": "", "peng": "", "meny": "s", "peny": "s", "mem": "p", "pem": "p", "men": "t", "pen": "t",
    "ber": "", "ter": "", "per": "", "me": "", "pe": "", "di": "", "ke": "",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
# Spellings that are common beside those that the Kamus Besar Bahasa Indonesia prefers.
_STANDARD: Mapping[str, str] = {
    "bis": "bus", "ijin": "izin", "jaman": "zaman", "praktek": "praktik",
    "propinsi": "provinsi", "resiko": "risiko", "sistim": "sistem", "tehnologi": "teknologi", "tilpon": "telepon",
}  # fmt: skip


def words(text: str) -> list[str]:
    """The words and numbers of a text in order: small letters without accents, nothing else.

    What a hyphen joins stands there in its parts and whole: wi, fi and wifi.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found: list[str] = []
    for joined in _JOINED.findall(plain):
        parts = _WORD.findall(joined)
        found += [*parts, "".join(parts)] if len(parts) > 1 and "-" in joined else parts
    return [_STANDARD.get(word, word) for word in found]


def stem(word: str, language: Language) -> str:
    """A word without its affixes."""
    return _indonesian(word) if language == "id" else _english(word)


def alike(word: str, vocabulary: Collection[str], known: bool = False) -> dict[str, float]:
    """The words of a vocabulary that may be meant by `word`, each with how alike it is, from 0 to 1.

    A word of four letters may have one mistyped, one of eight two, but not the first; a number only stands for itself.
    `known`: the word is one that somebody wrote, so that it is hardly mistyped.
    """
    if word.isdecimal():
        return {word: SAME} if word in vocabulary else {}
    found = {}
    if len(word) >= _TYPED:
        found = {other: ALMOST * len(word) / len(other) for other in vocabulary if other.startswith(word)}
    if allowed := min(2, len(word) // 4):
        for other, wrong, _ in process.extract(
            word, vocabulary, scorer=OSA.distance, score_cutoff=allowed, limit=None, processor=None
        ):
            if other[0] == word[0]:
                near = ALMOST * (1 - wrong / max(len(word), len(other)))
                found[other] = max(found.get(other, 0.0), near * MISTYPED_THOUGH_KNOWN if known else near)
    return found | ({word: SAME} if word in vocabulary else {})


def _indonesian(word: str) -> str:
    word = next((word.removesuffix(end) for end in _PARTICLES if _leaves(word, end)), word)
    for prefix, taken in _PREFIXES.items():
        rest = word.removeprefix(prefix)
        if rest != word:
            whole = (taken if rest[0:1] in _VOWELS else "") + rest
            word = whole if len(whole) >= _SHORTEST else word
            break
    return next((word.removesuffix(end) for end in _ENDINGS if _leaves(word, end)), word)


def _english(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if not word.endswith(("ss", "us")) and _leaves(word, "s"):
        word = word.removesuffix("s")
    return next((word.removesuffix(end) for end in ("ing", "ed") if _leaves(word, end)), word)


def _leaves(word: str, ending: str) -> bool:
    """Whether enough is left of a word without an ending that it has."""
    return word.endswith(ending) and len(word) - len(ending) >= _SHORTEST
