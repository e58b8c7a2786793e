"""`/files/…`: presentations, workbooks and reports, made when they are asked for and kept while there is room.

An address says all that a file is made from; the figures published now are the rest. So any process gives the same
bytes for it, and an `ETag` tells before it is made whether the asker has them already.
"""

from __future__ import annotations

import hashlib
from functools import cache, partial
from pathlib import Path

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from metrics.figures import figures
from metrics.problems import InputProblems
from server.files.asked import PARAMETERS, Asked, check_lengths
from server.files.kinds import FILES
from server.kept import Busy, Kept
from server.leaving import Left, unless_left
from words import speak
from words.problems import say_problem

_KEPT = 32 * 2**20  # bytes of either line: some hundred reports, or as many presentations, or fifteen workbooks
# Files that are made or wait for it; who comes then is told so at once rather than after a minute and a half, when
# proxies give up. Presentations and workbooks stand in a line of their own, so that no report waits behind them.
_WAITING_LONG, _WAITING = 12, 30
_ROOMS = ("metrics", "charts", "exports", "words")  # whose code a file is made by
_HERE = Path(__file__).resolve().parents[2]
_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


def routes(base_path: str = "") -> list[Route]:
    """The routes; `base_path` is Streamlit's `server.baseUrlPath`."""
    base = "/" + base_path.strip("/") if base_path.strip("/") else ""
    long = Kept(_KEPT, threads=1, name="long-files", most_waiting=_WAITING_LONG)
    short = Kept(_KEPT, threads=1, name="files", most_waiting=_WAITING)
    answers = {name: _Answer(name, base, long if file.long else short) for name, file in FILES.items()}
    known = [Route(f"{base}/files/{name}", answer.answer) for name, answer in answers.items()]
    return [*known, Route(f"{base}/files/{{name:path}}", _no_such_file)]


async def _no_such_file(request: Request) -> Response:
    """404 for any other name, under which the application's own page would be saved otherwise."""
    words = speak("en" if request.query_params.get("lang") == "en" else "id")
    told = words.say("There is no such file. There are: {files}.", files=", ".join(FILES))
    return PlainTextResponse(told + "\n", 404, _SAFE)


class _Answer:
    """Answers the address of one kind of file."""

    def __init__(self, name: str, base: str, kept: Kept) -> None:
        self._name, self._base, self._kept = name, base, kept

    async def answer(self, request: Request) -> Response:
        """The file; 304 where the asker has it, 422 with what is wrong in words where it cannot be made."""
        try:
            asked = await to_thread.run_sync(self._asked, request)
        except InputProblems:  # the figures themselves have problems; `teladan check` says which
            return Response(status_code=503, headers=_SAFE)
        try:
            check_lengths(asked.given)
            file, tag = FILES[self._name], _tag(self._name, asked)
            name = await to_thread.run_sync(file.name, asked)
            headers = _SAFE | {"ETag": tag, "Cache-Control": "no-cache"}
            if _has(request, tag):
                return Response(status_code=304, headers=headers)
            body = await unless_left(request, self._kept.get(tag, partial(file.make, asked)))
        except InputProblems as error:
            told = "\n".join(say_problem(asked.words, problem) for problem in error.problems)
            return PlainTextResponse(told + "\n", 422, _SAFE)
        except Busy:
            told = asked.words.say("The server is busy. Try again in a moment.")
            return PlainTextResponse(told + "\n", 503, _SAFE | {"Retry-After": "30"})
        except Left:
            return Response(status_code=503, headers=_SAFE)
        return Response(body, headers=headers | _saved_as(self._name, name, asked), media_type=file.media_type)

    def _asked(self, request: Request) -> Asked:
        given = {name: request.query_params[name] for name in PARAMETERS if name in request.query_params}
        return Asked(figures(), given, f"{request.url.scheme}://{request.url.netloc}{self._base}/")


def _tag(name: str, asked: Asked) -> str:
    """By what the file is made of: the code, the figures, the parameters, the address that its links begin with."""
    told = repr((name, code_version(), asked.figures.version, sorted(asked.given.items()), asked.site))
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'


@cache
def code_version() -> str:
    """SHA-256 of the code and the style that files are made by: another release makes another file."""
    digest = hashlib.sha256()
    for room in _ROOMS:
        for path in sorted((_HERE / room).rglob("*")):
            if path.suffix in (".py", ".po", ".jinja", ".csv"):
                digest.update(path.read_bytes())
    for path in sorted((_HERE / "static").rglob("*")):  # the style and typeface that a report carries
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _has(request: Request, tag: str) -> bool:
    known = request.headers.get("if-none-match", "").split(",")
    return tag in (part.strip().removeprefix("W/") for part in known)


def _saved_as(file: str, name: str, asked: Asked) -> dict[str, str]:
    """Under which name it is saved: plain letters only, whatever an address holds."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in ".-_") else "-" for sign in name)
    stem, suffix = file.split(".")
    saved = f"teladan-{stem}-{plain}-{asked.language}.{suffix}"
    return {"Content-Disposition": f'attachment; filename="{saved}"'}
