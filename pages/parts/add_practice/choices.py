"""What the form for a practice offers to choose from, each with what it is called."""

from collections.abc import Mapping
from dataclasses import dataclass

from metrics.own.form import labels, sub_dimensions
from metrics.practices.draft import register_of
from metrics.seminars.held import seminars
from pages.parts.practices.view import home
from pages.shared.kept import kept
from pages.shared.results import region_names, results
from words import Language, speak


@dataclass(frozen=True)
class Choices:
    """Titles by code or id: regions, provinces, sub-dimensions, indicators and seminars."""

    regions: Mapping[str, str]
    provinces: Mapping[str, str]
    parts: Mapping[str, str]
    leaves: Mapping[str, str]
    seminars: Mapping[str, str]


@kept(10)
def choices(framework: str, language: Language) -> Choices:
    """The choices; sub-dimensions and indicators are those of the framework of the catalogue."""
    chosen, nodes, words = results(framework), home(framework).nodes, speak(language)
    named = labels(nodes, language)
    return Choices(
        region_names(framework),
        {name: name for name in sorted(register_of(chosen).provinces)},
        {node.id: f"{named[node.parent]}: {named[node.id]}" for node in sub_dimensions(nodes) if node.parent},
        {node.id: named[node.id] for node in nodes if node.is_leaf},
        {one.id: words.title(one.title) for one in seminars(chosen)},
    )
