"""An entry of the catalogue of practices to take away: as YAML, and as a letter that brings it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from metrics.practices.entry import Practice
from words import Words

_WIDTH = 110


@dataclass(frozen=True)
class Offered:
    """An entry that somebody offers.

    place      the name of where it was done
    instead    whether it is to replace an entry of the catalogue
    framework  id and version of the framework whose nodes it names; `data_version` is that of the dataset
    """

    practice: Practice
    place: str
    instead: bool
    framework: str
    framework_version: str
    data_version: str


def entry_yaml(practice: Practice) -> str:
    """The entry as it stands in practices.yaml, indented so that it can be put under `practices:`."""
    plain = _whole(practice.model_dump(mode="json", exclude_unset=True))
    text = yaml.safe_dump([plain], allow_unicode=True, sort_keys=False, width=_WIDTH)
    return textwrap.indent(text, "  ")


def letter(words: Words, offered: Offered) -> str:
    """The text to send, ending in what only its sender can say; the entry stands in it."""
    return "\n".join([*_lines(words, offered), "", entry_yaml(offered.practice)])


def _lines(words: Words, offered: Offered) -> Iterator[str]:
    title, place = words.title(offered.practice.title), offered.place
    if offered.instead:
        yield words.say("Subject: a correction of the catalogue: {title}, {place}", title=title, place=place)
    else:
        yield words.say("Subject: a practice for the catalogue: {title}, {place}", title=title, place=place)
    yield words.say("To: the maintainers of Teladan")
    yield ""
    yield words.say("The entry was checked by the rules of the catalogue. Nobody else has read its sources yet.")
    yield words.say(
        "Framework: {title}, version {version}", title=offered.framework, version=offered.framework_version[:8]
    )
    yield words.say("Data version: {version}", version=offered.data_version[:8])
    yield ""
    yield words.say("Name, office and how to reach us:")
    yield words.say("What we know of it that nobody has published:")
    yield ""
    yield words.say("For data/practices.yaml:")


def _whole(value: Any) -> Any:
    """The same with whole numbers as such: 36, not 36.0."""
    if isinstance(value, Mapping):
        return {key: _whole(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_whole(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value
