"""The results that the screens show, and what many of them need of these: shared by all readers of a process."""

from collections.abc import Mapping
from contextlib import suppress

import pandas as pd

from metrics.banded import Certainty, certainty, with_bands
from metrics.bands import Bands
from metrics.contrast import Contrast, contrast
from metrics.kept_bands import kept_bands
from metrics.problems import InputProblems, Problem
from metrics.results import Results
from metrics.simulation import Simulator, simulator
from metrics.standings import Standing, standings
from pages.shared.kept import kept, shown
from words import Bilingual


def frameworks() -> Mapping[str, Bilingual]:
    """The title of each framework by its id; the default one comes first. Raises InputProblems."""
    return shown().frameworks


def results(framework: str) -> Results:
    """The results of a framework on the figures that are shown. Raises InputProblems."""
    return shown().results(framework)


@kept(50)
def ranking(framework: str, year: int) -> pd.DataFrame:
    """`Results.ranking` with its bands, asked once; shared by all readers, so never to be changed in place."""
    found = results(framework)
    bare, drawn = found.ranking(year), None
    if bare["rank"].notna().any():
        with suppress(InputProblems):  # the ranks are shown all the same, and `why_no_bands` says what is wrong
            drawn = bands(framework, year)
    return with_bands(bare, drawn, found.framework.maturity)


@kept(50)
def summary(framework: str, year: int) -> tuple[Standing, ...]:
    """How many regions stand where: all of them first, then each kind."""
    return standings(ranking(framework, year))


@kept(10)
def bands(framework: str, year: int) -> Bands:
    """What the default run of draws says about each region. Raises InputProblems."""
    return kept_bands(results(framework), year)


@kept(10)
def simulated(framework: str, year: int) -> Simulator:
    """What scores any region of a year again with other figures; shared by all readers."""
    return simulator(results(framework), year)


def why_no_bands(framework: str, year: int) -> tuple[Problem, ...]:
    """What keeps the default run of draws from being made; nothing where it is made."""
    try:
        bands(framework, year)
    except InputProblems as error:
        return error.problems
    return ()


@kept(500)
def certain(framework: str, year: int, region: str) -> Certainty | None:
    """What the draws say of one region; None where it has no rank, or where there are no draws."""
    try:
        return certainty(bands(framework, year), region, results(framework).framework.maturity)
    except InputProblems:
        return None


@kept(50)
def contrasted(framework: str, year: int) -> Contrast | None:
    """Capability against results for residents, None where the framework does not tell them apart."""
    return contrast(results(framework), ranking(framework, year))


@kept(50)
def provinces(framework: str, year: int) -> tuple[str, ...]:
    """The provinces by name."""
    return tuple(sorted(ranking(framework, year)["province"].dropna().unique()))


@kept(50)
def home_provinces(framework: str, year: int) -> Mapping[str, str]:
    """The province of every region that has one, by its code."""
    return ranking(framework, year).set_index("region")["province"].dropna().to_dict()


@kept(50)
def kinds(framework: str, year: int) -> Mapping[str, str]:
    """The kind of every region that has one, by its code."""
    return ranking(framework, year).set_index("region")["kind"].dropna().to_dict()


@kept(50)
def region_names(framework: str) -> Mapping[str, str]:
    """Every region's code with a name that is its own: where two share one, the code stands behind it."""
    regions = results(framework).regions()
    shared = regions["name"].duplicated(keep=False)
    names = regions["name"].where(~shared, regions["name"] + " (" + regions["region"] + ")")
    return dict(zip(regions["region"], names, strict=True))
