"""The form that a region fills in: its sheets and columns by name, and how nodes are called on it.

These names are the form's grammar, as the columns of a CSV are: both languages are read whatever the language
of the reader, and so are the plain keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

from metrics.tree import Node

VERSION = 1  # of the form; a file of another version is refused rather than half understood

Table = Literal["figures", "targets", "plan"]
Names = Mapping[str, str]  # by language

GUIDE: Names = {"id": "Petunjuk", "en": "Guide"}
LISTS: Names = {"id": "Daftar", "en": "Lists"}
SHEETS: Mapping[Table, Names] = {
    "figures": {"id": "Angka", "en": "Figures"},
    "targets": {"id": "Target", "en": "Targets"},
    "plan": {"id": "Rencana", "en": "Plan"},
}
# What stands on the guide for programs to read, beside its label.
REGION: Names = {"id": "Kode daerah", "en": "Region code"}
FORM: Names = {"id": "Versi formulir", "en": "Form version"}

# The columns that are read, by their key.
COLUMNS: Mapping[Table, Mapping[str, Names]] = {
    "figures": {
        "indicator": {"id": "Indikator", "en": "Indicator"},
        "year": {"id": "Tahun", "en": "Year"},
        "value": {"id": "Angka sendiri", "en": "Own figure"},
        "note": {"id": "Catatan", "en": "Note"},
    },
    "targets": {
        "indicator": {"id": "Indikator", "en": "Indicator"},
        "year": {"id": "Tahun target", "en": "Target year"},
        "target": {"id": "Target", "en": "Target"},
        "source": {"id": "Sumber target", "en": "Source of the target"},
    },
    "plan": {
        "title": {"id": "Program", "en": "Programme"},
        "kind": {"id": "Jenis", "en": "Kind"},
        "node": {"id": "Subdimensi", "en": "Sub-dimension"},
        "start": {"id": "Mulai", "en": "Start"},
        "end": {"id": "Selesai", "en": "End"},
        "note": {"id": "Keterangan", "en": "Remark"},
    },
}
KINDS: Mapping[Literal["programme", "quick win"], Names] = {
    "programme": {"id": "Program", "en": "Programme"},
    "quick win": {"id": "Quick win", "en": "Quick win"},
}


def open_leaves(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The indicators that take own figures and targets: those with published ones to stand beside."""
    return tuple(node for node in nodes if node.is_leaf and node.status != "wanted")


def served(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The nodes that a programme may serve: every composite below the root, wanted ones too."""
    return tuple(node for node in nodes if not node.is_leaf and node.depth > 0)


def sub_dimensions(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Those of them that hold indicators: what the form offers to choose from."""
    known = tuple(nodes)
    holding = {node.parent for node in known if node.is_leaf}
    return tuple(node for node in served(known) if node.id in holding)


def labels(nodes: Iterable[Node], language: str) -> dict[str, str]:
    """What each node is called on the form, by id: its title, with the id behind it where another has that name."""
    known = tuple(nodes)
    taken = Counter(name for node in known for name in {node.id.casefold(), *_titles(node)})
    titles = {node.id: node.title.id if language == "id" else node.title.en for node in known}
    return {name: f"{title} ({name})" if taken[title.casefold()] > 1 else title for name, title in titles.items()}


def readable(nodes: Iterable[Node]) -> dict[str, str]:
    """Every way to write a node, in small letters, and its id: the label of either language, or the id.

    A label with the id behind it is always read: among more nodes than these it may be needed.
    """
    known = tuple(nodes)
    longer = {f"{title} ({node.id})".casefold(): node.id for node in known for title in _titles(node)}
    written = {label.casefold(): name for language in ("en", "id") for name, label in labels(known, language).items()}
    return longer | written | {node.id.casefold(): node.id for node in known}


def _titles(node: Node) -> set[str]:
    return {node.title.id.casefold(), node.title.en.casefold()}


def shown_bounds(node: Node) -> tuple[float, float] | None:
    """The bounds of an indicator in the units in which its figures are shown.

    None without bounds, or where figures are divided by another variable, of which nothing is known here.
    """
    if node.bounds is None or node.per is not None:
        return None
    return node.bounds[0] * node.times, node.bounds[1] * node.times
