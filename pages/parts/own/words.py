"""What is said of a region with its own figures: sentences made of the figures."""

from collections.abc import Mapping

from metrics.own.applied import OwnStanding
from metrics.simulation import Rescored
from pages.parts.own.view import View


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
