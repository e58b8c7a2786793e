"""What one server process holds for its visitors, another of the same server finds.

A file to be downloaded, and one that was handed over, live in the memory of the process that a visitor's screen runs
in; the request for it is another connection, which may reach another process. That one asks its siblings, over the
loopback, before it says that there is no such thing. Behind a proxy that keeps a visitor with one process, or with one
process alone, nothing is ever asked.
"""

from __future__ import annotations

import asyncio
import http.client
import os
import socket
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

import uvicorn
from anyio import to_thread
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PLACE = "TELADAN_SIBLINGS"  # the environment names the folder in which each process puts the number of its door
_PASSED_ON = b"x-teladan-passed-on"
_OF_A_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "date", "server"}
_MOST = 8 << 20  # bytes of a request that are kept to be passed on; an upload may have five million
_PATIENCE = 20  # seconds for a sibling to answer
# Where such things are asked for, and what a process says that does not hold them.
_HELD = {"/media/": 404, "/_stcore/upload_file/": 400}


@contextmanager
def new_place() -> Iterator[Path]:
    """A folder for the doors of the processes, as long as the server runs; nobody else may look into it."""
    with tempfile.TemporaryDirectory(prefix="teladan-serve-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@asynccontextmanager
async def answering_siblings(app: ASGIApp) -> AsyncIterator[None]:
    """A door of this process's own, on the loopback, for its siblings; nothing where it has none."""
    if PLACE not in os.environ:
        yield
        return
    with socket.create_server(("127.0.0.1", 0)) as door:
        sign = Path(os.environ[PLACE]) / str(door.getsockname()[1])
        server = _Beside(uvicorn.Config(app, lifespan="off", log_config=None, access_log=False, ws="none"))
        serving = asyncio.create_task(server.serve([door]))
        sign.touch()
        try:
            yield
        finally:
            sign.unlink(missing_ok=True)
            server.should_exit = True
            await serving


class _Beside(uvicorn.Server):
    """A server beside that of the process, which alone listens to signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


class AskSiblings:
    """Middleware: what this process does not hold is asked of the others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        status = _status_of_absence(scope)
        if status is None:
            await self._app(scope, receive, send)
            return
        body = await _body(receive)
        if body is None:
            await send({"type": "http.response.start", "status": 413, "headers": [(b"content-length", b"0")]})
            await send({"type": "http.response.body"})
            return
        answer = _Answer(send, status)
        await self._app(scope, _again(body, receive), answer)
        if answer.held:
            for message in await to_thread.run_sync(_ask_all, scope, body, status) or answer.held:
                await send(message)


class _Answer:
    """Passes the answer of this process on, or holds it back where it says that it does not have the thing."""

    def __init__(self, send: Send, status: int) -> None:
        self._send = send
        self._status = status
        self.held: list[Message] = []

    async def __call__(self, message: Message) -> None:
        if self.held or (message["type"] == "http.response.start" and message["status"] == self._status):
            self.held.append(message)
        else:
            await self._send(message)


def _status_of_absence(scope: Scope) -> int | None:
    """What says that a thing is not here; None for a request that no other process could answer."""
    if scope["type"] != "http" or PLACE not in os.environ or any(name == _PASSED_ON for name, _ in scope["headers"]):
        return None
    return next((status for part, status in _HELD.items() if part in scope["path"]), None)


async def _body(receive: Receive) -> bytes | None:
    """The whole body of a request; None where it is larger than anything that is accepted."""
    chunks: list[bytes] = []
    while True:
        message = await receive()
        chunks.append(message.get("body", b""))
        if sum(map(len, chunks)) > _MOST:
            return None
        if not message.get("more_body"):
            return b"".join(chunks)


def _again(body: bytes, receive: Receive) -> Receive:
    """Receives the body as if it had not been read, and then what else comes."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return left.pop() if left else await receive()

    return again


def _ask_all(scope: Scope, body: bytes, status: int) -> list[Message] | None:
    """The answer of the first sibling that holds the thing, None where none does."""
    for sign in Path(os.environ[PLACE]).iterdir():
        try:
            answer = _ask(int(sign.name), scope, body)
        except ConnectionRefusedError:  # a process that died
            sign.unlink(missing_ok=True)
            continue
        except (OSError, http.client.HTTPException):
            continue
        if answer[0]["status"] != status:
            return answer
    return None


def _ask(port: int, scope: Scope, body: bytes) -> list[Message]:
    """The same request to the process behind a door. Raises OSError where that one is gone."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        path = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
        connection.putrequest(scope["method"], path.decode("latin-1"), skip_host=True, skip_accept_encoding=True)
        for name, value in (*scope["headers"], (_PASSED_ON, b"1")):
            if name.decode("latin-1") not in _OF_A_CONNECTION | {"content-length"}:
                connection.putheader(name.decode("latin-1"), value)
        connection.putheader("content-length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        headers = [(k.encode("latin-1"), v.encode("latin-1")) for k, v in answer.getheaders()]
        start = {"type": "http.response.start", "status": answer.status}
        start["headers"] = [(k, v) for k, v in headers if k.decode().lower() not in _OF_A_CONNECTION]
        return [start, {"type": "http.response.body", "body": answer.read()}]
    finally:
        with suppress(OSError):
            connection.close()
