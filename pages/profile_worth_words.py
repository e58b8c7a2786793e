"""What the region profile says of figures that would help: the task, what it would bring, and what nobody can tell."""

from metrics.missing_value import Band, Gain, Standing, Worth
from pages.profile_view import title
from pages.selection import Selection
from words import Words


def say_worth(here: Selection, found: Worth, kind: str | None) -> str:
    """The finding: what would help most, that nothing would, or where the region could stand once it is complete."""
    words = here.words
    missing = [title(here, gain.node) for gain in found.gains if gain.reason == "missing"]
    if found.now is None:
        return words.say(
            "Nobody has a figure of {titles}, so nothing can be worked out.", titles=words.listing(missing)
        )
    among = say_among(words, found, kind)
    now = say_band(words, band_of(found.now, kind))
    if not found.assessed:
        return words.say(
            "It has no rank while these are missing: {titles}. With figures like those of other {kind} it could have "
            "any rank from {band} of {among}.",
            titles=words.listing(missing), kind=kind or words.say("regions"), band=now, among=among,
        )  # fmt: skip
    first = found.gains[0] if found.gains else None
    if first is None or not found.worthwhile(first):
        return words.say(
            "No figure of its own would make its rank surer: the band {band} of {among} comes from the choice of "
            "weights and methods, and from the figures of others.",
            band=now, among=among,
        )  # fmt: skip
    assert first.known is not None
    holes = {"title": title(here, first.node), "then": say_band(words, band_of(first.known, kind)), "among": among}
    if found.much(first):
        return words.say(
            "A surer figure of {title} would help most: rank {then} of {among} instead of {band}.", band=now, **holes
        )
    return words.say(
        "No figure would help much; most, a surer one of {title}: rank {then} of {among} instead of {band}.",
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


def say_gain(here: Selection, found: Worth, gain: Gain, kind: str | None) -> str:
    """What it would bring, and how uncertain the figure is now."""
    words = here.words
    assert gain.known is not None
    narrower = gain.narrower_in_kind if kind else gain.narrower
    told = words.say(
        "{places} places narrower: {band} of {among}.",
        places=words.number(narrower, 0), band=say_band(words, band_of(gain.known, kind)),
        among=say_among(words, found, kind),
    )  # fmt: skip
    holes = {
        "off": words.number(gain.off_by, gain.node.decimals),
        "unit": words.title(gain.node.unit),
        "year": words.year(gain.figure_year or here.year),
    }
    match gain.reason:
        case "carried":
            now = words.say("The figure is of {year}; since then it may have moved by ±{off} {unit}.", **holes)
        case "survey":
            now = words.say(
                "Its error is about ±{off} {unit}. A larger sample comes near this, which is the band without any "
                "error.",
                **holes,
            )
        case _:
            now = words.say("Reckoned at the median of its kind.")
    return f"{told} {now}"


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
