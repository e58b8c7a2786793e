"""Rooms of the hall: a code to follow, a token to move, for all processes and over a restart."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from subprocess import PIPE

import pytest

from server.hall import rooms as module
from server.hall import rooms_file
from server.hall.askers import MOST_OF_ONE, Askers
from server.hall.rooms import (
    CODE_LENGTH,
    IDLE_SECONDS,
    LETTERS,
    NoRoom,
    NoSuchSlide,
    NotThePresenter,
    Rooms,
    State,
    TooManyRooms,
)
from server.hall.rooms_file import RoomsBusy

ROOT = Path(__file__).resolve().parents[2]


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def rooms(tmp_path: Path, clock: Clock) -> Iterator[Rooms]:
    found = Rooms(tmp_path / "folder" / "rooms.sqlite3", clock)
    yield found
    found.close()


def opened(rooms: Rooms) -> tuple[str, str]:
    """Code and token of a new room of five slides."""
    room, token = rooms.open("the story", 5, None, "id")
    return room.code, token


def test_a_room_begins_at_its_first_slide_and_goes_where_its_token_moves_it(rooms: Rooms) -> None:
    room, token = rooms.open("the story", 5, "53.71", "en")
    assert rooms.room(room.code) == room
    assert rooms.state(room.code) == State(1, 5, False, 0)
    assert rooms.move(room.code, token, 4, True) == State(4, 5, True, 1)
    assert rooms.move(room.code, token, 4, False) == rooms.state(room.code) == State(4, 5, False, 2)


def test_a_code_is_short_and_unambiguous_and_a_token_cannot_be_guessed(rooms: Rooms) -> None:
    codes, tokens = zip(*(opened(rooms) for _ in range(10)), strict=True)
    assert len(set(codes)) == len(set(tokens)) == 10
    assert all(len(code) == CODE_LENGTH and set(code) <= set(LETTERS) for code in codes)
    assert not set("AEIOUILBSVQ0158") & set(LETTERS)
    assert min(map(len, tokens)) * 6 >= 128  # six bits a sign


def test_only_the_token_of_the_room_moves_it(rooms: Rooms) -> None:
    code, token = opened(rooms)
    _, of_another = opened(rooms)
    for wrong in ("", "x", of_another, token[:-1]):
        with pytest.raises(NotThePresenter):
            rooms.move(code, wrong, 2, False)
    assert rooms.state(code).moved == 0


def test_there_is_no_slide_before_the_first_and_none_after_the_last(rooms: Rooms) -> None:
    code, token = opened(rooms)
    for wrong in (0, -1, 6, 10**12):
        with pytest.raises(NoSuchSlide):
            rooms.move(code, token, wrong, False)
    assert rooms.state(code) == State(1, 5, False, 0)


def test_a_room_that_nobody_moves_ends_and_one_that_is_moved_stays(rooms: Rooms, clock: Clock) -> None:
    (code, _), (other, token) = opened(rooms), opened(rooms)
    clock.now += IDLE_SECONDS - 1
    rooms.move(other, token, 2, False)
    clock.now += 2
    for ask in (rooms.state, rooms.room, lambda gone: rooms.move(gone, "x", 1, False)):
        with pytest.raises(NoRoom):
            ask(code)
    assert rooms.state(other).slide == 2


def test_an_ended_room_leaves_nothing_behind(rooms: Rooms, clock: Clock, tmp_path: Path) -> None:
    opened(rooms)
    clock.now += IDLE_SECONDS + 1
    code, _ = opened(rooms)
    rooms.close()
    file = sqlite3.connect(tmp_path / "folder" / "rooms.sqlite3")
    assert file.execute("SELECT code FROM room").fetchall() == [(code,)]
    file.close()


def test_the_file_holds_no_token_and_nothing_of_listeners(rooms: Rooms, tmp_path: Path) -> None:
    code, token = opened(rooms)
    rooms.state(code)
    rooms.close()
    held = b"".join(file.read_bytes() for file in (tmp_path / "folder").iterdir())
    assert token.encode() not in held
    file = sqlite3.connect(tmp_path / "folder" / "rooms.sqlite3")
    columns = {column for _, column, *_ in file.execute("PRAGMA table_info(room)")}
    file.close()
    assert columns == {"code", "token_hash", "story", "region", "language", "count"} | {
        "slide", "black", "moved", "opened", "touched"
    }  # fmt: skip


def test_rooms_are_limited_in_a_minute_and_altogether(
    rooms: Rooms, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_A_MINUTE", 3)
    monkeypatch.setattr(module, "MOST_ROOMS", 4)
    (code, token), *rest = [opened(rooms) for _ in range(3)]
    with pytest.raises(TooManyRooms):
        opened(rooms)
    rooms.move(code, token, 2, False)
    clock.now += 61
    rest += [opened(rooms), opened(rooms)]
    with pytest.raises(NoRoom):  # the oldest that nobody moved made way
        rooms.state(rest.pop(0)[0])
    assert rooms.state(code).slide == 2
    for idle, key in rest:
        rooms.move(idle, key, 2, False)
    clock.now += 61
    with pytest.raises(TooManyRooms):
        opened(rooms)
    clock.now += IDLE_SECONDS
    opened(rooms)


def test_one_address_takes_not_the_rooms_of_all(clock: Clock) -> None:
    askers = Askers(clock)
    for _ in range(MOST_OF_ONE):
        askers.count("10.0.0.1")
    with pytest.raises(TooManyRooms):
        askers.count("10.0.0.1")
    askers.count("10.0.0.2")
    clock.now += 61
    askers.count("10.0.0.1")


def test_who_reads_does_not_wait_for_another_process_that_writes(
    rooms: Rooms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms_file, "_PATIENCE", 60)
    code, token = opened(rooms)
    other = sqlite3.connect(tmp_path / "folder" / "rooms.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with ThreadPoolExecutor(1) as thread:
        moved = thread.submit(rooms.move, code, token, 2, False)
        for _ in range(20):
            assert rooms.state(code).slide == 1
            time.sleep(0.01)
        assert not moved.done(), "it waits, and was not waited for"
        other.execute("ROLLBACK")
        assert moved.result().slide == 2
    other.close()


def test_a_restart_changes_nothing(tmp_path: Path) -> None:
    before = Rooms(tmp_path / "rooms.sqlite3")
    code, token = opened(before)
    before.move(code, token, 3, True)
    before.close()
    after = Rooms(tmp_path / "rooms.sqlite3")
    assert after.state(code) == State(3, 5, True, 1)
    after.move(code, token, 4, False)
    after.close()


MOVES = 200
MOVE = f"""
import sys
from pathlib import Path
from server.hall.rooms import Rooms
from server.hall.rooms_file import RoomsBusy
file, code, token = sys.argv[1:]
rooms, left = Rooms(Path(file)), {MOVES}
rooms.state(code)
print("ready", flush=True)
sys.stdin.readline()
while left:
    try:
        rooms.move(code, token, left % 5 + 1, False)
        left -= 1
    except RoomsBusy:  # on a machine that has no time; the presenter's page asks again too
        pass
