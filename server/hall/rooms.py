"""Rooms of the hall: which storyline is shown, at which slide it stands, and who may move it.

They are kept in a small database beside the results, so that several processes share them and a restart goes unnoticed.
Of whoever follows nothing is kept. Of the presenter's token only its hash: who reads the file moves no room.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.hall.rooms_file import RoomsFile
from words import Language

# Letters that are told apart when read from the last row and when called out; no vowel, so that no word comes about.
LETTERS = "CDFGHJKMNPRTWXZ"
CODE_LENGTH = 5
IDLE_SECONDS = 12 * 60 * 60  # a day of a seminar with its evening; then the room is gone
MOST_ROOMS = 200
MOST_A_MINUTE = 60  # of all together; one address opens fewer (server/hall/askers.py)


@dataclass(frozen=True)
class State:
    """Where a room stands: slide `slide` of `count`, counted from 1; `moved` grows with each move."""

    slide: int
    count: int
    black: bool
    moved: int


@dataclass(frozen=True)
class Room:
    """What a room shows: a storyline as YAML, told for a region (a code) where it takes one, in a language."""

    code: str
    story: str
    region: str | None
    language: Language
    count: int


class NoRoom(Exception):
    """There is no room of this code: it never was, or nobody has moved it for twelve hours."""


class NotThePresenter(Exception):
    """The token is not that of the room."""


class NoSuchSlide(Exception):
    """The room's storyline has no slide of this number."""


class TooManyRooms(Exception):
    """As many rooms are open as may be, or were opened within a minute; it is worth asking again in `seconds`."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"again in {seconds} seconds")


class Rooms:
    """The rooms in one file. Threads and processes may share it; each call is whole or nothing.

    Any call raises RoomsBusy where another process holds the file for too long.
    """

    def __init__(self, file: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._file = RoomsFile(file)
        self._clock = clock

    def open(self, story: str, count: int, region: str | None, language: Language) -> tuple[Room, str]:
        """A new room at the first of `count` slides, and the token that moves it, which is told this once.

        Raises TooManyRooms.
        """
        now, token = self._clock(), secrets.token_urlsafe(32)
        with self._file.writing() as connection:
            connection.execute("DELETE FROM room WHERE touched < ?", [now - IDLE_SECONDS])
            ((kept, lately),) = connection.execute(
                "SELECT count(*), coalesce(sum(opened > ?), 0) FROM room", [now - 60]
            ).fetchall()
            if lately >= MOST_A_MINUTE:
                raise TooManyRooms(60)
            if kept >= MOST_ROOMS and not _drop_idle(connection):
                raise TooManyRooms(3600)
            code = _new_code(connection)
            connection.execute(
                "INSERT INTO room (code, token_hash, story, region, language, count, opened, touched) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [code, _hash(token), story, region, language, count, now, now],
            )
        return Room(code, story, region, language, count), token

    def state(self, code: str) -> State:
        """Where the room stands. Raises NoRoom."""
        slide, count, black, moved = self._read("slide, count, black, moved", code)
        return State(slide, count, bool(black), moved)

    def room(self, code: str) -> Room:
        """What the room shows. Raises NoRoom."""
        return Room(*self._read("code, story, region, language, count", code))

    def check(self, code: str, token: str) -> None:
        """Raises NoRoom, and NotThePresenter where the token is not that of the room."""
        (kept,) = self._read("token_hash", code)
        if not hmac.compare_digest(kept, _hash(token)):
            raise NotThePresenter(code)

    def move(self, code: str, token: str, slide: int, black: bool) -> State:
        """Move the room to a slide, black or not. Raises NoRoom, NotThePresenter and NoSuchSlide."""
        self.check(code, token)
        count = self.state(code).count
        if not 1 <= slide <= count:
            raise NoSuchSlide(slide)
        with self._file.writing() as connection:
            found = connection.execute(
                "UPDATE room SET slide = ?, black = ?, moved = moved + 1, touched = ? WHERE code = ? RETURNING moved",
                [slide, black, self._clock(), code],
            ).fetchall()
        if not found:  # it ended this moment
            raise NoRoom(code)
        return State(slide, count, black, found[0][0])

    def close(self) -> None:
        """Let go of the file; the next call opens it again."""
        self._file.close()

    def _read(self, columns: str, code: str) -> tuple[Any, ...]:
        found = self._file.read(
            f"SELECT {columns} FROM room WHERE code = ? AND touched >= ?", [code, self._clock() - IDLE_SECONDS]
        )
        if not found:
            raise NoRoom(code)
        return found[0]


def _drop_idle(connection: sqlite3.Connection) -> bool:
    """Make room: the oldest room that nobody has moved so far goes. Whether there was one."""
    dropped = connection.execute(
        "DELETE FROM room WHERE code = (SELECT code FROM room WHERE moved = 0 ORDER BY touched LIMIT 1) RETURNING code"
    ).fetchall()
    return bool(dropped)


def _new_code(connection: sqlite3.Connection) -> str:
    """A code that no room has."""
    while True:
        code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
        if not connection.execute("SELECT 1 FROM room WHERE code = ?", [code]).fetchall():
            return code


def _hash(token: str) -> str:
    """A token has 256 random bits: nothing slower than SHA-256 is needed to keep it from being guessed."""
    return hashlib.sha256(token.encode()).hexdigest()
