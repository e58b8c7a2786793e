"""What a region brings itself, as marks on its time lines."""

from charts.timeline import Panel
from charts.timeline_own import Mark
from metrics.own.data import OwnData
from metrics.targets import published_targets
from metrics.time_series import TimeSeries
from metrics.tree import Node
from pages.parts.profile.words import say_point
from pages.shared.selection import Selection
from words import Words


def own_marks(here: Selection, own: OwnData, node: Node) -> tuple[list[Mark], list[Mark]]:
    """The own figures of an indicator, and the targets."""
    words = here.words

    def holes(year: int, value: float) -> dict[str, str]:
        return {
            "title": words.title(node.title),
            "year": words.year(year),
            "value": words.number(value, node.decimals),
            "unit": words.title(node.unit),
        }

    figures = [
        Mark(
            one.year, one.value, words.say("{title}, {year}: own figure {value} {unit}.", **holes(one.year, one.value))
        )
        for one in own.figures_of(node.id)
    ]
    targets = [
        Mark(one.year, one.target, words.say("{title}, {year}: target {value} {unit}.", **holes(one.year, one.target)))
        for one in own.targets_of(node.id)
    ]
    return figures, targets


def panel(here: Selection, series: TimeSeries, own: OwnData) -> Panel:
    """The panel of an indicator, with what the region brings itself."""
    words, node = here.words, series.node
    tooltips = [say_point(here, series, point) for point in series.points]
    figures, targets = own_marks(here, own, node)
    return Panel(words.title(node.title), words.title(node.unit), node.decimals, series, tooltips, figures, targets)


def years_drawn(here: Selection, own: OwnData) -> range:
    """From the first scored year to the last one that anything is of."""
    years = here.results.years
    return range(years[0], max([years[-1], *(entry.year for entry in (*own.figures, *own.targets))]) + 1)


def with_targets(here: Selection, own: OwnData) -> OwnData:
    """With the targets that the dataset gives the region, where it has none of its own for the year."""
    mine = {(target.indicator, target.year) for target in own.targets}
    given = [one for one in published_targets(here.results, own.region) if (one.indicator, one.year) not in mine]
    return OwnData(own.region, own.figures, (*own.targets, *given), own.programmes)


def written_marks(here: Selection, own: OwnData, node: Node) -> dict[int, str]:
    """Own figures and targets of an indicator by year, as they stand in a table."""
    figures, targets = own_marks(here, own, node)
    told: dict[int, list[str]] = {}
    for sign, marks in (("◆", figures), ("▬", targets)):
        for mark in marks:
            told.setdefault(mark.year, []).append(f"{sign} {here.words.number(mark.value, node.decimals)}")
    return {year: " ".join(parts) for year, parts in told.items()}


def say_marks(words: Words, own: OwnData) -> list[str]:
    """What these marks mean, where there are any."""
    if own.figures:
        return [words.say("◆ own figure, ▬ target.")]
    return [words.say("▬ target.")] if own.targets else []
