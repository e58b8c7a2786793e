"""The front end's files are compressed once, and nothing else is touched."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest
from starlette.datastructures import Headers
from starlette.responses import Response

from server.gzip import KeepGzipped

SCRIPT = b"const answer = 42;\n" * 500
FOREVER = {"Cache-Control": "public, immutable, max-age=31536000", "ETag": '"1"'}


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: Headers
    body: bytes


class FrontEnd:
    """A front end in small, that notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def __call__(self, scope, receive, send) -> None:
        path = scope["path"]
        self.asked.append(path)
        if path.endswith("made-up"):
            answer = Response(SCRIPT, media_type="text/html", headers={"Cache-Control": "no-cache"})
        elif "if-none-match" in Headers(scope=scope):
            answer = Response(status_code=304, headers=FOREVER)
        else:
            kind = "font/woff2" if path.endswith(".woff2") else "text/javascript"
            answer = Response(SCRIPT, media_type=kind, headers=FOREVER)
        await answer(scope, receive, send)


def ask(app, path: str, **headers: str) -> Answer:
    """Ask an application for a path, as a browser that takes gzip."""
    asked = {"accept-encoding": "gzip, br"} | {name.replace("_", "-"): value for name, value in headers.items()}
    raw = [(name.encode(), value.encode()) for name, value in asked.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": raw}
    sent = []

    async def send(message):
        sent.append(message)

    # In a thread of its own: a test in a browser may have an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app(scope, None, send)).result()
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)


@pytest.fixture
def inner() -> FrontEnd:
    """The application behind the middleware."""
    return FrontEnd()


def test_script_is_compressed_once_and_kept(inner):
    app = KeepGzipped(inner)
    first, second = ask(app, "/static/a.js"), ask(app, "/static/a.js")
    assert gzip.decompress(first.body) == SCRIPT
    assert (second.body, second.headers) == (first.body, first.headers)
    assert first.headers["content-encoding"] == "gzip"
    assert int(first.headers["content-length"]) == len(first.body) < len(SCRIPT) / 10
    assert (first.headers["vary"], first.headers["etag"]) == ("Accept-Encoding", '"1"')
    assert inner.asked == ["/static/a.js"]


@pytest.mark.parametrize(
    ("header", "value"), [("accept_encoding", "identity"), ("range", "bytes=0-9"), ("if_none_match", '"1"')]
)
def test_other_requests_reach_the_front_end(inner, header, value):
    app = KeepGzipped(inner)
    ask(app, "/static/a.js")
    assert "content-encoding" not in ask(app, "/static/a.js", **{header: value}).headers
    assert len(inner.asked) == 2


@pytest.mark.parametrize("path", ["/static/made-up", "/static/a.woff2", "/other.js"])
def test_what_may_change_or_is_compressed_already_is_not_kept(inner, path):
    app = KeepGzipped(inner)
    for _ in range(2):
        answer = ask(app, path)
        assert (answer.body, "content-encoding" in answer.headers) == (SCRIPT, False)
    assert inner.asked == [path, path]
