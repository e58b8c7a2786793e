"""The file that rooms are kept in: who reads never waits for who writes, and what is written is whole or nothing."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from metrics.shipped import cache_folder, own_folder

_PATIENCE = 5  # seconds that a process waits for another one that writes

_TABLE = """
CREATE TABLE IF NOT EXISTS room (
  code TEXT PRIMARY KEY, token_hash TEXT NOT NULL, story TEXT NOT NULL, region TEXT, language TEXT NOT NULL,
  count INTEGER NOT NULL, slide INTEGER NOT NULL DEFAULT 1, black INTEGER NOT NULL DEFAULT 0,
  moved INTEGER NOT NULL DEFAULT 0, opened REAL NOT NULL, touched REAL NOT NULL
)
"""


class RoomsBusy(Exception):
    """Another process holds the file of the rooms; it is worth asking again."""


class RoomsFile:
    """The file, which threads and processes may share.

    It is made with its folder when it is first needed; where it can't be, it lives as long as this process.
    """

    def __init__(self, file: Path | None = None) -> None:
        """`file`: another one than that beside the results."""
        self._file = file
        self._opening, self._read_turn, self._write_turn = threading.Lock(), threading.Lock(), threading.Lock()
        self._opened: tuple[sqlite3.Connection, sqlite3.Connection] | None = None

    def read(self, query: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises RoomsBusy."""
        with self._read_turn, _busy_is_told():
            reading, _ = self._connections()
            return reading.execute(query, parameters).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All that is done inside is written at its end; nothing of it where it fails. Raises RoomsBusy."""
        with self._write_turn, _busy_is_told():
            _, connection = self._connections()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Let go of it; the next call opens it again."""
        with self._read_turn, self._write_turn, self._opening:
            for connection in self._opened or ():
                connection.close()
            self._opened = None

    def _connections(self) -> tuple[sqlite3.Connection, sqlite3.Connection]:
        """One to read by and one to write by: who reads, on the event loop, never waits for one who writes."""
        with self._opening:
            if self._opened is None:
                try:
                    self._opened = _both(self._file or cache_folder() / "rooms.sqlite3")
                except (OSError, sqlite3.OperationalError) as error:
                    if _is_busy(error):  # it is there: a file of one's own would hide the rooms of the others
                        raise
                    self._opened = _both(own_folder() / "rooms.sqlite3")  # a read-only installation
            return self._opened


def _both(file: Path) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    return _connect(file), _connect(file)


def _connect(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode = WAL")  # who reads does not wait for who writes
    connection.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes is at most the last move
    connection.execute(_TABLE)
    return connection


@contextmanager
def _busy_is_told() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if _is_busy(error):
            raise RoomsBusy from error
        raise


def _is_busy(error: Exception) -> bool:
    """Whether another process is the reason; SQLite tells the kind in the lowest byte of its code."""
    kinds = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
    return isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode & 0xFF in kinds
