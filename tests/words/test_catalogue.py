"""The catalogue and the code say the same sentences."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from string import Formatter

from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("metrics", "charts", "exports", "words", "server", "pages")
KEYWORDS = {"say": None, "say_plural": (1, 2), "mark": None}


@cache
def in_the_code() -> dict[tuple[str, ...], str]:
    """Every sentence that the code says, one form or two, and where."""
    found: dict[tuple[str, ...], str] = {}
    for path in [ROOT / "dashboard.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]:
        for line, forms, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            found.setdefault(_forms(forms), f"{path.relative_to(ROOT)}:{line}")
    return found


@cache
def in_the_catalogue() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Every sentence of the Indonesian catalogue with its translation."""
    with (ROOT / "words" / "id.po").open("rb") as file:
        return {_forms(message.id): _forms(message.string) for message in read_po(file, locale="id") if message.id}


def _forms(text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def holes(text: str) -> set[str]:
    """The names of the holes in a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_sentences_are_found():
    assert len(in_the_code()) > 40


def test_every_sentence_of_the_code_has_its_indonesian():
    missing = {where: forms for forms, where in in_the_code().items() if not any(in_the_catalogue().get(forms, ()))}
    assert not missing


def test_no_entry_of_the_catalogue_is_unused():
    assert not set(in_the_catalogue()) - set(in_the_code())


def test_no_sentence_stands_twice_in_the_catalogue():
    # What stands under one msgid more than once is merged when it is read, and the later one may win unseen.
    written = Counter(re.findall(r'^msgid (".+")$', (ROOT / "words" / "id.po").read_text("utf-8"), re.MULTILINE))
    assert not [sentence for sentence, times in written.items() if times > 1 and sentence != '""']


def test_translations_have_the_same_holes():
    wrong = {
        forms: translations
        for forms, translations in in_the_catalogue().items()
        if any(holes(translation) != set().union(*map(holes, forms)) for translation in translations)
    }
    assert not wrong
