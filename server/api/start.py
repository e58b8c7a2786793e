"""The address that the others begin with: which there are, for who tries it first."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from server.api.answers import NOT_MODIFIED, json_of

DOCUMENT = "openapi.json"


class Start(BaseModel):
    """The document of the interface, and the addresses in it; all to be put behind this one."""

    document: str
    addresses: list[str]


def start(parts: tuple[APIRouter, ...]) -> APIRouter:
    """The route of the start, which names those of `parts`."""
    told = [route.path.lstrip("/") for part in parts for route in part.routes if isinstance(route, APIRoute)]
    router = APIRouter()

    @router.get("/", name="start", response_model=Start, responses=NOT_MODIFIED)
    def answer(request: Request) -> Response:
        """Where to begin: the addresses there are, and the document that describes them."""
        return json_of(request, Start(document=DOCUMENT, addresses=told))

    return router
