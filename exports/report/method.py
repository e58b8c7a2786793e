"""How the figures of the report were made, in short."""

from __future__ import annotations

from exports.report.content import Block, Bullets, Said, Section
from exports.report.subject import Subject


def method(of: Subject) -> Section:
    """The section."""
    words = of.words
    low, high = of.scale
    answer = words.say(
        "All scores follow from published figures by fixed rules, with the weights that the framework states; the "
        "same figures always give the same scores."
    )
    leaves = [node for node in of.results.nodes if node.is_leaf and node.status != "wanted"]
    told = [
        words.say(
            "Each indicator is brought from its unit onto a scale from {low} to {high} and weighed together with the "
            "others, part by part, up to the score of the whole.",
            low=words.number(low), high=words.number(high),
        )
    ]  # fmt: skip
    if all(node.impute is None for node in leaves):
        told.append(
            words.say("In the score a missing figure is never estimated: what lacks a required figure has no score.")
        )
        if of.gaps.assumed:
            told.append(
                words.say("Only the gaps and the way up take missing figures to be the peers' medians, and say so.")
            )
    else:
        told.append(words.say("Where the framework says so, a missing figure is estimated, and marked as an estimate."))
    told.append(words.say("Strength and weakness are percentiles among {kind}, not scores.", kind=of.kin))
    told.append(
        words.say("Bands come from recalculations with other weights, methods and figures within their errors.")
    )
    told.append(
        words.say("Gaps, goals and ways up compare with peers; they are arithmetic, neither forecasts nor plans.")
    )
    blocks: list[Block] = [Bullets(tuple(Said(sentence) for sentence in told))]
    return Section(words.say("Method in short"), Said(answer), tuple(blocks), in_short=False)
