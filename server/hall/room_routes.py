"""The interface of a room: open it, ask where it stands, move it, and fetch its slides."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from exports.slides.shown import Theme
from metrics.figures import Figures, figures
from metrics.problems import InputProblems
from metrics.storylines.entry import Storyline
from metrics.storylines.storylines import read_storyline, write_storyline
from server.hall import stories
from server.hall.address import seen_from_outside
from server.hall.also_called import ALSO_CALLED
from server.hall.answers import HEADERS, Refused, guarded, language_of, read_json, told, unchanged, words_of
from server.hall.askers import Askers
from server.hall.rooms import Room, Rooms, State
from server.kept import Kept
from server.leaving import unless_left
from words import LANGUAGES, Language, Words, speak
from words.problems import say_problem

POLL_AFTER = 2500  # milliseconds; five hundred ask two hundred times a second then
_STORY_BYTES = 100_000
_MOVE_BYTES = 1_000
_KEPT_BYTES = 64_000_000  # some ten thousand slides
_WAITING = 2000  # slides that are made or wait for it: four for each of five hundred


class RoomRoutes:
    """The routes of the rooms. `base` is the path before `/hall`."""

    def __init__(self, base: str, rooms: Rooms) -> None:
        self._base = base
        self._rooms = rooms
        self._slides = Kept(_KEPT_BYTES, most_waiting=_WAITING)
        self._askers = Askers()
        # All slides of a storyline are told before its room opens: a long one takes seconds, and no thread of others.
        self._opening = CapacityLimiter(1)

    def routes(self) -> list[BaseRoute]:
        """All of them; those of fixed addresses before those that begin with a code."""
        at = f"{self._base}/hall"
        return [
            Route(f"{at}/rooms", guarded(self.open), methods=["POST"]),
            Route(f"{at}/regions", guarded(self.regions)),
            Route(f"{at}/{{code}}/state", guarded(self.state)),
            Route(f"{at}/{{code}}/state", guarded(self.move), methods=["POST"]),
            Route(f"{at}/{{code}}/slides/{{number:int}}", guarded(self.slide)),
            Route(f"{at}/{{code}}/notes", guarded(self.notes)),
        ]

    async def open(self, request: Request) -> Response:
        """A new room for `{"storyline": id}` or `{"text": YAML}`, with `region` and `lang`."""
        asked = await read_json(request, _STORY_BYTES)
        language: Language = next((known for known in LANGUAGES if known == asked.get("lang")), LANGUAGES[0])
        self._askers.count(request.client.host if request.client else "")  # before a storyline costs anything
        room, token = await to_thread.run_sync(self._open, figures(), asked, language, limiter=self._opening)
        at = seen_from_outside(request, self._base)
        content = {
            "code": room.code,
            "token": token,
            "count": room.count,
            "title": _title(room, speak(language)),
            "at": at,
            "link": f"{at}/hall/{room.code}",
        }
        return told(content, 201)

    def _open(self, shown: Figures, asked: Mapping[str, object], language: Language) -> tuple[Room, str]:
        words = speak(language)
        try:
            story = _asked_story(shown, asked, words)
            region = _region(shown, asked.get("region"), words) if story.region else None
            if story.region and region is None:
                raise Refused(422, words.say("This storyline is told for a region. Choose one first."))
            stories.check(shown, story, region, words)
        except InputProblems as error:  # in the language that the body asks for
            raise Refused(422, *(say_problem(words, problem) for problem in error.problems)) from None
        return self._rooms.open(write_storyline(story), len(story.slides), region, language)

    async def state(self, request: Request) -> Response:
        """Where the room stands; asked for every few seconds by everybody in the hall."""
        state, version = self._rooms.state(code_of(request)), stories.short(figures().version)
        tag = f'"{state.moved}-{version}"'
        if unchanged(request, tag):
            return Response(status_code=304, headers={**HEADERS, "ETag": tag})
        return told(_state(state, version), ETag=tag, Cache_Control="no-cache")

    async def move(self, request: Request) -> Response:
        """Move the room: `{"slide": number, "black": bool}`, with the token as bearer."""
        asked = await read_json(request, _MOVE_BYTES)
        slide, black = asked.get("slide"), asked.get("black", False)
        if not isinstance(slide, int) or not isinstance(black, bool) or isinstance(slide, bool):
            raise Refused(422, words_of(request).say("Say which slide, a whole number, and whether it is black."))
        state = await to_thread.run_sync(self._rooms.move, code_of(request), _token(request), slide, black)
        return told(_state(state, stories.short(figures().version)))

    async def slide(self, request: Request) -> Response:
        """One slide, with the listener's own region."""
        shown, room, query = figures(), self._rooms.room(code_of(request)), request.query_params
        number: int = request.path_params["number"]
        if not 1 <= number <= room.count:
            raise Refused(404, words_of(request).say("The storyline has no slide {number}.", number=number))
        theme: Theme = "dark" if query.get("theme") == "dark" else "light"
        mine = _region(shown, query.get("region"), words_of(request))
        narrow = query.get("narrow") in ("1", "true")
        language = language_of(request)
        wanted = stories.Wanted(
            shown.version, room.story, room.region, number, mine, language, theme, narrow, room.code
        )
        tag = f'"{hashlib.sha256(repr(wanted).encode()).hexdigest()[:24]}"'
        headers = {**HEADERS, "ETag": tag, "Cache-Control": "no-cache"}
        if unchanged(request, tag):
            return Response(status_code=304, headers=headers)
        made = self._slides.get(tag, lambda: stories.build(shown, wanted))
        body = await unless_left(request, made)
        headers["Vary"] = "Accept-Encoding"
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
        else:
            body = gzip.decompress(body)
        return Response(body, headers=headers, media_type="application/json")

    async def notes(self, request: Request) -> Response:
        """What the presenter says at each slide: for the presenter's token only."""
        code = code_of(request)
        self._rooms.check(code, _token(request))
        room, words = self._rooms.room(code), words_of(request)
        found = await to_thread.run_sync(stories.notes, figures(), stories.read(room.story), room.region, words)
        return told({"notes": found})

    async def regions(self, request: Request) -> Response:
        """The regions to choose from by name: `{"regions": [[code, name, what else people call it], …]}`."""
        shown = figures()
        tag = f'"{shown.version[:12]}"'
        headers = {**HEADERS, "ETag": tag, "Cache-Control": "no-cache"}
        if unchanged(request, tag):
            return Response(status_code=304, headers=headers)
        named = sorted(stories.regions(shown).items(), key=lambda region: region[1])
        found = [(code, name, ALSO_CALLED.get(code, "")) for code, name in named]
        return told({"regions": found}, ETag=tag, Cache_Control="no-cache")


