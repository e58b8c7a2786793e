"""What the region profile says: sentences made of the figures."""

from exports.standing_words import reasons, say_not_assessed, say_region
from metrics.profile import Missing, Place, Profile
from metrics.time_series import Point, TimeSeries
from pages.parts.profile.view import natural, title
from pages.parts.rankings.words import scale
from pages.shared.selection import Selection


def say_answer(here: Selection, found: Profile) -> str:
    """The first line: level and rank, strongest and weakest; or what is missing and who publishes it."""
    words, scored = here.words, here.results
    row = here.ranking.set_index("region", drop=False).loc[found.region].to_dict()
    if found.places[0].score is None:
        known = reasons(words, scored, here.year)
        reason = known.get(found.region, words.say("its figures are not available"))
        return say_not_assessed(words, found.name, here.year, reason)
    told = [say_region(words, scored, row, scale(here).decimals)]
    if found.extremes:
        best, worst = (title(here, place.node) for place in found.extremes)
        told.append(words.say("Strongest: {strongest}. Weakest: {weakest}.", strongest=best, weakest=worst))
    return " ".join(told)


def say_publishers(here: Selection, missing: tuple[Missing, ...]) -> str:
    """Who would publish the figures that are missing."""
    found = dict.fromkeys(publisher for one in missing for publisher in one.publishers)
    return here.words.say("They would be published by {publishers}.", publishers=here.words.listing(list(found)))


def say_kin(here: Selection, found: Profile) -> str:
    """What the region is compared with."""
    return found.kind or here.words.say("all regions")


def say_above_median(here: Selection, found: Profile) -> str:
    """The title of the dimensions: in how many the region is ahead of its kind."""
    above, count = (here.words.number(number) for number in found.above_median)
    return here.words.say(
        "Above the median of {kind} in {above} of {count} dimensions",
        kind=say_kin(here, found), above=above, count=count,
    )  # fmt: skip


def say_percentile(here: Selection, found: Profile, place: Place) -> str:
    """Where a node stands among the regions of the kind."""
    words = here.words
    if place.percentile is None:
        return words.say("no figure")
    return words.say(
        "percentile {percentile} among {count} {kind}",
        percentile=words.number(place.percentile, 0),
        count=words.number(place.compared),
        kind=say_kin(here, found),
    )


def say_kind_median(here: Selection, found: Profile) -> str:
    """What the mark of the kind is called."""
    return here.words.say("median of {kind}", kind=say_kin(here, found))


def say_province_median(here: Selection, found: Profile) -> str:
    """What the mark of the province is called; both kinds are in it."""
    return here.words.say("median of {province}", province=found.province or "–")


def say_detail(here: Selection, found: Profile, place: Place) -> str:
    """Below the title of a dimension: where it stands, and whether it counts."""
    said = say_percentile(here, found, place)
    return here.words.say("{said}; outside the score", said=said) if place.node.status == "shown" else said


def say_dimension(here: Selection, found: Profile, place: Place) -> str:
    """A dimension in a full sentence."""
    words = here.words
    holes = {
        "name": title(here, place.node),
        "kind": say_kin(here, found),
        "kind_median": words.number(place.kind_median, 1),
        "province_median": words.number(place.province_median, 1),
    }
    if place.score is None:
        return words.say(
            "{name}: no figure; median of {kind} {kind_median}, of the province {province_median}.", **holes
        )
    return words.say(
        "{name}: score {score}, {percentile}; median of {kind} {kind_median}, of the province {province_median}.",
        score=words.number(place.score, 1),
        percentile=say_percentile(here, found, place),
        **holes,
    )


def say_point(here: Selection, series: TimeSeries, point: Point) -> str:
    """A year of an indicator in a full sentence."""
    words = here.words
    holes = {
        "title": words.title(series.node.title),
        "year": words.year(point.year),
        "value": words.number(point.value, series.node.decimals),
        "unit": words.title(series.node.unit),
    }
    if point.origin == "imputed":
        return words.say("{title}, {year}: {value} {unit}, an estimate.", **holes)
    if point.origin == "carried" and point.figure_year is not None:
        told = words.year(point.figure_year)
        return words.say("{title}, {year}: {value} {unit}, the figure of {figure_year}.", figure_year=told, **holes)
    return words.say("{title}, {year}: {value} {unit}.", **holes)


def say_value(here: Selection, place: Place, unit: bool = False) -> str:
    """The region's own value of an indicator, with the year of its figure where that is another."""
    value = natural(here, place, place.value) if unit else here.words.number(place.value, place.node.decimals)
    if place.origin == "imputed":
        return here.words.say("{value} (an estimate)", value=value)
    if place.figure_year is not None and place.figure_year != here.year:
        return here.words.say("{value} (figure of {year})", value=value, year=here.words.year(place.figure_year))
    return value
