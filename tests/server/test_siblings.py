"""What another process of the same server holds is found there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from server.siblings import PLACE, AskSiblings, answering_siblings
from tests.coroutines import run_apart

Said = tuple[int, bytes, dict[bytes, bytes]]


class Holding:
    """A process that holds some files, and takes what is handed over to some sessions."""

    def __init__(self, *held: str) -> None:
        self.held = held
        self.asked: list[str] = []
        self.taken: dict[str, bytes] = {}
        routes = [
            Route("/media/{name}", self._media),
            Route("/_stcore/upload_file/{session}/{name}", self._upload, methods=["PUT"]),
            Route("/other", self._other),
        ]
        self.app: ASGIApp = AskSiblings(Starlette(routes=routes))

    async def _media(self, request: Request) -> Response:
        self.asked.append(request.path_params["name"] + "?" + request.url.query)
        if request.path_params["name"] not in self.held:
            return PlainTextResponse("not here", 404)
        return PlainTextResponse("the file", headers={"Content-Disposition": "attachment"})

    async def _upload(self, request: Request) -> Response:
        if request.path_params["session"] not in self.held:
            return PlainTextResponse("no such session", 400)
        self.taken[request.headers["x-xsrftoken"]] = await request.body()
        return Response(status_code=204)

    async def _other(self, request: Request) -> Response:
        return PlainTextResponse("not here", 404)


async def say(app: ASGIApp, path: str, method: str = "GET", body: bytes = b"", query: bytes = b"") -> Said:
    """One request, as a server hands it to an application."""
    headers = [(b"x-xsrftoken", b"token"), (b"host", b"hall"), (b"content-length", str(len(body)).encode())]
    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": query}
    scope |= {"headers": headers, "root_path": "", "scheme": "http", "server": ("hall", 80), "client": ("10.0.0.1", 1)}
    heard: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        heard.append(message)

    await app(scope, receive, send)
    return heard[0]["status"], b"".join(m.get("body", b"") for m in heard[1:]), dict(heard[0]["headers"])


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """Asks the first process, with the second one beside it."""
    monkeypatch.setenv(PLACE, str(tmp_path))
    (tmp_path / "1").touch()  # of a process that died: nobody listens at port 1

    def ask(first: Holding, second: Holding, *request: object, **more: object) -> Said:
        async def both() -> Said:
            async with answering_siblings(second.app):
                return await say(first.app, *request, **more)

        return run_apart(both())

    return ask


def test_a_file_is_found_with_the_process_that_holds_it(ask: Callable[..., Said]) -> None:
    first, second = Holding(), Holding("table.csv")
    status, body, headers = ask(first, second, "/media/table.csv", query=b"a=1")
    assert (status, body, headers[b"content-disposition"]) == (200, b"the file", b"attachment")
    assert second.asked == ["table.csv?a=1"]


def test_a_process_that_holds_it_asks_nobody(ask: Callable[..., Said]) -> None:
    first, second = Holding("table.csv"), Holding("table.csv")
    assert ask(first, second, "/media/table.csv")[:2] == (200, b"the file")
    assert second.asked == []


def test_what_nobody_holds_is_not_there_and_nobody_asks_in_circles(ask: Callable[..., Said]) -> None:
    first, second = Holding(), Holding()
    assert ask(first, second, "/media/table.csv")[:2] == (404, b"not here")
    assert (len(first.asked), len(second.asked)) == (1, 1)
    assert ask(first, second, "/other")[:2] == (404, b"not here")


def test_what_is_handed_over_reaches_the_process_of_the_session_whole(ask: Callable[..., Said]) -> None:
    first, second = Holding(), Holding("session")
    figures = bytes(range(256)) * 4000
    assert ask(first, second, "/_stcore/upload_file/session/1", "PUT", figures)[0] == 204
    assert second.taken == {"token": figures}


def test_more_than_anybody_takes_is_refused(ask: Callable[..., Said]) -> None:
    assert ask(Holding(), Holding("session"), "/_stcore/upload_file/session/1", "PUT", b"x" * (9 << 20))[0] == 413


def test_the_door_closes_with_the_process(ask: Callable[..., Said], tmp_path: Path) -> None:
    ask(Holding(), Holding(), "/media/table.csv")
    assert list(tmp_path.iterdir()) == []
