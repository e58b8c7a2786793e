"""What the form for a practice asks where all fields are shown."""

from collections.abc import Mapping
from itertools import zip_longest

import streamlit as st

from metrics.practices.entry import CostClass
from pages.parts.add_practice.choices import Choices
from pages.parts.add_practice.fields import Fields
from pages.shared import prose
from words import LANGUAGES, mark

# The keys of an entry that are asked for here.
MORE = ("also", "indicators", "presupposes", "cost", "preconditions", "adopters", "caveats", "seminars")
_COSTS: Mapping[CostClass, str] = {
    "low": mark("below Rp1 billion"),
    "medium": mark("Rp1 to 25 billion"),
    "high": mark("above Rp25 billion"),
}
_LINES = 100  # pixels of a text of several lines


def draw_more(fields: Fields, choices: Choices) -> None:
    """The further fields."""
    words = fields.words
    fields.several("also", choices.parts)
    prose.note(words.say("Name indicators only where the link is direct."))
    fields.several("indicators", choices.leaves)
    fields.several("presupposes", choices.leaves)
    fields.both("cost.text")
    fields.one("cost.size", {size: words.say(text) for size, text in _COSTS.items()})
    fields.both("preconditions", _LINES)
    fields.both("adopters.text")
    count, date, source = st.columns(3)
    with count:
        fields.whole("adopters.count", 1, 10_000)
    with date:
        fields.plain("adopters.date")
    with source:
        fields.whole("adopters.source", 1, 100)
    fields.several("adopters.regions", choices.regions)
    _draw_caveats(fields)
    if choices.seminars:
        fields.several("seminars", choices.seminars)


def _draw_caveats(fields: Fields) -> None:
    """One a line: the lines of both languages belong together."""
    held = fields.entry.get("caveats", ())
    begun = {language: "\n".join(caveat.get(language, "") for caveat in held) for language in LANGUAGES}
    prose.note(fields.words.say("Caveats one a line, in both languages in the same order."))
    typed = fields.lines("caveats", begun, _LINES)
    pairs = zip_longest(*(typed[language].splitlines() for language in LANGUAGES), fillvalue="")
    fields.take("caveats", [dict(zip(LANGUAGES, pair, strict=True)) for pair in pairs])
