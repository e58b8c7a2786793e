"""What the card of a practice says of those that would gain most."""

from collections.abc import Mapping

from metrics.practices.gainers import Gainer, Gainers
from pages.shared.selection import Selection
from words import Words


def say_unknown(words: Words, found: Gainers, named: bool = False) -> str:
    """Why nobody can say who would gain. `named`: whether the entry names an indicator, be it of another framework."""
    if found.missing:
        titles = words.listing([words.title(node.title) for node in found.missing])
        return words.say(
            "What it should move has no figure here yet, so nobody can say who would gain: {titles}.", titles=titles
        )
    if named:
        return words.say(
            "This framework does not hold the indicators that it should move, so nobody can say who would gain."
        )
    return words.say("The entry names no indicator that it should move directly, so nobody can say who would gain.")


def say_answer(here: Selection, found: Gainers, home: str, names: Mapping[str, str]) -> str:
    """How many would gain, and who would gain most."""
    words = here.words
    holes = {
        "among": words.number(found.among),
        "home": home,
        "gaining": words.number(found.gaining),
        "titles": words.listing([words.title(node.title) for node in found.nodes]),
    }
    if not found.regions:
        if found.like:
            return words.say(
                "Of the {among} regions with a figure and most like {home} in structure none would gain if it "
                "stood there: {titles}.",
                **holes,
            )
        return words.say(
            "Of {among} regions with a figure none would gain if it reached what the best quarter reach: {titles}.",
            **holes,
        )
    first = names[found.regions[0].region]
    if found.like and found.own:
        return words.say(
            "Of the {among} regions with a figure and most like {home} in structure {gaining} would gain if they stood "
            "where it stands ({titles}); {first} most.",
            first=first,
            **holes,
        )
    return words.say(
        "Of {among} regions with a figure {gaining} would gain if they reached what the best quarter reach "
        "({titles}); {first} most.",
        first=first,
        **holes,
    )


def say_mine(here: Selection, found: Gainers, name: str, region: str, decimals: int) -> str:
    """What the reader's own region would gain."""
    words = here.words
    for place, one in enumerate(found.regions, start=1):
        if one.region == region:
            return words.say(
                "{name} would gain {points} points: {detail}; place {place} of {gaining}.",
                name=name,
                points=words.number(one.step if one.gain is None else one.gain, decimals),
                detail=say_detail(words, found, one),
                place=words.number(place),
                gaining=words.number(found.gaining),
            )
    return words.say("{name} is not among them.", name=name)


def say_basis(words: Words, found: Gainers, home: str) -> list[str]:
    """What a point is, and what is not said."""
    told = [
        words.say("Points of the score, with everything else as it is.")
        if found.scored
        else words.say("Points of the indicator's own scale: it stands outside the score.")
    ]
    if found.own:
        told.append(
            words.say("A yardstick and no effect: {home} may stand where it does for other reasons.", home=home)
        )
    else:
        told.append(words.say("A yardstick and no effect of the practice."))
    told.append(words.say("Whoever has a newer figure beyond it, or has taken the practice over, is left out."))
    if found.missing:
        titles = words.listing([words.title(node.title) for node in found.missing])
        told.append(words.say("No figure yet: {titles}.", titles=titles))
    return told


def say_detail(words: Words, found: Gainers, one: Gainer) -> str:
    """From where to where, in what where there is a choice, and how like the practice's own region it is."""
    holes = {
        "title": words.title(one.node.title) if len(found.nodes) > 1 else "",
        "today": words.number(one.today, one.node.decimals),
        "aim": f"{words.number(one.aim, one.node.decimals)} {words.title(one.node.unit)}".rstrip(),
    }
    if one.place is None:
        return words.say("{title} {today} → {aim}", **holes).lstrip()
    place = words.number(one.place)
    return words.say("{title} {today} → {aim}; number {place} in likeness", place=place, **holes).lstrip()
