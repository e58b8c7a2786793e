"""The running text of the method screen: what is measured, what is known from elsewhere, and what it is not."""

from metrics.anatomy import Measured, level_of_parts, measured_indicators, measured_parts, typical_coverage
from metrics.known_answers import closeness, known_answer
from metrics.results import Results
from pages.shared.results import results
from words import Words, mark

# Framework and the published index that it computes anew.
_KNOWN = (("hdi", "hdi", mark("HDI")), ("spbe", "spbe_index", mark("SPBE")))


def say_answer(words: Words, scored: Results) -> str:
    """The first line: how much of the framework is measured."""
    parts, indicators = measured_parts(scored), measured_indicators(scored)
    if level_of_parts(scored) is None or parts.all == 1:
        return words.say(
            "{measured} of {all} indicators are measured",
            measured=words.number(indicators.active), all=words.number(indicators.all),
        )  # fmt: skip
    return words.say(
        "{measured} of the {all} parts of this framework are measured, by {indicators} indicators",
        measured=words.number(parts.active), all=words.number(parts.all), indicators=words.number(indicators.active),
    )  # fmt: skip


def say_coverages(words: Words, scored: Results) -> list[str]:
    """The two coverages, told apart: of what can be measured in the country, and of the whole framework."""
    year, share = scored.opening_year, typical_coverage(scored, scored.opening_year)
    told = [*_say_parts(words, scored), _say_whole(words, measured_indicators(scored))]
    if share is None:
        return told
    measurable = words.say(
        "Of what can be measured: in half of the ranked regions, figures of {year} itself make up {share} of the score "
        "or more; the rest is carried forward from earlier years.",
        year=words.year(year), share=words.percent(share),
    )  # fmt: skip
    return [measurable, *told]


def _say_parts(words: Words, scored: Results) -> list[str]:
    """What the parts of the first line are; nothing where there are none to count."""
    level, parts = level_of_parts(scored), measured_parts(scored)
    if level is None or parts.all == 1:
        return []
    active, shown, wanted = (words.number(count) for count in (parts.active, parts.shown, parts.wanted))
    told = words.say(
        "The parts are what this framework calls “{level}”: {active} are in the score, {shown} shown beside it, "
        "{wanted} wanted.",
        level=words.title(level), active=active, shown=shown, wanted=wanted,
    )  # fmt: skip
    return [told]


def _say_whole(words: Words, indicators: Measured) -> str:
    return words.say(
        "Of the whole framework: {active} indicators are in the score, {shown} shown beside it, {wanted} wanted. "
        "Wanted means that no figures of all regions were found; their places stay empty and are never filled in.",
        active=words.number(indicators.active), shown=words.number(indicators.shown),
        wanted=words.number(indicators.wanted),
    )  # fmt: skip


def say_known(words: Words) -> list[str]:
    """The published indices, computed anew from their parts by the same engine."""
    told = []
    for framework, variable, name in _KNOWN:
        answer = known_answer(results(framework), variable)
        if answer is not None:
            told.append(
                words.say(
                    "{name}: computed from its parts for {count} pairs of region and year; the largest difference "
                    "from the published index is {largest}.",
                    name=words.say(name), count=words.number(answer.compared),
                    largest=words.number(answer.largest_difference, 4),
                )
            )  # fmt: skip
    return told


def say_closeness(words: Words, scored: Results) -> list[str]:
    """How much of the score was known before, from the two indices."""
    close = closeness(scored, [variable for _, variable, _ in _KNOWN], scored.opening_year)
    if close is None:
        return [words.say("Too few regions have a score and both indices to compare them.")]
    hdi, spbe = (words.number(one, 2) for one in close.rank_correlations)
    return [
        words.say(
            "Over {count} regions in {year} the rank correlation of the score is {hdi} with the HDI and {spbe} with "
            "the SPBE index; 1 means the same order.",
            count=words.number(close.regions), year=words.year(close.year), hdi=hdi, spbe=spbe,
        ),
        words.say(
            "HDI and SPBE together explain {share} of the differences in score (of its variance): so much of it could "
            "be told from the two alone.",
            share=words.percent(close.explained),
        ),
    ]  # fmt: skip


def say_limits(words: Words) -> list[str]:
    """What Teladan is not."""
    return [
        words.say("Not the ministry's evaluation, and not a rating by any authority."),
        words.say("Not a measure of smart-city projects: it shows results for residents and what SPBE assessed."),
        words.say("Not a proof of cause: members of a programme were chosen, so a difference is not its effect."),
        words.say("Not exact: surveys have errors and weights are a choice, so a rank of the score has a band."),
        words.say("Not a judgement where figures are absent: such a region cannot be assessed yet."),
    ]


def say_levels(words: Words, scored: Results) -> list[str]:
    """The levels with their cut-offs; none without a scale."""
    if scored.framework.maturity is None:
        return []
    return [
        words.say("Level {number}, {title}: a score from {cut}", number=number, title=words.title(level.title),
                  cut=words.number(level.from_))
        for number, level in enumerate(scored.framework.maturity.levels, start=1)
    ]  # fmt: skip
