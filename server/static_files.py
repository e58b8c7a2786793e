"""The project's own static files (typeface, wordmark), under the address that Streamlit uses for them.

`st.App` looks for a `static/` folder beside its script, which is in `pages/`; ours is beside `dashboard.py`.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

# Not every system knows it.
mimetypes.add_type("font/woff2", ".woff2")

_A_DAY = 24 * 60 * 60


class _KeptForADay(StaticFiles):
    """Static files that a browser does not ask for again on the same day."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = f"public, max-age={_A_DAY}"
        return response


def static_files(folder: Path, base_path: str = "") -> Mount:
    """The route that serves `folder`; `base_path` is Streamlit's `server.baseUrlPath`."""
    base = base_path.strip("/")
    return Mount(f"/{base}/app/static" if base else "/app/static", app=_KeptForADay(directory=folder))
