"""The figures that are being shown: one door to them for screens, hall, files and interface.

What is published now is a `Figures`: a dataset folder with every framework that it is shown under. It never changes;
when new figures are published another one takes its place as a whole. Who answers one question with several looks takes
`figures()` once and asks that.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from metrics import shipped
from metrics.dataset import data_version
from metrics.framework import Text
from metrics.framework_file import FrameworkFile, read_framework
from metrics.results import Results, open_results


class Figures:
    """One dataset folder under its frameworks, as they were when it was made. Safe to share between threads.

    Raises InputProblems where a framework file is broken; what is wrong with the figures shows when results are asked.
    """

    def __init__(self, data: Path, files: tuple[Path, ...]) -> None:
        self.data = data
        self._files: Mapping[str, tuple[Path, FrameworkFile]] = {
            file.framework.id: (path, file) for path, file in ((path, read_framework(path)) for path in files)
        }
        self._opened: dict[str, Results] = {}
        self._opening = threading.Lock()

    @cached_property
    def data_version(self) -> str:
        """The version of the dataset folder, as results carry it; empty where there is no such folder."""
        return data_version(self.data) if self.data.is_dir() else ""

    @cached_property
    def version(self) -> str:
        """Another one when anything is published anew: a figure, a document, a framework (32 hexadecimal digits)."""
        digest = hashlib.sha256(self.data_version.encode())
        for name, (_, file) in self._files.items():
            digest.update(f"\n{name} {file.version}".encode())
        return digest.hexdigest()[:32]

    @cached_property
    def frameworks(self) -> Mapping[str, Text]:
        """The title of each framework by its id, the default one first."""
        return {name: file.framework.title for name, (_, file) in self._files.items()}

    @property
    def default(self) -> str:
        """The id of the framework that is shown when none is asked for."""
        return next(iter(self._files))

    @property
    def opened(self) -> Mapping[str, Results]:
        """The results that somebody asked for so far, by the id of their framework."""
        return dict(self._opened)

    def results(self, framework: str) -> Results:
        """The results under a framework, the default one for an empty id, scored where they are not stored yet.

        Raises KeyError and InputProblems.
        """
        framework = framework or self.default
        if framework not in self._opened:
            path, _ = self._files[framework]
            with self._opening:
                if framework not in self._opened:
                    self._opened[framework] = open_results(self.data, path)
        return self._opened[framework]


def places() -> tuple[Path, tuple[Path, ...]]:
    """The dataset folder and the framework files: as `TELADAN_DATA` and `TELADAN_FRAMEWORK` say, else shipped."""
    data = Path(os.environ.get("TELADAN_DATA", shipped.DATA))
    if own := os.environ.get("TELADAN_FRAMEWORK"):
        return data, (Path(own),)
    return data, (shipped.FRAMEWORK, *sorted(shipped.FRAMEWORKS.glob("*.yaml")))


def read_figures() -> Figures:
    """What these places hold now. Raises InputProblems where a framework file is broken."""
    return Figures(*places())


_current: Figures | None = None
_reading = threading.Lock()


def figures() -> Figures:
    """The figures that are published now. Raises InputProblems where there were none yet and they are broken."""
    global _current
    with _reading:
        if _current is None:
            _current = read_figures()
        return _current


def publish(new: Figures) -> None:
    """From now on these are shown, to everybody who asks anew."""
    global _current
    with _reading:
        _current = new
