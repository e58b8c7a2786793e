"""Scores what is published and keeps it where the server finds it: `python -m server.prepare`.

A process of its own, with a slightly lower priority where the system knows one: a server in use goes on answering
meanwhile, and a hall at its busiest does not keep it from its work. Of several that are started at the same time one
scores, and the others find what it kept. What is wrong with the input it tells whoever started it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from metrics import shipped
from metrics.figures import Figures, read_figures
from metrics.kept_bands import kept_bands
from metrics.problems import InputProblems, Problem
from metrics.shipped import cache_folder

_PATIENCE = 15 * 60  # seconds; two slow cores that a hall keeps busy take one or two minutes


def prepare(figures: Figures) -> None:
    """Score under every framework, and draw the bands of the year that screens open on. Raises InputProblems."""
    for framework in figures.frameworks:
        results = figures.results(framework)
        with suppress(InputProblems):  # ranks are shown without bands then, and screens say why
            kept_bands(results, results.opening_year)


class NotPrepared(Exception):
    """The other process came to no end: it failed, or took longer than anything should."""


def prepare_beside() -> None:
    """The same in another process. Raises InputProblems as there, and NotPrepared."""
    command = [sys.executable, "-m", "server.prepare"]
    try:
        ended = subprocess.run(command, cwd=shipped.ROOT, stdout=subprocess.PIPE, timeout=_PATIENCE, check=True)
        problems: tuple[Problem, ...] = pickle.loads(ended.stdout)
    except (OSError, subprocess.SubprocessError, pickle.UnpicklingError, EOFError) as error:
        raise NotPrepared(str(error)) from error
    if problems:
        raise InputProblems(problems)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Waits for others of the same cache, where the system knows such locks; it ends with the process that holds it."""
    try:
        import fcntl

        cache_folder().mkdir(parents=True, exist_ok=True)
        lock = (cache_folder() / "preparing.lock").open("w")
    except (ImportError, OSError):  # Windows, or a folder that cannot be written: each scores for itself
        yield
        return
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def main() -> None:
    """Do it; what is wrong with the input goes to standard output, for `prepare_beside`."""
    if hasattr(os, "nice"):
        os.nice(2)
    problems: tuple[Problem, ...] = ()
    try:
        with _one_at_a_time():
            prepare(read_figures())
    except InputProblems as error:
        problems = error.problems
    sys.stdout.buffer.write(pickle.dumps(problems))


if __name__ == "__main__":
    main()
