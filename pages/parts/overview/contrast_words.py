"""What the overview says of digital-government capability against results for residents."""

from charts.contrast import quadrant_names
from metrics.contrast import Contrast
from pages.parts.rankings.columns import ALL, of_view
from pages.shared.selection import Selection
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


def say_province(words: Words, part: Contrast, province: str) -> str:
    """The title of the contrast of one province: how many of its regions stand on which side of the medians."""
    if part.regions.empty:
        return words.say("{province}: none of its regions can be assessed", province=province)
    return words.say(
        "{province}, {count} regions: {both} reach both national medians, {capability} only digital capability, "
        "{results} only results, {neither} neither",
        province=province,
        count=words.number(len(part.regions)),
        both=words.number(part.count("both")),
        capability=words.number(part.count("capability")),
        results=words.number(part.count("results")),
        neither=words.number(part.count("neither")),
    )


def say_left_out(here: Selection, province: str) -> list[str]:
    """Which regions of a province are not in the picture."""
    regions = of_view(here.ranking, ALL, province)
    names = regions.loc[regions["score"].isna(), "name"].tolist()
    if not names:
        return []
    year, listed = here.words.year(here.year), here.words.listing(names)
    return [here.words.say("Cannot be assessed for {year}, so not in the picture: {names}.", year=year, names=listed)]


def names_beside(here: Selection, part: Contrast, kinds: list[str]) -> dict[str, str]:
    """What to write beside each region, by code: the short name, and where two share it the smaller kind in full."""
    rows = part.regions.merge(here.results.regions()[["region", "short_name"]], on="region")
    in_full = rows["short_name"].duplicated(keep=False) & ~rows["kind"].isin(kinds[-1:])
    names = rows["name"].where(in_full, rows["short_name"].fillna(rows["name"]))
    return dict(zip(rows["region"], names, strict=True))


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
