"""A seminar as a slide: how the figures of its speakers' regions have moved since; or those of one talk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from charts.slides.kinds import Fact, Facts
from exports.slides import about
from exports.slides.slide import Asked, Slide
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from metrics.seminars.entry import Seminar
from metrics.seminars.held import seminars
from metrics.seminars.talks import Since, Told, since, told
from metrics.seminars.then_and_now import ThenAndNow
from words import Words

_SHOWN = 3  # figures of one talk


def slide(asked: Asked) -> Slide:
    """The seminar of the address, else the first; `talk` in the address shows one of its talks.

    Raises InputProblems where there is no such seminar or talk.
    """
    seminar = _seminar(asked)
    talk = _talk(asked, seminar)
    return (
        _of_all(asked, seminar, _talks(asked.results, seminar.id)) if talk is None else _of_talk(asked, seminar, talk)
    )


def publishers(asked: Asked) -> tuple[str, ...]:
    """Who published the figures that the slide shows, by their whole names."""
    seminar = _seminar(asked)
    talk = _talk(asked, seminar)
    if talk is not None:
        return _published_by(asked, _comparable(talk))
    return _published_by(asked, [figure for _, figure in _telling(_talks(asked.results, seminar.id))])


def _talk(asked: Asked, seminar: Seminar) -> Told | None:
    """The talk of the address; None where it names none."""
    talk = asked.parameters.get("talk")
    if not talk:
        return None
    known = {one.talk.id: one for one in _talks(asked.results, seminar.id)}
    if talk not in known:
        raise InputProblems([Problem("talk-not-found", details={"value": talk, "near": nearest(talk, known)})])
    return known[talk]


def _telling(talks: tuple[Told, ...]) -> list[tuple[str | None, ThenAndNow]]:
    """The figures of all talks that can be compared, each once with its region; what is clear says most."""
    both = {
        (one.talk.region, figure.node.id): figure for one in talks for figure in one.figures if figure.state == "both"
    }
    order = sorted(both.items(), key=lambda item: item[1].clear is not True)
    return [(region, figure) for (region, _), figure in order][:_SHOWN]


def _comparable(talk: Told) -> list[ThenAndNow]:
    return [one for one in talk.figures if one.state == "both"][:_SHOWN]


def _of_all(asked: Asked, seminar: Seminar, talks: tuple[Told, ...]) -> Slide:
    words, found = asked.words, since(talks)
    shown = _telling(talks)
    facts = tuple(_fact(asked, figure, region) for region, figure in shown)
    holes = {
        "talks": words.number(len(talks)), "figures": words.number(found.figures), "known": words.number(found.known),
        "year": words.year(seminar.year),
    }  # fmt: skip
    return Slide(
        headline=words.say(
            "Of the {figures} figures that go with the {talks} talks of {year}, {known} can be compared with today",
            **holes,
        ),
        chart=Facts(facts) if facts else None,
        caption=_caption(words, found),
        takeaway=words.say("A change since then is not an effect of a talk or of a practice."),
        source=_source(asked, seminar, [figure for _, figure in shown]),
        alt=_alt(words, facts),
        mine=_mine(asked, seminar),
    )


def _caption(words: Words, found: Since) -> str:
    """How many changed clearly, of those of which that can be told: an error that nobody states is no clear "none"."""
    told = [words.say("Figures of the speakers' regions: then and now.")]
    if found.known > found.unstated:
        told.append(
            words.say(
                "Clearly better: {better}, clearly worse: {worse}.",
                better=words.number(found.better), worse=words.number(found.worse),
            )
        )  # fmt: skip
    if found.unstated:
        told.append(
            words.say(
                "Of {count} nobody can tell whether the change is clear: their error is not stated.",
                count=words.number(found.unstated),
            )
        )
    return " ".join(told)


def _of_talk(asked: Asked, seminar: Seminar, found: Told) -> Slide:
    words, talk = asked.words, found.talk
    both = _comparable(found)
    facts = tuple(_fact(asked, one) for one in both)
    place = about.name(asked, talk.region) if talk.region else words.title(talk.speaker)
    about_what = words.title(talk.topics[0].text)
    return Slide(
        headline=words.say("{name}: {score}", name=place, score=about_what),
        chart=Facts(facts) if facts else None,
        caption=words.say(
            "{title}, {year}. The figure of that time and the newest one that compares with it.",
            title=words.title(seminar.title), year=words.year(seminar.year),
        ),
        takeaway=words.say("A change since then is not an effect of a talk or of a practice.")
        if facts
        else words.say("No figure of what was told can be compared with one of today."),
        source=_source(asked, seminar, both),
        alt=_alt(words, facts),
        mine=_mine(asked, seminar, tuple(one.node.id for one in found.figures), talk.region),
    )  # fmt: skip


def _seminar(asked: Asked) -> Seminar:
    held = {one.id: one for one in seminars(asked.results)}
    given = asked.parameters.get("seminar", "") or next(iter(held), "")
    if given not in held:
        raise InputProblems([Problem("seminar-not-found", details={"value": given, "near": nearest(given, held)})])
    return held[given]


@lru_cache(maxsize=32)
def _talks(results: Results, seminar: str) -> tuple[Told, ...]:
    return told(results, next(one for one in seminars(results) if one.id == seminar))


def _alt(words: Words, facts: tuple[Fact, ...]) -> str:
    if not facts:
        return words.say("There is no chart.")
    told = [words.say("{title}: {count}", title=fact.title, count=fact.figure) for fact in facts]
    return words.say("Figures then and now: {facts}.", facts=words.listing(told))


def _fact(asked: Asked, found: ThenAndNow, region: str | None = None) -> Fact:
    """An indicator then and now; with the name of its region where that is not told already."""
    words = asked.words
    assert found.then is not None and found.now is not None
    decimals = found.node.decimals
    clear = {True: words.say("clearly different"), False: words.say("not clearly different")}
    told = [clear[found.clear] if found.clear is not None else words.say("error not known")]
    if found.usual is not None:
        told.append(words.say("median change of its kind {change}", change=words.signed(found.usual, decimals)))
    title = words.say("{title}, {unit}", title=words.title(found.node.title), unit=words.title(found.node.unit))
    return Fact(
        title=words.say("{name}: {score}", name=about.name(asked, region), score=title) if region else title,
        figure=words.say(
            "{then} → {now}",
            then=words.number(found.then.value, decimals),
            now=words.number(found.now.value, decimals),
        ),
        told=words.say(
            "{first} to {last}; {details}",
            first=words.year(found.then.year), last=words.year(found.now.year), details="; ".join(told),
        ),
    )  # fmt: skip


def _mine(asked: Asked, seminar: Seminar, nodes: tuple[str, ...] = (), region: str | None = None) -> str | None:
    """What the reader's own region has to do with it; else its figure of what a talk was about, or where it stands."""
    if asked.mine is None:
        return None
    words, name = asked.words, about.name(asked, asked.mine)
    if asked.mine in (talk.region for talk in seminar.talks):
        return words.say("{name} spoke at this seminar.", name=name)
    if asked.mine == seminar.host:
        return words.say("{name} was the host.", name=name)
    told = (about.beside(asked, node, (asked.mine, region)) for node in nodes)
    return next(filter(None, told), None) or about.own(asked)


def _source(asked: Asked, seminar: Seminar, shown: Sequence[ThenAndNow]) -> str:
    """The reports, and who published the figures that are shown."""
    words = asked.words
    told = words.say("Programme: {count} reports, listed on the screen.", count=words.number(len(seminar.reports)))
    found = dict.fromkeys(map(about.short, _published_by(asked, shown)))
    if not found:
        return told
    return words.say("{told} Figures: {publishers}.", told=told, publishers="; ".join(found))


def _published_by(asked: Asked, shown: Sequence[ThenAndNow]) -> tuple[str, ...]:
    names = (
        name
        for one in shown
        for at in (one.then, one.now)
        if at is not None
        for name in about.published_by(asked.results, one.node.variable, at.year)
    )
    return tuple(dict.fromkeys(names))
