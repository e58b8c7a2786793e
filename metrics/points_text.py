"""A visitor's own weights in the address: `governance:40,living:10`, only what differs from the framework."""

from collections.abc import Mapping
from urllib.parse import quote, unquote

from metrics.own_points import MOST

# The parameter of the address.
PARAMETER = "w"


def written(points: Mapping[str, int]) -> str:
    """Points by node id as one parameter of an address; empty for none."""
    return ",".join(f"{quote(name, safe='')}:{number}" for name, number in points.items())


def read(text: str, names: Mapping[str, int]) -> tuple[dict[str, int], list[str]]:
    """The points that `text` gives to `names`, and the parts of it that say nothing that can be used."""
    points: dict[str, int] = {}
    ignored = []
    for part in filter(None, text.split(",")):
        name, _, number = part.rpartition(":")
        known = unquote(name) in names and number.isascii() and number.isdecimal() and len(number) <= 3
        if known and int(number) <= MOST and unquote(name) not in points:
            points[unquote(name)] = int(number)
        else:
            ignored.append(part)
    return points, ignored
