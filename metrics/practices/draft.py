"""An entry as somebody types it, checked by the model and the rules that hold in the catalogue itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from metrics.documents import KINDS
from metrics.faults import Fault, Place, Register
from metrics.practices.catalogue import Catalogue
from metrics.practices.entry import Practice
from metrics.practices.rules import entry_faults, unknown_nodes, unknown_places, year_faults
from metrics.results import Results
from metrics.tree import Node
from metrics.validation import deepest, fault_of

LONGEST_ID = 61


@dataclass(frozen=True)
class Draft:
    """What was typed as an entry, None where something stands in the way; places of faults begin at the entry."""

    practice: Practice | None
    faults: tuple[Fault, ...] = ()


def check(
    written: Mapping[str, Any], catalogue: Catalogue, register: Register, nodes: tuple[Node, ...], instead: str = ""
) -> Draft:
    """The entry that `written` makes: keys as in practices.yaml, in which anything may be left blank.

    `instead` is the id of the entry of the catalogue that it is to replace, if any.
    """
    try:
        practice = Practice.model_validate(without_blanks(written))
    except ValidationError as error:
        wrong = tuple(fault_of(one) for one in deepest(error.errors()))
        return Draft(None, (*wrong, *_years_apart(written, {fault.place for fault in wrong})))
    faults = [
        *entry_faults(practice),
        *unknown_places(practice, register),
        *unknown_nodes(practice, nodes),
    ]
    if practice.id != instead and any(practice.id == other.id for other in catalogue.practices):
        faults.append(Fault(("id",), "practice-known", {"value": practice.id}))
    return Draft(None if faults else practice, tuple(faults))


def _years_apart(written: Mapping[str, Any], wrong: Collection[Place]) -> Iterator[Fault]:
    """What is wrong with the years beside each other, while something else still keeps the entry from being one."""
    started, in_use, ended = (
        year if isinstance(year := written.get(key), int) and (key,) not in wrong else None
        for key in ("started", "in_use", "ended")
    )
    return year_faults(started, in_use, ended)


def fields_of(practice: Practice) -> dict[str, Any]:
    """An entry as it would have to be typed."""
    return practice.model_dump(mode="json", exclude_unset=True)


@lru_cache(maxsize=8)
def register_of(results: Results) -> Register:
    """The regions, provinces and ids of documents that an entry may name."""
    regions = results.regions()
    kept = {kind: content for kind in KINDS if (content := results.document(kind.name)) is not None}  # one of a kind
    return Register(
        dict(zip(regions["region"], regions["name"], strict=True)),
        frozenset(regions["province"].dropna()),
        documents={kind.name: kind.ids(kind.model.model_validate_json(content)) for kind, content in kept.items()},
    )


def place_of(written: Mapping[str, Any], regions: Mapping[str, str]) -> str:
    """The name of the place that was typed; `regions` are names by code. Empty where there is none yet."""
    abroad = written.get("abroad") or {}
    found = regions.get(written.get("region") or "") or written.get("province") or abroad.get("city")
    return str(found or "")


def proposed_id(place: str, title: str, taken: frozenset[str]) -> str:
    """An id made of a place and a title, as long as whole words allow, that no entry has yet."""
    words = [word for text in (place, title) for word in re.findall(r"[a-z0-9]+", _plain(text))]
    found = ""
    for word in words:
        if len(f"{found}-{word}") > LONGEST_ID - 4:  # room for a number behind it
            break
        found = f"{found}-{word}" if found else word
    found = found or "entry"
    further = (f"{found}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (found, *further) if name not in taken)


def without_blanks(written: Any) -> Any:
    """The same without what is empty; runs of blanks and lines in a text become one blank."""
    if isinstance(written, str):
        return " ".join(written.split())
    if isinstance(written, Mapping):
        return {
            key: kept for key, value in written.items() if (kept := without_blanks(value)) not in (None, "", [], {})
        }
    if isinstance(written, (list, tuple)):
        return [kept for value in written if (kept := without_blanks(value)) not in (None, "", {})]
    return written


def _plain(text: str) -> str:
    """Small letters without accents."""
    return unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
