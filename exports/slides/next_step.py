"""The next step as a slide: what closing each gap to comparable regions would add to a region's score."""

from __future__ import annotations

from functools import lru_cache

from charts.slides.kinds import Axis, Role, Row, Rows
from exports.beyond_words import say_beyond, say_none
from exports.slides import about, national
from exports.slides.peers import peers_of
from exports.slides.slide import Asked, Slide
from metrics.gaps import Gap, Gaps, Goal, gaps
from metrics.peers import COUNT
from metrics.problems import InputProblems
from metrics.results import Results
from words import Words
from words.problems import say_problem

_SHOWN = 6  # gaps


def slide(asked: Asked) -> Slide:
    """The gaps of the view's region to the goal that its peers set."""
    words, region = asked.words, asked.region
    if region is None:
        return about.unchosen(asked)
    goal: Goal = "quarter" if asked.parameters.get("goal") == "quarter" else "median"
    try:
        found = gaps_of(asked.results, asked.year, region, peers_of(asked, region, COUNT), goal)
    except InputProblems as error:
        return _refused(asked, region, error)
    listed = (found.behind or found.beside)[:_SHOWN]
    role: Role = "mine" if region == asked.mine else "subject"
    rows = tuple(_row(asked, gap, role) for gap in listed)
    size = max((row.value or 0.0 for row in rows), default=1.0)
    axis = Axis(words.say("Points"), "", 0.0, 1.08 * size, about.decimals(asked))
    return Slide(
        headline=_headline(asked, found, region),
        chart=Rows(rows, axis, bars=True) if rows else None,
        caption=_explained(asked, _caption(asked, found), rows),
        takeaway=_takeaway(asked, found),
        source=about.source(asked),
        alt=words.say("What closing each gap adds: {rows}.", rows=about.listed(words, rows))
        if rows
        else words.say("There is no chart."),
        # A listener's own gaps would take long to find: its figure of the gap that the headline names.
        mine=about.own_figure(asked, [found.largest.node.id] if found.largest else [], [region]),
    )


@lru_cache(maxsize=600)
def gaps_of(results: Results, year: int, region: str, peers: tuple[str, ...], goal: Goal = "median") -> Gaps:
    """The gaps of a region to these peers. Raises InputProblems where the method refuses a goal."""
    return gaps(national.simulated(results, year), region, peers, goal)


def _aim(words: Words, goal: Goal) -> str:
    return words.say("the median of its peers") if goal == "median" else words.say("the best quarter of its peers")


def _headline(asked: Asked, found: Gaps, region: str) -> str:
    words, first, name = asked.words, found.largest, about.name(asked, region)
    if not found.peers:
        return words.say("{name}: no region is chosen to compare with", name=name)
    if first is None:
        return say_none(words, found, name, _aim(words, found.goal))
    holes = {
        "name": name, "title": _title(words, first), "today": _number(words, first, first.today),
        "goal": _measured(words, first, first.goal),
    }  # fmt: skip
    longest = first is (found.behind or found.beside)[0]
    if found.idle:
        # A wider gap may lie beyond the end of the scale: the caption names it.
        if longest:
            return words.say("{name}, gap that would add most to the score: {title}, {today} against {goal}", **holes)
        return words.say(
            "{name}, clear gap, still open, that would add most to the score: {title}, {today} against {goal}", **holes
        )
    if not longest:
        # The longest bar is another one, and says that it was reached since or is not clear.
        return words.say("{name}, largest clear gap that is still open: {title}, {today} against {goal}", **holes)
    return words.say("{name}, largest gap: {title}, {today} against {goal}", **holes)


def _caption(asked: Asked, found: Gaps) -> str:
    """What is drawn; what was assumed for it and what adds nothing, which no takeaway of a storyline may hide."""
    words, told = asked.words, [_measure(asked, found), say_beyond(asked.words, found)]
    if found.assumed:
        told.append(
            words.say(
                "It has no score yet; these figures are missing and taken to be the median of its peers: {titles}.",
                titles=words.listing([words.title(node.title) for node in found.assumed]),
            )
        )
    return " ".join(filter(None, told))


def _measure(asked: Asked, found: Gaps) -> str:
    words = asked.words
    holes = {
        "measure": about.framework_year(asked),
        "count": words.number(len(found.peers)),
        "aim": words.say("median") if found.goal == "median" else words.say("best quarter"),
    }
    if not found.behind:
        return words.say(
            "{measure}. Points that closing each gap to the {aim} of {count} comparable regions adds to the indicator "
            "itself.",
            **holes,
        )
    return words.say(
        "{measure}. Points that closing each gap to the {aim} of {count} comparable regions would add to the score.",
        **holes,
    )


def _explained(asked: Asked, caption: str, rows: tuple[Row, ...]) -> str:
    """What the marks mean, where they are not all alike."""
    if len({row.role for row in rows}) < 2:
        return caption
    return asked.words.say("{caption} Bold: what can be tackled now; the others say why not.", caption=caption)


def _takeaway(asked: Asked, found: Gaps) -> str:
    words = asked.words
    if len(found.behind) > 1:
        return words.say(
            "Closing all {count} gaps would add {gain} points; a calculation from the figures, not a forecast.",
            count=words.number(len(found.closed)),
            gain=words.number(found.together.score - found.now.score, about.decimals(asked)),
        )
    return words.say("A calculation from the published figures, not a forecast.")


def _row(asked: Asked, gap: Gap, role: Role) -> Row:
    words, size = asked.words, (gap.gain if gap.gain is not None else gap.step) or 0.0
    holes = {
        "gain": words.signed(size, about.decimals(asked)),
        "today": _number(words, gap, gap.today),
        "goal": _number(words, gap, gap.goal),
    }
    # What was reached since, what moves slowly, and what is not clearly a gap, is not where to begin.
    if gap.prospect == "passed":
        told = words.say("{gain} ({today} → {goal}; reached since)", **holes)
    elif not gap.clear:
        told = words.say("{gain} ({today} → {goal}; not clear)", **holes)
    elif gap.node.lever != "direct":
        told = words.say("{gain} ({today} → {goal}; moves slowly)", **holes)
    else:
        return Row(_title(words, gap), size, words.say("{gain} ({today} → {goal})", **holes), role)
    return Row(_title(words, gap), size, told, "other")


def _title(words: Words, gap: Gap) -> str:
    return ("≈ " if gap.node.proxy else "") + words.title(gap.node.title)


def _number(words: Words, gap: Gap, value: float | None) -> str:
    return words.number(value, gap.node.decimals)


def _measured(words: Words, gap: Gap, value: float | None) -> str:
    """A value with its unit."""
    unit = words.title(gap.node.unit)
    told = _number(words, gap, value)
    return words.say("{value} {unit}", value=told, unit=unit) if unit else told


def _refused(asked: Asked, region: str, error: InputProblems) -> Slide:
    words = asked.words
    return Slide(
        headline=words.say("The gaps of {name} cannot be told", name=about.name(asked, region)),
        chart=None,
        caption=about.framework_year(asked),
        takeaway=" ".join(say_problem(words, problem) for problem in error.problems),
        source=about.source(asked),
        alt=words.say("There is no chart."),
        mine=about.own(asked),
    )
