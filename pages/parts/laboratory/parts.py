"""The parts that are weighed: what they are called, what a table tells of each, and why there may be no weights."""

from metrics.laboratory import Outcome
from metrics.tree import Node
from metrics.weighting.budget import Budget
from metrics.weighting.critic import Critic
from metrics.weighting.entropy import Entropy
from metrics.weighting.equal_influence import Influence
from metrics.weighting.matrix import Matrix
from metrics.weighting.pca import Components
from pages.parts.laboratory.view import Trial
from words import Words


def say_no_answer(trial: Trial) -> str:
    """Why the other way gives no ranks."""
    words, outcome = trial.words, trial.outcome
    if outcome is None:
        return words.say("{way} ranks no region that this framework ranks in this year.", way=trial.named)
    if isinstance(outcome.found, Components):
        return words.say(
            "{way} gives no weights here: {names} would need a negative one.",
            way=trial.named, names=names_of(words, outcome, outcome.found.negative),
        )  # fmt: skip
    if isinstance(outcome.found, Budget):
        return words.say("{way}: nobody has given exactly 100 points yet.", way=trial.named)
    return words.say("{way} gives no weights here: {reason}.", way=trial.named, reason=_reason(words, outcome))


def _reason(words: Words, outcome: Outcome) -> str:
    refused = outcome.refused
    names = names_of(words, outcome, refused.children if refused else ())
    match refused.code if refused else "":
        case "too-few":
            return words.say("too few regions have every part")
        case "constant":
            return words.say("{names} does not differ from region to region", names=names)
        case "negative":
            return words.say("{names} has values below 0", names=names)
        case "alike":
            return words.say("all parts say the same")
    return words.say("the parts contradict one another too much")


def names_of(words: Words, outcome: Outcome, places: tuple[int, ...]) -> str:
    """The titles of some children, as a list."""
    return words.listing([words.title(outcome.children[place].title) for place in places])


def details(words: Words, outcome: Outcome) -> list[tuple[str, Matrix, int]]:
    """Further columns of the table of weights: title, a number for each child, decimals."""
    match outcome.found:
        case Influence(correlations=reached, before=before):
            return [
                (words.say("Correlation with equal weights"), before, 2),
                (words.say("Correlation now"), reached, 2),
            ]
        case Components(loadings=loadings):
            return [(words.say("Loading on the first component"), loadings, 2)]
        case Entropy(entropy=found):
            return [(words.say("Entropy"), found, 4)]
        case Critic(spread=spread, conflict=conflict):
            return [(words.say("Standard deviation on 0 to 1"), spread, 3), (words.say("Sum of 1 - r"), conflict, 2)]
    return []


def title_of(words: Words, node: Node) -> str:
    """What a composite is called: the root is the whole.

    Whoever weighs several parts measures what its own title says.
    """
    return words.say("The whole") if node.parent is None else words.title(node.title)
