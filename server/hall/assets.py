"""The scripts, style and typeface of the hall, under an address that changes when they do.

So a browser keeps them for good, and the middleware that compresses what is immutable (server/gzip.py) has them ready
after the first time.
Plotly is the one that the package `plotly` brings along: nothing is fetched from outside.
"""

from __future__ import annotations

import hashlib
import importlib.util
from functools import cache
from pathlib import Path

from starlette.responses import FileResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from exports.slides.shown import coastline_json
from metrics.shipped import ROOT
from server import static_files  # noqa: F401 - it tells Python what a .woff2 is

_FOLDER = ROOT / "static"
_PLOTLY = "plotly.min.js"
_COASTLINE = "coastline.json"
_IMMUTABLE = "public, max-age=31536000, immutable"


class _Immutable(StaticFiles):
    """Files that never change under their address."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path == _PLOTLY:
            response: Response = FileResponse(plotly_file(), media_type="text/javascript")
        elif path == _COASTLINE:
            response = Response(coastline_json(), media_type="application/json")
        else:
            response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _IMMUTABLE
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


@cache
def plotly_file() -> Path:
    """Plotly's front end, found without importing Plotly."""
    found = importlib.util.find_spec("plotly")
    if found is None or found.origin is None:
        raise FileNotFoundError(_PLOTLY)
    return Path(found.origin).parent / "package_data" / _PLOTLY


@cache
def assets_version() -> str:
    """Another one when any of the files changes (16 hexadecimal digits)."""
    digest = hashlib.sha256(plotly_file().read_bytes() + coastline_json().encode())
    for file in sorted(path for path in _FOLDER.rglob("*") if path.is_file()):
        digest.update(str(file.relative_to(_FOLDER)).encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def assets_path(base: str) -> str:
    """Where the files are: `{this}/hall/follow.js`, `{this}/plotly.min.js`, `{this}/coastline.json`.

    `base` is the path before `/hall`.
    """
    return f"{base}/hall/static/{assets_version()}"


def assets(base: str) -> Mount:
    """The route that serves them."""
    return Mount(assets_path(base), app=_Immutable(directory=_FOLDER))
