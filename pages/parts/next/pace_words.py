"""What the next step says of time: how fast the region and its peers move, and how long a gap takes at that pace."""

from metrics.gaps import Gap
from words import Words

# So many years ahead nobody plans; more are only told to be more.
_LONG = 30


def say_prospect(words: Words, gap: Gap) -> str:
    """What becomes of a gap at the region's own pace, in a few words."""
    match gap.prospect:
        case "passed" if gap.newest:
            return words.say(
                "past this goal by {year}: {value}",
                year=words.year(gap.newest[0]), value=words.number(gap.newest[1], gap.node.decimals),
            )  # fmt: skip
        case "unknown":
            return words.say("own pace unknown")
        case "unclear":
            return words.say("whether it moves is not clear")
        case "stands":
            return words.say("not at its own pace: it stands still")
        case "widens":
            return words.say("not at its own pace: it is moving away")
    years = gap.years or 0.0
    if years > _LONG:
        told = words.say("more than {years} years at its own pace", years=words.number(_LONG))
    elif years < 1:
        told = words.say("less than a year at its own pace")
    else:
        told = words.say_plural(
            "about {count} year at its own pace", "about {count} years at its own pace", round(years)
        )
    return words.say("{told}, but its peers move faster", told=told) if gap.outpaced else told


def say_own(words: Words, gap: Gap) -> str:
    """The region's own pace, and the two figures that it is told from."""
    if gap.own is None:
        return words.say("Its own pace is not known: there are no two figures that compare.")
    told = words.say(
        "Its own pace: {yearly} a year, from {first} in {start} to {last} in {end}.",
        yearly=say_yearly(words, gap, gap.own.yearly),
        first=words.number(gap.own.first, gap.node.decimals),
        start=words.year(gap.own.start),
        last=words.number(gap.own.last, gap.node.decimals),
        end=words.year(gap.own.end),
    )
    if not gap.own.clear:
        unclear = words.say("That is within the error of the survey, so it is not clear whether it moves.")
        return f"{told} {unclear}"
    little = words.say("A single year says little.")
    return f"{told} {little}" if is_short(gap) else told


def is_short(gap: Gap) -> bool:
    """Whether the region's own pace is that of a single year."""
    return gap.own is not None and gap.own.end == gap.own.start + 1


def say_peers(words: Words, gap: Gap) -> str:
    """How fast the peers move."""
    if gap.usual is None or gap.fast is None:
        return words.say("How fast its peers move is not known: none has two figures that compare.")
    usual = say_yearly(words, gap, gap.node.sign * gap.usual)
    if gap.moved == 1:
        return words.say("The one peer with two figures that compare changed by {usual} a year.", usual=usual)
    return words.say(
        "Of {count} peers with figures that compare, half changed by {usual} a year or better, a quarter by {fast} or "
        "better.",
        count=words.number(gap.moved), usual=usual, fast=say_yearly(words, gap, gap.node.sign * gap.fast),
    )  # fmt: skip


def say_yearly(words: Words, gap: Gap, change: float | None) -> str:
    """A yearly change in the units of the indicator, one decimal finer than its figures."""
    decimals = gap.node.decimals
    return words.signed(change, None if decimals is None else decimals + 1)


def say_newer(words: Words, gap: Gap) -> list[str]:
    """A figure of the region that is younger than the year that is shown."""
    if gap.newest is None or gap.figure_year is None or gap.newest[0] == gap.figure_year:
        return []
    year, value = gap.newest
    return [
        words.say(
            "Its figure of {year}: {value} {unit}.",
            year=words.year(year), value=words.number(value, gap.node.decimals), unit=words.title(gap.node.unit),
        )
    ]  # fmt: skip
