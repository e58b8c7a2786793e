"""What the figures say of a practice, in sentences: careful ones, since a difference is no effect."""

from metrics.practices.evidence import Compared, Evidence
from pages.parts.evidence.picture_words import say_change
from words import Words


def say_finding(words: Words, one: Compared, name: str) -> str:
    """The heading of an indicator."""
    title = words.title(one.node.title)
    if one.verdict == "more":
        return words.say("{title}: {name} moved more than comparable regions", title=title, name=name)
    if one.verdict == "less":
        return words.say(
            "{title}: {name} moved less towards the better than comparable regions", title=title, name=name
        )
    return words.say("{title}: no difference from comparable regions shows in {name}", title=title, name=name)


def say_figures(words: Words, one: Compared, count: int) -> list[str]:
    """The figures of both sides, and the yardstick."""
    unit, digits = words.title(one.node.unit), one.node.decimals
    told = [
        words.say(
            "Mean of {before_years}: {before} {unit}; of {after_years}: {after}.",
            before_years=_listed(words, one.windows.before),
            after_years=_listed(words, one.windows.after),
            before=words.number(one.own[0], digits),
            after=words.number(one.own[1], digits),
            unit=unit,
        ),
        words.say(
            "That is {change}; the {count} comparable regions {peers} on average ({direction}).",
            change=say_change(words, one, one.change),
            count=words.number(count),
            peers=say_change(words, one, one.peers_change),
            direction=words.say("higher is better") if one.node.sign > 0 else words.say("lower is better"),
        ),
    ]
    holes = {"low": say_change(words, one, one.low), "high": say_change(words, one, one.high)}
    if one.verdict == "same":
        told.append(words.say("Anything between {low} and {high} is usual among them.", **holes))
    else:
        told.append(words.say("Anything between {low} and {high} would have been usual among them.", **holes))
    return told


def say_caution(words: Words, one: Compared, name: str, start: int) -> list[str]:
    """What a reader must know beside a verdict."""
    told = [
        words.say(
            "A difference is not an effect: regions choose their practices, and other things happen in the same years."
        ),
    ]
    if one.verdict == "more":
        told.append(
            words.say("Who begins when its figures are at their worst often does better afterwards by chance alone.")
        )
    if one.course_before:
        told.insert(
            0,
            words.say(
                "{name} was on another course than comparable regions before {start} already, so what followed cannot "
                "be told from it.",
                name=name,
                start=words.year(start),
            ),
        )
    elif one.course_before is None:
        told.append(
            words.say("There is one figure before {start} only: earlier courses are not seen.", start=words.year(start))
        )
    else:
        told.append(
            words.say(
                "Before {start} no difference of course shows; of so few figures such a test misses much.",
                start=words.year(start),
            )
        )
    if len(one.windows.after) == 1:
        told.append(words.say("After it there is one figure only: an error of that year weighs in full."))
    if one.few and one.verdict == "same":
        told.append(words.say("With so few comparable regions only larger differences would show."))
    if one.level_apart:
        told.append(words.say("Hardly any of them started from such a level, so the room to move differs."))
    return told


def say_bounds(words: Words, found: Evidence, others: list[str]) -> list[str]:
    """What the comparison does not say; `others` are titles of other practices of the region."""
    told = [
        words.say("The figures are of the whole region: a practice that reaches few residents does not show in them.")
    ]
    if len(found.compared) > 1:
        told.append(
            words.say(
                "All its indicators are judged together: in one of twenty practices some indicator differs by chance."
            )
        )
    else:
        told.append(words.say("One region in twenty stands out by chance."))
    if others:
        told.append(
            words.say("In the same years, or in unknown ones, it also had: {titles}.", titles="; ".join(others))
        )
    return told


def _listed(words: Words, years: tuple[int, ...]) -> str:
    return words.listing([words.year(year) for year in years])
