"""Why the figures say nothing of a practice yet, and which ones would."""

from metrics.practices.evidence import Cannot, Evidence
from metrics.practices.placebo import FEW
from metrics.tree import Node
from words import Words


def say_cannot(words: Words, found: Evidence, name: str, named: bool = False) -> list[str]:
    """Why, and with which figures it could be assessed; what lacks the same is told in one sentence.

    `named` is whether the entry names an indicator at all, be it one of another framework.
    """
    groups: dict[Cannot, list[Node]] = {}
    for one in found.cannot:
        key = Cannot(None, one.reason, one.years, one.at, one.peers)
        groups.setdefault(key, []).extend([one.node] if one.node else [])
    if named and [one.reason for one in found.cannot] == ["indicators"]:
        return [words.say("This framework does not hold the indicators that it should move.")]
    return [_say_lacking(words, found, lacking, nodes, name) for lacking, nodes in groups.items()]


def _say_lacking(words: Words, found: Evidence, lacking: Cannot, nodes: list[Node], name: str) -> str:
    titles = words.listing([words.title(node.title) for node in nodes])
    if lacking.reason == "place":
        return words.say("Figures here are of kabupaten and kota only; this practice is of a province or abroad.")
    if lacking.reason == "indicators":
        return words.say("The entry names no indicator that it should move directly.")
    if lacking.reason == "start" or lacking.years is None or found.start is None:
        return words.say(
            "{titles}: the year in which the practice started is not known, so there is no before and after. Needed "
            "are that year, and a figure of either side of it.",
            titles=titles,
        )
    first, last = lacking.years
    holes = {
        "titles": titles,
        "name": name,
        "early": words.say("{first}–{last}", first=words.year(first), last=words.year(min(last, found.start - 1))),
        "late": words.say("{first}–{last}", first=words.year(max(first, found.start + 1)), last=words.year(last)),
        "least": words.number(FEW),
    }
    if lacking.reason == "wanted":
        return words.say(
            "{titles}: no figures yet. Needed is a year of {early} and one of {late}, for {name} and at least {least} "
            "comparable regions.",
            **holes,
        )
    if lacking.reason == "peers":
        return words.say(
            "{titles}: only {count} comparable regions have figures of the same years; at least {least} are needed.",
            **holes,
            count=words.number(lacking.peers),
        )
    if lacking.reason == "break":
        return words.say(
            "{titles}: a new series begins in {at}, so the figures before and after cannot be compared. Needed are "
            "figures of both by one method.",
            **holes,
            at=words.year(lacking.at or 0),
        )
    if lacking.reason == "before":
        return words.say("{titles}: {name} has no figure of {early}, before it started.", **holes)
    if lacking.reason == "after":
        return words.say("{titles}: {name} has no figure of {late} yet, after it started.", **holes)
    return words.say("{titles}: {name} has no figure of {early} and none of {late}.", **holes)
