"""What the way up says of the pace behind a step: how much of it the step takes, and what it rests on."""

from metrics.way_up import Step
from pages.parts.way_up.found import View
from pages.parts.way_up.step_words import say_needed, say_span


def say_pace(view: View, step: Step) -> str:
    """How much of the pace of the fast quarter of the peers a step takes."""
    words, yearly = view.words, view.limits[step.node.id].yearly_change_p75
    assert yearly is not None
    decimals = step.node.decimals
    return words.say(
        "It takes {needed} a year for {span}, {share} of the pace of the fast quarter of its peers ({yearly}).",
        needed=say_needed(view, step),
        share=words.percent(step.share),
        yearly=words.signed(step.node.sign * yearly, None if decimals is None else decimals + 1),
        span=say_span(words, view.years),
    )


def say_evidence(view: View, step: Step) -> list[str]:
    """What that pace rests on, where it is less than it seems: one year, or changes within the error."""
    words, found, told = view.words, step.evidence, []
    if found is None:
        return []
    if found.single_year is not None:
        holes = {"start": words.year(found.single_year - 1), "end": words.year(found.single_year)}
        told.append(words.say("This pace is of one year only ({start}–{end}).", **holes))
    holes = {"count": words.number(found.stretches), "clear": words.number(found.clear)}
    if found.within_error:
        told.append(
            words.say(
                "This pace is still within the error of the survey: of {count} peers' changes {clear} are clear, and "
                "none of those that are as fast.",
                **holes,
            )
        )
    elif found.clear < found.stretches:
        told.append(words.say("Of {count} peers' changes {clear} are clear.", **holes))
    return told
