"""The talks of a seminar with what belongs to them: their practices, and the figures of the speaker's region."""

from __future__ import annotations

from dataclasses import dataclass

from metrics.practices.catalogue import catalogue
from metrics.practices.entry import Practice
from metrics.results import Results
from metrics.seminars.entry import Seminar, Talk
from metrics.seminars.then_and_now import Basis, ThenAndNow, basis, then_and_now


@dataclass(frozen=True)
class Told:
    """A talk, its practices as far as the catalogue has them, and the figures of its region: none without a region."""

    talk: Talk
    practices: tuple[Practice, ...]
    basis: Basis
    figures: tuple[ThenAndNow, ...]


@dataclass(frozen=True)
class Since:
    """How the figures of the speakers' regions have moved since: how many can be compared, of how many.

    Of those, `better` and `worse` clearly, `unclear` within their errors, `unstated` of indicators that state no error.
    """

    figures: int
    better: int
    worse: int
    unclear: int
    unstated: int

    @property
    def known(self) -> int:
        """How many can be compared."""
        return self.better + self.worse + self.unclear + self.unstated


def told(results: Results, seminar: Seminar) -> tuple[Told, ...]:
    """The talks in the order of the programme."""
    listed = {practice.id: practice for practice in catalogue(results).practices}
    return tuple(_told(results, seminar, talk, listed) for talk in seminar.talks)


def since(talks: tuple[Told, ...]) -> Since:
    """The figures of all talks together; one that two talks share counts once."""
    found = {(one.talk.region, figure.node.id): figure for one in talks for figure in one.figures}
    both = [figure for figure in found.values() if figure.state == "both"]
    moved = [figure.node.sign * figure.change for figure in both if figure.clear and figure.change]
    unstated = sum(figure.clear is None for figure in both)
    return Since(
        figures=len(found),
        better=sum(change > 0 for change in moved),
        worse=sum(change < 0 for change in moved),
        unclear=len(both) - len(moved) - unstated,
        unstated=unstated,
    )


def _told(results: Results, seminar: Seminar, talk: Talk, listed: dict[str, Practice]) -> Told:
    practices = tuple(listed[name] for name in talk.practices if name in listed)
    if talk.region is None:
        return Told(talk, practices, Basis("none", (), ()), ())
    of = basis(results, practices)
    return Told(talk, practices, of, then_and_now(results, talk.region, seminar.year, of.nodes))
