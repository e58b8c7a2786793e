"""Which networks there are: groups of the data, also by the year for which they list a region, provinces, one's own."""

from collections.abc import Mapping

from metrics.groups import Group, groups
from metrics.memberships import Listed, memberships
from pages.shared.address import own_names
from pages.shared.kept import kept
from pages.shared.results import home_provinces, provinces, region_names, results
from pages.shared.selection import Selection
from words import Language, Words, speak

OWN = "own"  # the code of what the reader composes
PROVINCE = "province:"  # before the name of a province
_YEAR = "@"  # between the code of a group and a year
FIRST = "citynet-indonesia"  # what is shown at first, where the data has it
FEWEST = 2  # members of a network


@kept(20)
def _groups(framework: str) -> Mapping[str, Group]:
    return {group.code: group for group in groups(results(framework))}


@kept(200)
def listed(framework: str, code: str) -> Mapping[str, tuple[Listed, ...]]:
    """The lines of the data's group about each of its members, of one year where the code says so."""
    group, _, year = code.partition(_YEAR)
    found: dict[str, tuple[Listed, ...]] = {}
    for line in memberships(results(framework), group):
        if not year or str(line.year) == year:
            found[line.region] = (*found.get(line.region, ()), line)
    return found


@kept(50)
def _titles(language: Language, framework: str, year: int) -> dict[str, str]:
    words, found = speak(language), {}
    for code, group in _groups(framework).items():
        found[code] = words.title(group.title)
        for listed_for in _years(framework, code):
            found[f"{code}{_YEAR}{listed_for}"] = _of_year(words, group, listed_for)
    for name in provinces(framework, year):
        found[PROVINCE + name] = words.say("Province: {name}", name=name)
    return own_names(words, found | {OWN: words.say("Compose a network of your own")})


def _years(framework: str, code: str) -> list[int]:
    """The years for which a group lists enough regions to be a network, the newest last; none where there is one."""
    lines = [(line.year, region) for region, of in listed(framework, code).items() for line in of if line.year]
    found = sorted({year for year, _ in lines})
    enough = [year for year in found if len({region for at, region in lines if at == year}) >= FEWEST]
    return enough if len(found) > 1 else []


def _of_year(words: Words, group: Group, year: str | int) -> str:
    return words.say("{network}: listed for {year}", network=words.title(group.title), year=year)


def undated(code: str) -> str:
    """The code of the whole group of which a network is what is listed for one year."""
    return code.partition(_YEAR)[0]


def group_titles(here: Selection) -> dict[str, str]:
    """What can be chosen, by code: the groups of the data, the provinces, and the reader's own composition last."""
    return _titles(here.language, here.framework, here.year)


def default_group(here: Selection) -> str:
    """What is shown at first."""
    found = list(group_titles(here))
    return FIRST if FIRST in found else found[0]


@kept(200)
def members_of(framework: str, code: str) -> tuple[str, ...]:
    """The members of a group or a province, in the order of the register; none for the reader's own."""
    inside = set(listed(framework, code))
    if code.startswith(PROVINCE):
        home = home_provinces(framework, results(framework).opening_year)
        inside = {region for region, province in home.items() if province == code.removeprefix(PROVINCE)}
    return tuple(region for region in region_names(framework) if region in inside)


def described(here: Selection, code: str) -> tuple[str, str]:
    """What a network is called, and what its list is."""
    words = here.words
    if code == OWN:
        return words.say("A network of your own"), ""
    if code.startswith(PROVINCE):
        return code.removeprefix(PROVINCE), words.say("All kabupaten and kota of the province.")
    name, _, year = code.partition(_YEAR)
    group = _groups(here.framework)[name]
    title = _of_year(words, group, year) if year else words.title(group.title)
    return title, words.title(group.description)
