"""A dashboard in a process of its own, with the yardstick pages among its screens."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from metrics import shipped

HERE = Path(__file__).resolve().parent

# What `streamlit run dashboard.py` does, once the yardsticks stand in the table of screens.
_START = """
from pages import contents
for name in ("hello", "hello_chart"):
    contents.SCREENS += (contents.Screen(name, name, "../benchmarks/" + name + ".py", name),)
from streamlit.web.cli import main
main(prog_name="streamlit")
"""


class Dashboard:
    """A running dashboard: its address, and the CPU that it has used."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self._process = process
        self.port = port

    def cpu(self) -> float:
        """CPU seconds so far, of all threads, in the kernel too (Linux: read from /proc)."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def dashboard() -> Iterator[Dashboard]:
    """Start one on a free port, and stop it at the end. Raises RuntimeError when it does not answer."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--server.port={port}", "--server.headless=true", "--server.address=127.0.0.1"]
    process = subprocess.Popen(
        [sys.executable, "-c", _START, "run", str(shipped.FRAMEWORK.parent / "dashboard.py"), *options],
        cwd=HERE.parent,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield Dashboard(process, port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the dashboard did not answer within 30 seconds")
