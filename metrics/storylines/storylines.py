"""Storylines: those of a dataset, and one as a file that somebody keeps."""

from __future__ import annotations

import base64
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import yaml

from metrics.documents import KINDS, take_document
from metrics.problems import InputProblems, Problem, nearest
from metrics.results import Results
from metrics.storylines.entry import Storyline
from metrics.storylines.rules import storyline_faults
from metrics.yaml_text import parse_yaml

_KIND = next(kind for kind in KINDS if kind.model is Storyline)
_WIDTH = 110
_MOST = 1_000_000  # bytes: as much as a file may have that is dropped on the screen


@lru_cache(maxsize=8)
def storylines(results: Results) -> tuple[Storyline, ...]:
    """The storylines of the dataset behind the results, by id; none where it has none."""
    return tuple(map(Storyline.model_validate_json, results.documents(_KIND.name)))


def find_storyline(results: Results, name: str) -> Storyline:
    """The storyline of that id. Raises InputProblems."""
    known = {storyline.id: storyline for storyline in storylines(results)}
    if name not in known:
        details = {"value": name, "known": ", ".join(known), "near": nearest(name, known)}
        raise InputProblems([Problem("storyline-not-found", details=details)])
    return known[name]


def read_storyline(text: str, file: str) -> Storyline:
    """The storyline that a file of this text holds; problems name `file`.

    Whether the figures behind it are there only shows when its slides are made. Raises InputProblems with everything
    that is wrong with its form, its screens and its texts.
    """
    document = take_document(_KIND, Path(file), parse_yaml(text.removeprefix("\ufeff"), file))
    found = cast(Storyline, document.content)
    if wrong := list(storyline_faults(found)):
        raise InputProblems(fault.problem(document.path, document.written) for fault in wrong)
    return found


def write_storyline(storyline: Storyline) -> str:
    """The same as the text of a file, which `read_storyline` reads again."""
    plain = _plain(storyline.model_dump(mode="json", exclude_defaults=True))
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=_WIDTH)


def packed(storyline: Storyline) -> str:
    """The same for the part of an address behind #, which no browser sends: zlib, then base64 as addresses take it."""
    squeezed = zlib.compress(write_storyline(storyline).encode("utf-8"), 9)
    return base64.urlsafe_b64encode(squeezed).decode("ascii").rstrip("=")


def unpacked(text: str) -> Storyline:
    """The storyline that `packed` made this of. Raises InputProblems."""
    inflating = zlib.decompressobj()
    try:
        whole = inflating.decompress(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)), _MOST)
        written = whole.decode("utf-8")
    except (ValueError, zlib.error):
        written = ""
    if not written or not inflating.eof:
        raise InputProblems([Problem("storyline-not-whole")])
    return read_storyline(written, "")


def _plain(value: Any) -> Any:
    """The same with a text that stands for both languages written once."""
    if isinstance(value, dict):
        if value.keys() == {"id", "en"} and value["id"] == value["en"]:
            return value["id"]
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
