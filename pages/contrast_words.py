"""What the overview says of digital-government capability against results for residents."""

from charts.contrast import quadrant_names
from metrics.contrast import Contrast
from pages.selection import Selection
from words import Words


def say_apart(words: Words, found: Contrast, kinds: list[str]) -> str:
    """How many regions stand on different sides of the two medians."""
    by_kind = [words.say("{count} {kind}", count=words.number(found.count("capability", k)), kind=k) for k in kinds]
    told = words.say(
        "{digital} regions reach the median in digital-government capability but not in results for residents; "
        "for {results} it is the reverse.",
        digital=words.number(found.count("capability")),
        results=words.number(found.count("results")),
    )
    if not by_kind:
        return told
    reverse = [words.say("{count} {kind}", count=words.number(found.count("results", k)), kind=k) for k in kinds]
    return words.say(
        "{digital} regions ({by_kind}) reach the median in digital-government capability but not in results for "
        "residents; for {results} ({reverse}) it is the reverse.",
        digital=words.number(found.count("capability")),
        by_kind=words.listing(by_kind),
        results=words.number(found.count("results")),
        reverse=words.listing(reverse),
    )


def say_together(words: Words, found: Contrast) -> str:
    """The title of the contrast: how many regions stand on the same side of both medians."""
    return words.say(
        "{together} of {regions} regions stand on the same side of both medians, digital capability and results",
        together=words.number(found.same_side),
        regions=words.number(len(found.regions)),
    )


def say_contrast_measure(here: Selection, found: Contrast) -> list[str]:
    """Under the title of the contrast: what the two are, and what the picture does not prove."""
    words, scored = here.words, here.results
    parts = [words.title(scored.measured(node.id).title) for node in found.parts]
    return [
        words.say(
            "Digital-government capability is the dimension {title}. Results for residents are the mean of: {parts}.",
            title=words.title(found.capability.title),
            parts=words.listing(parts),
        ),
        words.say(
            "Dotted lines: the medians of all assessed regions. Rank correlation {correlation}: it shows which "
            "regions have both, not that one brings about the other.",
            correlation=words.number(found.correlation, 2),
        ),
    ]


def say_no_contrast(here: Selection, found: Contrast | None) -> str:
    """Why there is no picture of the contrast, and what to do."""
    words, scored = here.words, here.results
    if found is None:
        return words.say(
            "This framework does not tell digital-government capability from results for residents: there is nothing "
            "to set against each other. Choose another framework above."
        )
    return words.say(
        "Not all figures of both are published for {year}. Choose {other}, the newest settled year.",
        year=words.year(here.year),
        other=words.year(scored.opening_year),
    )


def contrast_tooltips(words: Words, found: Contrast, decimals: int) -> dict[str, str]:
    """A sentence about each region of the contrast, by its code."""
    names = quadrant_names(words)
    return {
        row["region"]: words.say(
            "{name}: digital-government capability {capability}, results for residents {results}. {quadrant}.",
            name=row["name"],
            capability=words.number(row["capability"], decimals),
            results=words.number(row["results"], decimals),
            quadrant=names[row["quadrant"]],
        )
        for row in found.regions.to_dict("records")
    }
