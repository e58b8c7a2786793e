"""What the indicator screen says around its charts: titles, what is measured, and what to know before comparing."""

from collections.abc import Sequence

from charts.indicator import Line
from charts.ranking import Row
from metrics.indicator import Spread, reaching
from pages.parts.indicator.view import View


def say_year(view: View) -> list[str]:
    """Why another year is shown than the one that is chosen for all screens."""
    words = view.words
    if view.year == view.here.year:
        return []
    return [
        words.say(
            "These are the figures of {shown}, not of {year}: each indicator has its own years.",
            shown=words.year(view.year),
            year=words.year(view.here.year),
        )
    ]


def say_measure(view: View, everyone: Spread) -> list[str]:
    """Under the title of the spread: what is measured, which end is better, the target, the error and the caveat."""
    words, indicator = view.words, view.indicator
    ends = {1: words.say("Higher is better."), -1: words.say("Lower is better.")}
    neither = words.say("Neither end is better, so no region is given a rank.")
    told = [
        words.title(indicator.description),
        words.say("Each dot is a region."),
        ends.get(indicator.sign, neither),
    ]
    if indicator.target is not None:
        told.append(
            words.say(
                "{reaching} of {count} regions reach the national target of {target}.",
                reaching=words.number(reaching(view.figures, indicator)),
                count=words.number(everyone.regions),
                target=words.number(indicator.target),
            )
        )
    return [sentence for sentence in told if sentence]


def say_caveats(view: View) -> list[str]:
    """What a reader must know before comparing two regions: the caveat of the variable, and its error."""
    words, indicator = view.words, view.indicator
    told = [words.title(indicator.caveat)]
    if indicator.error is not None and indicator.error.sd is not None:
        told.append(
            words.say("A figure may be off by about {error} {unit}.", error=view.write(indicator.error.sd),
                      unit=view.unit)
        )  # fmt: skip
    elif indicator.error is not None:
        told.append(
            words.say(
                "A figure may be off by about {share} of its value.", share=words.percent(indicator.error.relative)
            )
        )
    if indicator.sign:
        told.append(words.say("Ranks by one indicator have no bands here: read each as a rough place."))
    return [sentence for sentence in told if sentence]


def say_medians(view: View, rows: Sequence[Row]) -> str:
    """The title of the spread: the medians of the kinds side by side."""
    words = view.words
    medians = [words.say("{name} {median}", name=row.name, median=words.number(row.median, view.decimals))
               for row in rows]  # fmt: skip
    return words.say("Median: {medians}", medians=words.listing(medians))


def say_course(view: View, lines: Sequence[Line]) -> str:
    """The title of the course: how far each line went since the last break, the reader's own region first."""
    words = view.words
    told = []
    for line in sorted(lines, key=lambda line: not line.mine):
        since = [point for point in line.points if point[0] >= max(view.indicator.breaks, default=0)]
        if len(since) > 1:
            told.append(
                words.say(
                    "{name} from {first} ({first_year}) to {last} ({last_year})",
                    name=line.name,
                    first=view.write(since[0][1]),
                    first_year=words.year(since[0][0]),
                    last=view.write(since[-1][1]),
                    last_year=words.year(since[-1][0]),
                )
            )
    said = words.listing(told)
    return said[:1].upper() + said[1:] if told else words.say("Over the years")
