"""What the indicator screen shows: a variable in a year, as chosen, and its figures."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from charts.ranking import Scale
from metrics import indicator as metric
from metrics.indicator import Coverage, Indicator
from pages.shared.kept import kept
from pages.shared.results import results
from pages.shared.selection import Selection
from words import Words


@dataclass(frozen=True)
class View:
    """A variable and the year of its figures, beside what is chosen on every screen."""

    here: Selection
    variable: str
    year: int

    @property
    def words(self) -> Words:
        """The reader's language."""
        return self.here.words

    @property
    def indicator(self) -> Indicator:
        """The variable in words."""
        return indicators(self.here.framework)[self.variable]

    @property
    def title(self) -> str:
        """The title in the reader's language."""
        return self.words.title(self.indicator.title)

    @property
    def unit(self) -> str:
        """The unit in the reader's language, empty where none is known."""
        return self.words.title(self.indicator.unit)

    @property
    def figures(self) -> pd.DataFrame:
        """`metrics.indicator.figures`; not to be changed in place."""
        return figures(self.here.framework, self.variable, self.year)

    @property
    def scale(self) -> Scale:
        """The axis: natural units, without levels; the target is always on it."""
        target = self.indicator.target
        values = [*self.figures["value"].dropna(), *([] if target is None else [target])]
        return Scale.around(values, (), log=metric.skewed(self.figures))

    @property
    def decimals(self) -> int:
        """Decimals of a figure: those of the framework, else as many as tell figures apart."""
        return self.scale.decimals if self.indicator.decimals is None else self.indicator.decimals

    def write(self, value: float) -> str:
        """A figure as the reader's language writes it."""
        return self.words.number(value, self.decimals)


# Asked for several times in every run, as in `pages.shared.results`.


@kept(50)
def indicators(framework: str) -> Mapping[str, Indicator]:
    """Every variable that has figures, by its code; those of the framework come first."""
    return {indicator.variable: indicator for indicator in metric.indicators(results(framework))}


@kept(500)
def coverage(framework: str, variable: str) -> tuple[Coverage, ...]:
    """The years of a variable with their number of regions."""
    return metric.coverage(results(framework), variable)


@kept(200)
def figures(framework: str, variable: str, year: int) -> pd.DataFrame:
    """The figures of a variable in a year, one row a region; shared by all readers."""
    return metric.figures(results(framework), indicators(framework)[variable], year)
