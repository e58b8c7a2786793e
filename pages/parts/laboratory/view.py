"""What is tried on the laboratory screen, computed once for all readers who try the same."""

from dataclasses import dataclass

import pandas as pd

from metrics.comparison import Comparison, compare, side
from metrics.laboratory import Outcome, groups_of, outside, try_method
from metrics.variants import open_variant
from metrics.weighting.experts import Answers
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection
from words import Words


@dataclass(frozen=True)
class Trial:
    """A way to score beside the framework's: other weights of `node`, another method, or another framework.

    `way` is the method of weighing, the variant of the method or the other framework, by its code, and `title`
    what it is called; `answers` are the experts', `spread` the bounds of the benefit of the doubt.
    """

    here: Selection
    ask: str
    way: str
    title: str
    node: str = ""
    answers: Answers = ()
    spread: float = 0.5

    @property
    def words(self) -> Words:
        """The reader's language."""
        return self.here.words

    @property
    def outcome(self) -> Outcome | None:
        """What a method of weighing gives; None where weights are not what is asked for."""
        if self.ask != "weights":
            return None
        return _outcome(self.here.framework, self.here.year, self.node, self.way, self.answers, self.spread)

    @property
    def comparison(self) -> Comparison | None:
        """Both ways side by side; None where the other one gives no ranks. Raises InputProblems."""
        if outcome := self.outcome:
            return outcome.comparison
        return _compared(self.here.framework, self.here.year, self.ask, self.way)

    @property
    def named(self) -> str:
        """What is tried, and on which part where that is not the whole."""
        node = self.here.results.node(self.node) if self.node else self.here.results.root
        if node.parent is None:
            return self.title
        return self.words.say("{way} within “{part}”", way=self.title, part=self.words.title(node.title))

    @property
    def outside(self) -> int | None:
        """How many regions leave the band of their rank; None without bands, or where other regions are ranked."""
        return outside(self.comparison, self.here.ranking) if self.comparison else None

    @property
    def groups(self) -> dict[str, str]:
        """What is told as one reason: the indicators below each child that is weighed."""
        return dict(groups_of(self.here.results, self.node)) if self.ask == "weights" else {}

    @property
    def regions(self) -> pd.DataFrame:
        """The ranking by region, for names and bands."""
        return self.here.ranking.set_index("region")


def prepare(trial: Trial) -> None:
    """Compute all that the screen asks for. Raises InputProblems."""
    _ = trial.comparison


@kept(300)
def _outcome(framework: str, year: int, node: str, way: str, answers: Answers, spread: float) -> Outcome:
    return try_method(results(framework), year, node, way, answers=answers, spread=spread)


@kept(60)
def _compared(framework: str, year: int, ask: str, way: str) -> Comparison | None:
    own = results(framework)
    other = results(way) if ask == "framework" else open_variant(own, way)
    if year not in other.years:
        return None
    found = compare(side(own, year), side(other, year))
    return found if found.ranked else None
