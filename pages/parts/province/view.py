"""A province, asked once for all readers of a selection, and where its names lead."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from exports.titles import dimension_titles
from metrics.courses import Courses, courses
from metrics.province import Province, province
from pages.shared.kept import kept
from pages.shared.links import link
from pages.shared.results import ranking, region_names, results
from pages.shared.selection import Selection


@kept(100)
def _province(framework: str, year: int, name: str) -> Province:
    return province(results(framework), ranking(framework, year), name)


@kept(200)
def _courses(framework: str, name: str, node: str) -> Courses:
    found = results(framework)
    return courses(found, name, found.node(node))


def view(here: Selection, name: str) -> Province:
    """A province by its name, in the chosen year."""
    return _province(here.framework, here.year, name)


def years(here: Selection, found: Province, measure: str) -> Courses:
    """One measure of a province over the years."""
    return _courses(here.framework, found.name, found.measures[measure].id)


@lru_cache(maxsize=200)
def measure_titles(here: Selection) -> dict[str, str]:
    """What can be compared in the chosen year, by its column in the ranking, the headline first."""
    titles = {"score": here.words.say("Score")} | dimension_titles(here.words, here.results)
    return {column: title for column, title in titles.items() if here.ranking[column].notna().any()}


def short_name(row: Mapping[str, Any]) -> str:
    """A region's name without its kind; an administrative area has a star."""
    name = str(row["name"] if pd.isna(row["short_name"]) else row["short_name"])
    return name if row["autonomous"] else f"{name} *"


def profile_address(here: Selection, region: str) -> str:
    """The address of a region's profile, in the language, framework and year that are chosen."""
    return link(here, "profile", region=region_names(here.framework)[region])


def province_address(here: Selection, name: str) -> str:
    """The address of this screen for a province."""
    return link(here, "province", province=name)
