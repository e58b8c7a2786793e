"""What the screen on certainty says of correlations, reliability and components."""

from collections.abc import Mapping

import pandas as pd

from metrics.sensitivity.components import Components
from metrics.sensitivity.correlations import REDUNDANT, TRADE_OFF, Method
from words import Words, mark

_METHODS: Mapping[Method, str] = {"pearson": mark("Pearson"), "spearman": mark("Spearman"), "kendall": mark("Kendall")}


def say_method(words: Words, method: Method) -> str:
    """Whose correlation it is."""
    return words.say(_METHODS[method])


def say_flag(words: Words, flag: str) -> str:
    """Why a pair of indicators is worth a look."""
    return words.say("say the same") if flag == "redundant" else words.say("go against each other")


def say_pairs(words: Words, pairs: pd.DataFrame, titles: Mapping[str, str]) -> str:
    """The pairs worth a look, or that there is none."""
    if pairs.empty:
        return words.say("No two indicators say the same, and none go against each other.")
    told = [
        words.say(
            "{one} and {other} {flag} ({correlation})",
            one=titles[row["one"]],
            other=titles[row["other"]],
            flag=say_flag(words, row["flag"]),
            correlation=words.number(row["correlation"], 2),
        )
        for row in pairs.to_dict("records")
    ]
    return words.say("Worth a look: {pairs}.", pairs="; ".join(told))


def say_limits(words: Words) -> str:
    """From where on a pair is worth a look, and what correlations are taken of."""
    return words.say(
        "Correlations of scores, higher is better. Above {redundant} two indicators say the same and count twice; "
        "below {trade_off} one is had at the price of the other, and a mean hides it.",
        redundant=words.number(REDUNDANT, 2),
        trade_off=words.number(TRADE_OFF, 1),
    )


def say_alpha(words: Words) -> str:
    """What alpha is."""
    return words.say(
        "Cronbach's alpha: how far the parts of a group measure one thing; from about 0.7 they can pass for it. A low "
        "alpha is no fault where a group is meant to hold different things."
    )


def say_components(words: Words, found: Components) -> str:
    """The title of the principal components."""
    return words.say(
        "The first principal component holds {share} of the variance; {count} hold more than one indicator does",
        share=words.percent(found.shares[0]),
        count=words.number(found.above_one),
    )


def say_loadings(words: Words, found: Components) -> str:
    """What a loading is."""
    return words.say(
        "A loading is the correlation of an indicator with a component. Standardised scores of {rows} regions that "
        "have every indicator; the largest loading of each component is positive.",
        rows=words.number(found.rows),
    )


def say_component(words: Words, at: int, found: Components) -> str:
    """A component with its share of the variance; they count from 0."""
    return words.say("Component {number} ({share})", number=at + 1, share=words.percent(found.shares[at]))
