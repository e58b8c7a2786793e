"""What the map says of each region when a reader points at it."""

from pages.parts.weights.region_words import fields, say_place, say_with_kind
from pages.parts.weights.view import View


def tooltips(view: View) -> dict[str, list[str]]:
    """By region, the lines of its tooltip on the map."""
    words, table = view.words, view.table
    none = words.say("cannot be assessed")
    told = {}
    places, earlier = (_places(view, when) for when in ("", "_before"))
    for region, name, kind, place, before in zip(
        table["region"], table["name"], table["kind"], places, earlier, strict=True
    ):
        lines = [name, none if place is None else say_with_kind(words, place, kind)]
        if view.points and place is not None and before is not None:
            lines.append(words.say("with the framework's weights: {place}", place=before))
        told[region] = lines
    return told


def _places(view: View, when: str) -> list[str | None]:
    """The place of every region in the table's order."""
    rank = "rank_in_kind" if view.table["kind"].notna().any() else "rank"
    columns = (view.table[name].tolist() for name in fields(rank, when))
    return [say_place(view.here.language, *found) for found in zip(*columns, strict=True)]
