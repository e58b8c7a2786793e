"""The front end's files are compressed once, and nothing else is touched."""

import asyncio
import gzip
from dataclasses import dataclass

import pytest
from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response

from server.gzip import KeepGzipped
from tests.coroutines import run_apart

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
    return run_apart(answer_of(app, path, **headers))


async def answer_of(app, path: str, **headers: str) -> Answer:
    asked = {"accept-encoding": "gzip, br"} | {name.replace("_", "-"): value for name, value in headers.items()}
    raw = [(name.encode(), value.encode()) for name, value in asked.items()]
    scope = {"type": "http", "method": "GET", "path": path, "headers": raw}
    sent = []

    async def send(message):
        sent.append(message)

    await app(scope, None, send)
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


def test_it_is_compressed_once_however_many_ask_at_the_same_time(inner):
    app = KeepGzipped(inner)

    async def hall() -> list[Answer]:
        return await asyncio.gather(*(answer_of(app, "/static/a.js") for _ in range(50)))

    assert {gzip.decompress(answer.body) for answer in run_apart(hall())} == {SCRIPT}
    assert inner.asked == ["/static/a.js"]


def test_a_first_one_that_fails_takes_nothing_from_the_others(inner):
    failures = [RuntimeError("the first")]

    async def failing(scope, receive, send) -> None:
        await asyncio.sleep(0.01)
        if failures:
            raise failures.pop()
        await inner(scope, receive, send)

    app = KeepGzipped(failing)

    async def hall() -> list[Answer | BaseException]:
        asked = (answer_of(app, "/static/a.js") for _ in range(3))
        return await asyncio.gather(*asked, return_exceptions=True)

    first, *others = run_apart(hall())
    assert isinstance(first, RuntimeError)
    assert [gzip.decompress(answer.body) for answer in others] == [SCRIPT, SCRIPT]
    assert inner.asked == ["/static/a.js"]


def test_nobody_waits_for_a_slow_reader_of_what_is_not_kept(inner):
    app = KeepGzipped(inner)

    async def hall() -> Answer:
        still_reading = asyncio.Event()

        async def slow_send(message) -> None:
            await still_reading.wait()

        scope = {"type": "http", "method": "GET", "path": "/static/a.woff2", "headers": [(b"accept-encoding", b"gzip")]}
        slow = asyncio.create_task(app(scope, None, slow_send))
        await asyncio.sleep(0)
        other = await asyncio.wait_for(answer_of(app, "/static/a.woff2"), 10)
        still_reading.set()
        await slow
        return other

    assert run_apart(hall()).body == SCRIPT


def test_what_the_inner_application_would_compress_itself_is_kept_too(inner):
    app = KeepGzipped(GZipMiddleware(inner))
    first, second = (ask(app, "/hall/static/1/plotly.min.js") for _ in range(2))
    assert gzip.decompress(second.body) == SCRIPT
    assert first.headers["content-length"] == second.headers["content-length"] == str(len(second.body))
    assert inner.asked == ["/hall/static/1/plotly.min.js"]


@pytest.mark.parametrize("path", ["/static/./a.js", "/static/b/../a.js", "/static//a.js", "//static/a.js"])
def test_another_way_of_writing_an_address_fills_no_memory(inner, path):
    app = KeepGzipped(inner)
    assert [ask(app, path).body for _ in range(2)] == [SCRIPT, SCRIPT]
    assert inner.asked == [path, path]


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
