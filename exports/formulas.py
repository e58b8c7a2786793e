"""The formulas of a score, each in a sentence filled in with one region's own numbers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from statistics import stdev

from metrics.explain import Derivation, Explanation, Origin
from metrics.plan import turned
from words import Words


def aggregation(words: Words, explained: Explanation) -> str:
    """How the score of a composite came from its children, with this region's own numbers."""
    counted = [child for child in explained.children if child.node.counts]
    present = [child for child in counted if child.score is not None]
    if explained.score is None:
        share = sum(c.node.weight for c in present) / (sum(c.node.weight for c in counted) or 1)
        return words.say(
            "Not scored: children with {share} of the weight have a score; {least} is needed.",
            share=words.percent(share), least=words.percent(explained.node.minimum_coverage),
        )  # fmt: skip
    pairs = [(as_published(words, c.node.weight), words.number(c.score, 4)) for c in present]
    total = as_published(words, sum(child.node.weight for child in present))
    score, p = words.number(explained.score, 4), as_published(words, explained.node.p or 1.0)
    sums = {
        "arithmetic": " + ".join(f"{weight} × {value}" for weight, value in pairs),
        "geometric": " × ".join(f"{value}^{weight}" for weight, value in pairs),
        "harmonic": " + ".join(f"{weight} / {value}" for weight, value in pairs),
        "power": " + ".join(f"{weight} × {value}^{p}" for weight, value in pairs),
    }
    listed = "; ".join(value for _, value in pairs)
    match explained.node.aggregate:
        case "arithmetic":
            return words.say(
                "Arithmetic mean: ({sum}) / {total} = {score}",
                sum=sums["arithmetic"],
                total=total,
                score=score,
            )
        case "geometric":
            return words.say(
                "Geometric mean: ({sum})^(1 / {total}) = {score}",
                sum=sums["geometric"],
                total=total,
                score=score,
            )
        case "harmonic":
            return words.say(
                "Harmonic mean: {total} / ({sum}) = {score}", sum=sums["harmonic"], total=total, score=score
            )
        case "power":
            return words.say(
                "Power mean: (({sum}) / {total})^(1 / {p}) = {score}",
                sum=sums["power"],
                total=total,
                p=p,
                score=score,
            )
        case "minimum":
            return words.say("Minimum of {listed} = {score}", listed=listed, score=score)
        case "mazziotta_pareto":
            mean = sum(c.node.weight * (c.score or 0.0) for c in present) / sum(c.node.weight for c in present)
            scores = [child.score or 0.0 for child in present]
            return words.say(
                "Mazziotta-Pareto: {mean} − {sd}² / {mean} = {score}; "
                "mean ({sum}) / {total}, {sd} the standard deviation",
                mean=words.number(mean, 4), sd=words.number(stdev(scores) if len(scores) > 1 else 0.0, 4),
                sum=sums["arithmetic"], total=total, score=score,
            )  # fmt: skip
        case _:
            won, lost = explained.duels or (0, 0)
            return words.say(
                "Copeland: {won} regions outranked less {lost} that outrank this one = {score}; children ({sum})",
                won=words.number(won), lost=words.number(lost), score=score, sum=sums["arithmetic"],
            )  # fmt: skip


def no_value(words: Words, explained: Explanation) -> str:
    """Why an indicator has no value."""
    if explained.figure is not None:
        return words.say("The figure has no denominator above 0, so there is no score.")
    return words.say("No figure within reach, so there is no score.")


def derivation_steps(words: Words, year: int, explained: Explanation, cell: Derivation) -> Iterator[str]:
    """Every step from the figure to the common scale that did something, the last one first."""
    yield normalisation(words, explained, cell)
    if cell.treatment == "winsorised" and cell.clip is not None:
        yield words.say(
            "Outlier treatment: {before} was brought to {after}; values are kept from {low} to {high}",
            before=as_published(words, cell.imputed), after=as_published(words, cell.treated),
            low=as_published(words, cell.clip[0]), high=as_published(words, cell.clip[1]),
        )  # fmt: skip
    elif cell.treatment == "log":
        yield words.say(
            "Outlier treatment: the logarithm was taken of all values; {before} became {after}",
            before=as_published(words, cell.imputed), after=as_published(words, cell.treated),
        )  # fmt: skip
    if cell.origin == "imputed" and explained.node.impute is not None:
        yield _imputation(words, explained, cell)
    if cell.raw is not None:
        yield from _figure_steps(words, year, explained, cell, cell.raw)


