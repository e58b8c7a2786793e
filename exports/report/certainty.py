"""How sure the rank and the level of the region are."""

from __future__ import annotations

from charts.slides.kinds import Axis, Row, Rows
from exports.report.content import Block, Figure, Said, Section
from exports.report.subject import Subject
from exports.standing_words import say_place, say_rank
from metrics.banded import Certainty
from metrics.bands import HIGH, LOW
from metrics.draws.assumptions import default_assumptions
from metrics.draws.cells import counted

_NAMED = 6  # of the regions that cannot be told apart, those nearest in rank


def certainty(of: Subject) -> Section:
    """The section."""
    words, title, found = of.words, of.words.say("How sure that is"), of.certainty
    if not of.assessed:
        told = words.say("{name} has no rank in {year}, so nothing is to be said of how sure it is.",
                         name=of.name, year=words.year(of.year))  # fmt: skip
        return Section(title, Said(told))
    if found is None:
        told = words.say("No bands can be worked out for this year: how sure a rank would be, nobody can tell.")
        return Section(title, Said(told))
    blocks: list[Block] = [*_levels(of, found), _alike(of, found), *_figure(of, found), _varied(of), *_errors(of)]
    return Section(title, _answer(of, found), tuple(blocks))


def _answer(of: Subject, found: Certainty) -> Said:
    words, row = of.words, of.row
    rank, ranked = ("rank_in_kind", "ranked_in_kind") if of.kind else ("rank", "ranked")
    told = words.say(
        "Recalculated {draws} times with other choices that could be defended as well, the rank of {name} lies between "
        "{low} and {high} of {ranked} {kind} in {share} of cases.",
        draws=words.number(found.draws), name=of.name, low=words.number(row[f"{rank}_low"]),
        high=words.number(row[f"{rank}_high"]), ranked=words.number(row[ranked]), kind=of.kin,
        share=words.percent(HIGH - LOW),
    )  # fmt: skip
    return Said(told, of.references.teladan())


def _levels(of: Subject, found: Certainty) -> list[Block]:
    """How often it comes out at each level, the commonest first."""
    words = of.words
    chances = sorted(enumerate(found.levels, start=1), key=lambda pair: -pair[1])
    told = [
        words.say("level {number} ({share})", number=of.level_title(number), share=words.percent(chance))
        for number, chance in chances
        if found.open(chance) or chance == chances[0][1]
    ]
    if not told:
        return []
    said = words.say("In these recalculations it comes out at {levels}.", levels=words.listing(told))
    return [Said(said, of.references.teladan())]


def _alike(of: Subject, found: Certainty) -> Said:
    words = of.words
    if not found.alike:
        told = words.say("It is clearly above or below all other {kind}.", kind=of.kin)
        return Said(told, of.references.teladan())
    ranks = of.ranking.set_index("region")["rank"]
    near = found.nearest(ranks, _NAMED)
    names = words.listing([of.region_name(region) for region in found.alike if region in near])
    if len(near) == len(found.alike):
        told = words.say("It is not clearly different from {names}.", names=names)
    else:
        told = words.say(
            "It is not clearly different from {count} other {kind}; the nearest in rank are {names}.",
            count=words.number(len(found.alike)), kind=of.kin, names=names,
        )  # fmt: skip
    return Said(told, of.references.teladan())


def _figure(of: Subject, found: Certainty) -> list[Block]:
    """The bands of its rank and of those nearest to it."""
    words = of.words
    column = "rank_in_kind" if of.kind else "rank"
    ranks = of.ranking.set_index("region")["rank"]
    lines = [of.row_of(region) for region in (of.region, *found.nearest(ranks, _NAMED))]
    lines.sort(key=lambda row: (row[column], row["region"]))
    rows = tuple(
        Row(
            of.region_name(row["region"]), float(row[column]), say_rank(words, row, column),
            "mine" if row["region"] == of.region else "other",
            float(row[f"{column}_low"]), float(row[f"{column}_high"]),
        )
        for row in lines
    )  # fmt: skip
    ranked_among = "ranked_in_kind" if of.kind else "ranked"
    ranked = float(of.row[ranked_among])
    axis = Axis(words.say("Rank among {kind}", kind=of.kin), "", 1.0, ranked, 0)
    caption = words.say("Bands of the rank of {name} and of those nearest in rank, of {ranked} {kind}",
                        name=of.name, ranked=words.number(ranked, 0), kind=of.kin)  # fmt: skip
    alt = "; ".join(
        words.say("{name}: {score}", name=row["name"], score=say_place(words, row, column, ranked_among))
        for row in lines
    )
    return [Figure(caption, alt, Rows(rows, axis), of.references.teladan())]


def _varied(of: Subject) -> Said:
    """What differs from one recalculation to the next."""
    words = of.words
    varied = default_assumptions(counted(of.results.nodes))
    told = {
        "weights": words.say("weights (up to {share} up or down)", share=words.percent(varied.weights)),
        "aggregate": words.say("the kind of mean (arithmetic or geometric)"),
        "normalise": words.say("worst and best (fixed or as observed)"),
        "leave_out": words.say("indicators (all, or all but one)"),
        "errors": words.say("figures (within their errors)"),
    }
    sources = [sentence for source, sentence in told.items() if source in varied.sources()]
    return Said(words.say("What was varied: {sources}.", sources=words.listing(sources)))


def _errors(of: Subject) -> list[Block]:
    """The figures that are estimates of a survey, with their errors."""
    words = of.words
    items = []
    for node in of.results.nodes:
        if not node.is_leaf or node.error is None or node.status == "wanted":
            continue
        if node.error.sd is not None:
            error = words.say("±{error} {unit}", error=of.number(node, node.error.sd), unit=words.title(node.unit))
        else:
            error = words.say("±{share} of the figure", share=words.percent(node.error.relative))
        items.append(words.say("{title} ({error})", title=of.title(node), error=error))
    if not items:
        return []
    told = words.say(
        "These figures come from surveys and have errors of their own, as standard deviations: {titles}.",
        titles=words.listing(items),
    )
    return [Said(told)]
