"""`/healthz`: whether this process shows figures, which, since when, and what became of newer ones.

For who looks after a server, a proxy or a monitor. It names versions and the places of problems, nothing of visitors.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from metrics.figures import figures
from metrics.problems import InputProblems, Problem
from server.publishing import Publishing


def health(base_path: str, publishing: Publishing, ready: Callable[[], bool]) -> list[Route]:
    """The route; `base_path` is Streamlit's `server.baseUrlPath`, `ready` says whether a hall may come."""

    async def answer(request: Request) -> JSONResponse:
        status, told = await to_thread.run_sync(_told, publishing, ready())
        return JSONResponse(told, status, {"Cache-Control": "no-store"})

    base = base_path.strip("/")
    return [Route(f"/{base}/healthz" if base else "/healthz", answer)]


def _told(publishing: Publishing, ready: bool) -> tuple[int, dict[str, Any]]:
    """The HTTP status and what is said: 503 where there is nothing to show, or not everything is ready to be."""
    try:
        shown = figures()
        versions = {framework: shown.results(framework).framework_version for framework in shown.frameworks}
    except InputProblems as error:
        return 503, {"status": "problems", "problems": [_place(problem) for problem in error.problems]}
    told: dict[str, Any] = {
        "status": "newer figures refused" if publishing.refused else "ok" if ready else "getting ready",
        "version": shown.version,
        "data_version": shown.data_version,
        "framework_versions": versions,
        "since": publishing.since.isoformat(timespec="seconds"),
        "preparing": publishing.preparing,
    }
    if publishing.refused:
        told["problems"] = [_place(problem) for problem in publishing.refused]
    return 200 if ready else 503, told


def _place(problem: Problem) -> dict[str, Any]:
    """What kind of problem it is, and where; `teladan check` says it in a sentence."""
    return {"code": problem.code, "file": problem.file.replace("\\", "/").rpartition("/")[2], "line": problem.line}
