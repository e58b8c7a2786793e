"""What the comparison says of all regions together: the first line, and the titles of its parts."""

from exports import standing_words
from metrics.side_by_side import SideBySide
from pages.parts.compare.view import name
from pages.parts.rankings import words as ranking_words
from pages.shared.selection import Selection
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

# The same where there is only one other.
_ANSWERS_OF_ONE = {
    (True, False, False): mark("{name}, score {score}: clearly above the only other region that is assessed"),
    (False, True, False): mark("{name}, score {score}: clearly below the only other region that is assessed"),
    (False, False, True): mark(
        "{name}, score {score}: not clearly different from the only other region that is assessed"
    ),
}


def say_answer(here: Selection, found: SideBySide) -> str:
    """The first line: from how many of the others my region is clearly different; or why it has no score."""
    words, headline = here.words, found.headline
    mine = name(here, found.regions[0])
    if headline.mine.value is None:
        unknown = words.say("its figures are not available")
        reason = standing_words.reasons(words, here.results, here.year).get(found.regions[0], unknown)
        return standing_words.say_not_assessed(words, mine, here.year, reason)
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
    answers = _ANSWERS_OF_ONE if headline.compared == 1 else _ANSWERS
    return words.say(answers[bool(headline.worse), bool(headline.better), bool(headline.unclear)], **holes)


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
    if not found.sure:
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
