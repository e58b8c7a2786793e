"""Correlations between indicators: a table of HTML whose cells are the darker the closer two indicators go together.

So it is read out cell by cell, and scrolls in itself where the screen is narrow.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

import pandas as pd

from charts.palette import Palette
from words import Words

# How much colour a correlation of 1 has: text on it keeps its contrast in both schemes.
_STRONGEST = 50


def correlation_map(
    matrix: pd.DataFrame,
    titles: Mapping[str, str],
    groups: Sequence[str],
    marked: Mapping[tuple[str, str], str],
    caption: str,
    words: Words,
    colours: Palette,
) -> str:
    """The picture as HTML, the lower half of the matrix alone: the upper one says the same.

    `groups` has the group of each indicator, which a line parts from the next; `marked` says of a pair, in the order
    of the matrix, why it is worth a look.
    """
    names, values = [str(name) for name in matrix], matrix.to_numpy(dtype=float)
    starts = [at > 0 and groups[at] != groups[at - 1] for at in range(len(names))]
    heads = "".join(
        f'<th scope="col"{_class(starts[at])} title="{html.escape(titles[name])}">'
        f'<span aria-hidden="true">{at + 1}</span><span class="unseen">{html.escape(titles[name])}</span></th>'
        for at, name in enumerate(names[:-1])
    )
    rows = []
    for at, name in enumerate(names):
        cells = [
            _cell(value, marked.get((other, name)), start, words, colours)
            for value, other, start in zip(values[at], names[:at], starts, strict=False)
        ]
        rest = f'<td colspan="{len(names) - 1 - at}"></td>' if at < len(names) - 1 else ""
        head = f'<th scope="row"><b aria-hidden="true">{at + 1}</b> {html.escape(titles[name])}</th>'
        rows.append(f"<tr{_class(starts[at])}>{head}{''.join(cells)}{rest}</tr>")
    corner = html.escape(words.say("Indicator"))
    return (
        f'<div class="teladan-scroll teladan-heat" style="--paper:{colours.paper}" tabindex="0" role="region" '
        f'aria-label="{html.escape(caption)}">'
        f"<table><caption>{html.escape(caption)}</caption>"
        f'<thead><tr><th scope="col">{corner}</th>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
    )


def _cell(value: float, mark: str | None, start: bool, words: Words, colours: Palette) -> str:
    """One correlation; a marked one says why."""
    written = words.number(value, 2)
    if value != value:
        return f"<td{_class(start)}>{written}</td>"
    colour = colours.second if value >= 0 else colours.amounts[3]
    fill = f"--own:{colour};--share:{round(_STRONGEST * min(abs(value), 1.0))}%"
    if mark is None:
        return f'<td{_class(start)} style="{fill}">{written}</td>'
    return f'<td{_class(start, "marked")} style="{fill}" title="{html.escape(mark)}"><b>{written}</b></td>'


def _class(start: bool, further: str = "") -> str:
    names = " ".join(name for name in ("start" if start else "", further) if name)
    return f' class="{names}"' if names else ""
