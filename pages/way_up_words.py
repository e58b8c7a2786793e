"""What the way up says: whether the target can be reached, what each step is, and what stays as it is."""

from metrics.simulation import Rescored
from metrics.tree import Node
from metrics.way_up import FURTHEST_YEARS, Step, WayUp
from metrics.way_up_levers import Fixed
from metrics.way_up_movers import Mover
from metrics.way_up_targets import PEERS
from pages.results import region_names
from pages.titles import level_names
from pages.way_up_found import View
from words import Words, mark

_FIXED = {
    "slow": mark("These move slowly or are not the local government's to move: {titles}."),
    "no_figure": mark("There is no figure to start from: {titles}."),
    "shared": mark("Their figure stands behind another indicator too: {titles}."),
    "unknown": mark("No peer has two figures that compare, so nobody knows how fast they can move: {titles}."),
    "ahead": mark("No peer is better: {titles}."),
    "still": mark("Three quarters of the peers did not improve: {titles}."),
    "flat": mark("Within reach they would not score more: {titles}."),
}


def title(words: Words, node: Node) -> str:
    """An indicator by its title; a proxy is marked."""
    return ("≈ " if node.proxy else "") + words.title(node.title)


def say_span(words: Words, years: int) -> str:
    """So many years."""
    return words.say_plural("{count} year", "{count} years", years)


def say_aim(view: View) -> str:
    """What is aimed at, as it stands inside a sentence."""
    words, score = view.words, view.words.number(view.score, None if view.target != PEERS else 1)
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
        return words.say_plural(
            "{name} can reach {aim} within {span} with {count} indicator: {titles}.",
            "{name} can reach {aim} within {span} with {count} indicators: {titles}.",
            len(steps),
            titles=titles,
            **holes,
        )
    if found.furthest is None:
        return words.say(
            "{name} cannot reach {aim} within {span}: there is no indicator that can be asked to move.", **holes
        )
    return words.say(
        "{name} cannot reach {aim} within {span}: with every indicator moved as far as it can be asked to, it would "
        "have {furthest} points.",
        furthest=words.number(found.furthest.rescored.score, 1),
        **holes,
    )


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
    return [
        words.say(
            "No step goes further than the best peer, nor faster than the fast quarter of the peers moved. The first "
            "way is the smallest: fewest indicators, then the least of that pace."
        ),
        words.say("This is arithmetic on published figures, with all other regions as they are: it knows no costs."),
    ]


def say_then(view: View, way: WayUp) -> str:
    """Where a way leads."""
    words, now, then = view.words, view.now, way.rescored
    holes = {
        "score": words.number(then.score, 1),
        "before": words.number(now.score, 1),
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


def say_change(view: View, step: Step) -> str:
    """From today's value to the proposed one."""
    return view.words.say(
        "{today} → {value}",
        today=view.words.number(step.today, step.node.decimals),
        value=_say_value(view.words, step),
    )


def _say_value(words: Words, step: Step) -> str:
    """With as many decimals as the indicator has; with two more where it lies between."""
    decimals = step.node.decimals
    if decimals is not None and round(step.value, decimals) != step.value:
        return words.number(step.value, decimals + 2)
    return words.number(step.value, decimals)


def say_end(view: View, step: Step) -> str:
    """The best that a peer reached: the end of the way."""
    words, limit = view.words, view.limits[step.node.id]
    if limit.best_peer is None:
        return ""
    return words.say(
        "best peer: {value}, {name}",
        value=words.number(step.best, step.node.decimals),
        name=region_names(view.here.framework)[limit.best_peer],
    )


def say_pace(view: View, step: Step) -> str:
    """How much of the pace of the fast quarter of the peers a step takes."""
    words, yearly = view.words, view.limits[step.node.id].yearly_change_p75
    assert yearly is not None
    decimals = step.node.decimals
    return words.say(
        "It takes {share} of the pace of the fast quarter of its peers ({yearly} a year), for {span}.",
        share=words.percent(step.share),
        yearly=words.signed(step.node.sign * yearly, None if decimals is None else decimals + 1),
        span=say_span(words, view.years),
    )


def say_mover(view: View, mover: Mover, node: Node) -> str:
    """A peer and its move, behind its name."""
    words, stretch = view.words, mover.stretch
    holes = {
        "first": words.number(stretch.first, node.decimals),
        "last": words.number(stretch.last, node.decimals),
        "start": words.year(stretch.start),
        "end": words.year(stretch.end),
    }
    if stretch.clear:
        return words.say("{first} → {last}, {start}–{end}", **holes)
    return words.say("{first} → {last}, {start}–{end}, within the error of the survey", **holes)


def say_fixed(view: View, fixed: tuple[Fixed, ...]) -> list[str]:
    """What stays as it is, by reason."""
    words, told = view.words, []
    for reason, sentence in _FIXED.items():
        titles = [title(words, one.node) for one in fixed if one.reason == reason]
        if titles:
            told.append(words.say(sentence, titles=words.listing(titles)))
    return told
