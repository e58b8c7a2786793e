"""The dashboard as it should run for a hall: `teladan serve` (docs/serving.md).

One process by default; with several each answers visitors at the same address, and one that dies is started anew.
Every process scores, draws and remembers before it answers the first visitor (the lifespan in `dashboard.py`).
"""

from __future__ import annotations

import os
import secrets
import socket
import sys
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

from metrics import shipped
from server.siblings import PLACE, new_place

# What protects the server from more than it can carry; docs/serving.md gives the reasons.
LIMITS: dict[str, Any] = {
    "backlog": 2048,  # connections that wait to be accepted: a hall that opens the link at the same instant
    "limit_concurrency": 4000,  # connections of one process; beyond it 503 instead of an ever slower answer for all
    "timeout_keep_alive": 15,  # seconds; longer than followers pause between two questions, so that they keep theirs
    "timeout_graceful_shutdown": 5,  # seconds that answers under way have when the server is stopped
    "timeout_worker_healthcheck": 30,  # seconds after which a process that does not answer at all is started anew
    "ws": "websockets-sansio",
    "ws_max_size": 1 << 20,  # bytes that a visitor's browser may say at once; uploads do not come this way
    "ws_ping_interval": 30.0,  # seconds; a phone that left without a word is noticed after two of them
    "ws_ping_timeout": 30.0,
    "ws_per_message_deflate": False,  # a screen is 60 kB less with it, and costs half as much again
    "server_header": False,
    "log_level": "warning",
    "access_log": False,  # who looks at what is nobody's business
}
FOR_A_HALL = "TELADAN_FOR_A_HALL"  # stands in the environment of every process started here
_FILES = 65_536  # open files wanted: a visitor has up to seven connections while the screen loads


def serve(host: str, port: int, workers: int, data: Path, framework: Path, application: str = "dashboard:app") -> None:
    """Serve the application (module and name) until stopped.

    Raises OSError where the address is in use, or is not one of this machine.
    """
    _many_open_files()
    # A link stays a link: where it points may change while people watch.
    os.environ["TELADAN_DATA"] = str(data.absolute())
    if framework.resolve() != shipped.FRAMEWORK.resolve():
        os.environ["TELADAN_FRAMEWORK"] = str(framework.absolute())
    os.environ[FOR_A_HALL] = "1"
    os.environ["TELADAN_CACHE"] = str(shipped.cache_folder().resolve())
    # What visitors are sent to prove that a request is theirs must hold in every process.
    os.environ.setdefault("STREAMLIT_SERVER_COOKIE_SECRET", secrets.token_hex(32))
    os.chdir(shipped.ROOT)  # Streamlit looks for its settings where it is started
    sys.path.insert(0, str(shipped.ROOT))
    config = uvicorn.Config(application, host=host, port=port, workers=workers, **LIMITS)
    listening = listen(host, port)
    if workers == 1:
        uvicorn.Server(config).run([listening])
        return
    with new_place() as place:
        os.environ[PLACE] = str(place)
        Multiprocess(config, [listening]).run()


def listen(host: str, port: int) -> socket.socket:
    """The socket of the address, bound but not yet listening: nobody is kept waiting before there is an answer."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Said to be TCP: only then asyncio sends what is small at once, 40 ms earlier than the network would by itself.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two servers take the same port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    listening.set_inheritable(True)
    return listening


def _many_open_files() -> None:
    """Raise the number of files that this process may open, as far as the system allows it."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
