"""What two regions could learn from one another, in sentences made of the figures."""

from metrics.learning_pair import LearningPair
from metrics.pace import Stretch
from metrics.pairs import ALIKE
from metrics.tree import Node
from pages.shared.results import region_names
from pages.shared.selection import Selection


def say_alike(here: Selection, alike: float) -> str:
    """How alike two regions are in structure."""
    words, count = here.words, len(region_names(here.framework)) - 1
    nearer = max(round((1 - alike) * count), 1)
    holes = {"place": words.number(nearer), "count": words.number(count)}
    if alike < ALIKE:
        return words.say("In structure the two are not alike: {place} of {count} other regions are as near.", **holes)
    if nearer == 1:
        return words.say("In structure each is the nearest of {count} regions to the other.", count=holes["count"])
    return words.say("In structure each is among the {place} nearest of {count} regions to the other.", **holes)


def say_answer(here: Selection, found: LearningPair) -> str:
    """The first line: in how many indicators each could learn from the other."""
    words, names = here.words, region_names(here.framework)
    one, other = found.regions
    holes = {"one": names[one], "other": names[other]}
    from_other, from_one = (len(found.pair.taught_by(region)) for region in (other, one))
    compared = sum(len(side.cells) == 2 for side in found.sides)
    if from_other and from_one:
        return words.say(
            "{one} could learn from {other} in {from_other} of {count} indicators, {other} from {one} in {from_one}.",
            count=words.number(compared), from_other=words.number(from_other), from_one=words.number(from_one), **holes,
        )  # fmt: skip
    if from_other or from_one:
        learner, teacher = (one, other) if from_other else (other, one)
        return words.say(
            "{learner} could learn from {teacher} in {some} of {count} indicators; in none the other way round.",
            some=words.number(from_other or from_one),
            count=words.number(compared),
            learner=names[learner],
            teacher=names[teacher],
        )
    return words.say("In no indicator is {one} strong where {other} is weak, or the other way round.", **holes)


def say_rule(here: Selection) -> str:
    """When one could learn from the other."""
    return here.words.say(
        "Counted is an indicator in which one region is in the best quarter of its kind and the other below the "
        "median of its kind, with a difference larger than the error of the figures where that is stated."
    )


def say_course(here: Selection, node: Node, stretch: Stretch | None) -> str:
    """From which figure to which a region went."""
    words = here.words
    if stretch is None:
        return words.say("no two figures that compare")
    told = words.say(
        "{first} ({start}) to {last} ({end})",
        first=words.number(stretch.first, node.decimals), start=words.year(stretch.start),
        last=words.number(stretch.last, node.decimals), end=words.year(stretch.end),
    )  # fmt: skip
    if stretch.clear:
        return told
    return words.say("{said}, within the error", said=told)
