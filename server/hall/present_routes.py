"""The presenter's pages: one that opens a room, the window with the slides, and a second one with the notes."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from metrics.figures import Figures, figures
from metrics.storylines.storylines import storylines
from server.hall import present_words as say
from server.hall import stories
from server.hall.address import seen_from_outside
from server.hall.answers import page, words_of
from server.hall.assets import assets_path
from server.hall.readable import readable
from server.hall.room_routes import code_of
from server.hall.rooms import Room, Rooms
from words import LANGUAGES, Words

_STORYLINES = "presentation"  # the screen that a presentation is opened from, and left to


class PresentRoutes:
    """The routes of the presenter. `base` is the path before `/hall`."""

    def __init__(self, base: str, rooms: Rooms) -> None:
        self._base = base
        self._rooms = rooms

    def routes(self) -> list[BaseRoute]:
        """All of them."""
        at = f"{self._base}/hall"
        return [
            Route(f"{at}/present", readable(self.start, self._base)),
            Route(f"{at}/{{code}}/present", readable(self.presenter, self._base)),
            Route(f"{at}/{{code}}/desk", readable(self.desk, self._base)),
        ]

    async def start(self, request: Request) -> Response:
        """The page that opens a room by itself. Only its script does: an address that is merely fetched opens none."""
        words, query = words_of(request), request.query_params
        told = {
            "base": f"{self._base}/hall",
            "rooms": f"{self._base}/hall/rooms",
            "storyline": query.get("storyline", ""),
            "region": query.get("region", ""),
            "language": words.language,
            "words": say.start_scripts(words),
        }
        said = say.start(words)
        return page(
            "start.html", words, said=said, title=said["title"], page=told, static=assets_path(self._base),
            leave=self._leave(words),
        )  # fmt: skip

    async def presenter(self, request: Request) -> Response:
        """The window with the slides, at the slide that the room stands at."""
        words, room = words_of(request), self._rooms.room(code_of(request))
        told = {
            "code": room.code,
            "count": room.count,
            "slide": self._rooms.state(room.code).slide,
            "room": f"{self._base}/hall/{room.code}",
            "at": seen_from_outside(request, self._base),
            "language": words.language,
            "leave": self._leave(words, room),
            "words": say.presenter_scripts(words),
        }
        title = words.title(stories.read(room.story).title)
        return page(
            "present.html", words, said=say.presenter(words), title=title, page=told, static=assets_path(self._base)
        )

    async def desk(self, request: Request) -> Response:
        """The second window. It learns from the first one what it shows, so it is nobody's who opens it alone."""
        words, room = words_of(request), self._rooms.room(code_of(request))
        told = {
            "code": room.code,
            "room": f"{self._base}/hall/{room.code}",
            "base": self._base,
            "language": words.language,
            "words": say.desk_scripts(words),
        }
        said = say.desk(words)
        return page("desk.html", words, said=said, title=said["title"], page=told, static=assets_path(self._base))

    def _leave(self, words: Words, room: Room | None = None) -> str:
        """The screen of the storylines, where the room's is chosen.

        Written as that screen writes its own address, by names and without what it shows anyway: another one would be
        rewritten there, and the browser's back button would lead to the rewritten one first.
        """
        chosen: dict[str, str] = {} if words.language == LANGUAGES[0] else {"lang": words.language}
        if room:
            chosen |= _chosen(figures(), room, words)
        return f"{self._base}/{_STORYLINES}" + (f"?{urlencode(chosen)}" if chosen else "")


def _chosen(shown: Figures, room: Room, words: Words) -> dict[str, str]:
    _, *others = storylines(shown.results(shown.default))
    told = stories.read(room.story).id
    chosen = {
        "region": stories.regions(shown).get(room.region or "", ""),
        "storyline": next((words.title(one.title) for one in others if one.id == told), ""),
    }
    return {name: value for name, value in chosen.items() if value}
