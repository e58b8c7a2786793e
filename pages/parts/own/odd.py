"""Own figures and targets that look as if they were in another unit: kept as they are, and asked about."""

from metrics.own.odd import Odd, odd_entries
from pages.parts.own.view import View, newest_published


def say_odd(view: View) -> tuple[str, ...]:
    """A question for each of them."""
    found = {node.id: newest_published(view.here, node.id) for node in view.touched}
    published = {name: (figure,) for name, figure in found.items() if figure is not None}
    return tuple(text for odd in odd_entries(view.here.results, view.own, published) for text in _say(view, odd))


def _say(view: View, odd: Odd) -> tuple[str, ...]:
    words, node = view.words, odd.node
    question = words.say(
        "Please look again: {title} {year} is {value} here, and {published} was published for {published_year}.",
        title=words.title(node.title),
        year=words.year(odd.entry.year),
        value=words.number(odd.value),
        published=words.number(odd.published.value, node.decimals),
        published_year=words.year(odd.published.year),
    )
    unit = words.title(node.unit)
    return (question, words.say("The unit is {unit}.", unit=unit)) if unit else (question,)
