"""The front end's files, compressed once and kept.

Streamlit serves them as they are: 8.8 MiB for a first visit with a chart, 2.7 compressed. Compressing them for
every visitor would cost more than it saves; they never change while the server runs, so once is enough.
"""

from __future__ import annotations

import asyncio
import gzip
import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_COMPRESSIBLE = ("text/", "application/javascript", "application/json", "application/wasm", "image/svg+xml")
_SMALLEST = 1_000  # bytes; below it a header more is not worth it


@dataclass(frozen=True)
class _Kept:
    """A compressed answer, ready to be sent again."""

    start: Message
    body: bytes


class KeepGzipped:
    """Middleware: answers `/static/…` compressed, from memory after the first time.

    Only answers that the inner application itself calls immutable are kept, each under the one address that
    is written the short way, so what a visitor makes up in an address fills no memory. Ranges and revalidation
    go to the inner application untouched. A file is compressed once however many ask for it at the same time: a hall
    that opens its first page would otherwise hold each copy of it in memory.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, _Kept] = {}
        self._asked: dict[str, asyncio.Event] = {}  # set as soon as it is known whether the answer is kept

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not _may_compress(scope):
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        while (first := self._asked.get(path)) is not None and not first.is_set():
            await first.wait()
        if path in self._kept or await self._keep(path, scope, receive, send):
            kept = self._kept[path]
            await send(kept.start)
            await send({"type": "http.response.body", "body": kept.body})

    async def _keep(self, path: str, scope: Scope, receive: Receive, send: Send) -> bool:
        """Whether the answer is kept from now on; where it is not, it was sent as the inner application gave it."""
        known = self._asked.setdefault(path, asyncio.Event())
        answer = _Answer(send, known.set)
        try:
            await self._app(_uncompressed(scope), receive, answer)
            if answer.held:
                self._kept[path] = await to_thread.run_sync(answer.compressed)
        finally:
            known.set()
            self._asked.pop(path, None)
        return answer.held


class _Answer:
    """Listens to the inner application: holds back what can be kept, tells of and passes on everything else."""

    def __init__(self, send: Send, passed_on: Callable[[], None]) -> None:
        self._send = send
        self._passed_on = passed_on
        self._start: Message = {}
        self._chunks: list[bytes] = []
        self.held = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            self.held = _may_keep(message)
            if not self.held:
                self._passed_on()
        if not self.held:
            await self._send(message)
        elif message["type"] == "http.response.body":
            self._chunks.append(message.get("body", b""))

    def compressed(self) -> _Kept:
        """What was held back, compressed."""
        body = gzip.compress(b"".join(self._chunks), compresslevel=6, mtime=0)
        headers = MutableHeaders(raw=list(self._start["headers"]))
        headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
        headers.add_vary_header("Accept-Encoding")
        return _Kept({**self._start, "headers": headers.raw}, body)


def _may_compress(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or "/static/" not in scope["path"]:
        return False
    if not _short(scope["path"]):
        return False
    headers = Headers(scope=scope)
    if "range" in headers or "if-none-match" in headers or "if-modified-since" in headers:
        return False
    return "gzip" in headers.get("accept-encoding", "")


def _short(path: str) -> bool:
    """Whether no other way of writing it is shorter: `/static/./a.js` and `/static//a.js` are the same file again."""
    return "//" not in path and "\\" not in path and posixpath.normpath(path) == path


def _uncompressed(scope: Scope) -> Scope:
    """The request without its wish for a compressed answer: Streamlit would compress the hall's files each time."""
    return {**scope, "headers": [header for header in scope["headers"] if header[0] != b"accept-encoding"]}


def _may_keep(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return (
        start["status"] == 200
        and "immutable" in headers.get("cache-control", "")
        and "content-encoding" not in headers
        and headers.get("content-type", "").startswith(_COMPRESSIBLE)
        and int(headers.get("content-length", _SMALLEST)) >= _SMALLEST
    )
