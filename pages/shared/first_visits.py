"""Every screen is drawn once before the hall comes: what is the same for all is then ready.

The process visits itself, as a browser would but without a connection. What a screen makes on its first drawing is
kept by it (`pages/shared/kept.py`, `st.cache_data`); a hall that opens it at the same instant only collects it.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress

from starlette.types import ASGIApp, Message, Scope
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from words import LANGUAGES

_LONGEST = 120  # seconds for one screen
_log = logging.getLogger(__name__)


class FirstVisits:
    """Draws screens, each by its address in every language; one that fails is only told of in the log.

    over    whether all of them have been drawn
    """

    def __init__(self, screens: Sequence[str], base_path: str, first: Callable[[], None]) -> None:
        """`first` is called in a thread before the second screen is drawn."""
        self._first = first
        self._visits = [_Visit(screen, f"lang={language}", base_path) for language in LANGUAGES for screen in screens]
        self.over = not screens

    @asynccontextmanager
    async def under_way(self, app: ASGIApp) -> AsyncIterator[None]:
        """The first screen before the block begins, the others beside it."""
        for visit in self._visits[:1]:
            await visit.make(app)
        rest = asyncio.create_task(self._make_rest(app))
        try:
            yield
        finally:
            rest.cancel()
            with suppress(asyncio.CancelledError):
                await rest

    async def _make_rest(self, app: ASGIApp) -> None:
        if not self.over:
            await asyncio.to_thread(self._first)
        for visit in self._visits[1:]:
            await visit.make(app)
        self.over = True


class _Visit:
    """One visitor, who opens a screen and leaves when it has been drawn."""

    def __init__(self, screen: str, query: str, base_path: str) -> None:
        self._name = f"{screen}?{query}"
        base = base_path.strip("/")
        self._path = f"/{base}/_stcore/stream" if base else "/_stcore/stream"
        self._to_say: list[Message] = [{"type": "websocket.connect"}, _asking_for(screen, query)]
        self._drawn = asyncio.Event()

    async def make(self, app: ASGIApp) -> None:
        """Open, wait until it is drawn, leave."""
        try:
            async with asyncio.timeout(_LONGEST):
                await app(self._scope(), self._say, self._hear)
        except Exception:  # a visitor will be told; the server is to go on all the same
            _log.exception("The screen %s could not be drawn before the first visitor came", self._name)

    def _scope(self) -> Scope:
        path = self._path
        scope: Scope = {"type": "websocket", "scheme": "ws", "path": path, "raw_path": path.encode(), "root_path": ""}
        scope |= {"query_string": b"", "headers": [], "subprotocols": [], "client": None, "server": None, "state": {}}
        return scope

    async def _say(self) -> Message:
        if self._to_say:
            return self._to_say.pop(0)
        await self._drawn.wait()
        return {"type": "websocket.disconnect", "code": 1000}

    async def _hear(self, message: Message) -> None:
        if said := message.get("bytes"):
            found = ForwardMsg.FromString(said)
            ended = found.WhichOneof("type") == "script_finished"
            if ended and found.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                self._drawn.set()
        elif message["type"] == "websocket.close":
            self._drawn.set()


def _asking_for(screen: str, query: str) -> Message:
    """What a browser says when it opens a screen."""
    asked = BackMsg()
    run = asked.rerun_script
    run.page_name = screen
    run.query_string = query
    run.context_info.timezone = "UTC"
    run.context_info.locale = "id-ID"
    run.context_info.url = f"http://localhost/{screen}"
    return {"type": "websocket.receive", "bytes": asked.SerializeToString()}
