"""What the screen on certainty shows, computed once for all readers of a framework and a year."""

import pandas as pd

from metrics.problems import InputProblems
from metrics.sensitivity.certainty import Certainty
from metrics.sensitivity.certainty import certainty as certainty_of
from metrics.sensitivity.correlations import Method
from metrics.sensitivity.correlations import correlations as correlations_of
from metrics.sensitivity.drivers import Drivers
from metrics.sensitivity.indicator_scores import indicator_scores
from metrics.sensitivity.influence import influence as influence_of
from metrics.sensitivity.kept_drivers import kept_drivers
from metrics.sensitivity.leave_one_out import LeaveOneOut
from metrics.sensitivity.leave_one_out import leave_one_out as leave_one_out_of
from pages.shared.kept import kept
from pages.shared.results import results, why_no_bands
from pages.shared.selection import Selection


@kept(10)
def _drivers(framework: str, year: int) -> Drivers | None:
    try:
        return kept_drivers(results(framework), year)
    except (ValueError, InputProblems):
        return None


@kept(20)
def _leave_one_out(framework: str, year: int) -> LeaveOneOut:
    return leave_one_out_of(results(framework), year)


@kept(50)
def _influence(framework: str, year: int) -> pd.DataFrame:
    return influence_of(results(framework), year)


@kept(50)
def _scores(framework: str, year: int) -> pd.DataFrame:
    return indicator_scores(results(framework), year)


@kept(50)
def _correlations(framework: str, year: int, method: Method) -> pd.DataFrame:
    return correlations_of(_scores(framework, year), method)


def drivers(here: Selection) -> Drivers | None:
    """What moves the ranks; None where nothing is ranked, or too little varies to share it out."""
    return _drivers(here.framework, here.year)


def leave_one_out(here: Selection) -> LeaveOneOut:
    """The ranking without each indicator."""
    return _leave_one_out(here.framework, here.year)


def influence(here: Selection) -> pd.DataFrame:
    """How much each indicator decides; not to be changed in place."""
    return _influence(here.framework, here.year)


def scores(here: Selection) -> pd.DataFrame:
    """The indicators' scores; not to be changed in place."""
    return _scores(here.framework, here.year)


def correlations(here: Selection, method: Method) -> pd.DataFrame:
    """How the indicators go together; not to be changed in place."""
    return _correlations(here.framework, here.year, method)


def certainty(here: Selection) -> Certainty | None:
    """How wide the bands are, and how often a level holds; None where there are no bands."""
    if why_no_bands(here.framework, here.year):
        return None
    maturity = here.results.framework.maturity
    return certainty_of(here.bands, [level.from_ for level in maturity.levels[1:]] if maturity else [])


def title(here: Selection, node: str) -> str:
    """What a node is called."""
    return here.words.title(here.results.node(node).title)


def my_name(here: Selection) -> str | None:
    """The reader's region by name where it is ranked."""
    if here.region is None:
        return None
    row = here.ranking.set_index("region").loc[here.region]
    return None if pd.isna(row["rank"]) else str(row["name"])
