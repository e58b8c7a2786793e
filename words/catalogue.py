"""The catalogues: `id.po` read as it stands. English needs none, for it is the language of the msgids."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.pofile import read_po

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Catalogue:
    """Sentences by msgid. An empty catalogue gives every msgid back."""

    sentences: dict[str, str] = field(default_factory=dict)

    def sentence(self, msgid: str) -> str:
        """The translation, or the msgid where there is none."""
        return self.sentences.get(msgid) or msgid

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for `count`. Indonesian has one form, which stands under the msgid of the singular."""
        return self.sentences.get(one) or (one if count == 1 else many)


def read_catalogue(language: str) -> Catalogue:
    """The catalogue of a language, empty when it has no file."""
    path = _FOLDER / f"{language}.po"
    if not path.is_file():
        return Catalogue()
    with path.open("rb") as file:
        messages = list(read_po(file, locale=language, abort_invalid=True))
    return Catalogue(
        {
            _first(message.id): _first(message.string)
            for message in messages
            if message.id and message.string and not message.fuzzy
        }
    )


def _first(text: str | list[str] | tuple[str, ...]) -> str:
    """The text itself, or the first form of a plural."""
    return text if isinstance(text, str) else text[0]
