"""A hall that follows a presenter: telephones that ask where the room stands, and have the next slide ready.

They do what static/hall/poll.js and slides.js do: ask at the pace that the server tells, a little more or less each;
wait longer while there is no answer; fetch the slide that is shown, for a region of their own, and then the next one.
Those that have kept nothing fetch every file of the page too.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import random
import re
import time
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from benchmarks.web import Connection, tell

_WAITS = (0.8, 1.5, 3.0, 5.0)  # seconds between questions while there is no answer
_AHEAD = 8.0  # seconds over which telephones fetch the slide that comes next
_NAMED = re.compile(r'(?:src|href)="([^"]*/hall/static/[^"]+)"')  # files that a page names
_IMPORTED = re.compile(r'from "(\./[^"]+)"')  # modules that a module imports


@dataclass
class Room:
    """A room and its presenter."""

    port: int
    code: str
    token: str
    count: int

    async def move(self, slide: int) -> float:
        """Move to a slide; when that was answered."""
        for _ in range(20):
            try:
                content = {"slide": slide, "black": False}
                connection = Connection(self.port)
                await tell(connection, f"/hall/{self.code}/state", content, Authorization=f"Bearer {self.token}")
                connection.close()
                return time.perf_counter()
            except (OSError, EOFError, TimeoutError):  # the presenter's page tries again as well
                await asyncio.sleep(0.5)
        raise RuntimeError("the room could not be moved")


async def open_room(port: int, storyline: str) -> Room:
    """Open a room with a shipped storyline."""
    connection = Connection(port)
    told = await tell(connection, "/hall/rooms", {"storyline": storyline, "lang": "id"})
    connection.close()
    return Room(port, told["code"], told["token"], told["count"])


@dataclass
class Follower:
    """One telephone, `cold` where it has kept no file of an earlier visit.

    `arrived`: when each slide stood on it; `errors`: what a person would have seen.
    """

    room: Room
    region: str
    cold: bool = False
    arrived: dict[int, float] = field(default_factory=dict)
    heard: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    opening: float = 0.0
    received: int = 0

    async def open(self, wait: float) -> None:
        """Come to the room: the page, where it stands, and its slide. `opening` is how long that took."""
        await asyncio.sleep(wait)
        start = time.perf_counter()
        self._connection = Connection(self.room.port)
        self._slides: dict[int, bytes] = {}
        status, headers, page = await self._connection.ask(f"/hall/{self.room.code}?lang=id&region={self.region}")
        if status != 200:
            self.errors.append(f"page {status}")
        if self.cold:
            await self._fetch_files(_text(headers, page))
        await self._fetch((await self._state())["slide"])
        self.opening = time.perf_counter() - start
        self.received = self._connection.received

    async def follow(self, until: float) -> None:
        """Follow until then."""
        failed, shown = 0, 0
        await asyncio.sleep(random.uniform(0, 2.5))
        while time.perf_counter() < until:
            try:
                state = await self._state()
                slide = state["slide"]
                await self._fetch(slide)
                self.heard.append(time.perf_counter())
                if slide != shown:
                    self.arrived[slide] = time.perf_counter()
                    shown = slide
                    self._ahead = asyncio.create_task(self._fetch_later(slide % self.room.count + 1))
                failed, wait = 0, state["poll_after"] / 1000
            except (OSError, EOFError, TimeoutError):
                failed, wait = failed + 1, _WAITS[min(failed, len(_WAITS) - 1)]
            await asyncio.sleep(wait * random.uniform(0.8, 1.2))
        self._connection.close()

    async def _fetch_files(self, page: str) -> None:
        """Every file that the page names, and every module that its scripts import."""
        wanted, seen = _NAMED.findall(page), set[str]()
        while wanted:
            path = wanted.pop()
            if path in seen:
                continue
            seen.add(path)
            status, headers, body = await self._connection.ask(path)
            if status != 200:
                self.errors.append(f"{path} {status}")
            if path.endswith(".js") and not path.endswith(".min.js"):
                wanted += [normpath(join(dirname(path), name)) for name in _IMPORTED.findall(_text(headers, body))]

    async def _state(self) -> dict[str, int]:
        status, _, body = await self._connection.ask(f"/hall/{self.room.code}/state")
        if status != 200:
            self.errors.append(f"state {status}")
            raise OSError(status)
        found: dict[str, int] = json.loads(body)
        return found

    async def _fetch(self, slide: int) -> None:
        if slide in self._slides:
            return
        address = f"/hall/{self.room.code}/slides/{slide}?region={self.region}&lang=id&theme=light&narrow=1"
        status, _, body = await self._connection.ask(address)
        if status != 200:
            self.errors.append(f"slide {status}")
            raise OSError(status)
        self._slides[slide] = body

    async def _fetch_later(self, slide: int) -> None:
        """Over a connection of its own, as a browser does while another question is under way."""
        await asyncio.sleep(random.uniform(0, _AHEAD))
        if slide in self._slides:
            return
        connection = Connection(self.room.port)
        try:
            address = f"/hall/{self.room.code}/slides/{slide}?region={self.region}&lang=id&theme=light&narrow=1"
            status, _, body = await connection.ask(address)
            if status == 200:
                self._slides[slide] = body
        except (OSError, EOFError, TimeoutError):
            pass  # it is fetched when it is shown
        finally:
            connection.close()


def _text(headers: dict[str, str], body: bytes) -> str:
    return (gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body).decode()
