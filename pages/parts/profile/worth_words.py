"""What the region profile says of figures that would help: the task, what it would bring, and what nobody can tell."""

from metrics.bands import HIGH, LOW
from metrics.missing_value import Band, Gain, Standing, Worth
from pages.parts.profile.view import title
from pages.shared.selection import Selection
from words import Words


def say_worth(here: Selection, found: Worth, name: str, kind: str | None) -> str:
    """The finding: what would help most, that nothing would, or why the region has no rank."""
    words = here.words
    if found.unrankable:
        return words.say(
            "{name} is an administrative area without a government of its own and is not evaluated separately for "
            "{titles}, so it has no rank.",
            name=name, titles=words.listing([title(here, node) for node in found.beyond]),
        )  # fmt: skip
    missing = [title(here, gain.node) for gain in found.gains if gain.reason == "missing"]
    if found.now is None:
        return words.say(
            "Nobody has a figure of {titles}, so nothing can be worked out.", titles=words.listing(missing)
        )
    among = say_among(words, found, kind)
    now = say_band(words, band_of(found.now, kind))
    if not found.assessed:
        return words.say(
            "It has no rank while these are missing: {titles}. With figures like those of other {kind}, its rank would "
            "be {band} of {among} in {share} of recalculations.",
            titles=words.listing(missing), kind=kind or words.say("regions"), band=now, among=among,
            share=words.percent(HIGH - LOW),
        )  # fmt: skip
    first = found.gains[0] if found.gains else None
    if first is None or not found.worthwhile(first):
        return words.say(
            "No figure of its own would make its rank surer: the band {band} of {among} comes from the choice of "
            "weights and methods, and from the figures of others.",
            band=now, among=among,
        )  # fmt: skip
    assert first.known is not None
    if not found.complete:
        return words.say_plural(
            "Knowing {title} would help most: the band would be {count} place narrower.",
            "Knowing {title} would help most: the band would be {count} places narrower.",
            narrower(first, kind), title=title(here, first.node),
        )  # fmt: skip
    holes = {"title": title(here, first.node), "then": say_band(words, band_of(first.known, kind)), "among": among}
    if found.much(first):
        return words.say(
            "A more certain {title} would help most: rank {then} of {among} instead of {band}.", band=now, **holes
        )
    return words.say(
        "No single figure would help much. The best would be a more certain {title}: rank {then} of {among} instead "
        "of {band}.",
        band=now, **holes,
    )  # fmt: skip


def say_task(here: Selection, gain: Gain) -> str:
    """What is to be done."""
    words, name = here.words, title(here, gain.node)
    match gain.reason:
        case "missing":
            return words.say("{title}: supply a figure", title=name)
        case "carried":
            return words.say("{title}: supply a figure for {year}", title=name, year=words.year(here.year))
        case _:
            return words.say("{title}: a larger survey", title=name)


def narrower(gain: Gain, kind: str | None) -> int:
    """By how many places the band would be narrower: within the kind where there are kinds."""
    return round((gain.narrower_in_kind if kind else gain.narrower) or 0)


def band_of(standing: Standing, kind: str | None) -> Band:
    """The band that is told: within the kind where there are kinds."""
    return standing.rank_in_kind if kind else standing.rank


def say_band(words: Words, band: Band) -> str:
    """From rank to rank."""
    low, high = band.whole
    return words.say("{low} to {high}", low=words.number(low), high=words.number(high))


def say_among(words: Words, found: Worth, kind: str | None) -> str:
    """The regions it stands among."""
    count = found.ranked_in_kind if kind else found.ranked
    return words.say("{count} {kind}", count=words.number(count), kind=kind or words.say("regions"))
