"""What a method that reads figures says beside its weights: how far they can be relied on."""

from metrics.laboratory import Outcome
from metrics.weighting.ahp import Experts
from metrics.weighting.benefit_of_the_doubt import Benefit
from metrics.weighting.budget import Budget
from metrics.weighting.critic import Critic
from metrics.weighting.entropy import Entropy
from metrics.weighting.equal_influence import Influence
from metrics.weighting.pca import Components
from pages.parts.laboratory.expert_notes import say_budget, say_experts
from pages.parts.laboratory.parts import names_of
from pages.parts.laboratory.view import Trial
from words import Words


def say_method(trial: Trial, outcome: Outcome) -> list[str]:
    """The sentences beside the weights."""
    words = trial.words
    match outcome.found:
        case Influence():
            return _influence(words, outcome, outcome.found)
        case Benefit():
            return _benefit(trial, outcome.found)
        case Components():
            return _components(trial, outcome, outcome.found)
        case Entropy():
            return [
                words.say("The more unevenly a part is spread over the regions, the more it weighs."),
                words.say("Moving the zero of a scale would change these weights: goalposts do."),
                _regions(words, outcome.found.regions),
            ]
        case Critic():
            return [
                words.say("A part weighs more the more it tells regions apart, and less the more others say the same."),
                _regions(words, outcome.found.regions),
            ]
        case Experts():
            return say_experts(words, outcome, outcome.found)
        case Budget():
            return say_budget(words, outcome.found)
    return []


def _influence(words: Words, outcome: Outcome, found: Influence) -> list[str]:
    before = {"low": words.number(min(found.before), 2), "high": words.number(max(found.before), 2)}
    told = []
    if found.equal:
        told.append(
            words.say(
                "With these weights every part correlates {reached} with the mean of all; with equal weights {low} to "
                "{high}. The solution is exact: nothing had to converge.",
                reached=words.number(found.correlations[0], 2), **before,
            )
        )  # fmt: skip
    else:
        told.append(
            words.say(
                "Equal influence cannot be reached with weights of 0 or more: {names} would weigh nothing and still "
                "correlate more with the mean ({high} against {low}). These weights come closest.",
                names=names_of(words, outcome, found.excess),
                low=words.number(min(found.correlations), 2), high=words.number(max(found.correlations), 2),
            )
        )  # fmt: skip
    if outcome.node.aggregate != "arithmetic":
        told.append(words.say("Correlations are with the arithmetic mean, and this framework takes another one here."))
    return [*told, _regions(words, found.regions)]


def _benefit(trial: Trial, found: Benefit) -> list[str]:
    words = trial.words
    return [
        words.say(
            "Every region has the weights that favour it most, none further than {spread} from equal ones. A dot is "
            "their mean, a bar reaches from the least to the most.",
            spread=words.percent(trial.spread),
        ),
        words.say_plural(
            "{count} of {regions} regions reaches the top under weights of its own.",
            "{count} of {regions} regions reach the top under weights of their own.",
            found.leaders, regions=words.number(found.regions),
        ),
        words.say("No region falls below what equal weights would give it beside the best."),
    ]  # fmt: skip


def _components(trial: Trial, outcome: Outcome, found: Components) -> list[str]:
    words = trial.words
    told = [
        words.say_plural(
            "The first component holds {share} of all variance; {count} component has an eigenvalue of 1 or more.",
            "The first component holds {share} of all variance; {count} components have an eigenvalue of 1 or more.",
            found.rotated.shape[1], share=words.percent(found.explained[0]),
        )
    ]  # fmt: skip
    if found.negative and trial.way == "pca":
        told.append(
            words.say(
                "{names} runs against the first component. A negative weight would punish what is good, so none are "
                "offered; squared loadings hide the direction.",
                names=names_of(words, outcome, found.negative),
            )
        )
    elif found.negative:
        told.append(
            words.say(
                "{names} has a negative loading on the first component; the square hides it.",
                names=names_of(words, outcome, found.negative),
            )
        )
    if len(outcome.children) == 2 and not found.negative:
        told.append(words.say("Of two parts the first component always weighs both alike."))
    told.append(words.say("These weights say what varies together, not what matters."))
    return [*told, _regions(words, found.regions)]


def _regions(words: Words, count: int) -> str:
    return words.say("Read from {count} regions that have every part.", count=words.number(count))
