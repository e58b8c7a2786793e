"""The method as a slide: what of the masterplan is measured, and what nobody publishes figures of yet."""

from __future__ import annotations

from charts.slides.kinds import Part, Shares
from exports.slides import about
from exports.slides.slide import Asked, Slide
from metrics.tree import Node


def slide(asked: Asked) -> Slide:
    """The indicators of each dimension: in the score, shown beside it, wanted."""
    words, results = asked.words, asked.results
    dimensions = results.children(results.root.id)
    leaves = {dimension.id: _leaves(asked, dimension) for dimension in dimensions}
    every = [leaf for found in leaves.values() for leaf in found]
    measured = sum(leaf.status == "active" for leaf in every)
    wanted = sum(leaf.status == "wanted" for leaf in every)
    return Slide(
        headline=words.say(
            "{measured} of {count} indicators count in the score; for {wanted} no figures are available yet",
            measured=words.number(measured), count=words.number(len(every)), wanted=words.number(wanted),
        ) if wanted else words.say(
            "{measured} of {count} indicators count in the score",
            measured=words.number(measured), count=words.number(len(every)),
        ),
        chart=Shares(
            tuple((words.title(dimension.title), _parts(asked, leaves[dimension.id])) for dimension in dimensions)
        ),
        caption=words.say("Indicators by dimension: in the score, shown beside it, and wanted."),
        takeaway=words.say(
            "The score tells what published figures carry. It is Teladan's own, and not the evaluation of a ministry."
        ),
        source=about.source(asked, displayed=True),
        alt=words.say(
            "Indicators: {measured} in the score, {wanted} wanted, of {count}.",
            measured=words.number(measured), wanted=words.number(wanted), count=words.number(len(every)),
        ),
        mine=about.own(asked),
    )  # fmt: skip


def _leaves(asked: Asked, node: Node) -> list[Node]:
    """The indicators below a node, or the node itself; a part that is wanted as a whole counts as one."""
    below = asked.results.children(node.id)
    return [leaf for child in below for leaf in _leaves(asked, child)] if below else [node]


def _parts(asked: Asked, leaves: list[Node]) -> tuple[Part, ...]:
    words = asked.words
    return (
        Part(words.say("in the score"), sum(leaf.status == "active" for leaf in leaves), 3),
        Part(words.say("shown, outside the score"), sum(leaf.status == "shown" for leaf in leaves), 1),
        Part(words.say("wanted: no figures yet"), sum(leaf.status == "wanted" for leaf in leaves), None),
    )
