"""What a series is called in the sheet behind a chart: by whose marks it holds."""

from __future__ import annotations

from charts.slides.kinds import Role
from words import Words


def role_name(words: Words, role: Role, estimate: bool = False) -> str:
    """Whose values they are."""
    match role:
        case "mine":
            name = words.say("my region")
        case "subject":
            name = words.say("this region")
        case "peers":
            name = words.say("peers")
        case _:
            name = words.say("others")
    return words.say("{name}, estimated", name=name) if estimate else name
