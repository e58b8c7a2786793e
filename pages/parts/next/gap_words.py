"""What the next step says of single gaps: how wide they are, what closing one brings, and what is no gap."""

from metrics.gaps import Gap
from pages.parts.next.pace_words import is_short
from pages.parts.next.view import View, number, title
from pages.shared.results import region_names
from words.problems import say_problem


def say_basis(view: View) -> list[str]:
    """What a bar is, and whom it compares with."""
    words, names = view.words, region_names(view.here.framework)
    told = [
        words.say("Compared with {names}.", names=words.listing([names[peer] for peer in view.peers])),
        words.say(
            "Each bar is one gap closed, with everything else as it is; under its name today's value and the goal."
        ),
    ]
    if any(gap.outpaced for gap in view.gaps.of_state("behind")):
        told.append(words.say("Years are those to where the goal is today; peers that move take it with them."))
    if any(gap.prospect == "closes" and is_short(gap) for gap in view.gaps.of_state("behind")):
        told.append(words.say("Some paces rest on a single year, which says little."))
    return told


def say_distance(view: View, gap: Gap) -> str:
    """Where the region is, where the goal is, and how many peers set it."""
    words = view.words
    holes = {
        "today": number(words, gap, gap.today),
        "goal": number(words, gap, gap.goal),
        "unit": words.title(gap.node.unit),
        "year": words.year(gap.figure_year or view.here.year),
        "distance": number(words, gap, gap.distance),
        "peers": words.say_plural("{count} peer", "{count} peers", gap.compared),
    }
    told = words.say("{today} {unit} in {year} against {goal}, {distance} apart; the goal is set by {peers}.", **holes)
    unclear = words.say("Not clearly different: within the error of the survey.")
    return told if gap.clear else f"{told} {unclear}"


def say_gain(view: View, gap: Gap) -> list[str]:
    """What closing the gap would bring the region, if the others stay as they are."""
    words, now, then = view.words, view.gaps.now, gap.then
    if gap.gain is None or then is None:
        return []
    gain = words.signed(gap.gain, view.decimals)
    if view.gaps.assumed or now.rank_in_kind is None or then.rank_in_kind is None:
        return [words.say("Closing it: {gain} points.", gain=gain)]
    return [
        words.say(
            "Closing it: {gain} points, rank {then} instead of {now} of {ranked} {kind}.",
            gain=gain,
            then=words.number(then.rank_in_kind),
            now=words.number(now.rank_in_kind),
            ranked=words.number(then.ranked_in_kind),
            kind=view.kin,
        )
    ]


def say_rest(view: View) -> list[str]:
    """What is no gap in the score: reached, outside of it, or without a figure to compare."""
    words, found = view.words, view.gaps
    told = []
    if done := found.of_state("ahead", "level"):
        told.append(words.say("Reached: {titles}.", titles=_titles(view, done)))
    if found.behind and found.beside:
        told.append(words.say("Behind, but outside the score: {titles}.", titles=_titles(view, found.beside)))
    for gap in found.refused:
        reasons = " ".join(say_problem(words, problem) for problem in gap.refused)
        told.append(
            words.say(
                "Behind, but the goal cannot be set, so nobody knows what it adds: {title} ({reasons})",
                title=title(view, gap), reasons=reasons,
            )
        )  # fmt: skip
    if missing := found.of_state("missing"):
        told.append(words.say("No figure of its own: {titles}.", titles=_titles(view, missing)))
    if alone := found.of_state("alone"):
        told.append(words.say("No peer has a figure: {titles}.", titles=_titles(view, alone)))
    return told


def _titles(view: View, gaps: tuple[Gap, ...]) -> str:
    return view.words.listing([title(view, gap) for gap in gaps])