def _imputation(words: Words, explained: Explanation, cell: Derivation) -> str:
    impute = explained.node.impute
    assert impute is not None
    value = as_published(words, cell.imputed)
    if impute.by is None:
        if impute.using == "mean":
            return words.say("Estimate: no figure; {value} is the mean of the regions that have one", value=value)
        return words.say("Estimate: no figure; {value} is the median of the regions that have one", value=value)
    if impute.using == "mean":
        return words.say(
            "Estimate: no figure; {value} is the mean of the regions of the same {by}",
            value=value,
            by=impute.by,
        )
    return words.say(
        "Estimate: no figure; {value} is the median of the regions of the same {by}",
        value=value,
        by=impute.by,
    )


def _figure_steps(words: Words, year: int, explained: Explanation, cell: Derivation, raw: Origin) -> Iterator[str]:
    if cell.denominator is not None and cell.denominated is not None:
        yield words.say(
            "Divided: {value} / {by} × {times} = {result}",
            value=as_published(words, raw.value), by=as_published(words, cell.denominator.value),
            times=as_published(words, explained.node.times), result=as_published(words, cell.denominated),
        )  # fmt: skip
    if cell.origin == "carried":
        yield words.say(
            "Carried forward: the figure is from {figure_year} and stands in for {year}",
            figure_year=words.year(raw.year), year=words.year(year),
        )  # fmt: skip


def normalisation(words: Words, explained: Explanation, cell: Derivation) -> str:
    """How the treated value came onto the common scale, with this region's own numbers.

    Where lower is better the values stand with a minus sign, so that more is better in every formula.
    """
    node, spread = explained.node, cell.spread
    if explained.score is None:
        return words.say("No normalised value: the indicator has no information, or its reference has none.")
    low, high = node.normalise.range
    x, score = as_published(words, cell.turned), words.number(explained.score, 4)
    numbers = {
        "x": x, "score": score, "l": as_published(words, low), "u": as_published(words, high),
        "least": as_published(words, spread["low"]), "most": as_published(words, spread["high"]),
    }  # fmt: skip
    match node.normalise.using:
        case "minmax" | "distance_to_max":
            said = words.say(
                "Normalised: ({x} − {least}) / ({most} − {least}) × ({u} − {l}) + {l} = {score}", **numbers
            )
        case "goalposts":
            worst, best = (turned(node, post) for post in node.goalposts or (0.0, 1.0))
            numbers |= {"worst": as_published(words, worst), "best": as_published(words, best)}
            said = words.say(
                "Normalised: ({x} − {worst}) / ({best} − {worst}), kept within 0 and 1, × ({u} − {l}) + {l} = {score}",
                **numbers,
            )
        case "zscore":
            numbers |= {
                "mean": as_published(words, spread["mean"]), "sd": as_published(words, spread["sd"]),
                "to_mean": as_published(words, node.normalise.mean), "to_sd": as_published(words, node.normalise.sd),
            }  # fmt: skip
            said = words.say("Normalised: ({x} − {mean}) / {sd} × {to_sd} + {to_mean} = {score}", **numbers)
        case "distance_to_reference":
            numbers["reference"] = as_published(words, cell.reference or 0.0)
            said = words.say(
                "Normalised: (1 − ({reference} − {x}) / ({reference} − {least})), at most 1, "
                "× ({u} − {l}) + {l} = {score}",
                **numbers,
            )
        case "distance_to_target":
            numbers["target"] = as_published(words, turned(node, node.target or 1.0))
            said = words.say(
                "Normalised: ({x} − {least}) / ({target} − {least}), at most 1, × ({u} − {l}) + {l} = {score}",
                **numbers,
            )
        case "fraction_of_max":
            said = words.say("Normalised: {x} / {most} × ({u} − {l}) + {l} = {score}", **numbers)
        case _:
            numbers |= {"place": words.number(cell.place), "n": words.number(spread["n"])}
            said = words.say("Normalised: place {place} of {n} from below gives {score}", **numbers)
    if not node.log:
        return said
    return words.say("{said} (x = ln {value})", said=said, value=as_published(words, cell.treated))


def as_published(words: Words, value: float) -> str:
    """A figure as published: no more digits than it carries, and no fewer, to ten that count."""
    exponent = Decimal(f"{value:.10g}").as_tuple().exponent
    assert isinstance(exponent, int)  # the value is finite
    return words.number(value, max(0, -exponent))
