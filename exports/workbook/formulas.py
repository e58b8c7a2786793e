"""The method as formulas of a cell. English names of functions, as a file holds them in any language.

Only functions that every spreadsheet has had for decades, and nothing that depends on how a country writes
numbers: a condition is never a text such as ">0.5".
"""

from __future__ import annotations

from collections.abc import Callable

from metrics.tree import Node

At = Callable[[str], str]
LIVE_MEANS = ("arithmetic", "geometric", "harmonic", "power", "minimum", "mazziotta_pareto")
BY_PLACE = ("rank", "borda", "percentile")
ON_RANGE = (
    "minmax",
    "goalposts",
    "distance_to_max",
    "distance_to_reference",
    "distance_to_target",
    "fraction_of_max",
    "percentile",
)


def normalised(node: Node, x: str, at: At, pool: str, reference: str) -> str:
    """The value of cell `x` on the common scale, empty where there is none.

    `at` gives the cell of a constant by its name (exports.workbook.constants), `pool` the values that places are
    counted in, `reference` the value of the reference region.
    """
    share = _share(node, x, at, pool, reference)
    if node.normalise.using in ON_RANGE:
        share = f"({share})*({at('high')}-{at('low')})+{at('low')}"
    given = f"N({x})>0" if node.log else f"ISNUMBER({x})"
    if node.normalise.using == "distance_to_reference":
        worse, ground = _ends(node, reference, at("least"), at("most"))
        given = f"AND({given},ISNUMBER({reference}))"
        met = f"{x}>{reference}" if node.sign > 0 else f"{x}<{reference}"
        return f'IF({given},IF({met},{at("high")},IF({worse}>{ground},{share},"")),"")'
    return f'IF({given},{share},"")'


def _share(node: Node, x: str, at: At, pool: str, reference: str) -> str:
    """0 at the worst and 1 at the best, or a value in units of its own."""
    value = _scaled(node, x)
    match node.normalise.using:
        case "goalposts":
            worst, best = _scaled(node, at("worst")), _scaled(node, at("best"))
            return f"MIN(1,MAX(0,({value}-{worst})/({best}-{worst})))"
        case "minmax" | "distance_to_max":
            return _between(node, value, at("least"), at("most"))
        case "distance_to_reference":
            return _between(node, value, *((at("least"), reference) if node.sign > 0 else (reference, at("most"))))
        case "distance_to_target":
            ends = (at("least"), at("target")) if node.sign > 0 else (at("target"), at("most"))
            return f"MIN(1,{_between(node, value, *ends)})"
        case "fraction_of_max":
            return f"{value}/{_scaled(node, at('most'))}"
        case "zscore":
            return f"({at('sign')}*{value}-{at('mean')})/{at('sd')}*{at('to_sd')}+{at('to_mean')}"
    place = f"RANK({x},{pool},{1 if node.sign > 0 else 0})"
    if node.normalise.using == "percentile":
        return f"({place}-1)/(COUNT({pool})-1)"
    return place if node.normalise.using == "rank" else f"{place}-1"


def _between(node: Node, value: str, least: str, most: str) -> str:
    least, most = _scaled(node, least), _scaled(node, most)
    return f"({value}-{least})/({most}-{least})" if node.sign > 0 else f"({most}-{value})/({most}-{least})"


def _scaled(node: Node, x: str) -> str:
    return f"LN({x})" if node.log else x


def _ends(node: Node, reference: str, least: str, most: str) -> tuple[str, str]:
    """Which of two must be the greater for a reference to tell anything."""
    return (reference, least) if node.sign > 0 else (most, reference)


def treated(x: str, at: At, *, log: bool, low: bool, high: bool) -> str:
    """The value of cell `x` with outliers brought to their limits, or its logarithm."""
    if log:
        value = f"LN({x}-{at('log_low')}+0.01*({at('log_high')}-{at('log_low')}))"
    else:
        value = f"MIN({at('clip_high')},{x})" if high else x
        value = f"MAX({at('clip_low')},{value})" if low else value
    return f'IF(ISNUMBER({x}),{value},"")'


def denominated(x: str, by: str | None, times: str | None) -> str:
    """A figure divided by its denominator, times a factor; empty without a denominator above 0."""
    factor = f"*{times}" if times else ""
    if by is None:
        return f'IF(ISNUMBER({x}),{x}{factor},"")'
    return f'IF(AND(ISNUMBER({x}),N({by})>0),{x}/{by}{factor},"")'


def present(scores: str, weights: str) -> str:
    """The weight of the children that have a score."""
    return f"SUMPRODUCT(ISNUMBER({scores})*{weights})"


def covered(coverages: str, weights: str) -> str:
    """The coverage of a composite: the weighted mean of its children's."""
    return f"SUMPRODUCT({coverages},{weights})/SUM({weights})"


def mean(node: Node, cells: list[tuple[str, str]], scores: str, weights: str, least: str, p: str, unfit: str) -> str:
    """A composite from its children, empty where too few have a score; `unfit` where a mean cannot take them.

    `cells` are the children's scores with their weights, `scores` and `weights` the same as ranges; `least` is the
    cell of the minimum coverage, `p` that of the power.
    """
    there = present(scores, weights)
    weighted = f"SUMPRODUCT({scores},{weights})/{there}"
    match node.aggregate:
        case "arithmetic":
            value = weighted
        case "geometric":
            value = _positive(scores, "<=", f"EXP({_sum(cells, '{w}*LN({x})')}/{there})", unfit)
        case "harmonic":
            value = _positive(scores, "<=", f"{there}/{_sum(cells, '{w}/{x}')}", unfit)
        case "power":
            below = "<=" if (node.p or 1.0) < 0 else "<"
            value = _positive(scores, below, f"({_sum(cells, '{w}*{x}^' + p)}/{there})^(1/{p})", unfit)
        case "minimum":
            value = f"MIN({scores})"
        case _:
            spread = f"IF(COUNT({scores})>1,VAR({scores}),0)"
            value = f'IFERROR({weighted}-IF({spread}>0,{spread}/({weighted}),0),"")'
    return f'IF(AND({there}>0,{there}>=({least}-1E-9)*SUM({weights})),{value},"")'


def _positive(scores: str, below: str, value: str, unfit: str) -> str:
    quoted = unfit.replace('"', '""')
    return f'IF(MIN({scores}){below}0,"{quoted}",{value})'


def _sum(cells: list[tuple[str, str]], term: str) -> str:
    terms = (f"IF(ISNUMBER({x}),{term.format(x=x, w=w)},0)" for x, w in cells)
    return f"({'+'.join(terms)})"
