"""Who hangs up is waited for no longer: a server does not notice by itself while it makes an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.requests import Request

T = TypeVar("T")


class Left(Exception):
    """The asker has hung up; whatever is answered, nobody hears it."""


async def unless_left(request: Request, answer: Coroutine[Any, Any, T]) -> T:
    """What `answer` gives; it is cancelled where the asker hangs up before. For requests without a body.

    Raises Left, and what `answer` raises.
    """
    answering, leaving = asyncio.create_task(answer), asyncio.create_task(_left(request))
    try:
        await asyncio.wait((answering, leaving), return_when=asyncio.FIRST_COMPLETED)
        if not answering.done():
            answering.cancel()
            await asyncio.wait((answering,))  # until it has left its line; else what waits there may begin meanwhile
            raise Left
        return answering.result()
    finally:
        answering.cancel()
        leaving.cancel()


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
