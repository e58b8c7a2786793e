"""The framework as a tree that one can walk: a branch opens, and an indicator says all that holds for it."""

import html
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from metrics.anatomy import children_measured, own_figures, publishers, weight_shares
from metrics.results import Results
from metrics.tree import Node
from pages.parts.method import words as say
from words import Words

# In the score, outside the score, without figures: shape and word say the same.
_MARKS = {"active": "●", "shown": "◐", "wanted": "○"}


@dataclass(frozen=True)
class Tree:
    """A framework's tree in a language, as HTML; every text in it is escaped."""

    words: Words
    scored: Results

    def draw(self, opened: Collection[str]) -> str:
        """The whole tree, the branches of `opened` open."""
        top = self.scored.children(self.scored.root.id)
        return f'<div class="teladan-tree">{"".join(self._branch(node, opened) for node in top)}</div>'

    @cached_property
    def _shares(self) -> dict[str, float]:
        return weight_shares(self.scored)

    @cached_property
    def _publishers(self) -> dict[str, list[str]]:
        return {str(node): rows["publisher"].tolist() for node, rows in publishers(self.scored).groupby("node")}

    @cached_property
    def _coverage(self) -> dict[str, list[tuple[int, int]]]:
        found = own_figures(self.scored).groupby("node")
        return {str(node): list(zip(rows["year"], rows["regions"], strict=True)) for node, rows in found}

    def _branch(self, node: Node, opened: Collection[str]) -> str:
        inside = "".join(self._definitions(node)) if node.is_leaf else self._composite(node, opened)
        here = " open" if node.id in opened else ""
        return f"<details{here}><summary>{self._summary(node)}</summary>{inside}</details>"

    def _summary(self, node: Node) -> str:
        title = html.escape(self.words.title(node.title))
        mark = f'<span aria-hidden="true">{_MARKS[node.status]}</span>'
        told = html.escape(say.say_status(self.words, node, children_measured(self.scored, node.id)))
        return f"{mark} <b>{title}</b> <small>{told}</small>"

    def _composite(self, node: Node, opened: Collection[str]) -> str:
        description = html.escape(self.words.title(node.description))
        below = "".join(self._branch(child, opened) for child in self.scored.children(node.id))
        weight = say.say_weight(self.words, self._shares.get(node.id), self.scored.node(node.parent or ""))
        return f"<p>{description} {html.escape(weight)}</p>{below}"

    def _definitions(self, node: Node) -> Iterator[str]:
        parent = self.scored.node(node.parent or "")
        rows = [
            *say.definitions(self.words, node),
            *say.provenance(self.words, node, self._publishers.get(node.id, []), self._coverage.get(node.id, [])),
            (self.words.say("Weight"), say.say_weight(self.words, self._shares.get(node.id), parent)),
        ]
        listed = (f"<dt>{html.escape(term)}</dt><dd>{html.escape(told)}</dd>" for term, told in rows if told)
        yield f"<dl>{''.join(listed)}</dl>"
        if node.status != "wanted":
            address = urlencode({"lang": self.words.language, "variable": node.variable})
            told = html.escape(self.words.say("See the figures of all regions"))
            yield f'<p><a href="indicator?{html.escape(address)}">{told}</a></p>'
