"""What the region profile says of figures that would not help, or of which nobody can tell."""

from metrics.missing_value import Gain, Worth
from pages.parts.profile.view import title
from pages.parts.profile.worth_words import band_of, say_among, say_band
from pages.shared.selection import Selection


def say_little(here: Selection, gains: list[Gain]) -> str:
    """What would hardly narrow the band."""
    return here.words.say(
        "Would bring next to nothing: {titles}.",
        titles=here.words.listing([_say_reason(here, gain) for gain in gains]),
    )


def say_unknown(here: Selection, gain: Gain) -> str:
    """What cannot be worked out, and why."""
    words, name = here.words, title(here, gain.node)
    if gain.reason == "carried":
        return words.say(
            "{title}: the figure is of {year}, and how far it has moved since cannot be told from the figures there "
            "are.",
            title=name, year=words.year(gain.figure_year or here.year),
        )  # fmt: skip
    if gain.reason == "proxy":
        return words.say(
            "≈ {title} stands for something that is not measured; how far off it is, no figure here can tell.",
            title=name,
        )
    return words.say("{title}: no region has a figure, so nothing can stand for it.", title=name)


def say_best(here: Selection, found: Worth, kind: str | None) -> list[str]:
    """What would be left of the band with every figure of the region known."""
    if found.best is None or not found.gains:
        return []
    words = here.words
    if not found.complete:
        width = band_of(found.best, kind).width
        return [
            words.say(
                "With all its figures the band would be about {width} places wide; where it lies depends on those "
                "figures.",
                width=words.number(width, 0),
            )
        ]
    return [
        words.say(
            "With all its figures known: {band} of {among}. The rest comes from weights, methods and others' figures.",
            band=say_band(words, band_of(found.best, kind)), among=say_among(words, found, kind),
        )
    ]  # fmt: skip


def say_wanted(here: Selection, found: Worth) -> str:
    """What nobody has figures of for all regions."""
    words = here.words
    return words.say(
        "{count} indicators of the framework have no figures of all regions. They are outside the score, so outside "
        "the band: {titles}.",
        count=words.number(len(found.wanted)),
        titles=words.listing([words.title(node.title) for node in found.wanted]),
    )


def _say_reason(here: Selection, gain: Gain) -> str:
    words, name = here.words, title(here, gain.node)
    if gain.reason == "carried":
        return words.say("{title} (figure of {year})", title=name, year=words.year(gain.figure_year or here.year))
    return words.say("{title} (survey error)", title=name)
