"""What the comparison says of one region in one measure: its value, and how far it stands from mine."""

from metrics.side_by_side import Measure, Side, SideBySide
from pages.parts.compare.view import decimals, name, title, unit
from pages.shared.selection import Selection


def say_standing(here: Selection, side: Side) -> str:
    """How a region's score stands to mine, without the difference; nothing for mine and without a score."""
    words = here.words
    match side.relation:
        case "unclear" | "same":
            return words.say("not clearly different")
        case "above":
            return words.say("clearly higher") if side.apart else words.say("higher")
        case "below":
            return words.say("clearly lower") if side.apart else words.say("lower")
        case _:
            return ""


def say_distance(here: Selection, measure: Measure, side: Side) -> str:
    """How far a region stands from mine, in a few words; nothing for mine and where there is no figure."""
    words = here.words
    match side.relation:
        case "unclear":
            return words.say("not clearly different")
        case "same":
            return words.say("practically the same")
        case "estimate":
            return words.say("an estimate: not compared")
        case "above" | "below":
            return _say_difference(here, measure, side)
        case _:
            return ""


def _say_difference(here: Selection, measure: Measure, side: Side) -> str:
    words = here.words
    by = words.number(abs(side.difference or 0.0), decimals(here, measure))
    if side.apart and not measure.natural:
        if side.relation == "above":
            return words.say("clearly higher by {value}", value=by)
        return words.say("clearly lower by {value}", value=by)
    if side.relation == "above":
        return words.say("{value} higher", value=by)
    return words.say("{value} lower", value=by)


def say_beside(here: Selection, measure: Measure, side: Side) -> str:
    """The distance, with the year of a figure that is not of the year that most of them are of."""
    words, distance = here.words, say_distance(here, measure, side)
    year = side.figure_year
    if year is None or year == _usual_year(measure):
        return distance
    if not distance:
        return words.say("figure of {year}", year=words.year(year))
    return words.say("{said} ({year})", said=distance, year=words.year(year))


def _usual_year(measure: Measure) -> int | None:
    """The year of which most figures of a measure are."""
    years = [side.figure_year for side in measure.sides if side.figure_year is not None]
    return max(years, key=lambda year: (years.count(year), year), default=None)


def say_value(here: Selection, measure: Measure, side: Side) -> str:
    """A value, or why there is none."""
    words = here.words
    if side.value is None:
        return words.say("no figure") if measure.node.parent else words.say("not assessed")
    written = words.number(side.value, decimals(here, measure))
    return words.say("{value} (an estimate)", value=written) if side.origin == "imputed" else written


def say_dated(here: Selection, measure: Measure, side: Side) -> str:
    """A value with its unit, and the year of its figure where that is another."""
    words, value = here.words, say_value(here, measure, side)
    if side.value is None:
        return value
    written = f"{value} {unit(here, measure)}".strip()
    if side.figure_year is not None and side.figure_year != here.year:
        return words.say("{value} (figure of {year})", value=written, year=words.year(side.figure_year))
    return written


def say_side(here: Selection, found: SideBySide, measure: Measure, side: Side) -> str:
    """A region in one measure, as a full sentence."""
    words = here.words
    holes = {
        "name": name(here, side.region),
        "title": title(here, measure) if measure.node.parent else words.say("Score"),
        "value": say_dated(here, measure, side),
    }
    distance = say_distance(here, measure, side)
    if not distance:
        return words.say("{name}, {title}: {value}.", **holes)
    mine = name(here, found.regions[0])
    return words.say("{name}, {title}: {value}; beside {mine}: {distance}.", **holes, mine=mine, distance=distance)


def say_unit(here: Selection, measure: Measure) -> str:
    """What a measure is counted in, which end is better, of which year, and whether it counts."""
    words, counted_in = here.words, unit(here, measure)
    told = [counted_in] if counted_in else []
    if measure.sign < 0:
        told.append(words.say("lower is better"))
    usual = _usual_year(measure)
    if usual is not None and usual != here.year:
        told.append(words.say("figures of {year}", year=words.year(usual)))
    if measure.node.status == "shown":
        told.append(words.say("outside the score"))
    return "; ".join(told)
