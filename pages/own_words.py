"""What is said of a region with its own figures: sentences made of the figures."""

from collections.abc import Mapping

from metrics.own.applied import OwnStanding
from metrics.simulation import Rescored
from pages.own_view import View
from pages.titles import level_names
from words import Words


def say_answer(view: View) -> str:
    """The first line: the region with its own figures beside what is published of it."""
    words, name, standing = view.words, view.profile.name, view.standing
    if not view.own.figures or not isinstance(standing, OwnStanding):
        return _say_published(view)
    if not standing.applied:
        return words.say(
            "None of the own figures of {name} stands for {year}", name=name, year=words.year(view.here.year)
        )
    holes = {
        "name": name,
        "after": words.number(standing.nodes[0].own, 1),
        "before": words.number(standing.nodes[0].published, 1),
    }
    then, now = place(view, standing.own), place(view, standing.published)
    if then is None:
        return words.say(
            "Even with its own figures {name} cannot be assessed for {year}", year=words.year(view.here.year), **holes
        )
    if now is None:
        return words.say(
            "With its own figures {name} would score {after} and rank {rank} of {ranked} {kind}; with the published "
            "ones it cannot be assessed",
            **holes, **then,
        )  # fmt: skip
    if holes["after"] == holes["before"] and then["rank"] == now["rank"]:
        return words.say(
            "With its own figures {name} would keep its score of {after} and rank {rank} of {ranked} {kind}",
            **holes, **then,
        )  # fmt: skip
    return words.say(
        "With its own figures {name} would score {after} instead of {before} and rank {rank} of {ranked} {kind} "
        "instead of {rank_before}",
        **holes, **then, rank_before=now["rank"],
    )  # fmt: skip


def _say_published(view: View) -> str:
    """Without own figures: what is published, that others may stand beside it."""
    words, root = view.words, view.profile.places[0]
    if root.score is None:
        return words.say(
            "{name} cannot be assessed with the published figures; your own can stand beside them",
            name=view.profile.name,
        )
    return words.say(
        "{name} scores {score} with the published figures of {year}; your own can stand beside them",
        name=view.profile.name, score=words.number(root.score, 1), year=words.year(view.here.year),
    )  # fmt: skip


def place(view: View, found: Rescored) -> Mapping[str, str] | None:
    """Rank, number ranked and among whom, within the kind where there are kinds; None without a rank."""
    words, kind = view.words, view.profile.kind
    rank, ranked = (found.rank_in_kind, found.ranked_in_kind) if kind else (found.rank, found.ranked)
    if rank is None or ranked is None:
        return None
    return {"rank": words.number(rank), "ranked": words.number(ranked), "kind": kind or words.say("regions")}


def say_lead(view: View, standing: OwnStanding) -> list[str]:
    """The level, how many figures that rests on, and what it takes for granted."""
    words, names = view.words, level_names(view.words, view.here.results)
    told = []
    before, after = (_level(names, found) for found in (standing.published, standing.own))
    if after and before and after != before:
        told.append(words.say("Level {after} instead of {before}.", after=after, before=before))
    elif after:
        told.append(words.say("Level {after}.", after=after))
    told.append(
        words.say_plural(
            "{count} own figure stands for {year}; everything else is as published, and so are all other regions.",
            "{count} own figures stand for {year}; everything else is as published, and so are all other regions.",
            len(standing.applied), year=words.year(view.here.year),
        )
    )  # fmt: skip
    return told + _say_band(view, standing)


def _say_band(view: View, standing: OwnStanding) -> list[str]:
    """How sure the rank would be, beside how sure it is."""
    words, then, now = view.words, view.band(standing.own), view.band(standing.published)
    if then is None:
        return []
    holes = {"low": words.number(then[0]), "high": words.number(then[1])}
    if now is None:
        return [words.say("In 90% of recalculations the rank would lie from {low} to {high}.", **holes)]
    before = {"low_before": words.number(now[0]), "high_before": words.number(now[1])}
    return [
        words.say(
            "In 90% of recalculations the rank would lie from {low} to {high}; published, from {low_before} to "
            "{high_before}.",
            **holes, **before,
        )
    ]  # fmt: skip


def _level(names: list[str], found: Rescored) -> str | None:
    return names[int(found.maturity) - 1] if (found.maturity or "").isdecimal() else None


def say_unused(view: View) -> list[str]:
    """Own figures that do not bear on the chosen year, and why."""
    words, titles = view.words, [view.words.title(node.title) for node in view.unused]
    if not titles:
        return []
    return [
        words.say(
            "Own figures of {titles} do not stand for {year}: they are older than the published ones, or of another "
            "series.",
            titles=words.listing(titles), year=words.year(view.here.year),
        )
    ]  # fmt: skip


def say_mark(words: Words) -> str:
    """What the mark of own figures means."""
    return words.say("◆ own figures of this page: not published, and checked by nobody but you.")


def say_privacy(words: Words) -> list[str]:
    """Where own figures are, and how long."""
    return [
        words.say(
            "Your figures are in the memory of the server while this page is open: on no disk, in no address, seen by "
            "no other visitor."
        ),
        words.say("Who runs the server could read them there; if they are secret, run Teladan on your own computer."),
        words.say("Closing or reloading the page loses them: save the file first."),
    ]
