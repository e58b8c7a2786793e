"""What asking experts says beside its weights: whether their answers can be used."""

from metrics.laboratory import Outcome
from metrics.weighting.ahp import CONSISTENT, Experts
from metrics.weighting.budget import Budget
from pages.parts.laboratory.parts import names_of
from words import Words


def say_experts(words: Words, outcome: Outcome, found: Experts) -> list[str]:
    """How well judgements in pairs agree, all together and each expert's."""
    ratio = words.number(found.together.ratio, 2)
    limit = words.number(CONSISTENT, 1)
    if found.together.consistent:
        told = [
            words.say(
                "Consistency ratio {ratio}: the judgements agree well enough (at most {limit}).",
                ratio=ratio,
                limit=limit,
            )
        ]
    else:
        told = [
            words.say(
                "Consistency ratio {ratio}, above {limit}: the judgements contradict one another. Look again at "
                "{pair}.",
                ratio=ratio, limit=limit, pair=names_of(words, outcome, found.together.at_odds or ()),
            )
        ]  # fmt: skip
    if len(found.each) < 2:
        return told
    for number, one in enumerate(found.each, start=1):
        if not one.consistent:
            told.append(
                words.say(
                    "Expert {number} alone: consistency ratio {ratio}. Look again at {pair}.",
                    number=words.number(number), ratio=words.number(one.ratio, 2),
                    pair=names_of(words, outcome, one.at_odds or ()),
                )
            )  # fmt: skip
    return [
        *told,
        words.say("Judgements are brought together by their geometric mean; a bar reaches over the experts."),
    ]


def say_budget(words: Words, found: Budget) -> list[str]:
    """Whose points do not sum to 100, and what a bar is."""
    told = []
    for number, left in enumerate(found.left, start=1):
        if left > 0:
            sentence = words.say_plural(
                "Expert {number} has {count} point left to give, and does not count until then.",
                "Expert {number} has {count} points left to give, and does not count until then.",
                int(left), number=words.number(number),
            )  # fmt: skip
            told.append(sentence)
        elif left < 0:
            sentence = words.say_plural(
                "Expert {number} gave {count} point too many, and does not count until it is taken back.",
                "Expert {number} gave {count} points too many, and does not count until they are taken back.",
                int(-left), number=words.number(number),
            )  # fmt: skip
            told.append(sentence)
    if len(found.left) > 1:
        told.append(words.say("The weights are the mean of the experts; a bar reaches over them."))
    return told
