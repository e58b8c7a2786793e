"""What the way up says as a whole: whether and how the target can be reached, and where a way leads."""

from exports.titles import level_names
from metrics.simulation import Rescored
from metrics.way_up import FURTHEST_YEARS, WayUp
from metrics.way_up_targets import PEERS
from pages.parts.way_up.found import View
from pages.parts.way_up.step_words import say_span, title


def say_aim(view: View) -> str:
    """What is aimed at, as it stands inside a sentence."""
    words, score = view.words, view.words.number(view.score, None if view.target != PEERS else view.decimals)
    if view.target == PEERS:
        return words.say("the median of its peers ({score} points)", score=score)
    level = level_names(words, view.here.results)[int(view.target) - 1]
    return words.say("level {level} ({score} points)", level=level, score=score)


def say_answer(view: View) -> str:
    """Whether and how the target can be reached."""
    words, found = view.words, view.found
    holes = {"name": view.name, "aim": say_aim(view), "span": say_span(words, view.years)}
    if found.score is None:
        return words.say(
            "{name} has no score in {year}, so no way up can be told.", name=view.name, year=words.year(view.here.year)
        )
    if found.reached:
        return words.say("{name} has reached {aim}.", **holes)
    if found.ways:
        steps = found.ways[0].steps
        titles = words.listing([title(words, step.node) for step in steps])
        told = words.say_plural(
            "{name} can reach {aim} within {span} with {count} indicator: {titles}.",
            "{name} can reach {aim} within {span} with {count} indicators: {titles}.",
            len(steps),
            titles=titles,
            **holes,
        )
        return " ".join([told, *_say_made(view, found.ways[0])])
    if found.furthest is None:
        return words.say(
            "{name} cannot reach {aim} within {span}: there is no indicator that can be asked to move.", **holes
        )
    return words.say(
        "{name} cannot reach {aim} within {span}: with every indicator improved as far as the best of its peers and "
        "the pace of their fast quarter allow, it would have {furthest} points.",
        furthest=words.number(found.furthest.rescored.score, view.decimals),
        **holes,
    )


def _say_made(view: View, way: WayUp) -> list[str]:
    """That nothing is left to do of a way: figures younger than the year have made it."""
    words, years = view.words, view.made_since(way)
    if not years:
        return []
    return [
        words.say_plural(
            "By its figures of {years} this step is made already.",
            "By its figures of {years} these steps are made already.",
            len(way.steps),
            years=words.listing([words.year(year) for year in years]),
        )
    ]


def say_longer(view: View) -> list[str]:
    """Whether more years would do, where the target cannot be reached."""
    words, found = view.words, view.found
    if found.ways or found.reached or found.furthest is None:
        return []
    if found.needed_years is not None:
        return [words.say("It could within {span}.", span=say_span(words, found.needed_years))]
    return [words.say("Nor could it within {span}.", span=say_span(words, FURTHEST_YEARS))]


def say_basis(view: View) -> list[str]:
    """What can be asked of an indicator, and what this is not."""
    words = view.words
    told = [words.say("No step goes further than the best peer, nor faster than the fast quarter of the peers moved.")]
    if view.found.ways:
        told += [
            words.say("The first way is the smallest: fewest indicators, then the least of that pace."),
            words.say("Each way just reaches the target; how sure that is, the what-if shows."),
        ]
    told.append(
        words.say("This is arithmetic on published figures, with all other regions as they are: it knows no costs.")
    )
    return told


def say_then(view: View, way: WayUp) -> str:
    """Where a way leads."""
    words, now, then = view.words, view.now, way.rescored
    holes = {
        "score": words.number(then.score, view.decimals),
        "before": words.number(now.score, view.decimals),
        "place": _say_place(view, then),
        "place_before": words.number(now.rank_in_kind),
    }
    if now.rank_in_kind is None:
        return words.say("Then: score {score} (today {before}).", **holes)
    return words.say("Then: score {score} (today {before}), {place} (today {place_before}).", **holes)


def _say_place(view: View, found: Rescored) -> str:
    words = view.words
    return words.say(
        "rank {rank} of {ranked} {kind}",
        rank=words.number(found.rank_in_kind),
        ranked=words.number(found.ranked_in_kind),
        kind=view.kin,
    )


def say_another(view: View, way: WayUp) -> str:
    """The heading of a further way: its indicators."""
    words = view.words
    return words.say("Another way: {titles}", titles=words.listing([title(words, step.node) for step in way.steps]))