"""


def test_no_move_is_lost_when_processes_and_threads_move_at_once(tmp_path: Path) -> None:
    file = tmp_path / "rooms.sqlite3"
    rooms = Rooms(file)
    code, token = opened(rooms)

    def move(number: int) -> int:
        try:
            return rooms.move(code, token, number % 5 + 1, False).moved
        except RoomsBusy:
            return move(number)

    others = [
        subprocess.Popen(
            [sys.executable, "-c", MOVE, file, code, token], cwd=ROOT, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True
        )
        for _ in range(2)
    ]
    try:
        assert [other.stdout.readline() for other in others] == ["ready\n"] * 2
        for other in others:
            other.stdin.write("go\n")
            other.stdin.flush()
        with ThreadPoolExecutor(4) as threads:
            seen = list(threads.map(move, range(MOVES)))
        told = [other.communicate()[1] for other in others]
    finally:
        for other in others:
            other.kill()
    assert ([other.returncode for other in others], told) == ([0, 0], ["", ""])
    assert len(set(seen)) == MOVES  # each move has a number of its own
    assert rooms.state(code).moved == 3 * MOVES
    rooms.close()


def test_a_file_that_another_process_holds_is_waited_for_and_no_other_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms_file, "_PATIENCE", 0.01)
    monkeypatch.setattr(rooms_file, "own_folder", lambda: pytest.fail("it would hide the rooms of the others"))
    file = tmp_path / "rooms.sqlite3"
    before = Rooms(file)
    code, _ = opened(before)
    before.close()
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("UPDATE room SET touched = touched")
    after = Rooms(file)
    for ask in (lambda: after.state(code), lambda: opened(after)):
        with pytest.raises(RoomsBusy):
            ask()
    holder.close()
    assert after.state(code).slide == 1
    after.close()


def test_where_the_folder_cannot_be_written_rooms_live_as_long_as_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cache").write_text("a file where a folder is needed")
    monkeypatch.setenv("TELADAN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(rooms_file, "own_folder", lambda: tmp_path)
    rooms = Rooms()
    code, _ = opened(rooms)
    assert rooms.state(code).slide == 1
    rooms.close()
    assert (tmp_path / "rooms.sqlite3").is_file()
