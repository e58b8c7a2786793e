"""What is said of a target: how far it is, and whether the pace so far is enough."""

from metrics.own.to_target import Newest, State, ToTarget
from metrics.pace import SPAN
from words import Words, mark

# A target in a sentence, and then one that says how it stands.
_STANDS: dict[State, str] = {
    "no figure": mark("There is no figure to hold against it."),
    "broken": mark("The series begins anew in {broken}, so the newest figure, {newest}, cannot be held against it."),
    "reached": mark("The newest figure, {newest}, has reached it."),
    "missed": mark("There is no figure of {year}; the newest, {newest}, does not reach it."),
    "no pace": mark(
        "From {newest} it takes {needed} a year; the pace so far is unknown, for lack of two figures of one series "
        "within {span} years."
    ),
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
# Where there is a figure of the target's year, and where only later ones are known.
_IN_ITS_YEAR: dict[State, str] = {
    "reached": mark("It was reached: the figure of that year is {due}."),
    "missed": mark("It was not reached: the figure of that year is {due}."),
}
_LATER = mark("There is no figure of {year}; the newest, {newest}, reaches it.")


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
            _sentence(found),
            newest=_say_figure(words, found, found.newest),
            due=_say_figure(words, found, found.due),
            span=words.number(SPAN),
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
    if found.due != found.newest and found.due is not None:
        told.append(words.say("The newest figure is {newest}.", newest=_say_figure(words, found, found.newest)))
    return " ".join(told)


def _sentence(found: ToTarget) -> str:
    if found.due is not None:
        return _IN_ITS_YEAR[found.state]
    later = found.newest is not None and found.newest.year > found.target.year
    return _LATER if later and found.state == "reached" else _STANDS[found.state]


def _say_figure(words: Words, found: ToTarget, figure: Newest | None) -> str:
    if figure is None:
        return words.say("no figure")
    holes = {"value": words.number(figure.value, found.node.decimals), "year": words.year(figure.year)}
    return words.say("{value} (◆ {year})", **holes) if figure.own else words.say("{value} ({year})", **holes)


def say_targets(words: Words, found: tuple[ToTarget, ...]) -> str:
    """The finding over all targets."""
    states = [one.state for one in found]
    reached, enough = states.count("reached"), states.count("enough")
    return words.say(
        "Targets: {count}; reached: {reached}; with a pace that is enough: {enough}; behind or unknown: {others}",
        count=words.number(len(states)), reached=words.number(reached), enough=words.number(enough),
        others=words.number(len(states) - reached - enough),
    )  # fmt: skip
