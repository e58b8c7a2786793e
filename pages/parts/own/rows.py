"""The rows of the tables that own figures are typed into, as they stand before anybody types."""

import datetime

import pandas as pd

from metrics.own.data import OwnData, OwnFigure, OwnTarget
from metrics.own.form import KINDS, Table, labels, open_leaves
from metrics.tree import Node
from pages.parts.own.view import newest_published
from pages.shared.selection import Selection


def rows_of(here: Selection, own: OwnData, table: Table) -> pd.DataFrame:
    """What is held, and an open row for each indicator without anything; of programmes only what is held."""
    if table == "plan":
        return _programmes(here, own)
    rows = []
    for leaf in open_leaves(here.results.nodes):
        held = own.figures_of(leaf.id) if table == "figures" else own.targets_of(leaf.id)
        rows += [_row(here, leaf, entry) for entry in held or (None,)]
    columns = ["indicator", "unit", "published", "year"]
    columns += ["value", "note"] if table == "figures" else ["target", "source"]
    if table == "figures":
        rows = [row | {"year": row["year"] or _next_year(here, row["node"])} for row in rows]
    found = pd.DataFrame([{name: row.get(name) for name in columns} for row in rows], columns=columns)
    return found.astype({"year": "Int64", columns[4]: "float64", columns[5]: "str"})


def _row(here: Selection, leaf: Node, entry: OwnFigure | OwnTarget | None) -> dict[str, object]:
    words, published = here.words, newest_published(here, leaf.id)
    shown = ""
    if published is not None:
        value = words.number(published.value, leaf.decimals)
        shown = words.say("{value} ({year})", value=value, year=words.year(published.year))
    row: dict[str, object] = {
        "node": leaf.id,
        "indicator": labels(here.results.nodes, here.language)[leaf.id],
        "unit": words.title(leaf.unit),
        "published": shown,
        "year": None,
        "note": "",
        "source": "",
    }
    if isinstance(entry, OwnFigure):
        row |= {"year": entry.year, "value": entry.value, "note": entry.note}
    if isinstance(entry, OwnTarget):
        row |= {"year": entry.year, "target": entry.target, "source": entry.source}
    return row


def _next_year(here: Selection, leaf: object) -> int:
    """The year after that of the newest published figure, as far as it has begun."""
    published = newest_published(here, str(leaf))
    return min(datetime.date.today().year, here.year if published is None else published.year + 1)


def _programmes(here: Selection, own: OwnData) -> pd.DataFrame:
    named = labels(here.results.nodes, here.language)
    rows = [
        {
            "title": one.title,
            "kind": KINDS[one.kind][here.language],
            "node": named[one.node],
            "start": one.start,
            "end": one.end,
            "note": one.note,
        }
        for one in own.programmes
    ]
    found = pd.DataFrame(rows, columns=["title", "kind", "node", "start", "end", "note"])
    return found.astype({"title": "str", "kind": "str", "node": "str", "start": "Int64", "end": "Int64", "note": "str"})
