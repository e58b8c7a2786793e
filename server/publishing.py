"""New figures appear by themselves: noticed, scored beside what is shown, and put in its place as a whole.

What is broken is never shown: the figures that stand stay, and `/healthz` tells that newer ones were refused.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from metrics.figures import Figures, figures, places, publish, read_figures
from metrics.problems import InputProblems, Problem
from server.complete import check_complete
from server.prepare import NotPrepared, prepare, prepare_beside

SECONDS = 2.0  # between two looks
QUIET = 4  # looks that must agree: six seconds without a change, since a copy may pause
LATER = 150  # looks until what could not be scored is tried again: five minutes

_Look = frozenset[tuple[str, int, int]]
_log = logging.getLogger(__name__)


class Publishing:
    """Looks after the folders and files that figures are read from.

    since      when the figures that are shown were published in this process
    preparing  whether newer ones are being scored and drawn at this moment
    refused    what is wrong with newer figures that are not shown; nothing where the newest are shown
    """

    def __init__(
        self,
        make_ready: Callable[[Figures], None] = lambda new: None,
        score_beside: Callable[[], None] = prepare_beside,
    ) -> None:
        """`score_beside` scores in another process; `make_ready` gets new figures just before they are shown."""
        self._make_ready = make_ready
        self._score_beside = score_beside
        self._last: _Look | None = None
        self._read: _Look | None = None
        self._alike = 1  # so many looks agreed by now
        self.since = datetime.now(UTC)
        self.preparing = False
        self.refused: tuple[Problem, ...] = ()

    def look(self) -> bool:
        """One look; whether other figures are shown from now on.

        What is new is read once several looks agree: a copy that is under way is waited for.
        """
        now = _look()
        last, self._last = self._last, now
        self._alike = self._alike + 1 if now == last else 1
        if self._alike < QUIET or now == self._read:
            return False
        self._read = now
        return self._take()

    def _take(self) -> bool:
        """Show what there is now, unless it is shown already or has problems."""
        try:
            new = read_figures()
            shown = _shown()
            if shown is not None and new.version == shown.version:
                self.refused = ()
                return False
            self.preparing = True
            return self._prepare(new, shown)
        except InputProblems as error:
            self.refused = error.problems
            _log.warning("Newer figures have %d problems and are not shown; those before them stay", len(self.refused))
        except NotPrepared as error:  # this process answers visitors: it does not score by itself
            self.refused = (Problem("not-prepared"),)
            self._read, self._alike = None, -LATER
            _log.warning("Newer figures could not be scored and are tried again later: %s", error)
        except OSError:  # a file went while it was read
            self._read = None
        finally:
            self.preparing = False
        return False

    def _prepare(self, new: Figures, shown: Figures | None) -> bool:
        """Score, compare, draw, show; False where the files changed again meanwhile. Raises as scoring does."""
        for step in (self._score_beside, lambda: prepare(new)):  # the second finds what the first kept
            step()
            if _look() != self._read:
                self._read = None
                return False
        if shown is not None:
            check_complete(shown, new)
        self._make_ready(new)
        publish(new)
        self.since, self.refused = datetime.now(UTC), ()
        _log.warning("Newer figures are shown: version %s", new.version)
        return True

    @contextmanager
    def looking(self, tell: Callable[[], object]) -> Iterator[None]:
        """Look every few seconds, in a thread of its own, until the end of the block; `tell` that others are shown."""
        over = threading.Event()

        def keep_looking() -> None:
            while not over.wait(SECONDS):
                try:
                    if self.look():
                        tell()
                except Exception:  # whatever it is, the next look may go well
                    _log.exception("Looking for newer figures failed")

        thread = threading.Thread(target=keep_looking, name="publishing", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()


def _look() -> _Look:
    """Name, size and time of every file that figures are read from."""
    data, files = places()
    seen = set()
    for path in (*data.rglob("*"), *files):
        with suppress(OSError):  # gone between listing and looking
            stat = path.stat()
            seen.add((str(path), stat.st_size, stat.st_mtime_ns))
    return frozenset(seen)


def _shown() -> Figures | None:
    """What is shown; None where nothing could be so far."""
    try:
        return figures()
    except InputProblems:
        return None
