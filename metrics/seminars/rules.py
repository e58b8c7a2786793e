"""What must hold of the seminars: every fault at once, each at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from metrics.faults import Fault, Place, Register, Scheme
from metrics.practices.rules import nearest_region
from metrics.problems import nearest
from metrics.seminars.entry import Seminar, Seminars, Talk

_Placed = Iterable[tuple[Place, str]]


def ids(content: Seminars) -> frozenset[str]:
    """The ids of the seminars."""
    return frozenset(seminar.id for seminar in content.seminars)


def faults(content: Seminars, register: Register) -> Iterator[Fault]:
    """What is wrong with the seminars by themselves, and beside what else the dataset holds."""
    yield from _twice([(("seminars", index, "id"), seminar.id) for index, seminar in enumerate(content.seminars)])
    for index, seminar in enumerate(content.seminars):
        for fault in (*seminar_faults(seminar), *unknown_names(seminar, register)):
            yield Fault(("seminars", index, *fault.place), fault.code, _moved(fault, ("seminars", index)))


def does_not_fit(content: Seminars, scheme: Scheme) -> Iterator[Fault]:
    """Nothing: a seminar names nothing of a framework."""
    return iter(())


def seminar_faults(seminar: Seminar) -> Iterator[Fault]:
    """What is wrong with a seminar whatever else there is; places begin at the seminar."""
    if seminar.starts > seminar.ends:
        details = {"starts": seminar.starts.isoformat(), "ends": seminar.ends.isoformat()}
        yield Fault(("ends",), "seminar-ends-early", details)
    yield from _twice([((*place, "id"), talk.id) for place, talk in _talks(seminar)])
    yield from _twice([(("reports", index, "id"), report.id) for index, report in enumerate(seminar.reports)])
    for place, talk in _talks(seminar):
        if sum(where is not None for where in (talk.region, talk.province, talk.abroad)) > 1:
            yield Fault(place, "seminar-talk-place")
    for group, of in enumerate(seminar.participants):
        for index, account in enumerate(of.accounts):
            if account.came is not None and account.of is not None and account.came > account.of:
                counts = {"came": account.came, "of": account.of}
                yield Fault(("participants", group, "accounts", index, "came"), "seminar-more-came", counts)
    yield from _unknown(_cited(seminar), {report.id for report in seminar.reports}, "seminar-unknown-report")
    named = [
        (("disagreements", index, "talks", at), talk)
        for index, found in enumerate(seminar.disagreements)
        for at, talk in enumerate(found.talks)
    ]
    yield from _unknown(named, {talk.id for talk in seminar.talks}, "seminar-unknown-talk")


def unknown_names(seminar: Seminar, register: Register) -> Iterator[Fault]:
    """Regions, provinces, groups and practices that the dataset does not have; places begin at the seminar."""
    places = list(_talks(seminar))
    if register.regions:
        codes: list[tuple[Place, str]] = [((*place, "region"), talk.region) for place, talk in places if talk.region]
        if seminar.host is not None:
            codes.append((("host",), seminar.host))
        for where, code in codes:
            if code not in register.regions:
                yield Fault(where, "unknown-region", {"value": code, "near": nearest_region(code, register.regions)})
        provinces = [((*place, "province"), talk.province) for place, talk in places if talk.province]
        yield from _unknown(provinces, register.provinces, "unknown-province")
    if seminar.group is not None and register.groups:
        yield from _unknown([(("group",), seminar.group)], register.groups, "seminar-unknown-group")
    named = [((*place, "practices", index), p) for place, talk in places for index, p in enumerate(talk.practices)]
    if "practices" in register.documents:
        yield from _unknown(named, register.documents["practices"], "seminar-unknown-practice")


def _talks(seminar: Seminar) -> Iterator[tuple[Place, Talk]]:
    """Where the talks stand, and the talks."""
    for session, part in enumerate(seminar.programme):
        for index, talk in enumerate(part.talks):
            yield ("programme", session, "talks", index), talk


def _cited(seminar: Seminar) -> Iterator[tuple[Place, str]]:
    """Where a report is named, and which."""
    said: list[tuple[Place, tuple[str, ...]]] = []
    for key, statements in (("aims", seminar.aims), ("statements", seminar.statements)):
        said += [((key, index), statement.reports) for index, statement in enumerate(statements)]
    for place, talk in _talks(seminar):
        said += [((*place, "topics", index), topic.reports) for index, topic in enumerate(talk.topics)]
    for index, group in enumerate(seminar.participants):
        said += [(("participants", index, "accounts", at), a.reports) for at, a in enumerate(group.accounts)]
    for index, found in enumerate(seminar.disagreements):
        said += [(("disagreements", index, "accounts", at), a.reports) for at, a in enumerate(found.accounts)]
    for place, reports in said:
        yield from (((*place, "reports", at), report) for at, report in enumerate(reports))


def _unknown(named: _Placed, known: Iterable[str], code: str) -> Iterator[Fault]:
    there = sorted(known)
    for place, name in named:
        if name not in there:
            yield Fault(place, code, {"value": name, "near": nearest(name, there)})


def _twice(named: _Placed) -> Iterator[Fault]:
    first: dict[str, Place] = {}
    for place, name in named:
        if name in first:
            yield Fault(place, "duplicate-entry", {"key": name, "first": first[name]})
        first.setdefault(name, place)


def _moved(fault: Fault, place: Place) -> dict[str, object]:
    """The details of a fault whose places begin further up."""
    return {name: (*place, *value) if isinstance(value, tuple) else value for name, value in fault.details.items()}
