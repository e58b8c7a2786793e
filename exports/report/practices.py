"""What others have done about the gaps of the region, and by whose account it worked."""

from __future__ import annotations

from exports.match_reasons import say_account, say_fit
from exports.report.content import Block, Bullets, Said, Section
from exports.report.subject import Subject
from metrics.gaps import Gap
from metrics.practices.catalogue import catalogue
from metrics.practices.matching import Match

_GAPS, _EACH = 5, 2  # so many gaps, and so many practices for each


def practices(of: Subject) -> Section:
    """The section."""
    words, title = of.words, of.words.say("Practices of others")
    listed = [gap for gap in of.gaps.of_state("behind") if gap.prospect != "passed"][:_GAPS]
    found = {gap.node.id: _for_gap(of, gap) for gap in listed}
    answered = [gap for gap in listed if found[gap.node.id]]
    if not answered:
        told = words.say(
            "The catalogue has no practice yet that concerns a gap of {name} by published figures.", name=of.name
        )
        return Section(title, Said(told), tuple(_own(of)))
    answer = words.say(
        "For {answered} of the {gaps} largest open gaps of {name} the catalogue has practices of others.",
        answered=words.number(len(answered)), gaps=words.number(len(listed)), name=of.name,
    )  # fmt: skip
    blocks: list[Block] = [Said(_say_grades(of))]
    for gap in answered:
        blocks.append(Said(_say_gap(of, gap), of.of_gap(gap), lead=of.title(gap.node)))
        blocks.append(Bullets(tuple(_practice(of, match) for match in found[gap.node.id])))
    if without := [of.title(gap.node) for gap in listed if not found[gap.node.id]]:
        blocks.append(Said(words.say("There is none yet for {titles}.", titles=words.listing(without))))
    return Section(title, Said(answer), (*blocks, *_own(of)))


def _for_gap(of: Subject, gap: Gap) -> list[Match]:
    """Those that should move the indicator of a gap, the ones to look at first first; not those that it has."""
    found = [one for one in of.matches if gap.node.id in one.practice.indicators and one.need != "adopted"]
    return found[:_EACH]


def _say_grades(of: Subject) -> str:
    words = of.words
    return " ".join(
        [
            words.say(
                "Grades tell by whose account results are known: A measured by others, B documented by others, C by "
                "the region's own account or by single reports. Of grade D only the title is known; it is not listed."
            ),
            words.say("A gap and a practice side by side are no effect: read what came of it, and by whose account."),
        ]
    )


def _say_gap(of: Subject, gap: Gap) -> str:
    return of.words.say(
        "{today} against {goal}, the median of its peers.",
        today=of.number(gap.node, gap.today), goal=of.natural(gap.node, gap.goal),
    )  # fmt: skip


def _practice(of: Subject, match: Match) -> Said:
    words, practice = of.words, match.practice
    place = of.places.of(practice).name
    told = [words.title(practice.summary), say_fit(words, match, place, of.name)]
    if practice.lesson:
        told.append(words.say("What did not work: {lesson}", lesson=words.title(practice.lesson)))
    lead = words.say("{title}, {place}", title=words.title(practice.title), place=place)
    return Said(" ".join(told), of.references.practice(practice), lead)


def _own(of: Subject) -> list[Block]:
    """What the catalogue has of the region itself."""
    words = of.words
    own = [one for one in catalogue(of.results).of_region(of.region) if one.grade != "D"]
    items = tuple(
        Said(
            words.say(
                "{summary} By the catalogue: {account}.",
                summary=words.title(one.summary), account=say_account(words, one),
            ),
            of.references.practice(one),
            words.title(one.title),
        )
        for one in own
    )  # fmt: skip
    if not items:
        return []
    lead = words.say("Practices of {name} itself in the catalogue", name=of.name)
    return [Said(words.say("These it could show to others, as far as they are borne out."), lead=lead), Bullets(items)]
