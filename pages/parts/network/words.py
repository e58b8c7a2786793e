"""What the network screen says: sentences made of the figures."""

from exports.titles import dimension_titles
from metrics.matched import FEWEST, Beside
from metrics.network import Network
from pages.shared.selection import Selection


def say_answer(here: Selection, found: Network) -> str:
    """The first line: how many members can be assessed, and how many are above the median of their kind."""
    words, whole = here.words, found.whole
    holes = {
        "assessed": words.number(found.assessed),
        "members": words.number(len(found.members)),
        "year": words.year(here.year),
    }
    if whole is None or not whole.cells:
        return words.say("None of the {members} members can be assessed for {year}.", **holes)
    above = sum(cell.distance > 0 for cell in whole.cells)
    if not above:
        return words.say(
            "{assessed} of {members} members can be assessed for {year}; none scores above the median of its kind.",
            **holes,
        )
    return words.say(
        "{assessed} of {members} members can be assessed for {year}; {above} score above the median of their kind.",
        above=words.number(above),
        **holes,
    )


def say_chosen(here: Selection) -> str:
    """The caveat of every group."""
    return here.words.say("Members were chosen, not drawn by lot: a difference is not an effect of membership.")


def say_beside(here: Selection, beside: Beside) -> str:
    """Members beside their partners: in how many pairs the member is ahead, and whether that is clear."""
    words = here.words
    if not beside.pairs:
        return words.say("Nobody like the members outside of the network has a figure.")
    holes = {"better": words.number(beside.better), "pairs": words.number(beside.pairs)}
    if beside.clear and beside.better > beside.worse:
        return words.say("The member is ahead in {better} of {pairs} pairs: more than chance explains.", **holes)
    if beside.clear:
        return words.say("The member is ahead in {better} of {pairs} pairs: fewer than chance explains.", **holes)
    if beside.pairs < FEWEST:
        return words.say("The member is ahead in {better} of {pairs} pairs: too few to tell.", **holes)
    return words.say("The member is ahead in {better} of {pairs} pairs: not clearly different.", **holes)


def say_common_gap(here: Selection, found: Network) -> list[str]:
    """The dimension of the score in which the largest share of the members is below the median of their kind."""
    words, titles = here.words, dimension_titles(here.words, here.results)
    parts = [part for part in found.dimensions if part.node.status == "active" and part.cells]
    if not parts:
        return []
    most = max(parts, key=lambda part: part.share_behind or 0.0)
    if not most.behind:
        return [words.say("In no dimension is a member below the median of its kind.")]
    return [
        words.say(
            "Members are most often below the median of their kind in {dimension}: {behind} of {count}.",
            dimension=titles[most.node.id],
            behind=words.number(len(most.behind)),
            count=words.number(len(most.cells)),
        )
    ]


def say_residents(here: Selection, found: Network) -> list[str]:
    """How large the members and their partners are."""
    if found.residents is None:
        return []
    own, outside = (here.words.number(round(count, -3), 0) for count in found.residents)
    return [
        here.words.say(
            "In the median, members have {members} residents and their partners {partners}.",
            members=own,
            partners=outside,
        )
    ]


def say_alone(here: Selection, found: Network) -> list[str]:
    """That some members have no partner."""
    alone = found.assessed - len(found.partners)
    if not alone:
        return []
    return [
        here.words.say_plural(
            "For {count} member no region outside is alike enough.",
            "For {count} members no region outside is alike enough.",
            alone,
        )
    ]
