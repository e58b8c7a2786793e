"""Pages for people: what is wrong is a page too, with the same words that programs get as JSON."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response

from server.hall.answers import Handler, guarded, page, words_of
from server.hall.assets import assets_path


def readable(handler: Handler, base: str) -> Handler:
    """The handler of a page, whose exceptions become a page in words; `base` is the path before `/hall`."""
    answering = guarded(handler)

    async def answer(request: Request) -> Response:
        found = await answering(request)
        if found.status_code < 400 or found.media_type != "application/json":
            return found
        words = words_of(request)
        return page(
            "problem.html",
            words,
            found.status_code,
            title=words.say("This cannot be shown"),
            problems=json.loads(bytes(found.body))["problems"],
            home=f"{base}/overview?lang={words.language}",
            to_home=words.say("To the overview"),
            page={},
            static=assets_path(base),
        )

    return answer
