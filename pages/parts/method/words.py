"""What the method screen says of the parts of a framework."""

from collections.abc import Sequence

from exports.formulas import as_published
from metrics.anatomy import Measured
from metrics.tree import Node
from words import Words

Row = tuple[str, str]


def say_status(words: Words, node: Node, below: Measured) -> str:
    """Beside the title of a node: whether it counts, and for a composite how much of it is measured."""
    if not node.is_leaf:
        told = words.say(
            "{measured} of {all} measured", measured=words.number(below.active), all=words.number(below.all)
        )
        return words.say("{told}, {shown} shown", told=told, shown=words.number(below.shown)) if below.shown else told
    if node.status == "active":
        return words.say("proxy, in the score") if node.proxy else words.say("in the score")
    if node.status == "shown":
        return words.say("shown, outside the score")
    return words.say("wanted: no figures of all regions yet")


def say_weight(words: Words, share: float | None, parent: Node) -> str:
    """How much a node counts in its parent; nothing where it does not count."""
    if share is None:
        return ""
    return words.say("{share} of “{parent}”.", share=words.percent(share, 1), parent=words.title(parent.title))


def definitions(words: Words, node: Node) -> list[Row]:
    """What an indicator is: terms and what they say; an empty text means that there is nothing to say."""
    direction = words.say("Higher is better.") if node.sign > 0 else words.say("Lower is better.")
    rows = [
        (words.say("Definition"), words.title(node.description)),
        (words.say("Unit"), words.title(node.unit)),
        (words.say("Direction"), direction),
        (words.say("Goalposts"), _goalposts(words, node)),
        (words.say("National target"), "" if node.target is None else as_published(words, node.target)),
        (words.say("Error"), _error(words, node)),
    ]
    if node.proxy:
        rows.append((words.say("Proxy"), words.say("It stands in for what has no figure of its own.")))
    return rows


def provenance(words: Words, node: Node, publishers: Sequence[str], coverage: Sequence[tuple[int, int]]) -> list[Row]:
    """Where an indicator's figures are from, and which regions and years have one."""
    if node.status == "wanted":
        return [(words.say("Figures"), words.say("None of all regions yet, so it has no score and no weight."))]
    years = [
        words.say("{year}: {count}", year=words.year(year), count=words.number(regions)) for year, regions in coverage
    ]
    rows = [
        (words.say("Source"), "; ".join(publishers)),
        (words.say("Regions with a figure of that very year"), ", ".join(years)),
    ]
    if node.carry_forward:
        told = words.say_plural(
            "A figure may stand in for {count} later year, and is then marked as carried.",
            "A figure may stand in for up to {count} later years, and is then marked as carried.",
            node.carry_forward,
        )
        rows.append((words.say("Carried forward"), told))
    if node.breaks:
        told = words.say(
            "The method changed in {years}: figures before and after are not compared.",
            years=words.listing([words.year(year) for year in node.breaks]),
        )
        rows.append((words.say("Breaks"), told))
    return rows


def _goalposts(words: Words, node: Node) -> str:
    if node.goalposts is None or node.normalise.using != "goalposts":
        return ""
    worst, best = (as_published(words, post) for post in node.goalposts)
    low, high = (as_published(words, end) for end in node.normalise.range)
    holes = {"worst": worst, "best": best, "low": low, "high": high}
    if node.log:
        return words.say("{worst} gives {low}, {best} gives {high}, on a logarithmic scale.", **holes)
    return words.say("{worst} gives {low}, {best} gives {high}.", **holes)


def _error(words: Words, node: Node) -> str:
    if node.error is None:
        return ""
    if node.error.sd is not None:
        return words.say("About {error} {unit}.", error=as_published(words, node.error.sd), unit=words.title(node.unit))
    return words.say("About {share} of the figure.", share=words.percent(node.error.relative))
