"""What a listener opens: the page to enter a code, the room's own page, and its QR code."""

from __future__ import annotations

import io

import segno
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from metrics.figures import figures
from server.hall import follow_words as say
from server.hall import stories
from server.hall.address import accepted, seen_from_outside
from server.hall.answers import HEADERS, Refused, guarded, no_room, page, words_of
from server.hall.assets import assets_path
from server.hall.readable import readable
from server.hall.room_routes import code_of
from server.hall.rooms import CODE_LENGTH, LETTERS, NoRoom, Rooms
from words import speak


class FollowRoutes:
    """The routes of the listeners. `base` is the path before `/hall`."""

    def __init__(self, base: str, rooms: Rooms) -> None:
        self._base = base
        self._rooms = rooms

    def routes(self) -> list[BaseRoute]:
        """All of them. To stand behind every route of a fixed address: `{code}` would take those too."""
        at = f"{self._base}/hall"
        return [
            Route(at, self.enter),
            Route(f"{at}/{{code}}/qr.svg", guarded(self.qr)),
            Route(f"{at}/{{code}}", readable(self.follow, self._base)),
        ]

    async def enter(self, request: Request) -> Response:
        """Enter a code; the form leads here again, and on to the room."""
        typed = request.query_params.get("code", "")
        code = "".join(letter for letter in typed.upper() if letter.isalnum())[:CODE_LENGTH]
        if not typed:
            return self._enter(request, "")
        if len(code) == CODE_LENGTH and set(code) <= set(LETTERS):
            lang = f"?lang={words_of(request).language}"
            return RedirectResponse(f"{self._base}/hall/{code}{lang}", 303, HEADERS)
        why = words_of(request).say("A code has {count} letters, as on the presenter’s screen.", count=CODE_LENGTH)
        return self._enter(request, why, 404)

    async def follow(self, request: Request) -> Response:
        """The room's page, which a script keeps at the presenter's slide."""
        try:
            room = self._rooms.room(code_of(request))
        except NoRoom:
            return self._enter(request, no_room(words_of(request)), 404)
        asked = request.query_params.get("region", "")
        code = stories.region_code(figures(), asked) if asked else None
        if code is not None and code != asked:  # a name, as screens write it; the page knows regions by their codes
            query = request.url.include_query_params(region=code).query
            return RedirectResponse(f"{self._base}/hall/{room.code}?{query}", 303, HEADERS)
        # Who comes by the QR code reads the language of the room until they choose.
        words = words_of(request) if "lang" in request.query_params else speak(room.language)
        scripts = {
            "base": self._base,
            "room": f"{self._base}/hall/{room.code}",
            "regions": f"{self._base}/hall/regions",
            "language": words.language,
            "words": say.follow_script(words),
        }
        return page(
            "follow.html",
            words,
            said=say.follow(words),
            title=words.title(stories.read(room.story).title),
            page=scripts,
            static=assets_path(self._base),
            enter=f"{self._base}/hall?lang={words.language}",
        )

    async def qr(self, request: Request) -> Response:
        """The room's address as a QR code; `at` is that of the application as telephones reach it."""
        code = code_of(request)
        self._rooms.state(code)
        asked = request.query_params.get("at")
        at = seen_from_outside(request, self._base) if asked is None else accepted(asked)
        if at is None:
            raise Refused(422, words_of(request).say("This is no address. Write one such as http://192.168.1.5:8501."))
        svg = io.BytesIO()
        # On white with its quiet zone, so that cameras read it on a dark screen too.
        segno.make(f"{at}/hall/{code}", error="m", micro=False).save(
            svg, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False, svgns=True, omitsize=True
        )
        return Response(svg.getvalue(), headers={**HEADERS, "Cache-Control": "no-cache"}, media_type="image/svg+xml")

    def _enter(self, request: Request, why: str, status: int = 200) -> Response:
        words, said = words_of(request), say.enter(words_of(request))
        # What was wrong stays in view, whether it was typed here or came in the address.
        typed = request.query_params.get("code", "") or request.path_params.get("code", "")
        return page(
            "enter.html",
            words,
            status,
            said=said,
            title=said["headline"],
            page={},
            static=assets_path(self._base),
            action=f"{self._base}/hall",
            typed=typed[:12],
            why=why,
        )
