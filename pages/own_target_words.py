"""What is said of a target: how far it is, and whether the pace so far is enough."""

from metrics.own.to_target import State, ToTarget
from words import Words, mark

# A target in a sentence, and then one that says how it stands.
_STANDS: dict[State, str] = {
    "no figure": mark("There is no figure to hold against it."),
    "broken": mark("The series begins anew in {broken}, so the newest figure, {newest}, cannot be held against it."),
    "reached": mark("The newest figure, {newest}, has reached it."),
    "missed": mark("It was not reached: the newest figure is {newest}."),
    "no pace": mark("From {newest} it takes {needed} a year; one figure alone does not tell the pace so far."),
    "enough": mark(
        "From {newest} it takes {needed} a year; it was {pace} a year from {start} to {end}, which is enough."
    ),
    "behind": mark(
        "From {newest} it takes {needed} a year; it was {pace} a year from {start} to {end}, which leads to {expected} "
        "in {year} and to the target in {arrival}."
    ),
    "away": mark(
        "From {newest} it takes {needed} a year; it was {pace} a year from {start} to {end}: at this pace never."
    ),
}  # fmt: skip


def say_target(words: Words, found: ToTarget) -> str:
    """A target with how it stands."""
    node, target, stretch = found.node, found.target, found.stretch
    holes = {
        "title": words.title(node.title),
        "target": words.number(target.target, node.decimals),
        "unit": words.title(node.unit),
        "year": words.year(target.year),
        "source": target.source,
    }
    told = [
        words.say("{title}: target {target} {unit} in {year} ({source}).", **holes)
        if target.source
        else words.say("{title}: target {target} {unit} in {year}.", **holes),
        words.say(
            _STANDS[found.state],
            newest=_say_newest(words, found),
            broken=words.year(found.broken or 0),
            needed=words.signed(found.needed),
            pace="" if stretch is None else words.signed(stretch.yearly),
            start="" if stretch is None else words.year(stretch.start),
            end="" if stretch is None else words.year(stretch.end),
            expected=words.number(found.expected, node.decimals),
            arrival=words.year(found.arrival or 0),
            year=holes["year"],
        ),
    ]
    if stretch is not None and not stretch.clear and found.state in ("enough", "behind", "away"):
        told.append(words.say("That change is not clearly different from none, within the error of the survey."))
    return " ".join(told)


def _say_newest(words: Words, found: ToTarget) -> str:
    newest = found.newest
    if newest is None:
        return words.say("no figure")
    holes = {"value": words.number(newest.value, found.node.decimals), "year": words.year(newest.year)}
    return words.say("{value} (◆ {year})", **holes) if newest.own else words.say("{value} ({year})", **holes)


def say_targets(words: Words, found: tuple[ToTarget, ...]) -> str:
    """The finding over all targets."""
    states = [one.state for one in found]
    reached, enough = states.count("reached"), states.count("enough")
    return words.say(
        "Targets: {count}; reached: {reached}; with a pace that is enough: {enough}; behind or unknown: {others}",
        count=words.number(len(states)), reached=words.number(reached), enough=words.number(enough),
        others=words.number(len(states) - reached - enough),
    )  # fmt: skip