def code_of(request: Request) -> str:
    """The room that an address names; people type codes in small letters too."""
    code: str = request.path_params["code"]
    return code.upper()


def _asked_story(shown: Figures, asked: Mapping[str, object], words: Words) -> Storyline:
    name, text = asked.get("storyline"), asked.get("text")
    if isinstance(text, str):
        return read_storyline(text, words.say("Own storyline"))
    story = stories.shipped(shown, name) if isinstance(name, str) else None
    if story is None:
        raise Refused(422, words.say("There is no storyline of this name."))
    return story


def _region(shown: Figures, asked: object, words: Words) -> str | None:
    """The code of a region that is asked for by its code or name; None where none is. Raises Refused."""
    if asked in (None, ""):
        return None
    found = stories.region_code(shown, asked) if isinstance(asked, str) else None
    if found is None:
        raise Refused(422, words.say("There is no region “{region}”.", region=str(asked)[:40]))
    return found


def _token(request: Request) -> str:
    return request.headers.get("authorization", "").removeprefix("Bearer ")


def _state(state: State, version: str) -> dict[str, object]:
    return {
        "slide": state.slide,
        "count": state.count,
        "black": state.black,
        "moved": state.moved,
        "figures": version,
        "poll_after": POLL_AFTER,
    }


def _title(room: Room, words: Words) -> str:
    return words.title(stories.read(room.story).title)
