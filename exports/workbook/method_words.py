"""What the sheets call the parts of a method."""

from __future__ import annotations

from metrics.tree import Node
from words import Words, mark

_NORMALISERS = {
    "minmax": mark("lowest and highest value"),
    "goalposts": mark("goalposts"),
    "zscore": mark("z-score"),
    "rank": mark("places from below"),
    "borda": mark("places above the last"),
    "percentile": mark("percentile"),
    "distance_to_max": mark("distance to the best"),
    "distance_to_reference": mark("distance to a reference region"),
    "distance_to_target": mark("distance to a target"),
    "fraction_of_max": mark("share of the highest"),
}
_MEANS = {
    "arithmetic": mark("arithmetic mean"),
    "geometric": mark("geometric mean"),
    "harmonic": mark("harmonic mean"),
    "power": mark("power mean"),
    "minimum": mark("minimum"),
    "mazziotta_pareto": mark("Mazziotta-Pareto"),
    "copeland": mark("Copeland"),
}
_CONSTANTS = {
    "times": (mark("Factor"), mark("figures are multiplied by it.")),
    "sign": (mark("Direction"), mark("1 where higher is better, -1 where lower is.")),
    "clip_low": (mark("Lower limit for outliers"), mark("lower values are brought to it; settled over all regions.")),
    "clip_high": (mark("Upper limit for outliers"), mark("higher values are brought to it; settled over all regions.")),
    "log_low": (mark("Lowest value before the logarithm"), mark("of all regions, for the treatment of outliers.")),
    "log_high": (mark("Highest value before the logarithm"), mark("of all regions, for the treatment of outliers.")),
    "worst": (mark("Worst goalpost"), mark("gives the lower end of the scale; a number of the framework.")),
    "best": (mark("Best goalpost"), mark("gives the upper end of the scale; a number of the framework.")),
    "least": (mark("Lowest value"), mark("of all regions that are normalised together.")),
    "most": (mark("Highest value"), mark("of all regions that are normalised together.")),
    "target": (mark("Target"), mark("gives the upper end of the scale.")),
    "mean": (mark("Mean"), mark("of all values that are normalised together, times the direction.")),
    "sd": (mark("Standard deviation"), mark("of all values that are normalised together.")),
    "to_mean": (mark("Mean of the scale"), mark("what the mean becomes.")),
    "to_sd": (mark("Standard deviation of the scale"), mark("what the standard deviation becomes.")),
    "low": (mark("Lower end of the scale"), mark("what the worst becomes.")),
    "high": (mark("Upper end of the scale"), mark("what the best becomes.")),
}


def say_normaliser(words: Words, leaf: Node) -> str:
    """How an indicator comes onto the common scale."""
    told = words.say(_NORMALISERS[leaf.normalise.using])
    return words.say("{told}, on a logarithmic scale", told=told) if leaf.log else told


def say_mean(words: Words, node: Node) -> str:
    """How a composite is made from its children."""
    return words.say(_MEANS[node.aggregate])


def say_constant(words: Words, name: str) -> tuple[str, str]:
    """What a constant is called, and what it does."""
    label, told = _CONSTANTS[name]
    return words.say(label), words.say(told)
