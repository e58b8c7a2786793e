"""Answers of the hall: pages and JSON with the headers that belong on each, and what is wrong said in words."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from metrics.problems import InputProblems
from server.hall.rooms import NoRoom, NoSuchSlide, NotThePresenter, TooManyRooms
from server.hall.rooms_file import RoomsBusy
from server.kept import Busy
from server.leaving import Left
from words import LANGUAGES, Language, Words, speak
from words.problems import say_problem

Handler = Callable[[Request], Awaitable[Response]]

# Plotly writes its own style into the page and draws pictures for downloads; all else comes from this server.
_POLICY = "; ".join(
    [
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    ]
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class Refused(Exception):
    """What is asked can't be: an HTTP status, and why, one sentence or several."""

    def __init__(self, status: int, *told: str) -> None:
        self.status = status
        self.told = told
        super().__init__(*told)


def language_of(request: Request) -> Language:
    """The language that the address asks for; Indonesian where it names none of ours."""
    asked = request.query_params.get("lang")
    return next((language for language in LANGUAGES if language == asked), LANGUAGES[0])


def words_of(request: Request) -> Words:
    """What an answer to this request is said in."""
    return speak(language_of(request))


def page(template: str, words: Words, status: int = 200, **holes: object) -> Response:
    """A page from `templates/`. It is asked for anew each time; what it needs is kept for good."""
    html = _templates().get_template(template).render(words=words, **holes)
    return HTMLResponse(html, status, {**HEADERS, "Cache-Control": "no-cache"})


def told(content: Mapping[str, object], status: int = 200, **headers: str) -> Response:
    """JSON that nobody keeps."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    kept = {"Cache-Control": "no-store"} | {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(body, status, {**HEADERS, **kept}, "application/json")


def problems(status: int, sentences: Iterable[str], **headers: str) -> Response:
    """What is wrong, as JSON: `{"problems": [sentence, …]}`."""
    return told({"problems": list(sentences)}, status, **headers)


def unchanged(request: Request, tag: str) -> bool:
    """Whether the asker has this answer already."""
    return tag in (part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(","))


def guarded(handler: Handler) -> Handler:
    """The handler, whose exceptions become answers in words."""

    async def answer(request: Request) -> Response:
        words = words_of(request)
        try:
            return await handler(request)
        except Refused as error:
            return problems(error.status, error.told)
        except InputProblems as error:
            return problems(422, [say_problem(words, problem) for problem in error.problems])
        except NoRoom:
            return problems(404, [no_room(words)])
        except NotThePresenter:
            return problems(403, [words.say("Only the presenter’s own link moves this room and reads its notes.")])
        except NoSuchSlide as error:
            return problems(422, [words.say("The storyline has no slide {number}.", number=error.args[0])])
        except (Busy, RoomsBusy):
            return problems(503, [words.say("The server is busy. Try again in a moment.")], Retry_After="2")
        except TooManyRooms as error:
            why = words.say("Too many rooms are open. Use one that is open already, or try again later.")
            return problems(429, [why], Retry_After=str(error.seconds))
        except Left:
            return problems(503, [])

    return answer


def no_room(words: Words) -> str:
    """Why there is no such room."""
    return words.say("There is no such room. It may have ended: a room that nobody has moved for twelve hours closes.")


async def read_json(request: Request, most: int) -> Mapping[str, object]:
    """The JSON object of a request's body of at most `most` bytes. Raises Refused (415, 413, 400)."""
    words, body = words_of(request), bytearray()
    # A browser sends this kind to another site's server only after asking it: no page elsewhere opens rooms here.
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refused(415, words.say("Only JSON is taken here: send it as application/json."))
    async for part in request.stream():
        body += part
        if len(body) > most:
            raise Refused(413, words.say("This is too large: at most {size} kB are taken.", size=most // 1000))
    try:
        read = json.loads(bytes(body))
        json.dumps(read, ensure_ascii=False).encode()  # half a surrogate pair is JSON, and no text
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise Refused(400, words.say("A JSON object was expected."))
    return read


@cache
def _templates() -> Environment:
    folder = Path(__file__).resolve().parent / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
