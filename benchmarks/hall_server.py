"""`teladan serve` in processes of its own, as a hall is served: by itself, or behind nginx as in docs/serving.md."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from metrics import shipped

_START = """
from pathlib import Path
from metrics import shipped
from server.serve import serve
if __name__ == "__main__":
    serve("127.0.0.1", {port}, {workers}, shipped.DATA, shipped.FRAMEWORK, "benchmarks.hall_app:app")
"""
_PATIENCE = 300  # seconds until every screen has been drawn once


@dataclass(frozen=True)
class HallServer:
    """A running server: where it is reached, and the processes that were started for it."""

    port: int
    parents: tuple[int, ...]

    def processes(self) -> list[int]:
        """The processes that answer visitors (Linux: read from /proc)."""
        children = [child for parent in self.parents for child in _children(parent)]
        return children or list(self.parents)

    def memory(self) -> float:
        """Megabytes of all processes, what they share counted once."""
        pids = {*self.parents, *self.processes()}
        return sum(_proportional(pid) for pid in pids) / 1024

    def kill_one(self) -> None:
        """As the power of one process failing: no farewell."""
        os.kill(self.processes()[0], signal.SIGKILL)


@contextmanager
def hall_server(workers: int, nginx: bool) -> Iterator[HallServer]:
    """Start it on free ports, wait until it is ready for a hall, and stop it at the end."""
    with ExitStack() as stack:
        if not nginx:
            port, process = stack.enter_context(_serving(workers))
            yield HallServer(port, (process.pid,))
            return
        started = [stack.enter_context(_serving(1)) for _ in range(2)]
        port = stack.enter_context(_nginx([port for port, _ in started]))
        yield HallServer(port, tuple(process.pid for _, process in started))


@contextmanager
def _serving(workers: int) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        # A file, because a process of several starts its siblings from it.
        start = Path(folder) / "start.py"
        start.write_text(_START.format(port=port, workers=workers), "utf-8")
        process = subprocess.Popen(
            [sys.executable, str(start)],
            env=os.environ | {"PYTHONPATH": str(shipped.ROOT), "STREAMLIT_SERVER_COOKIE_SECRET": "benchmark"},
            cwd=shipped.ROOT,
            stdout=subprocess.DEVNULL,
        )
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", workers)
            yield port, process
        finally:
            process.terminate()
            process.wait(timeout=30)


@contextmanager
def _nginx(behind: list[int]) -> Iterator[int]:
    """nginx with the recipe of docs/serving.md before two servers; its port."""
    guide = (shipped.ROOT / "docs" / "serving.md").read_text("utf-8")
    main, site = re.findall(r"```nginx\n(.*?)```", guide, re.DOTALL)
    port = _free_port()
    with tempfile.TemporaryDirectory() as folder:
        site = site.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/cache/nginx", folder)
        for given, own in zip((8501, 8502), behind, strict=True):
            site = site.replace(f"127.0.0.1:{given}", f"127.0.0.1:{own}")
        user = "user root;" if os.geteuid() == 0 else ""
        file = Path(folder) / "nginx.conf"
        file.write_text(
            f"{user} worker_processes 2; daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
            f"{main}\nhttp {{ access_log off; {site} }}\n",
            "utf-8",
        )
        nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
        if nginx is None:
            sys.exit("no nginx is installed")
        process = subprocess.Popen([nginx, "-p", folder, "-c", str(file)], stderr=subprocess.DEVNULL)
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", 1)
            yield port
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait(address: str, processes: int) -> None:
    """Until it has said some times in a row that it is ready: each answer may be another process's."""
    ready, until = 0, time.monotonic() + _PATIENCE
    while ready < 5 * processes:
        if time.monotonic() > until:
            raise RuntimeError(f"the server was not ready within {_PATIENCE} seconds")
        try:
            with urllib.request.urlopen(address, timeout=5):
                ready += 1
        except OSError:
            ready = 0
            time.sleep(0.5)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _children(parent: int) -> list[int]:
    """The server processes below a parent; what multiprocessing starts besides to look after itself is none."""
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [pid for pid in map(int, listed) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def _proportional(pid: int) -> int:
    """Kilobytes of a process, with its part of what it shares."""
    found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) if found else 0
