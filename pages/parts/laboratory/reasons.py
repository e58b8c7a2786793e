"""Why a region moves, in words."""

from metrics.comparison import AVERAGING, Comparison, Reason
from pages.parts.laboratory.view import Trial
from pages.shared.results import results


def say_why(trial: Trial, found: Comparison, region: str) -> str:
    """What moves a region most; a dash where nothing does."""
    words = trial.words
    told = [_say_reason(trial, reason, region) for reason in found.why(region, 2, trial.groups)]
    return words.listing(told) if told else words.number(None)


def _say_reason(trial: Trial, reason: Reason, region: str) -> str:
    words = trial.words
    if reason.name == AVERAGING:
        if trial.way == "benefit_of_the_doubt":
            return words.say("weights of its own {part}", part=words.signed(reason.part, 2))
        lowest = _lowest(trial, region)
        holes = {"part": words.signed(reason.part, 2), "lowest": lowest}
        if lowest:
            return words.say("the way of averaging {part} (its lowest part: {lowest})", **holes)
        return words.say("the way of averaging {part}", **holes)
    holes = {"name": _title(trial, reason.name), "part": words.signed(reason.part, 2)}
    # Where weights are tried they stand in the chart above; a tenth of a per cent would not show.
    if trial.ask == "weights" or abs(reason.share_one - reason.share_other) < 0.0005:
        return words.say("{name} {part}", **holes)
    before, after = words.percent(reason.share_one, 1), words.percent(reason.share_other, 1)
    return words.say("{name} {part} (weighs {after} instead of {before})", before=before, after=after, **holes)


def _title(trial: Trial, name: str) -> str:
    """What a node, or an indicator by its variable, is called in either framework."""
    scored = trial.here.results
    titles = {node.variable or node.id: node.title for node in scored.nodes}
    titles |= {node.id: scored.measured(node.id).title for node in scored.nodes if not node.is_leaf or node.id == name}
    if name not in titles and trial.ask == "framework":
        titles |= {node.variable: node.title for node in results(trial.way).nodes if node.is_leaf}
    return trial.words.title(titles.get(name, name))


def _lowest(trial: Trial, region: str) -> str:
    """The title of the dimension with a region's lowest score; nothing where only one is scored."""
    parts = [node for node in trial.here.results.children(trial.here.results.root.id) if node.counts]
    scores = trial.regions.loc[region, [node.id for node in parts]].astype(float)
    return trial.words.title(trial.here.results.measured(str(scores.idxmin())).title) if len(parts) > 1 else ""
