"""What one more figure of a region would bring, and how uncertain it is now, in words."""

from metrics.missing_value import Gain, Worth
from pages.parts.profile.worth_words import band_of, narrower, say_among, say_band
from pages.shared.selection import Selection


def say_gain(here: Selection, found: Worth, gain: Gain, kind: str | None) -> str:
    """What a figure would bring, and how uncertain it is now."""
    if gain.reason == "missing":
        return _say_missing(here, gain, kind)
    words = here.words
    holes = {
        "off": words.number(gain.off_by, gain.node.decimals),
        "unit": words.title(gain.node.unit),
        "year": words.year(gain.figure_year or here.year),
    }
    now = words.say(
        "The figure is of {year}; since then it may have moved by ±{off} {unit}.", **holes
    ) if gain.reason == "carried" else words.say(
        "Its error is about ±{off} {unit}. A larger sample comes near this, which is the band without any error.",
        **holes,
    )  # fmt: skip
    return f"{_say_told(here, found, gain, kind)} {now}"


def _say_missing(here: Selection, gain: Gain, kind: str | None) -> str:
    words, places, among = here.words, narrower(gain, kind), kind or here.words.say("regions")
    if places < 1:
        return words.say("The band would hardly be narrower if its figure were the median of {kind}.", kind=among)
    return words.say_plural(
        "The band would be {count} place narrower if its figure were the median of {kind}.",
        "The band would be {count} places narrower if its figure were the median of {kind}.",
        places, kind=among,
    )  # fmt: skip


def _say_told(here: Selection, found: Worth, gain: Gain, kind: str | None) -> str:
    words, places = here.words, narrower(gain, kind)
    assert gain.known is not None
    if places < 1:
        return words.say("The band would hardly be narrower.")
    if not found.complete:
        return words.say_plural("{count} place narrower.", "{count} places narrower.", places)
    return words.say_plural(
        "{count} place narrower: {band} of {among}.",
        "{count} places narrower: {band} of {among}.",
        places, band=say_band(words, band_of(gain.known, kind)), among=say_among(words, found, kind),
    )  # fmt: skip
