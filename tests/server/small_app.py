"""The smallest application that tells which process answers."""

import os

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route


async def answer(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{os.getpid()} {os.environ['TELADAN_DATA']}")


app = Starlette(routes=[Route("/", answer)])
