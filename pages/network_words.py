"""What the network screen says: sentences made of the figures."""

from metrics.network import Network
from pages.selection import Selection


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
    return words.say(
        "{assessed} of {members} members can be assessed for {year}; {above} score above the median of their kind.",
        above=words.number(above),
        **holes,
    )


def say_chosen(here: Selection) -> str:
    """The caveat of every group."""
    return here.words.say("Members were chosen, not drawn by lot: a difference is not an effect of membership.")
