"""The targets that a dataset holds for its regions, such as those of a plan that is public."""

from __future__ import annotations

from metrics.own.data import OwnTarget
from metrics.own.form import open_leaves
from metrics.results import Results


def published_targets(results: Results, region: str) -> tuple[OwnTarget, ...]:
    """The targets of a region for the indicators of the framework, in file order, the earliest first.

    They have the form of a region's own: in the units in which figures are shown, with the plan that sets them.
    """
    rows = results.table(
        "SELECT indicator, year, target, coalesce(source, '') AS source FROM target WHERE region = ? ORDER BY year",
        [region],
    ).astype("object")
    found = [OwnTarget(**{str(key): value for key, value in row.items()}) for row in rows.to_dict("records")]
    return tuple(target for node in open_leaves(results.nodes) for target in found if target.indicator == node.id)
