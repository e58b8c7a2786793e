"""Where the interface is mounted, and what it says of itself."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Mount

from server.api import figures, frameworks, indicators, practices, regions, scores, sources
from server.api.errors import HANDLERS
from server.api.head import AnswerHead
from server.api.start import DOCUMENT, start

ADDRESS = "/api/v1"
# No kilobyte is gained by compressing a small answer; a proxy may do it for large ones.
_OPEN_TO_ALL = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "HEAD"],
    expose_headers=["ETag", "Link", "X-Total-Count", "X-Data-Version", "X-Framework-Version"],
)
_ABOUT = """
Scores of Indonesia's kabupaten and kota, with the figures they were made from. Read-only, without a key.

* From a score to its row: /scores, then `figures` of /regions/{code} with source, file and line; /indicators says how
  it is scored, /figures, /variables and /sources have all that was published. Regions go by code or full name.
* Lists are paged: `total` says how many there are, `next` where the rest begins. `format=csv` gives the same rows as
  CSV, with the total in the header `X-Total-Count` and the next page in `Link`.
* Every answer names the versions of the data and of the framework (CSV in the headers `X-Data-Version` and
  `X-Framework-Version`), and carries an `ETag`: ask again with `If-None-Match`, and an unchanged answer costs nothing.
* A missing value is `null`, in CSV an empty cell; it is never 0. A rank comes with its band and the number ranked.
* What there is not is 404, never an empty list; what cannot be read is 422. Both say in `errors` what is wrong with
  which parameter, in the language that `lang` asks for, as JSON whatever the format.
"""


def routes(base_path: str = "") -> list[Mount]:
    """The interface as a route; `base_path` is Streamlit's `server.baseUrlPath`."""
    base = base_path.strip("/")
    return [Mount(f"/{base}{ADDRESS}" if base else ADDRESS, app=interface())]


def interface() -> FastAPI:
    """The application. Its document is served at `openapi.json`; the usual pages about it would ask the internet."""
    app = FastAPI(
        title="Teladan",
        version="1",
        description=_ABOUT,
        openapi_url=f"/{DOCUMENT}",
        generate_unique_id_function=lambda route: route.name,  # what generated clients call their functions
        docs_url=None,
        redoc_url=None,
        middleware=[_OPEN_TO_ALL, Middleware(AnswerHead)],
        exception_handlers=HANDLERS,
    )
    parts: tuple[APIRouter, ...] = (
        frameworks.router, regions.router, scores.router, indicators.router, practices.router,
        figures.router, sources.router,
    )  # fmt: skip
    for part in (start(parts), *parts):
        app.include_router(part)
    return app
