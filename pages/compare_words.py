"""What the comparison says: sentences made of the figures."""

from metrics.side_by_side import Measure, Side, SideBySide
from pages import ranking_words
from pages.compare_view import name, title
from pages.selection import Selection
from words import mark

# Whether anyone is clearly worse, clearly better, not clearly different: what the first line says then.
_ANSWERS = {
    (False, False, False): mark("{name}, score {score}: none of the others has a score"),
    (True, False, False): mark("{name}, score {score}: clearly above all {count} others"),
    (False, True, False): mark("{name}, score {score}: clearly below all {count} others"),
    (False, False, True): mark("{name}, score {score}: not clearly different from any of the {count} others"),
    (True, True, False): mark(
        "{name}, score {score}: of the {count} others clearly above {worse}, clearly below {better}"
    ),
    (True, False, True): mark(
        "{name}, score {score}: of the {count} others clearly above {worse}, not clearly different from {unclear}"
    ),
    (False, True, True): mark(
        "{name}, score {score}: of the {count} others clearly below {better}, not clearly different from {unclear}"
    ),
    (True, True, True): mark(
        "{name}, score {score}: of the {count} others clearly above {worse}, clearly below {better}, not clearly "
        "different from {unclear}"
    ),
}


def say_answer(here: Selection, found: SideBySide) -> str:
    """The first line: from how many of the others my region is clearly different; or why it has no score."""
    words, headline = here.words, found.headline
    mine = name(here, found.regions[0])
    if headline.mine.value is None:
        unknown = words.say("its figures are not available")
        reason = ranking_words.reasons(words, here.results, here.year).get(found.regions[0], unknown)
        return ranking_words.say_not_assessed(words, mine, here.year, reason)
    holes = {
        "name": mine,
        "score": words.number(headline.mine.value, ranking_words.scale(here).decimals),
        "count": words.number(headline.compared),
        "worse": words.number(len(headline.worse)),
        "better": words.number(len(headline.better)),
        "unclear": words.number(len(headline.unclear)),
    }
    if not headline.sure:
        return words.say("{name}, score {score}: above {worse} of the {count} others, below {better}", **holes)
    return words.say(_ANSWERS[bool(headline.worse), bool(headline.better), bool(headline.unclear)], **holes)


def say_named(here: Selection, found: SideBySide) -> list[str]:
    """The same by name, and who cannot be compared."""
    words, headline = here.words, found.headline
    missing = [side.region for side in headline.sides if side.relation == "missing" and side.value is None]
    told = []
    if headline.sure:
        for regions, sentence in (
            (headline.better, words.say("Clearly above it: {names}.", names=_listed(here, headline.better))),
            (headline.unclear, words.say("Not clearly different: {names}.", names=_listed(here, headline.unclear))),
            (headline.worse, words.say("Clearly below it: {names}.", names=_listed(here, headline.worse))),
        ):
            told += [sentence] if regions else []
    if missing and headline.mine.value is not None:
        told.append(words.say("Without a score this year: {names}.", names=_listed(here, missing)))
    return told


def _listed(here: Selection, regions: tuple[str, ...] | list[str]) -> str:
    return here.words.listing([name(here, region) for region in regions])


def say_dimensions(here: Selection, found: SideBySide) -> str:
    """The title of the dimensions: in how many my region is ahead of most of the others, and behind."""
    words = here.words
    if not found.counted:
        return words.say("Dimensions")
    holes = {
        "ahead": words.number(sum(measure.ahead for measure in found.counted)),
        "behind": words.number(sum(measure.behind for measure in found.counted)),
        "count": words.number(len(found.counted)),
    }
    if not found.headline.sure:
        return words.say("Of {count} dimensions, ahead of most others in {ahead}, behind most in {behind}", **holes)
    return words.say(
        "Of {count} dimensions, clearly ahead of most others in {ahead}, clearly behind most in {behind}", **holes
    )


def say_indicators(here: Selection, found: SideBySide) -> str:
    """The title of the indicators."""
    words = here.words
    if not found.measured:
        return words.say("Indicators in their own units")
    return words.say(
        "Of {count} indicators, better than most others in {ahead}, behind most in {behind}",
        count=words.number(len(found.measured)),
        ahead=words.number(sum(measure.ahead for measure in found.measured)),
        behind=words.number(sum(measure.behind for measure in found.measured)),
    )


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
    if side.apart and not measure.node.is_leaf:
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
    written = f"{value} {words.title(measure.node.unit)}".strip()
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
    words, unit = here.words, here.words.title(measure.node.unit)
    told = [unit] if unit else []
    if measure.node.sign < 0:
        told.append(words.say("lower is better"))
    usual = _usual_year(measure)
    if usual is not None and usual != here.year:
        told.append(words.say("figures of {year}", year=words.year(usual)))
    if measure.node.status == "shown":
        told.append(words.say("outside the score"))
    return "; ".join(told)


def decimals(here: Selection, measure: Measure) -> int | None:
    """With how many decimals a measure is written."""
    return measure.node.decimals if measure.node.is_leaf else 1
