"""What is said of a figure then and now: the change, or why none can be told."""

from metrics.seminars.talks import Told
from metrics.seminars.then_and_now import Figure, ThenAndNow
from pages.shared.results import kinds
from pages.shared.selection import Selection
from words import Words


def say_basis(words: Words, told: Told) -> list[str]:
    """Which indicators stand there, and which are missing."""
    said = []
    if told.basis.kind == "part":
        said.append(
            words.say(
                "No indicator that the practice should move has figures yet; those of its sub-dimension or dimension "
                "stand here."
            )
        )
    if told.basis.wanted:
        titles = words.listing([words.title(node.title) for node in told.basis.wanted])
        said.append(words.say("No figures yet: {titles}.", titles=titles))
    if told.talk.region is not None and told.basis.kind == "none" and not told.basis.wanted:
        said.append(words.say("This framework has no indicator that goes with it."))
    return said


def say_figure(words: Words, found: ThenAndNow, figure: Figure | None) -> str | None:
    """A figure with its year; None where there is none."""
    if figure is None:
        return None
    value = words.number(figure.value, found.node.decimals)
    return words.say("{value} ({year})", value=value, year=words.year(figure.year))


def say_course(here: Selection, told: Told, found: ThenAndNow) -> str:
    """What can be said of the change, and why not more."""
    words = here.words
    if found.state == "both":
        return _say_change(here, told, found)
    if found.state == "broken" and found.apart is not None and found.broken is not None:
        return words.say(
            "{figure} cannot be compared: the method changed in {year}.",
            figure=say_figure(words, found, found.apart),
            year=words.year(found.broken),
        )
    if found.state == "late" and found.oldest is not None:
        return words.say(
            "No figure from around the time of the seminar compares; the oldest that does is {figure}.",
            figure=say_figure(words, found, found.oldest),
        )
    if found.state == "only":
        return words.say("No figure from around the time of the seminar.")
    return words.say("No figure of this region.")


def _say_change(here: Selection, told: Told, found: ThenAndNow) -> str:
    words, decimals = here.words, found.node.decimals
    change = found.change or 0.0
    holes = {"change": words.signed(change, decimals)}
    if unit := words.title(found.node.unit):
        holes = {"change": words.say("{change} ({unit})", unit=unit, **holes)}
    if not change:
        said = words.say("no change")
    elif found.clear is None:
        said = words.say("{change}, whose error is not known", **holes)
    elif not found.clear:
        said = words.say("{change}, within the error of the figures", **holes)
    elif found.node.sign * change > 0:
        said = words.say("{change}, for the better", **holes)
    else:
        said = words.say("{change}, for the worse", **holes)
    if found.usual is None:
        return words.say("{said}.", said=said)
    kind = kinds(here.framework, here.year).get(told.talk.region or "", words.say("regions"))
    return words.say(
        "{said}; median of {count} other {kind}: {usual}.",
        said=said,
        count=words.number(found.others),
        kind=kind,
        usual=words.signed(found.usual, decimals),
    )
