"""The catalogue of practices as the screens ask it: read once for all readers of a framework."""

from metrics.practices.catalogue import Catalogue, catalogue
from metrics.practices.entry import Practice
from metrics.practices.facets import Facets
from metrics.practices.places import Place, Places
from metrics.practices.search import Found, Index
from metrics.results import Results
from pages.shared.kept import kept
from pages.shared.links import link
from pages.shared.results import frameworks, region_names, results
from pages.shared.selection import Selection


def entries(here: Selection) -> tuple[Practice, ...]:
    """All practices, in the order of the catalogue."""
    return read(here).practices


def read(here: Selection) -> Catalogue:
    """The catalogue of the dataset."""
    return catalogue(here.results)


def home(framework: str) -> Results:
    """The results of the framework whose sub-dimensions and indicators the catalogue names, whichever is chosen."""
    chosen = results(framework)
    named = catalogue(chosen).framework
    return results(named) if named in frameworks() else chosen


@kept(10)
def _index(framework: str) -> Index:
    return Index(catalogue(results(framework)).practices, home(framework))


@kept(10)
def _facets(framework: str) -> Facets:
    return Facets(catalogue(results(framework)).practices, home(framework))


@kept(10)
def _places(framework: str) -> Places:
    return Places(results(framework))


@kept(500)
def answering(framework: str, text: str) -> tuple[Found, ...]:
    """What answers the words of a reader, the best first; all of them for no words."""
    return _index(framework).find(text)


def facets(here: Selection) -> Facets:
    """What each practice is, facet by facet."""
    return _facets(here.framework)


def places(here: Selection) -> Places:
    """Where each practice is."""
    return _places(here.framework)


def title_of(here: Selection, node: str) -> str:
    """What a sub-dimension or an indicator of the catalogue is called; its id where no framework has it."""
    titles = {one.id: one.title for one in home(here.framework).nodes}
    return here.words.title(titles[node]) if node in titles else node


def card(here: Selection, practice: Practice) -> str:
    """The address of the card of a practice."""
    return link(here, "practice", practice=practice.id)


def profile_of(here: Selection, place: Place) -> str | None:
    """The address of the profile of a place, None where it is none of the regions."""
    names = region_names(here.framework)
    return link(here, "profile", region=names[place.code]) if place.code is not None and place.code in names else None
