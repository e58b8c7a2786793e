"""Fields of the form for a practice: each is drawn with a place under it for what is wrong, and read as it is typed."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from metrics.faults import Fault
from pages.parts.add_practice.words import label, say_fault
from pages.shared import prose
from pages.shared.address import say_again
from words import LANGUAGES, Words

_LONGEST, _LONGEST_LINES = 2000, 6000  # characters of a text, as in the model, and of several


class Fields:
    """Fields that start with an entry; `written` is what they say now, in the form of an entry.

    `visit` stands in the key of every field: where it changes, the fields start anew. `faults` are those of the last
    check, each to be told under its field.
    """

    def __init__(self, words: Words, entry: Mapping[str, Any], visit: str, faults: Sequence[Fault]) -> None:
        self.words = words
        self.entry = entry
        self.visit = visit
        self.written: dict[str, Any] = {}
        self._faults = [(".".join(part for part in fault.place if isinstance(part, str)), fault) for fault in faults]

    def key(self, field: str) -> str:
        """The key of a field's widget."""
        return f"practice:{self.visit}:{field}"

    def below(self, field: str) -> None:
        """Say what is wrong with a field, under it."""
        prose.wrong(*(say_fault(self.words, fault) for fault in self._of(field)))

    def _of(self, field: str) -> list[Fault]:
        return [fault for at, fault in self._faults if at == field or (field and at.startswith(f"{field}."))]

    def both(self, field: str, height: int | None = None) -> None:
        """A text in both languages; on several lines where it has a height in pixels."""
        begun = {language: self._begun(f"{field}.{language}") or "" for language in LANGUAGES}
        self.take(field, self.lines(field, begun, height))

    def lines(self, field: str, begun: Mapping[str, str], height: int | None) -> dict[str, str]:
        """What is typed into two fields side by side, the reader's own language first."""
        typed = {}
        order = sorted(begun, key=lambda one: one != self.words.language)
        for language, place in zip(order, st.columns(2), strict=True):
            name, key = label(self.words, field, language), self.key(f"{field}.{language}")
            with place:
                if height is None:
                    typed[language] = st.text_input(name, begun[language], _LONGEST, key)
                else:
                    typed[language] = st.text_area(name, begun[language], height, _LONGEST_LINES, key)
        self.below(field)
        return typed

    def plain(self, field: str) -> None:
        """A text that is the same in both languages."""
        begun = self._begun(field) or ""
        self.take(field, st.text_input(label(self.words, field), begun, _LONGEST, self.key(field)))
        self.below(field)

    def one(self, field: str, choices: Mapping[str, str]) -> None:
        """One of several choices, by what each is called."""
        begun = self.choice(field)
        found = st.selectbox(
            label(self.words, field),
            list(choices),
            index=list(choices).index(begun) if begun in choices else None,
            format_func=lambda choice: choices.get(choice, choice),
            placeholder=self.words.say("Choose"),
            key=self.key(field),
        )
        self.take(field, found)
        self.below(field)

    def several(self, field: str, choices: Mapping[str, str]) -> None:
        """Any number of choices, by what each is called."""
        begun = self.choice(field)
        found = st.multiselect(
            label(self.words, field),
            list(choices),
            default=[choice for choice in begun if choice in choices] if begun else None,
            format_func=lambda choice: choices.get(choice, choice),
            placeholder=self.words.say("Choose, or leave open"),
            key=self.key(field),
        )
        self.take(field, found)
        self.below(field)

    def choice(self, field: str) -> Any:
        """What a field of choices starts with; once it has, it keeps what is chosen in any language."""
        key = self.key(field)
        say_again(key, self.words.language)
        return None if key in st.session_state else self._begun(field)

    def whole(self, field: str, least: int, most: int) -> None:
        """A whole number."""
        name, begun = label(self.words, field), self._begun(field)
        self.take(field, st.number_input(name, least, most, begun, 1, format="%d", key=self.key(field)))
        self.below(field)

    def take(self, field: str, value: Any) -> None:
        """Take a value as that of a field, which may be one of another: `cost.text`."""
        *above, last = field.split(".")
        here = self.written
        for name in above:
            here = here.setdefault(name, {})
        here[last] = value

    def _begun(self, field: str) -> Any:
        """What the entry says in a field, None where it says nothing."""
        found: Any = self.entry
        for name in field.split("."):
            found = found.get(name) if isinstance(found, Mapping) else None
        return found
